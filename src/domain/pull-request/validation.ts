import type { Estimate } from '../estimate/estimate.ts';
import type { Range } from '../estimate/range.ts';
import type { LocatedFault } from '../findings.ts';
import type { Submission } from '../generated/submission.ts';
import type { PullRequestFault } from './changed-files.ts';
import type { SuggestedChange } from './suggested-change.ts';

/** A submission that was understood, and what would run. */
export type UnderstoodSubmission = {
  submission: Submission;
  variant: string | null;
  /** Null where nothing tells it. */
  parameters: number | null;
  /** What the model's card states, in the form of records; null where nothing tells it. */
  licence: string | null;
  /** What it would run on. */
  hardware: string;
  queries: number;
  runs: Range;
  /** Whether nobody knows how long its answers get. */
  loud: boolean;
  /** Null where nothing tells it; why stands in reason. */
  estimate: Estimate | null;
  reason: string | null;
};

/** One submission of a pull request. */
export type JudgedSubmission = {
  path: string;
  /** By place; empty where it is valid. */
  faults: (LocatedFault & { change: SuggestedChange | null })[];
  /** Null where it is not valid. */
  understood: UnderstoodSubmission | null;
  /** Other open pull requests that change the same file. */
  duplicates: number[];
  /** Paths of published results of the same model, revision, task and variant. */
  published: string[];
};

/** What is found about a pull request at one commit. */
export type PullRequestValidation = {
  headSha: string;
  /** Empty where the pull request holds no submission. */
  submissions: JudgedSubmission[];
  /** Submissions that it takes out, where it does nothing else. */
  removed: string[];
  /** What is wrong with the pull request as a whole. */
  faults: PullRequestFault[];
  /** Whether this very commit was ordered before. */
  isOrdered: boolean;
  /** Why the Hub could not be asked; null where it was. Nothing is approved before it was. */
  hubTrouble: string | null;
};

/** Whether a submission brings its own evidence: it is then checked, and nothing is measured. */
export const isSelfReported = ({ understood }: JudgedSubmission): boolean => understood?.submission.evidence !== undefined;

/** What follows: measure it, mend it, try again later, prepare a withdrawal at the merge, or nothing. */
export type ValidationVerdict = 'ready' | 'faulty' | 'unknown' | 'removal' | 'nothing';

/** The verdict on a pull request as a whole; a fault that was found counts before one that could not be looked for. */
export function validationVerdict({ submissions, removed, faults, hubTrouble }: PullRequestValidation): ValidationVerdict {
  if (faults.length > 0 || submissions.some((one) => one.faults.length > 0)) return 'faulty';
  if (removed.length > 0) return 'removal';
  if (submissions.length === 0) return 'nothing';
  return hubTrouble === null ? 'ready' : 'unknown';
}
