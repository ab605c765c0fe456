import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import type { Policy } from '../domain/policy.ts';
import { bundleAsset, bundleTag } from '../domain/pull-request/candidate.ts';
import { downloadAsset } from '../github/download-asset.ts';
import { listAssets, readRelease } from '../github/release-assets.ts';
import { type OpenedResult, openPacked } from './packed-result.ts';
import type { RemoteResults } from './remote-store.ts';

/**
 * The evidence of a staged record out of its release, unpacked as a stranger's.
 * @returns null where it is not there
 * @throws Fault of the input: evidence-too-large, and those of openPacked; of the operator, where it cannot be fetched
 */
export async function keptEvidence(
  results: RemoteResults,
  record: Result,
  { policy, scratch }: { policy: Policy; scratch: string },
): Promise<OpenedResult | null> {
  const release = await readRelease(results.github, results, bundleTag(record));
  const assets = release === null ? [] : await listAssets(results.github, results, release.id);
  const asset = assets.find(({ name, bytes }) => name === bundleAsset(record) && bytes > 0);
  if (asset === undefined) return null;
  const { bytes, unpackedBytes } = policy.evidence;
  if (asset.bytes > bytes) {
    throw inputFault(`The evidence in its release has ${asset.bytes} bytes, and the policy takes ${bytes}.`, {
      code: 'evidence-too-large',
      mend: 'See evidence.bytes in the policy of the results repository.',
    });
  }
  const content = await downloadAsset(results.github, results, { asset, wait: results.wait, timeLimit: results.timeLimit });
  const folder = await mkdtemp(join(scratch, 'evidence-'));
  const archive = join(folder, bundleAsset(record));
  await writeFile(archive, content);
  return openPacked(archive, join(folder, 'opened'), { unpackedBytes });
}
