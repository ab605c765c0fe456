import { join, resolve } from 'node:path';
import { inputFault } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import type { Policy } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import type { ResultsStore } from '../ports/results-store.ts';
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
  /** Null rates it on no board. */
  store: ResultsStore | null;
  policy: Policy;
  edition: Edition | null;
  publication: PublishOutcome | null;
  /** The command that measures it again, or null. */
  reproduce: string | null;
};

/** Everything there is to say about a checked result. */
export async function reportOn(checked: CheckedFile, options: ReportOptions): Promise<Report> {
  if (checked.record === null) throw invalidFault(checked);
  const { publication, store } = options;
  const bundlePath = publication?.bundle ?? (checked.bundleFolder === null ? null : resolve(checked.bundleFolder));
  const kept = publication === null || store === null ? checked.path : join(store.place, publication.path);
  return buildReport({
    record: checked.record,
    verdict: checked.verdict,
    findings: checked.findings,
    snapshot: store === null ? null : await store.snapshot(),
    policy: options.policy,
    edition: options.edition,
    bundlePath,
    published: publication === null || store === null ? null : { place: store.place, commit: publication.commit, path: publication.path },
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
