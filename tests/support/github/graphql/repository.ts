import { fullNameOf, type LoopbackRepository } from '../repository.ts';
import { permitted } from '../rest.ts';
import { type Need, NOT_ACCESSIBLE, type Token } from '../tokens.ts';
import { connection, type PageArguments } from './connection.ts';
import { idOf, objectAt, refFor, refNamed } from './objects.ts';
import { pullRequestFor } from './pull-request.ts';
import { Refusal } from './refusal.ts';

/** @throws Refusal where the token may do none of these */
export function demand(repository: LoopbackRepository, token: Token, needs: readonly Need[]): void {
  if (!permitted(repository, token, needs)) throw new Refusal('FORBIDDEN', NOT_ACCESSIBLE);
}

type PullRequestChoice = PageArguments & {
  states?: string[] | null;
  headRefName?: string | null;
  orderBy?: { field: 'CREATED_AT' | 'UPDATED_AT' | 'COMMENTS'; direction: 'ASC' | 'DESC' } | null;
};

export function repositoryFor(repository: LoopbackRepository, token: Token) {
  const { git, defaultBranch, owner, name } = repository;
  const readContents = () => demand(repository, token, [['contents', 'read']]);
  const readPullRequests = () => demand(repository, token, [['pull-requests', 'read']]);
  return {
    __typename: 'Repository',
    id: idOf('Repository', repository.id),
    databaseId: repository.id,
    name,
    nameWithOwner: fullNameOf(repository),
    owner: { __typename: 'Organization', id: idOf('Organization', owner), login: owner },
    url: `https://loopback.invalid/${fullNameOf(repository)}`,
    isPrivate: repository.private,
    isFork: false,
    isArchived: false,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    isEmpty: () => git.references('refs/heads').length === 0,
    defaultBranchRef() {
      readContents();
      return refNamed(repository, `refs/heads/${defaultBranch}`);
    },
    object({ expression, oid }: { expression?: string | null; oid?: string | null }) {
      readContents();
      return objectAt(repository, expression ?? oid ?? '');
    },
    ref({ qualifiedName }: { qualifiedName: string }) {
      readContents();
      return refNamed(repository, qualifiedName);
    },
    refs({ refPrefix, query, ...page }: PageArguments & { refPrefix: string; query?: string | null }) {
      readContents();
      const all = git.references(refPrefix.replace(/\/$/, '')).filter((one) => one.name.includes(query ?? ''));
      return connection('refs', all, page, (one) => refFor(repository, one.name, one.sha));
    },
    pullRequest({ number }: { number: number }) {
      readPullRequests();
      const found = repository.pullRequests.find((one) => one.number === number);
      if (found === undefined) throw new Refusal('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      return pullRequestFor(repository, found, token.id);
    },
    pullRequests({ states, headRefName, orderBy, ...page }: PullRequestChoice) {
      readPullRequests();
      const chosen = repository.pullRequests
        .filter(({ state, merged }) => !states || states.includes(merged === null ? state.toUpperCase() : 'MERGED'))
        .filter(({ headBranch }) => !headRefName || headBranch === headRefName)
        .toSorted((one, other) => one.number - other.number)
        .toSorted((one, other) => (orderBy?.field === 'UPDATED_AT' ? Date.parse(one.updatedAt) - Date.parse(other.updatedAt) : 0));
      return connection('pullRequests', orderBy?.direction === 'DESC' ? chosen.reverse() : chosen, page, (one) =>
        pullRequestFor(repository, one, token.id),
      );
    },
  };
}
