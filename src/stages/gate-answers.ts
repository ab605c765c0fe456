import { Fault } from '../domain/errors.ts';
import type { PullRequestFault } from '../domain/pull-request/changed-files.ts';
import { ownComment } from '../domain/pull-request/own-comment.ts';
import { saveComment } from '../github/comment.ts';
import { ANSWER_BEGINNING, type Answer, answerComment, answerMarker, refusalAnswer } from '../render/answers.ts';
import { type Desk, type GateOutcome, pullRequestAt, reactTo } from './gate-desk.ts';

/** Answers on one pull request: to whoever asks, and in all. Beyond them there are reactions, the log and the job summary. */
const MOST_ANSWERS = { anyone: 10, maintainers: 40 } as const;

/**
 * Answers in a comment of its own, the same answer once, and no more than a bounded number. Where a conversation is too long to be
 * counted, only maintainers are answered.
 * @returns whether it was answered
 */
export async function reply(desk: Desk, { answer, to }: { answer: Answer; to: keyof typeof MOST_ANSWERS }): Promise<boolean> {
  const { comments, ownId, isLocked, isComplete } = desk.conversation;
  const marker = answerMarker(answer);
  const given = comments.filter(({ authorId, body }) => authorId === ownId && body.startsWith(ANSWER_BEGINNING)).length;
  const isKnown = ownComment(comments, { authorId: ownId, marker }) !== null;
  if (isLocked || isKnown || given >= MOST_ANSWERS[to] || (to === 'anyone' && !isComplete)) return false;
  try {
    await saveComment(desk.github, { event: pullRequestAt(desk), marker, body: answerComment(answer), known: null });
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== 'github-forbidden') throw thrown;
    desk.warn(`${thrown.message} ${thrown.mend ?? ''}`);
    return false;
  }
}

/** Tells a maintainer why nothing was started, with the line that would start it, where there is one. */
export async function refuse(desk: Desk, fault: PullRequestFault, line: string | null = null): Promise<GateOutcome> {
  await reply(desk, { answer: refusalAnswer(fault, { headSha: desk.conversation.headSha, line }), to: 'maintainers' });
  await reactTo(desk, 'confused');
  return { kind: 'refused', fault };
}
