import type { RepositoryName } from './app-token.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';

const FIND = `query ($owner: String!, $repository: String!, $branch: String!) {
  repository(owner: $owner, name: $repository) {
    id
    pullRequests(headRefName: $branch, states: OPEN, first: 50) { nodes { url isCrossRepository } }
  }
}`;

const OPEN = `mutation ($input: CreatePullRequestInput!) {
  createPullRequest(input: $input) { pullRequest { url } }
}`;

export type NewPullRequest = { branch: string; base: string; title: string; body: string };

type Found = { repository: { id: string; pullRequests: { nodes: { url: string; isCrossRepository: boolean }[] } } };

/**
 * Opens a pull request between two branches of a repository; one that is open stays.
 * @returns its page
 * @throws Fault of the operator, code github-forbidden, where the repository lets no workflow open pull requests
 */
export async function openPullRequest(
  github: GitHub,
  name: RepositoryName,
  { branch, base, title, body }: NewPullRequest,
): Promise<string> {
  const { owner, repository: named } = name;
  const find = async () => {
    const { repository } = await github.graphql<Found>(FIND, { owner, repository: named, branch });
    // A stranger's fork may have a branch of the same name.
    const own = repository.pullRequests.nodes.find(({ isCrossRepository }) => !isCrossRepository);
    return { id: repository.id, url: own?.url ?? null };
  };
  try {
    const before = await find();
    if (before.url !== null) return before.url;
    const input = { repositoryId: before.id, baseRefName: base, headRefName: branch, title, body };
    try {
      const { createPullRequest } = await github.graphql<{ createPullRequest: { pullRequest: { url: string } } }>(OPEN, { input });
      return createPullRequest.pullRequest.url;
    } catch (thrown) {
      // It may have been opened although no answer came.
      const after = await find();
      if (after.url !== null) return after.url;
      throw thrown;
    }
  } catch (thrown) {
    throw githubFault(thrown, 'open a pull request in the results repository');
  }
}
