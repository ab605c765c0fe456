import type { Order } from '../domain/generated/order.ts';
import { recordPath } from '../domain/identifiers.ts';
import type { BoardDocument } from '../domain/leaderboard/board.ts';
import { competitorKey } from '../domain/leaderboard/entry.ts';
import type { Policy } from '../domain/policy.ts';
import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { Failure } from '../domain/pull-request/failure.ts';
import { ALREADY_PUBLISHED, type OrderOutcome } from '../domain/pull-request/reported.ts';
import type { OrderedPullRequest } from '../github/ordered-pull-request.ts';
import type { ValidatedFile } from './validate.ts';

/** The obstacle of a submission that the policy does not take any more. */
export const SUBMISSION_REFUSED = 'submission-refused';

/** Why nothing of a pull request is staged: it is closed, or is not at the commit any more that was measured. */
export function pullRequestObstacle(
  at: PullRequestAt,
  { state, headSha }: OrderedPullRequest,
  { isPublished }: { isPublished: boolean },
): Failure | null {
  if (isPublished) {
    return { code: ALREADY_PUBLISHED, message: 'Everything that was measured is published already.', mend: 'Nothing is left to do.' };
  }
  if (state === 'merged') {
    return {
      code: 'pull-request-merged',
      message: 'The pull request was merged before its measurement was over, so that there was nothing to publish.',
      mend: 'Open another one that changes the submission, and have that one measured before it is merged.',
    };
  }
  if (state === 'closed') {
    return {
      code: 'pull-request-closed',
      message: 'The pull request was closed while it was measured.',
      mend: 'Reopen it, and let a maintainer start the measurement again.',
    };
  }
  if (headSha === at.headSha) return null;
  return {
    code: 'head-moved',
    message: `The pull request has a newer commit, ${headSha}, which is not the one that was approved and measured.`,
    mend: 'Once the check of the newer commit is green, a maintainer has it measured:',
    command: `/benchmark ${headSha}`,
  };
}

/** Whether the file that was ordered is the one that the commit has. */
export function blobObstacle({ path, blob }: Order, { blobs }: OrderedPullRequest): Failure | null {
  if (blobs.get(path) === blob) return null;
  return {
    code: 'blob-moved',
    message: 'The commit does not have the submission that was ordered at this path.',
    mend: 'Let a maintainer start the measurement again.',
  };
}

/** Whether the policy that holds now still takes the submission. */
export function submissionObstacle({ errors }: ValidatedFile): Failure | null {
  const [first] = errors;
  if (first === undefined) return null;
  return {
    code: SUBMISSION_REFUSED,
    message: `The policy that holds now does not take this submission: ${first.code}, ${first.message}`,
    mend: 'Mend the submission, and have it measured again.',
  };
}

/** Scripted hardware measures nothing: its figures go into repositories of rehearsals alone. */
export function rehearsalObstacle(outcome: OrderOutcome, { rehearsal }: Policy): Failure | null {
  if (outcome.kind !== 'judged' || outcome.report.verdict !== 'rehearsal' || rehearsal) return null;
  return {
    code: 'P-rehearsal',
    message: 'The hardware was scripted, and the results repository is no rehearsal.',
    mend: 'Measure on real hardware, or use a results repository whose policy says rehearsal: true.',
  };
}

/**
 * A result that is not official is not staged where it would take the place of an official one.
 * @param board the board of the result, as it is published; null where there is none yet
 */
export function standingObstacle(outcome: OrderOutcome, board: BoardDocument | null): Failure | null {
  if (outcome.kind !== 'judged' || board?.standing !== 'official') return null;
  const { record, verdict } = outcome.report;
  if (verdict === 'official' || verdict === 'invalid') return null;
  const { model, variant } = record.plan;
  const own = competitorKey({ boardId: board.id, model: model.id, variant, origin: record.origin });
  const official = board.rows.find(
    (row) => row.rank !== null && competitorKey({ ...row, boardId: board.id }) === own && row.record !== recordPath(record),
  );
  if (official === undefined) return null;
  return {
    code: 'P-standing',
    message: `The result is ${verdict}, and would take the place of the official result ${official.recordName} of the same model.`,
    mend: 'Measure as the policy asks of an official result; or have the official one withdrawn first, if it does not hold.',
  };
}
