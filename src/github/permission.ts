import type { Account } from '../domain/pull-request/comment-event.ts';
import type { RepositoryPlace } from './blob.ts';
import type { GitHub } from './client.ts';
import { githubFault, isMissing } from './faults.ts';

/** GitHub's older names, by which it answers: maintain counts as write there. */
const ENOUGH: ReadonlySet<string> = new Set(['write', 'maintain', 'admin']);

/**
 * Whether an account may write to a repository, by the permission API alone. The account's id has to be the one that is meant: a
 * login can change hands.
 * @throws Fault of the operator where GitHub cannot be asked; then nobody may
 */
export async function mayWrite(github: GitHub, { owner, repository }: RepositoryPlace, { id, login }: Account): Promise<boolean> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      owner,
      repo: repository,
      username: login,
    });
    return ENOUGH.has(data.permission) && data.user?.id === id;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw githubFault(thrown, 'look up the permission of who gave the command');
  }
}
