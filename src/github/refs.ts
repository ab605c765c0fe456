import type { RepositoryName } from './app-token.ts';
import type { GitHub } from './client.ts';
import { githubFault, isInDoubt, statusOf } from './faults.ts';

/** Tries to make a branch; before each but the first it is looked whether the one before succeeded after all. */
const TRIES = 3;

/** The commit that a branch points to; null where there is no such branch, or no commit at all. */
export async function readBranch(github: GitHub, { owner, repository: repo }: RepositoryName, branch: string): Promise<string | null> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (thrown) {
    // 409: the repository is empty.
    if (statusOf(thrown) === 404 || statusOf(thrown) === 409) return null;
    throw githubFault(thrown, `read the branch ${branch}`);
  }
}

/**
 * Makes a branch, or moves none: one that is there already is left as it is.
 * @returns whether it points to that commit now
 */
export async function createBranch(
  github: GitHub,
  name: RepositoryName,
  { branch, commit }: { branch: string; commit: string },
): Promise<'created' | 'elsewhere'> {
  const { owner, repository: repo } = name;
  for (let left = TRIES; ; ) {
    try {
      await github.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref: `refs/heads/${branch}`, sha: commit });
      return 'created';
    } catch (thrown) {
      left -= 1;
      // 422: it is there already, perhaps since a try whose answer was lost.
      const present = isInDoubt(thrown) || statusOf(thrown) === 422 ? await readBranch(github, name, branch) : null;
      if (present !== null) return present === commit ? 'created' : 'elsewhere';
      if (!isInDoubt(thrown) || left === 0) throw githubFault(thrown, `make the branch ${branch}`);
    }
  }
}

/** Deletes a branch; one that is not there is deleted already. */
export async function deleteBranch(github: GitHub, { owner, repository: repo }: RepositoryName, branch: string): Promise<void> {
  try {
    await github.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { owner, repo, ref: `heads/${branch}` });
  } catch (thrown) {
    if (statusOf(thrown) === 404) return;
    const isGone = statusOf(thrown) === 422 && (await readBranch(github, { owner, repository: repo }, branch)) === null;
    if (!isGone) throw githubFault(thrown, `delete the branch ${branch}`);
  }
}
