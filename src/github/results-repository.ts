import type { RepositoryName } from './app-token.ts';
import type { GitHub } from './client.ts';
import { githubFault, statusOf } from './faults.ts';
import { readBranch } from './refs.ts';

const QUESTION = `query ($owner: String!, $repository: String!) {
  repository(owner: $owner, name: $repository) { defaultBranchRef { name } }
}`;

type Answer = { repository: { defaultBranchRef: { name: string } | null } | null };

/**
 * The default branch of a repository; null where it has no commit at all.
 * @throws Fault of the operator, code github-missing, where the token does not see the repository
 */
export async function askDefaultBranch(github: GitHub, name: RepositoryName): Promise<string | null> {
  const answer = await github.graphql<Answer>(QUESTION, { owner: name.owner, repository: name.repository }).catch((thrown: unknown) => {
    throw githubFault(thrown, `look at ${name.owner}/${name.repository}`);
  });
  if (answer.repository === null) {
    throw githubFault({ status: 404, message: 'Not Found', response: {} }, `look at ${name.owner}/${name.repository}`);
  }
  return answer.repository.defaultBranchRef?.name ?? null;
}

/**
 * Makes the first commit of an empty repository, which no other way of committing can. One that is there already stays.
 * @returns the default branch
 */
export async function makeFirstCommit(
  github: GitHub,
  name: RepositoryName,
  { path, bytes, message }: { path: string; bytes: Uint8Array; message: string },
): Promise<string> {
  const { owner, repository: repo } = name;
  const content = Buffer.from(bytes).toString('base64');
  try {
    await github.request('PUT /repos/{owner}/{repo}/contents/{path}', { owner, repo, path, message, content });
  } catch (thrown) {
    // Another job may have made it at the same time (409, 422), or the answer was lost.
    const branch = statusOf(thrown) >= 409 ? await askDefaultBranch(github, name) : null;
    if (branch !== null) return branch;
    throw githubFault(thrown, `make the first commit of ${owner}/${repo}`);
  }
  const branch = await askDefaultBranch(github, name);
  if (branch !== null && (await readBranch(github, name, branch)) !== null) return branch;
  throw githubFault({ status: 503, message: 'the first commit is not to be seen yet', response: {} }, `begin ${owner}/${repo}`);
}
