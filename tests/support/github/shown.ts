import { type Account, isBot } from './accounts.ts';
import { fullNameOf, type LoopbackPullRequest, type LoopbackRepository } from './repository.ts';

/** An account as GitHub tells it; null where it is deleted. */
export const shownAccount = (account: Account | null) =>
  account === null ? null : { id: account.id, login: account.login, type: isBot(account) ? 'Bot' : 'User', site_admin: false };

/** What somebody is to a repository, in GitHub's word. */
export function associationOf({ collaborators, owner }: LoopbackRepository, account: Account | null): string {
  if (account === null) return 'NONE';
  if (account.login === owner) return 'OWNER';
  return collaborators.has(account.login) ? 'COLLABORATOR' : 'NONE';
}

/** A repository as the answers about other things tell it. */
export const shownRepository = (repository: LoopbackRepository, origin: string) => ({
  id: repository.id,
  name: repository.name,
  full_name: fullNameOf(repository),
  private: repository.private,
  owner: { login: repository.owner, id: 1, type: 'Organization' },
  fork: false,
  default_branch: repository.defaultBranch,
  url: `${origin}/repos/${fullNameOf(repository)}`,
  html_url: `${origin}/${fullNameOf(repository)}`,
  clone_url: `${origin}/${fullNameOf(repository)}.git`,
  visibility: repository.private ? 'private' : 'public',
});

/** A pull request as lists tell it. */
export function shownPullRequest(repository: LoopbackRepository, pullRequest: LoopbackPullRequest, origin: string) {
  const { number, title, body, author, state, locked, draft, merged, from } = pullRequest;
  const base = shownRepository(repository, origin);
  const fork = {
    ...base,
    id: repository.id + 1,
    full_name: `${from}/${repository.name}`,
    fork: true,
    owner: { login: from, id: author.id, type: 'User' },
  };
  const url = `${base.url}/pulls/${number}`;
  return {
    id: 9000 + number,
    number,
    title,
    body,
    state,
    locked,
    draft,
    url,
    html_url: `${base.html_url}/pull/${number}`,
    user: shownAccount(author),
    author_association: associationOf(repository, author),
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    merged_at: merged?.at ?? null,
    merge_commit_sha: merged?.sha ?? null,
    head: {
      label: `${from ?? 'unknown repository'}:${pullRequest.headBranch}`,
      ref: pullRequest.headBranch,
      sha: pullRequest.headSha,
      user: shownAccount(author),
      repo: from === null ? null : fork,
    },
    base: {
      label: `${repository.owner}:${repository.defaultBranch}`,
      ref: repository.defaultBranch,
      sha: pullRequest.baseSha,
      user: base.owner,
      repo: base,
    },
  };
}
