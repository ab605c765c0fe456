import type { RepositoryPlace } from './blob.ts';
import type { GitHub } from './client.ts';
import { githubFault, isMissing } from './faults.ts';

/** What the bot says to a comment without a word. */
export type Reaction = 'eyes' | 'rocket' | '+1' | '-1' | 'confused';

/**
 * Reacts to a comment; the same reaction twice is one.
 * @returns false where the comment is not there any more
 * @throws Fault of the operator, code github-forbidden where the token may not
 */
export async function react(
  github: GitHub,
  { owner, repository }: RepositoryPlace,
  { commentId, content }: { commentId: number; content: Reaction },
): Promise<boolean> {
  try {
    await github.request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
      owner,
      repo: repository,
      comment_id: commentId,
      content,
    });
    return true;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw githubFault(thrown, 'react to the comment');
  }
}

/** The part of a question about comments that asks for their reactions. */
export const REACTIONS = 'reactionGroups { content viewerHasReacted }';

export type ReactionGroups = { content: string; viewerHasReacted: boolean }[] | null;

/** Whether the account of the token has put a rocket there. */
export const hasOwnRocket = (groups: ReactionGroups | undefined): boolean =>
  (groups ?? []).some(({ content, viewerHasReacted }) => content === 'ROCKET' && viewerHasReacted);
