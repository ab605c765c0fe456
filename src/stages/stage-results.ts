import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, inputFault, internalFault, operatorFault } from '../domain/errors.ts';
import type { Finding, Verdict } from '../domain/findings.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordName } from '../domain/identifiers.ts';
import type { AcceptedOrder } from '../domain/pull-request/accepted.ts';
import { bundleAsset, bundleTag } from '../domain/pull-request/candidate.ts';
import { artifactName } from '../domain/pull-request/order.ts';
import { isStageable } from '../domain/pull-request/reported.ts';
import { ensureRelease, putAsset } from '../github/release-assets.ts';
import type { Gathered } from './gather-report.ts';
import type { OpenedOrder } from './judge-result.ts';
import type { RemoteResults } from './remote-store.ts';
import { SUBMISSION_REFUSED } from './report-obstacles.ts';
import { packResult } from './self-reported.ts';
import { NOT_JUDGED } from './unforeseen.ts';

/** A result that was accepted, opened and judged again. */
export type ResultToStage = {
  artifact: string;
  text: string;
  record: Result;
  verdict: Verdict;
  findings: readonly Finding[];
  /** Where record and evidence lie. */
  folder: string;
};

/**
 * The accepted results as they were judged just now, each still the one that report has judged.
 * @throws Fault of the input: artifact-changed, result-refused, and those of evidence that its owner has changed or taken away; internal,
 * code result-not-judged
 */
export const resultsToStage = (accepted: readonly AcceptedOrder[], gathered: Gathered): ResultToStage[] =>
  accepted.map((one) => resultToStage(one, gathered));

function resultToStage({ order, recordDigest }: AcceptedOrder, { report, opened }: Gathered): ResultToStage {
  const artifact = artifactName(order);
  const submission = report.submissions.find((one) => one.artifact === artifact);
  const found = opened.find((one) => one.order === order);
  if (submission?.outcome.kind === 'failed' && submission.outcome.failure.code === NOT_JUDGED) {
    const { code, message, mend } = submission.outcome.failure;
    throw internalFault(`${order.path} cannot be staged now. ${message}`, { code, mend });
  }
  const gone = found === undefined ? null : evidenceFault(found);
  if (gone !== null) throw gone;
  if (submission === undefined || found === undefined || !('result' in found) || submission.outcome.kind !== 'judged') {
    throw changed(order.path, 'it holds no result any more');
  }
  if (submission.outcome.recordDigest !== recordDigest) throw changed(order.path, 'its record has another digest');
  const { record, verdict, findings } = submission.outcome.report;
  if (!isStageable(submission)) {
    const failed = findings.filter(({ status, effect }) => status === 'fail' && effect === 'invalid');
    const reasons = [...submission.obstacles, ...failed].slice(0, 3).map(({ code, message }) => `${code}: ${message}`);
    throw inputFault(`${order.path} cannot be staged now. ${reasons.join(' ')}`, {
      code: 'result-refused',
      mend: 'See policy.yaml of both repositories, or have it measured again.',
    });
  }
  return { artifact, text: found.result.text, record, verdict, findings, folder: found.result.folder };
}

/** Why there is no result now of a submission that names evidence; null where there is one, or it was measured. */
function evidenceFault(opened: OpenedOrder): Fault | null {
  if (opened.kind !== 'failed' && opened.kind !== 'refused') return null;
  const { order, file, failure } = opened;
  if (file.submission?.evidence === undefined && failure.code !== SUBMISSION_REFUSED) return null;
  // What cannot be fetched for now is nobody's fault but the host's; a rerun fetches it.
  const fault = opened.kind === 'failed' ? operatorFault : inputFault;
  return fault(`${order.path} cannot be staged now. ${failure.message}`, { code: failure.code, mend: failure.mend });
}

const changed = (path: string, why: string) =>
  inputFault(`The artifact of ${path} is not the one that was judged: ${why}. Nothing was staged.`, {
    code: 'artifact-changed',
    mend: 'Measure again. See who else can write artifacts in that run.',
  });

/** Puts the evidence of every result into its month's release. The same evidence is put there once. */
export async function keepBundles(
  results: RemoteResults,
  staged: readonly ResultToStage[],
  { branch, scratch }: { branch: string; scratch: string },
): Promise<void> {
  for (const { record, folder } of staged) {
    const tag = bundleTag(record);
    const month = tag.slice('bundles-'.length);
    const body = `The evidence of every result that was measured in ${month}: one archive for each record, named after it.`;
    const release = await ensureRelease(results.github, results, { tag, title: `Evidence of ${month}`, body, branch });
    // Packed anew: the same result gives the same bytes, and nothing else of a stranger's archive is published.
    const packed = await packResult(folder, join(scratch, `${recordName(record)}.tar.gz`));
    const content = await readFile(packed.file);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await putAsset(results.uploads, results, { release, file: { name: bundleAsset(record), content, sha256 } });
  }
}
