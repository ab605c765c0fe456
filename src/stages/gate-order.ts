import type { PullRequestFault } from '../domain/pull-request/changed-files.ts';
import { pullRequestFault } from '../domain/pull-request/checks.ts';
import type { Command } from '../domain/pull-request/command.ts';
import { type BenchmarkCommand, earlierOrder } from '../domain/pull-request/earlier-order.ts';
import { validationVerdict } from '../domain/pull-request/validation.ts';
import { saveComment } from '../github/comment.ts';
import { findOwnComment } from '../github/find-comment.ts';
import { react } from '../github/reaction.ts';
import { approvalComment } from '../render/gate-comment.ts';
import { PULL_REQUEST_MARKER } from '../render/validation-comment.ts';
import { refuse } from './gate-answers.ts';
import { type Desk, type GateOutcome, pullRequestAt } from './gate-desk.ts';
import { type PlannedSubmission, planOrders } from './gate-plan.ts';
import { takeFromQuota } from './gate-quota.ts';
import { judgeSubmissions, lookUpPullRequest } from './judge-submissions.ts';

type Ordering = Extract<Command, { kind: 'benchmark' | 'rerun' }>;

/** Approves a commit and orders what is to be measured of it: nothing, unless everything about it is in order. */
export async function orderMeasurement(command: Ordering, desk: Desk): Promise<GateOutcome> {
  const { github, event, conversation } = desk;
  const wanted = wantedBy(command, desk);
  if ('fault' in wanted) return refuse(desk, wanted.fault, wanted.line);
  const isThere = await react(github, event, { commentId: event.comment.id, content: 'eyes' });
  if (!isThere) return { kind: 'ignored', why: 'The comment was deleted.' };

  const at = { ...pullRequestAt(desk), headSha: wanted.head };
  const lookedUp = await lookUpPullRequest(github, at);
  const { overview } = lookedUp;
  if (overview.headSha !== wanted.head) return refuse(desk, headFault(overview.headSha), `/benchmark ${overview.headSha}`);
  const judged = await judgeSubmissions({ ...desk, at, runs: wanted.runs }, lookedUp);
  const verdict = validationVerdict(judged.validation);
  if (verdict !== 'ready') return refuse(desk, NOT_READY[verdict](judged.validation.hubTrouble));
  const plan = planOrders({ wanted, judged, lookedUp, desk });
  if ('fault' in plan) return refuse(desk, plan.fault);
  const { submissions } = plan;
  const quota = await takeFromQuota(desk, { policy: judged.policy, gpuMinutes: sumOf(submissions), isGuess: submissions.some(isGuess) });
  if (quota !== null) return quota;

  // The reaction marks the commit as ordered. It comes first: a comment must not promise what has not been marked.
  if (!(await react(github, event, { commentId: event.comment.id, content: 'rocket' })))
    return { kind: 'ignored', why: 'The comment was deleted.' };
  const runUrl = `${desk.run.runsUrl}/${desk.run.id}`;
  const comment = approvalComment({ headSha: wanted.head, approvedBy: event.comment.author, runUrl, ordered: submissions });
  const known = await findOwnComment(github, at, overview, PULL_REQUEST_MARKER);
  await saveComment(github, { event: { ...at, headSha: conversation.headSha }, marker: PULL_REQUEST_MARKER, body: comment, known });
  return { kind: 'ordered', orders: submissions.map(({ order, measured }) => ({ order, isMeasured: measured !== null })), comment };
}

const sumOf = (submissions: readonly PlannedSubmission[]): number => submissions.reduce((sum, { gpuMinutes }) => sum + gpuMinutes, 0);

/** Whether nobody knows how long it takes, so that it counts as the longest there is. */
const isGuess = ({ measured, understood }: PlannedSubmission): boolean => measured !== null && understood.estimate === null;

const headFault = (headSha: string): PullRequestFault =>
  pullRequestFault('P-order-head', `The commit is not the newest of this pull request, which is ${headSha}.`);

const NOT_READY = {
  faulty: () => pullRequestFault('P-order-faulty', 'The submission is at fault.'),
  nothing: () => pullRequestFault('P-order-none', 'This pull request holds no submission.'),
  removal: () => pullRequestFault('P-order-none', 'This pull request takes a submission out.'),
  unknown: (trouble: string | null) => pullRequestFault('P-order-hub', `The Hub could not be asked: ${trouble ?? ''}`),
} as const;

type Refused = { fault: PullRequestFault; line: string | null };

/** What a command asks for, or why it cannot be given; the submissions have not been looked at by then. */
function wantedBy(command: Ordering, { conversation, event }: Desk): BenchmarkCommand | Refused {
  const { state, isDraft, isLocked, headSha } = conversation;
  const refused = (code: string, message: string, line: string | null = null): Refused => ({
    fault: pullRequestFault(code, message),
    line,
  });
  if (state !== 'open') return refused('P-order-closed', `The pull request is ${state}.`);
  if (isDraft) return refused('P-order-draft', 'The pull request is a draft.');
  if (isLocked) return refused('P-order-locked', 'The conversation is locked.');
  if (command.head !== headSha) return { fault: headFault(headSha), line: `/benchmark ${headSha}` };
  const others = conversation.comments.filter(({ id }) => id !== event.comment.id);
  const earlier = earlierOrder(others, command.head);
  if (command.kind === 'rerun') return earlier ?? refused('P-order-never', 'Nothing was ordered of this commit.', `/benchmark ${headSha}`);
  return earlier === null ? command : refused('P-order-again', 'This commit was ordered before.', `/rerun ${headSha}`);
}
