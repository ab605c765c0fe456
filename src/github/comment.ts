import type { PullRequestAt } from '../domain/pull-request/event.ts';
import { type FoundComment, ownComment } from '../domain/pull-request/own-comment.ts';
import type { GitHub } from './client.ts';
import { githubFault, isInDoubt, isMissing } from './faults.ts';
import { askComments } from './overview.ts';

/** Tries to create a comment; before each but the first it is looked whether the one before succeeded after all. */
const TRIES = 3;

export type CommentRequest = { event: PullRequestAt; marker: string; body: string; known: FoundComment | null };

/**
 * Writes the bot's one comment: changes the known one, else creates it.
 * @throws Fault of the operator, code github-forbidden where the token may not comment or the conversation is locked
 */
export async function saveComment(github: GitHub, request: CommentRequest): Promise<void> {
  try {
    if (request.known !== null && (await changed(github, request, request.known.id))) return;
    await create(github, request);
  } catch (thrown) {
    throw githubFault(thrown, 'comment on the pull request');
  }
}

/** Changes a comment; gives false where somebody has deleted it. */
async function changed(github: GitHub, { event, body }: CommentRequest, id: number): Promise<boolean> {
  const { owner, repository: repo } = event;
  try {
    await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: id, body });
    return true;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw thrown;
  }
}

async function create(github: GitHub, request: CommentRequest): Promise<void> {
  const { event, body, marker } = request;
  const { owner, repository: repo, number } = event;
  for (let left = TRIES; ; ) {
    try {
      await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo, issue_number: number, body });
      return;
    } catch (thrown) {
      left--;
      if (!isInDoubt(thrown) || left === 0) throw thrown;
    }
    const { ownId, comments } = await askComments(github, event);
    const own = ownComment(comments, { authorId: ownId, marker });
    if (own !== null && (await changed(github, request, own.id))) return;
  }
}
