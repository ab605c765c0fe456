import type { Finding } from '../findings.ts';
import type { Report } from '../report.ts';
import type { PullRequestAt } from './event.ts';
import type { Failure } from './failure.ts';

/** The obstacle of a job that was run again once all was done. */
export const ALREADY_PUBLISHED = 'already-published';

/** What came of one order. */
export type OrderOutcome =
  | { kind: 'judged'; report: Report; recordDigest: string }
  /** A result whose record cannot be read; it is invalid. */
  | { kind: 'unreadable'; findings: readonly Finding[] }
  /** The run says itself that it failed. */
  | { kind: 'failed'; failure: Failure }
  /** What came back, or what the submission names, is no result. */
  | { kind: 'refused'; failure: Failure }
  | { kind: 'missing' };

/** One submission of a pull request, once its measurement is over. */
export type ReportedSubmission = {
  path: string;
  /** Name of its artifact, which tells the orders of one run apart. */
  artifact: string;
  outcome: OrderOutcome;
  /** Why a sound result of it is not staged all the same; empty where nothing stands in the way. */
  obstacles: readonly Failure[];
  /** Where its label's picture is; null where there is none yet. */
  labelUrl: string | null;
  /** Where its evidence is kept; null where it is not kept yet. */
  bundleUrl: string | null;
};

/** All that is told on a pull request once its measurements are over. */
export type PullRequestReport = {
  /** The pull request at the commit that was measured. */
  at: PullRequestAt;
  state: 'open' | 'closed' | 'merged';
  submissions: readonly ReportedSubmission[];
  /** Why nothing is staged, whatever the results are; null where nothing stands in the way. */
  obstacle: Failure | null;
  /** Artifacts of the run that nobody ordered. */
  ignored: readonly string[];
  /** What was prepared in the results repository; null where nothing is yet. */
  candidate: { compareUrl: string } | null;
};

export type SubmissionVerdict = 'official' | 'unofficial' | 'rehearsal' | 'invalid' | 'failed' | 'missing';

/** What is to be said of a submission in one word. */
export function submissionVerdict({ outcome }: Pick<ReportedSubmission, 'outcome'>): SubmissionVerdict {
  if (outcome.kind === 'judged') {
    const { verdict, rehearsal } = outcome.report;
    return rehearsal && verdict !== 'invalid' ? 'rehearsal' : verdict;
  }
  if (outcome.kind === 'failed' || outcome.kind === 'missing') return outcome.kind;
  return 'invalid';
}

/** Whether there is a result of which the figure may stand. */
export const isMeasured = (submission: Pick<ReportedSubmission, 'outcome'>): boolean =>
  ['official', 'unofficial', 'rehearsal'].includes(submissionVerdict(submission));

/** Whether a submission's result can be staged. */
export const isStageable = (submission: ReportedSubmission): boolean => isMeasured(submission) && submission.obstacles.length === 0;

/** What can be staged: the artifacts and the digests of their records; nothing where something stands in the way of all. */
export function acceptedOf({ submissions, obstacle }: PullRequestReport): { artifact: string; recordDigest: string }[] {
  if (obstacle !== null) return [];
  return submissions
    .filter(isStageable)
    .flatMap(({ artifact, outcome }) => (outcome.kind === 'judged' ? [{ artifact, recordDigest: outcome.recordDigest }] : []));
}
