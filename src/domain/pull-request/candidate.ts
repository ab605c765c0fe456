import { sha256 } from '../canonical.ts';
import type { Result } from '../generated/result.ts';
import { recordName } from '../identifiers.ts';
import { submissionPath } from '../submission/location.ts';

/** The branch of the results repository that shows what a pull request would change there. */
export const candidateBranch = (pullRequest: number): string => `candidates/pr-${pullRequest}`;

/** The release that keeps a record's bundle: one a month. It follows from the record, so that nobody has to remember it. */
export const bundleTag = ({ measuredAt }: Pick<Result, 'measuredAt'>): string => `bundles-${measuredAt.slice(0, 7)}`;

/** Name of a record's bundle in its release. */
export const bundleAsset = (record: Result): string => `${recordName(record)}.tar.gz`;

/** Where a record's bundle is downloaded from. */
export const bundleUrl = (repositoryUrl: string, record: Result): string =>
  `${repositoryUrl}/releases/download/${bundleTag(record)}/${bundleAsset(record)}`;

/** The submission that a record answers: the one that was measured, or the one that brought its evidence. */
export function submissionOf(record: Result): string {
  const { model, task, variant, submission } = record.plan;
  if (record.origin !== 'self-reported') return submission.path;
  const [org = '', name = ''] = model.id.split('/');
  return submissionPath({ org, name, task, variant });
}

/** A pull request and its submissions as they were merged. */
export type MergedSubmissions = {
  repositoryId: number;
  pullRequest: number;
  /** By path. */
  submissions: ReadonlyMap<string, { blob: string; text: string }>;
};

/** Whether a record belongs to a pull request: a gate ordered it there, or a submission of it brought the evidence. */
export function belongsTo(record: Result, { repositoryId, pullRequest, submissions }: MergedSubmissions): boolean {
  const { identity, evidence } = record;
  if (record.origin === 'self-reported') {
    const merged = submissions.get(submissionOf(record));
    return merged !== undefined && sha256(merged.text) === evidence?.submissionSha256;
  }
  return identity.kind === 'pull-request' && identity.repositoryId === repositoryId && identity.pullRequest === pullRequest;
}
