import type { Result } from '../generated/result.ts';
import type { Failure } from './failure.ts';
import type { PublishedStanding } from './standing.ts';

/** What became of one submission when its pull request was merged. */
export type SubmissionPublication = { path: string } & (
  | {
      kind: 'published' | 'already-published';
      record: Result;
      bundleUrl: string;
      /** Null where the results repository does not tell it. */
      standing: PublishedStanding | null;
    }
  | { kind: 'refused'; failure: Failure }
);

/** A result whose submission was deleted: it stays as it is until somebody decides. */
export type PreparedWithdrawal = { path: string; recordName: string };

export type PublicationOutcome = 'published' | 'already-published' | 'cleaned-up' | 'refused' | 'nothing';

/** All that is told on a pull request once it is closed. */
export type PullRequestPublication = {
  outcome: PublicationOutcome;
  submissions: readonly SubmissionPublication[];
  withdrawals: readonly PreparedWithdrawal[];
  /** Whether the candidate is still there, for another try. */
  candidate: 'kept' | 'removed' | 'none';
};

/** The outcome of a merge by what became of each submission: what was published counts, whatever was refused beside it. */
export function outcomeOf(submissions: readonly SubmissionPublication[]): PublicationOutcome {
  const has = (kind: SubmissionPublication['kind']) => submissions.some((one) => one.kind === kind);
  if (has('published')) return 'published';
  if (has('refused')) return 'refused';
  return has('already-published') ? 'already-published' : 'nothing';
}
