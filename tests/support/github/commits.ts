import { type Account, isBot } from './accounts.ts';
import type { RepositoryRequest } from './answer.ts';
import { GITHUB, type NewCommit, type Person } from './git-folder.ts';
import { fullNameOf, type LoopbackRepository } from './repository.ts';

/** An account as the author of a commit. */
const personOf = ({ id, login }: Account): Person => ({ name: login, email: `${id}+${login}@users.noreply.github.com` });

/** Makes a commit as GitHub does for a token: the account is the author, GitHub the committer, which it signs for bots. */
export const commitBy = (
  { repository, token }: Pick<RepositoryRequest, 'repository' | 'token'>,
  commit: Pick<NewCommit, 'parents' | 'changes' | 'message'>,
): string => repository.git.commit({ ...commit, author: personOf(token), ...(isBot(token) ? { committer: GITHUB } : {}) });

export type CommitFacts = { sha: string; tree: string; parents: string[]; message: string; author: Signature; committer: Signature };
type Signature = { name: string; email: string; date: string };

const FORMAT = '%H%n%T%n%P%n%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%B%x00';

/** What git knows of commits, the newest first. */
export function commitFacts({ git }: LoopbackRepository, range: readonly string[]): CommitFacts[] {
  const told = git.git(['log', `--format=${FORMAT}`, ...range]);
  return told
    .split('\0')
    .map((text) => text.replace(/^\n/, ''))
    .filter((text) => text !== '')
    .map((text) => {
      const [sha = '', tree = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', ...message] = text.split('\n');
      return {
        sha,
        tree,
        parents: parents.split(' ').filter((parent) => parent !== ''),
        message: message.join('\n').trimEnd(),
        author: { name: an, email: ae, date: ad },
        committer: { name: cn, email: ce, date: cd },
      };
    });
}

/** Whether a commit counts as signed: those that GitHub made for a bot. */
export const isSigned = ({ committer }: CommitFacts): boolean => committer.email === GITHUB.email;

/** A commit in both forms in which GitHub tells it. */
export function shownCommit({ repository, origin }: Pick<RepositoryRequest, 'repository' | 'origin'>, sha: string) {
  const [facts] = commitFacts(repository, ['-1', sha]);
  if (facts === undefined) throw new Error(`There is no commit ${sha}.`);
  return shownFacts(repository, origin, facts);
}

export function shownFacts(repository: LoopbackRepository, origin: string, facts: CommitFacts) {
  const url = `${origin}/repos/${fullNameOf(repository)}`;
  const { sha, tree, message, author, committer } = facts;
  const signed = isSigned(facts);
  const verification = { verified: signed, reason: signed ? 'valid' : 'unsigned', signature: null, payload: null, verified_at: null };
  const parents = facts.parents.map((parent) => ({
    sha: parent,
    url: `${url}/commits/${parent}`,
    html_url: `${origin}/${fullNameOf(repository)}/commit/${parent}`,
  }));
  const core = { author, committer, message, tree: { sha: tree, url: `${url}/git/trees/${tree}` }, verification };
  const html = `${origin}/${fullNameOf(repository)}/commit/${sha}`;
  return {
    commitObject: { sha, url: `${url}/git/commits/${sha}`, html_url: html, parents, ...core },
    commit: {
      sha,
      url: `${url}/commits/${sha}`,
      html_url: html,
      parents,
      commit: { ...core, url: `${url}/git/commits/${sha}`, comment_count: 0 },
      author: null,
      committer: null,
    },
  };
}
