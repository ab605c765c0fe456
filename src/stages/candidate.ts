import { parseRecord } from '../domain/checks/form.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordName, recordPath } from '../domain/identifiers.ts';
import { bundleAsset, bundleTag } from '../domain/pull-request/candidate.ts';
import { deleteBranch } from '../github/refs.ts';
import { deleteAsset, listAssets, readRelease } from '../github/release-assets.ts';
import type { Snapshot } from '../ports/results-store.ts';
import type { RemoteResults } from './remote-store.ts';

/** A record as it lies in a candidate; null where the text is none, or another one than its path says. */
export type CandidateRecord = { path: string; text: string; record: Result | null };

/** The records that a candidate adds to what is published. */
export async function addedRecords(candidate: Snapshot, main: Snapshot): Promise<CandidateRecord[]> {
  const published = new Set(await main.list('results/'));
  const added = (await candidate.list('results/')).filter((path) => !published.has(path));
  const records: CandidateRecord[] = [];
  for (const path of added) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode((await candidate.read(path)) ?? new Uint8Array());
    const { record } = parseRecord(text);
    records.push({ path, text, record: record !== null && recordPath(record) === path ? record : null });
  }
  return records;
}

/**
 * Removes the bundles of records that are not published after all. One whose name a published record has stays: it is that one's.
 * @param main what is published
 */
export async function removeBundles(results: RemoteResults, given: readonly Result[], main: Snapshot): Promise<void> {
  const { github } = results;
  const taken = new Set((await main.list('results/')).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)));
  const records = given.filter((record) => !taken.has(recordName(record)));
  for (const [tag, ofMonth] of Map.groupBy(records, bundleTag)) {
    const release = await readRelease(github, results, tag);
    if (release === null) continue;
    const names = new Set(ofMonth.map(bundleAsset));
    for (const { id, name } of await listAssets(github, results, release.id)) {
      if (names.has(name)) await deleteAsset(github, results, id);
    }
  }
}

/** Removes a candidate with the bundles that it brought. The branch goes last: until then a rerun knows what is left to remove. */
export async function removeCandidate(
  results: RemoteResults,
  { branch, added, main }: { branch: string; added: readonly CandidateRecord[]; main: Snapshot },
): Promise<void> {
  await removeBundles(
    results,
    added.flatMap(({ record }) => record ?? []),
    main,
  );
  await deleteBranch(results.github, results, branch);
}
