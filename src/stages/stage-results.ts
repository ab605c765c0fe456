import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedResult } from '../domain/checks/check.ts';
import { inputFault, operatorFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordName, recordPath } from '../domain/identifiers.ts';
import { defaultPolicy, type Policy, policyFromText } from '../domain/policy.ts';
import type { AcceptedOrder } from '../domain/pull-request/accepted.ts';
import { bundleAsset, bundleTag } from '../domain/pull-request/candidate.ts';
import { ensureRelease, putAsset } from '../github/release-assets.ts';
import { type JudgedResult, judgeOrder, openOrder } from './judge-result.ts';
import type { RemoteResults } from './remote-store.ts';
import { packResult } from './self-reported.ts';

/** A result that was accepted, opened and judged again. */
export type ResultToStage = AcceptedOrder & {
  text: string;
  record: Result;
  judged: JudgedResult;
  /** Where record and evidence lie. */
  folder: string;
};

export type OpenRequest = {
  accepted: readonly AcceptedOrder[];
  artifacts: string;
  scratch: string;
  /** The results repository's policy, which judges. */
  policy: Policy;
  published: readonly PublishedResult[];
  fetch?: typeof globalThis.fetch;
};

/**
 * Opens every accepted artifact again, as a stranger's, and makes sure that it is still what report has judged.
 * @throws Fault of the input: artifact-changed, result-invalid; of the operator: evidence that cannot be fetched for now
 */
export async function openAccepted(request: OpenRequest): Promise<ResultToStage[]> {
  const results: ResultToStage[] = [];
  for (const one of request.accepted) results.push(await openOne(one, request));
  return results;
}

async function openOne({ order, recordDigest }: AcceptedOrder, request: OpenRequest): Promise<ResultToStage> {
  const { artifacts, scratch, policy, published, fetch } = request;
  const ordered = order.policy === null ? defaultPolicy() : policyFromText(order.policy, 'policy.yaml', operatorFault);
  const opened = await openOrder({ order, policy: ordered, artifacts, scratch, ...(fetch === undefined ? {} : { fetch }) });
  if (opened.kind !== 'opened' && opened.kind !== 'self-reported') throw changed(order.path, 'it holds no result any more');
  const judged = await judgeOrder(opened, { policy, published });
  const { record } = judged;
  if (record === null || judged.recordDigest !== recordDigest) throw changed(order.path, 'its record has another digest');
  if (judged.verdict === 'invalid') {
    const named = judged.reasons.slice(0, 3).map(({ code, message }) => `${code}: ${message}`);
    throw inputFault(`${order.path} cannot be staged under the policy of the results repository. ${named.join(' ')}`, {
      code: 'result-invalid',
      mend: 'See policy.yaml of the results repository.',
    });
  }
  return { order, recordDigest, text: opened.result.text, record, judged, folder: opened.result.folder };
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

/** Whether every one of the results is published already. */
export const allPublished = (staged: readonly ResultToStage[], paths: ReadonlySet<string>): boolean =>
  staged.every(({ record }) => paths.has(recordPath(record)));
