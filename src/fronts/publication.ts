import { join, resolve } from 'node:path';
import { inputFault } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import type { Policy } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import type { ResultsStore, Snapshot } from '../ports/results-store.ts';
import { type PublishOutcome, publishRecord } from '../stages/publish.ts';
import { buildReport } from '../stages/report.ts';
import { VERSION } from '../version.ts';
import type { CheckedFile } from './checking.ts';
import { programName, shellWord } from './shell-words.ts';

/** Publishes a checked result to a local results repository, its bundle beside it. */
export function publishChecked(checked: CheckedFile, store: ResultsStore, policy: Policy): Promise<PublishOutcome> {
  if (checked.record === null) throw invalidFault(checked);
  return publishRecord({
    store,
    recordText: checked.text,
    verdict: checked.verdict,
    findings: checked.findings,
    policy,
    now: new Date(),
    builderVersion: VERSION,
    ...(checked.bundleFolder === null ? {} : { bundle: { folder: checked.bundleFolder, repository: store.place } }),
  });
}

export type ReportOptions = {
  /** The results repository's files; null rates it on no board. */
  snapshot: Snapshot | null;
  policy: Policy;
  edition: Edition | null;
  /** Where it was published, or null. */
  publication: { place: string; outcome: PublishOutcome } | null;
  /** The command that measures it again, or null. */
  reproduce: string | null;
};

/** Everything there is to say about a checked result. */
export async function reportOn(checked: CheckedFile, options: ReportOptions): Promise<Report> {
  if (checked.record === null) throw invalidFault(checked);
  const { publication, snapshot } = options;
  const bundlePath = publication?.outcome.bundle ?? (checked.bundleFolder === null ? null : resolve(checked.bundleFolder));
  const kept = publication === null ? checked.path : join(publication.place, publication.outcome.path);
  return buildReport({
    record: checked.record,
    verdict: checked.verdict,
    findings: checked.findings,
    snapshot,
    policy: options.policy,
    edition: options.edition,
    bundlePath,
    published:
      publication === null ? null : { place: publication.place, commit: publication.outcome.commit, path: publication.outcome.path },
    commands: { reproduce: options.reproduce, check: `${programName()} check ${shellWord(kept)}` },
  });
}

/** The fault of a result that cannot go on. */
export function invalidFault(checked: CheckedFile) {
  const reasons = checked.reasons.slice(0, 5).map(({ code, message }) => `${code}: ${message}`);
  return inputFault(`${checked.path} is invalid. ${reasons.join(' ')}`, {
    code: 'result-invalid',
    mend: `Every check: ${programName()} check ${shellWord(checked.path)}`,
  });
}
