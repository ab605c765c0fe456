import { blobSha } from '../domain/blob-sha.ts';
import { internalFault } from '../domain/errors.ts';
import { countedGpuMinutes, longestMinutes, runnerLabels, timeoutMinutes } from '../domain/pull-request/allotment.ts';
import type { PullRequestFault } from '../domain/pull-request/changed-files.ts';
import { pullRequestFault } from '../domain/pull-request/checks.ts';
import type { Command } from '../domain/pull-request/command.ts';
import type { Account } from '../domain/pull-request/comment-event.ts';
import { matrixOf } from '../domain/pull-request/matrix.ts';
import type { Order } from '../domain/pull-request/order.ts';
import { isSelfReported, type JudgedSubmission, type UnderstoodSubmission } from '../domain/pull-request/validation.ts';
import { roughDuration } from '../render/estimate.ts';
import type { OrderedSubmission } from '../render/gate-comment.ts';
import type { Desk } from './gate-desk.ts';
import type { Judged, LookedUp } from './judge-submissions.ts';

/** A submission that is ordered: what the comment says of it, the order itself, and what it takes of a monthly limit. */
export type PlannedSubmission = OrderedSubmission & { order: Order; gpuMinutes: number };

export type PlanOrdersRequest = { wanted: Extract<Command, { kind: 'benchmark' }>; judged: Judged; lookedUp: LookedUp; desk: Desk };

/** The account that GitHub shows where one is gone. */
const GHOST: Account = { id: 10_137, login: 'ghost' };

/** Who a pull request's GPU minutes are counted for. */
export const submitterOf = ({ conversation }: Pick<Desk, 'conversation'>): Account => conversation.author ?? GHOST;

/** A job takes an order as one variable, of which Linux takes 128 KiB; all outputs of a job are at most 1 MB in UTF-16. */
const LARGEST_ORDER_BYTES = 120_000;
const LARGEST_OUTPUTS = 480_000;

/** Plans the orders of submissions that are valid, each with a nonce of its own; or tells why they are too much. */
export function planOrders(request: PlanOrdersRequest): { submissions: PlannedSubmission[] } | { fault: PullRequestFault } {
  const { wanted, judged } = request;
  const runner = runnerLabels(judged.policy, wanted.runner);
  if (runner === null) return { fault: pullRequestFault('P-order-runner', 'The policy does not list this label of a runner.') };
  const planned = judged.validation.submissions.map((one) => plannedOf(one, runner, request));
  const tooLong = planned.find(({ measured, understood }) => measured !== null && minutesOf(understood) > longestMinutes(judged.policy));
  if (tooLong !== undefined) return { fault: tooLongFault(tooLong, longestMinutes(judged.policy)) };
  return isTooLarge(planned) ? { fault: pullRequestFault('P-order-size', 'The order is too large.') } : { submissions: planned };
}

function isTooLarge(planned: readonly PlannedSubmission[]): boolean {
  const orders = planned.map(({ order }) => order);
  const matrix = matrixOf(planned.map(({ order, measured }) => ({ order, isMeasured: measured !== null })));
  if (orders.some((order) => Buffer.byteLength(JSON.stringify(order)) > LARGEST_ORDER_BYTES)) return true;
  return JSON.stringify(orders).length + JSON.stringify(matrix).length > LARGEST_OUTPUTS;
}

const minutesOf = ({ estimate }: UnderstoodSubmission): number => (estimate === null ? 0 : estimate.seconds.expected / 60);

function tooLongFault({ path, understood }: OrderedSubmission, most: number): PullRequestFault {
  const expected = roughDuration(minutesOf(understood) * 60);
  return pullRequestFault('P-order-minutes', `${path} would take about ${expected}; the policy allows ${roughDuration(most * 60)}.`);
}

function plannedOf(one: JudgedSubmission, runner: string[], { wanted, judged, lookedUp, desk }: PlanOrdersRequest): PlannedSubmission {
  const { path, understood, duplicates } = one;
  const { policy } = judged;
  const blob = lookedUp.overview.tree.get(path)?.sha;
  const submission = judged.files.find((file) => file.path === path)?.source ?? '';
  // Whatever was valid is what its blob says, byte by byte: the job that measures compares it again.
  if (understood === null || blob === undefined || blobSha(Buffer.from(submission)) !== blob) {
    throw internalFault(`${path} was to be ordered though its text is not that of its blob.`, { code: 'order-not-planned' });
  }
  const isMeasured = !isSelfReported(one);
  const minutes = timeoutMinutes(isMeasured ? understood.estimate : NO_TIME, policy);
  const order: Order = {
    schemaVersion: 1,
    repository: { id: desk.event.repositoryId, owner: desk.event.owner, name: desk.event.repository },
    pullRequest: desk.event.number,
    head: wanted.head,
    path,
    blob,
    submission,
    policy: lookedUp.overview.policy,
    nonce: desk.drawNonce(),
    runId: desk.run.id,
    attempt: desk.run.attempt,
    runs: isMeasured ? wanted.runs : null,
    runner: runner as Order['runner'],
    timeoutMinutes: minutes,
    approvedBy: desk.event.comment.author,
    submittedBy: submitterOf(desk),
  };
  const measured = isMeasured ? { runner, timeoutMinutes: minutes } : null;
  return { path, understood, measured, duplicates, order, gpuMinutes: isMeasured ? countedGpuMinutes(understood.estimate, policy) : 0 };
}

const NO_TIME = { seconds: { low: 0, expected: 0, high: 0 } };
