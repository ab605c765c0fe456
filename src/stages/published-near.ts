import type { PublishedResult } from '../domain/checks/check.ts';
import { parseRecord } from '../domain/checks/form.ts';
import type { BoardDocument } from '../domain/leaderboard/board.ts';
import { entryOf } from '../domain/leaderboard/entry.ts';
import { publishedOf } from './leaderboard.ts';

/**
 * What is published near a result: every record of its model and task, and the rows of its board. Of the rows of other models neither
 * nonce nor plan are known, which are drawn and made for one submission each. A record that cannot be read is left out: publishing
 * names it.
 * @param records texts of the records of its model and task, by path
 */
export function publishedNear(records: ReadonlyMap<string, Uint8Array>, board: BoardDocument | null): PublishedResult[] {
  const own = [...records].flatMap(([path, bytes]) => {
    const { record } = parseRecord(new TextDecoder().decode(bytes));
    return record === null ? [] : [entryOf(record, path, null)];
  });
  const known = new Set(own.map(({ record }) => record));
  const rows = (board?.rows ?? []).filter(({ record }) => !known.has(record));
  const others = rows.map((row): PublishedResult => {
    const { recordName: name, record: path, model, whPer1000Queries } = row;
    return { name, path, nonce: '', model, task: board?.task ?? '', planDigest: '', whPer1000Queries, boardId: board?.id ?? '' };
  });
  return [...publishedOf(own), ...others];
}
