import type { LoopbackRepository } from './repository.ts';
import { closePullRequest } from './state.ts';

/** Lets the open pull requests of a branch follow it, as GitHub does: one whose branch is gone is closed. */
export function followBranch(repository: LoopbackRepository, reference: string): void {
  const head = repository.git.commitOf(reference);
  for (const pullRequest of repository.pullRequests) {
    const isOwn = pullRequest.from === repository.owner && `refs/heads/${pullRequest.headBranch}` === reference;
    if (!isOwn || pullRequest.state !== 'open') continue;
    if (head === null) closePullRequest(pullRequest);
    else pullRequest.headSha = head;
  }
}
