import type { PullRequestAt } from '../domain/pull-request/event.ts';
import { type FoundComment, ownComment } from '../domain/pull-request/own-comment.ts';
import type { GitHub } from './client.ts';
import { askMoreComments, type Overview } from './overview.ts';

/**
 * The bot's own comment with a marker: among those at hand, or, where somebody has written more than 200, among the 100 that
 * follow the oldest. It is written within a minute after the pull request is opened.
 */
export async function findOwnComment(
  github: GitHub,
  at: PullRequestAt,
  { ownId, comments, moreComments }: Pick<Overview, 'ownId' | 'comments' | 'moreComments'>,
  marker: string,
): Promise<FoundComment | null> {
  const own = { authorId: ownId, marker };
  const found = ownComment(comments, own);
  if (found !== null || moreComments === null) return found;
  return ownComment(await askMoreComments(github, at, moreComments), own);
}
