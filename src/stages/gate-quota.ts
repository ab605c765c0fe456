import { counted } from '../domain/plural.ts';
import type { Policy } from '../domain/policy.ts';
import { type Allotment, allotmentOf } from '../domain/pull-request/allotment.ts';
import type { PullRequestFault } from '../domain/pull-request/changed-files.ts';
import { pullRequestFault } from '../domain/pull-request/checks.ts';
import { monthOf, type ReceiptComment, receiptedMinutes, receiptLine } from '../domain/pull-request/receipt.ts';
import { saveComment } from '../github/comment.ts';
import { askOlderComments } from '../github/conversation.ts';
import { askMonthComments } from '../github/month-receipts.ts';
import { answerComment, answerMarker, receiptText, refusalAnswer } from '../render/answers.ts';
import { refuse } from './gate-answers.ts';
import { type Desk, type GateOutcome, pullRequestAt, reactTo } from './gate-desk.ts';
import { submitterOf } from './gate-plan.ts';

/**
 * Takes an order's GPU minutes from what the submitter's pull requests may be given in a month. The receipt is written first and
 * counted after: of two orders at one time, the later receipt sees the earlier one. A receipt that is over the limit is rewritten,
 * and what was rewritten counts no more.
 * @returns what became of the command where it is refused; null where the order stands
 */
export async function takeFromQuota(
  desk: Desk,
  { policy, gpuMinutes, isGuess }: { policy: Policy; gpuMinutes: number; isGuess: boolean },
): Promise<GateOutcome | null> {
  const allotment = allotmentOf(policy, submitterOf(desk).id);
  if (allotment === null || gpuMinutes === 0) return null;
  if (gpuMinutes > allotment.gpuMinutes) return refuse(desk, quotaFault(allotment, { gpuMinutes, used: 0, isGuess }));
  const { run, github, event, conversation } = desk;
  const line = receiptLine({ runId: run.id, attempt: run.attempt, gpuMinutes });
  const at = pullRequestAt(desk);
  const text = receiptText(allotment, { gpuMinutes, runUrl: `${run.runsUrl}/${run.id}` });
  await saveComment(github, { event: at, marker: line, body: `${line}\n${text}\n`, known: null });
  const { comments } = await askOlderComments(github, event, { number: event.number, before: null });
  const receipt = comments.findLast(({ authorId, body }) => authorId === conversation.ownId && body.startsWith(line));
  if (receipt === undefined) return refuse(desk, UNKNOWN);
  const used = await usedBefore(desk, receipt, allotment);
  if (used !== null && used + gpuMinutes <= allotment.gpuMinutes) return null;

  const fault = used === null ? UNKNOWN : quotaFault(allotment, { gpuMinutes, used, isGuess });
  const answer = refusalAnswer(fault, { headSha: conversation.headSha, line: null });
  await saveComment(github, { event: at, marker: answerMarker(answer), body: answerComment(answer), known: receipt });
  await reactTo(desk, 'confused');
  return { kind: 'refused', fault };
}

/** GPU minutes of the receipts before one, in its month; null where there is too much to count. */
async function usedBefore(
  { github, event, conversation }: Desk,
  { id, createdAt }: ReceiptComment,
  { members }: Allotment,
): Promise<number | null> {
  const month = monthOf(createdAt);
  const comments = await askMonthComments(github, event, { members, month });
  return comments === null ? null : receiptedMinutes(comments, { ownId: conversation.ownId, month, before: id });
}

const UNKNOWN = pullRequestFault('P-order-quota-unknown', 'What was given to this submitter in this month is too much to count.');

type Asked = { gpuMinutes: number; used: number; isGuess: boolean };

function quotaFault({ team, gpuMinutes: most }: Allotment, { gpuMinutes, used, isGuess }: Asked): PullRequestFault {
  const whose = team === null ? 'the submitter' : 'the team';
  const why = isGuess
    ? 'Nothing tells how long it takes, so that it counts as the longest measurement that bot.maximumMinutes allows. '
    : '';
  const takes = `${why}It would take ${counted(gpuMinutes, 'GPU minute')}`;
  const message = `${takes}; of the ${most} that ${whose} may be given in a month, ${used} are taken.`;
  const fault = pullRequestFault('P-order-quota', message);
  return isGuess
    ? {
        ...fault,
        mend: 'Raise the limit, or lower bot.maximumMinutes, in policy.yaml; a published result of the model tells the time as well.',
      }
    : fault;
}
