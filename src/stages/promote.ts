import type { Expected, PublishedResult } from '../domain/checks/check.ts';
import { Fault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordName } from '../domain/identifiers.ts';
import { type Ledger, ledgerPath, readLedger } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import { bundleUrl, type MergedSubmissions, submissionOf } from '../domain/pull-request/candidate.ts';
import { type Failure, failureOf } from '../domain/pull-request/failure.ts';
import type { SubmissionPublication } from '../domain/pull-request/publication.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { withoutBundle } from './candidate.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { publishRecord } from './publish.ts';
import type { PublishPullRequestRequest } from './publish-pull-request.ts';
import { remoteBranch } from './remote-store.ts';

export type Promotion = {
  request: PublishPullRequestRequest;
  /** The results repository before it, and what it holds. */
  main: Snapshot;
  published: readonly PublishedResult[];
  policy: Policy;
  branch: string;
  candidate: Snapshot | null;
  submissions: MergedSubmissions;
  /** The record as it lies in the candidate. */
  path: string;
  text: string;
  record: Result;
};

export const refusal = (path: string, failure: Failure): SubmissionPublication => ({ kind: 'refused', path, failure });

/** Publishes one staged record on the newest head, once it is known to be what was merged and still holds under the policy. */
export async function promote(promotion: Promotion): Promise<SubmissionPublication> {
  const { request, published, policy, branch, candidate, submissions, path, text, record } = promotion;
  const { results, event, now, builderVersion } = request;
  const submission = submissionOf(record);
  const other = otherBlob(record, submissions);
  if (other !== null) return refusal(submission, other);
  const staged = candidate === null ? null : await stagedLedger(candidate, record);
  if (staged === null || staged.record !== path) {
    return refusal(submission, {
      code: 'candidate-incomplete',
      message: 'The candidate does not say what the checks found.',
      mend: 'Rerun the job that stages it, then this one.',
    });
  }
  const { verdict, findings, reasons } = judgeCandidate({ text, staged, policy, expected: expectedOf(record, submissions), published });
  if (verdict === 'invalid') {
    const named = reasons.slice(0, 3).map(({ code, message }) => `${code}: ${message}`);
    return refusal(submission, {
      code: 'checks-fail-now',
      message: `It does not pass the checks any more. ${named.join(' ')}`,
      mend: 'See policy.yaml of the results repository.',
    });
  }
  if ((await withoutBundle(results, [record])).length > 0) {
    return refusal(submission, {
      code: 'bundle-missing',
      message: 'Its evidence is not kept in the results repository.',
      mend: 'Rerun the job that stages it, then this one.',
    });
  }
  try {
    const store = remoteBranch(results, branch);
    const by = `${event.owner}/${event.repository}#${event.number}`.slice(0, 100);
    const { kind } = await publishRecord({ store, recordText: text, verdict, findings, policy, now, by, builderVersion });
    return {
      kind,
      path: submission,
      model: record.plan.model.id,
      record: path,
      recordName: recordName(record),
      bundleUrl: bundleUrl(results.url, record),
    };
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.kind === 'input') return refusal(submission, failureOf(thrown));
    throw thrown;
  }
}

/** Why what was merged is not what was measured; null where it is. */
function otherBlob(record: Result, { submissions }: MergedSubmissions): Failure | null {
  const merged = submissions.get(submissionOf(record));
  const { identity, evidence } = record;
  const isSame =
    record.origin === 'self-reported'
      ? merged?.sha256 === evidence?.submissionSha256
      : identity.kind === 'pull-request' && merged?.blob === identity.blob;
  if (merged !== undefined && isSame) return null;
  return {
    code: 'other-blob',
    message: 'The file that was merged is not the one that was measured.',
    mend: 'A merged file is measured by a pull request that changes it.',
  };
}

async function stagedLedger(candidate: Snapshot, record: Result): Promise<Ledger | null> {
  const path = ledgerPath(recordName(record));
  const bytes = await candidate.read(path);
  return bytes === null ? null : readLedger(path, new TextDecoder().decode(bytes));
}

/** What the record has to say of itself: the pull request and the blob are GitHub's word, its approval is the record's own. */
function expectedOf({ origin, identity, nonce }: Result, { repositoryId, pullRequest, submissions }: MergedSubmissions): Expected {
  if (origin === 'self-reported' || identity.kind !== 'pull-request') return {};
  const merged = [...submissions.values()].find(({ blob }) => blob === identity.blob);
  const { head } = identity;
  return {
    repositoryId,
    pullRequest,
    head,
    nonce,
    ...(merged === undefined ? {} : { blob: merged.blob, submissionSha256: merged.sha256 }),
  };
}
