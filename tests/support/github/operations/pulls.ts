import { inRepository, listed, missing, type Operations, type RepositoryRequest } from '../answer.ts';
import type { LoopbackPullRequest } from '../repository.ts';
import { shownAccount, shownPullRequest } from '../shown.ts';

const READ = [['pull-requests', 'read']] as const;

/** Most files that GitHub lists of one pull request. */
const MOST_FILES = 3000;

const found = ({ repository, parameters }: RepositoryRequest): LoopbackPullRequest | undefined =>
  repository.pullRequests.find(({ number }) => number === Number(parameters.pull_number));

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/pulls': inRepository(READ, (request) => {
    const { repository, query, origin } = request;
    const state = query.get('state') ?? 'open';
    const chosen = repository.pullRequests
      .filter((one) => state === 'all' || one.state === state)
      .filter((one) => query.get('head') === null || query.get('head') === `${one.from}:${one.headBranch}`)
      .toSorted((one, other) => (query.get('direction') === 'asc' ? one.number - other.number : other.number - one.number));
    return listed(request, chosen, (one) => shownPullRequest(repository, one, origin));
  }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': inRepository(READ, (request) => {
    const pullRequest = found(request);
    if (pullRequest === undefined) return missing();
    const { merged, files, number } = pullRequest;
    const { repository, origin } = request;
    return {
      status: 200,
      body: {
        ...shownPullRequest(repository, pullRequest, origin),
        merged: merged !== null,
        merged_by: shownAccount(merged?.by ?? null),
        mergeable: merged === null ? true : null,
        mergeable_state: 'clean',
        comments: repository.comments.filter((one) => one.pullRequest === number).length,
        commits: 1,
        changed_files: files.length,
      },
    };
  }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': inRepository(READ, (request) => {
    const pullRequest = found(request);
    if (pullRequest === undefined) return missing();
    const { headSha, files } = pullRequest;
    return listed(request, files.slice(0, MOST_FILES), ({ path, status, sha, previousPath }) => ({
      sha,
      filename: path,
      status,
      additions: 1,
      deletions: 0,
      changes: 1,
      blob_url: `${request.url}/blob/${headSha}`,
      raw_url: `${request.url}/raw/${headSha}`,
      contents_url: `${request.url}/contents?ref=${headSha}`,
      ...(previousPath === undefined ? {} : { previous_filename: previousPath }),
    }));
  }),
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': inRepository(READ, (request) => {
    const { repository, parameters, origin } = request;
    const of = repository.pullRequests.filter(({ headSha, merged }) => [headSha, merged?.sha].includes(parameters.commit_sha));
    return listed(request, of, (one) => shownPullRequest(repository, one, origin));
  }),
};
