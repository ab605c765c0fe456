import { operatorFault } from '../domain/errors.ts';
import { CITATION, FEED, LEADERBOARD, PARQUET } from '../domain/leaderboard/files.ts';
import type { Policy } from '../domain/policy.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { datasetCard } from '../render/dataset-card.ts';

/** Folders that a mirror holds whole: whatever else lies in them there goes. */
export const MIRRORED_FOLDERS = [LEADERBOARD, 'editions/'] as const;

/**
 * The files of a results repository that a mirror holds, by path: the data, the editions, and a card in place of the README. Records
 * and evidence stay where they are.
 * @throws Fault of the operator, code mirror-nothing, where nothing was built yet
 */
export async function mirrorFiles(snapshot: Snapshot, policy: Policy): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([['README.md', Buffer.from(datasetCard(policy))]]);
  for (const folder of MIRRORED_FOLDERS) for await (const { path, bytes } of snapshot.readAll(folder)) files.set(path, bytes);
  for (const path of [FEED, CITATION]) {
    const bytes = await snapshot.read(path);
    if (bytes !== null) files.set(path, bytes);
  }
  if (files.has(PARQUET)) return files;
  throw operatorFault(`The results repository has no ${PARQUET}.`, {
    code: 'mirror-nothing',
    mend: 'Build it first: ai-energy-score leaderboard build --repo DIR, and commit it.',
  });
}
