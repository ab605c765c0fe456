import type { Expected, PublishedResult } from '../domain/checks/check.ts';
import type { Result } from '../domain/generated/result.ts';
import type { Policy } from '../domain/policy.ts';
import { belongsTo, bundleUrl, type MergedSubmissions, submissionOf } from '../domain/pull-request/candidate.ts';
import { type Failure, inputFailure } from '../domain/pull-request/failure.ts';
import { expectedOf } from '../domain/pull-request/order.ts';
import type { SubmissionPublication } from '../domain/pull-request/publication.ts';
import { publishedStanding } from '../domain/pull-request/standing.ts';
import { type CheckedResult, checkResult } from './check.ts';
import { publishRecord } from './publish.ts';
import type { PublishPullRequestRequest } from './publish-pull-request.ts';
import { keptEvidence } from './published-evidence.ts';
import { remoteBranch } from './remote-store.ts';
import { failureOfOne } from './unforeseen.ts';

export type Promotion = {
  request: PublishPullRequestRequest;
  /** What the results repository holds before it. */
  published: readonly PublishedResult[];
  policy: Policy;
  branch: string;
  submissions: MergedSubmissions;
  /** The record as it lies in the candidate. */
  path: string;
  text: string;
  record: Result;
};

export const refusal = (path: string, failure: Failure): SubmissionPublication => ({ kind: 'refused', path, failure });

/** Publishes one staged record on the newest head, once it is known to be what was merged and still holds under the policy. */
export async function promote(promotion: Promotion): Promise<SubmissionPublication> {
  const { request, policy, branch, submissions, text, record } = promotion;
  const { results, event, now, builderVersion } = request;
  const submission = submissionOf(record);
  const other = otherBlob(record, submissions);
  if (other !== null) return refusal(submission, other);
  const judged = await judgeAgain(promotion).catch((thrown: unknown) => failureOfOne(thrown, { path: submission, warn: request.warn }));
  if ('code' in judged) return refusal(submission, judged);
  const { verdict, findings } = judged;
  const store = remoteBranch(results, branch);
  const by = `${event.owner}/${event.repository}#${event.number}`.slice(0, 100);
  const published = await publishRecord({ store, recordText: text, verdict, findings, policy, now, by, builderVersion }).catch(
    inputFailure,
  );
  if ('code' in published) return refusal(submission, published);
  const { kind, standing, changes } = published;
  const told = { policy, repository: { url: results.url, branch }, changes: kind === 'published' ? changes : null };
  return {
    kind,
    path: submission,
    record,
    bundleUrl: bundleUrl(results.url, record),
    standing: standing === null ? null : publishedStanding({ ...standing, ...told }),
  };
}

/** Why what was merged is not what was measured; null where it is. */
function otherBlob(record: Result, submissions: MergedSubmissions): Failure | null {
  const merged = submissions.submissions.get(submissionOf(record));
  const { identity } = record;
  const isSame = record.origin === 'self-reported' || (identity.kind === 'pull-request' && merged?.blob === identity.blob);
  if (isSame && belongsTo(record, submissions)) return null;
  return {
    code: 'other-blob',
    message: 'The file that was merged is not the one that was measured.',
    mend: 'A merged file is measured by a pull request that changes it.',
  };
}

/** Judges the record again, with its evidence, by the policy that holds now. */
async function judgeAgain({ request, published, policy, submissions, text, record }: Promotion): Promise<CheckedResult | Failure> {
  const opened = await keptEvidence(request.results, record, { policy, scratch: request.scratch });
  if (opened === null) {
    return {
      code: 'evidence-missing',
      message: 'Its evidence is not kept in the results repository.',
      mend: 'Rerun the job that stages it, then this one.',
    };
  }
  const { now } = request;
  const expected = expectedIn(record, submissions);
  const checked = checkResult({ text, evidence: opened.evidence, policy, expected, published, now });
  if (checked.verdict !== 'invalid') return checked;
  const named = checked.reasons.slice(0, 3).map(({ code, message }) => `${code}: ${message}`);
  return {
    code: 'checks-fail-now',
    message: `It does not pass the checks any more. ${named.join(' ')}`,
    mend: 'See policy.yaml of the results repository.',
  };
}

/** What the record has to say of itself: the pull request and what was merged are GitHub's word, its approval is the record's own. */
function expectedIn(
  { origin, identity, ...record }: Result,
  { repositoryId, pullRequest, submissions }: MergedSubmissions,
): Expected | null {
  const path = record.plan.submission.path;
  const merged = submissions.get(path);
  if (origin === 'self-reported' || identity.kind !== 'pull-request' || merged === undefined) return null;
  const { head, runId, attempt } = identity;
  const { blob, text: submission } = merged;
  return expectedOf({ repository: { id: repositoryId }, pullRequest, head, blob, runId, attempt, nonce: record.nonce, path, submission });
}
