import type { Result } from '../domain/generated/result.ts';
import { boardId, boardOf, recordName } from '../domain/identifiers.ts';
import type { BoardDocument, BoardRow } from '../domain/leaderboard/board.ts';
import { labelFolder, type PlannedLabel } from '../domain/leaderboard/label-plan.ts';
import { labelsIn, VERIFY } from '../domain/leaderboard/verify.ts';
import type { Policy } from '../domain/policy.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { boardPath } from './report.ts';

/** The board that lists a published result, its row, and the path of its label without its ending. */
export type Standing = { board: BoardDocument; row: BoardRow; stem: string | null };

/** Where a result stands on boards that were just built. */
export function standingOn(boards: readonly BoardDocument[], labels: readonly PlannedLabel[], record: Result): Standing | null {
  const name = recordName(record);
  const id = boardId(boardOf(record));
  const board = boards.find((one) => one.id === id);
  const row = board?.rows.find((one) => one.recordName === name);
  if (board === undefined || row === undefined) return null;
  return { board, row, stem: labels.find((label) => label.board === id && label.record === row.record)?.stem ?? null };
}

/** Where a result stands by the files of a results repository; null where they do not tell: what is said of it is no place to fail at. */
export async function readStanding(snapshot: Pick<Snapshot, 'read'>, record: Result, policy: Policy): Promise<Standing | null> {
  const name = recordName(record);
  const board = boardIn(await textOf(snapshot, boardPath(boardId(boardOf(record)))));
  const row = board?.rows.find((one) => one.recordName === name);
  if (board === null || row === undefined) return null;
  const labels = labelsIn((await textOf(snapshot, `${VERIFY}${labelFolder(board, policy)}.json`)) ?? '');
  return { board, row, stem: labels.find((label) => label.recordName === name)?.stem ?? null };
}

async function textOf(snapshot: Pick<Snapshot, 'read'>, path: string): Promise<string | null> {
  const bytes = await snapshot.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

function boardIn(text: string | null): BoardDocument | null {
  if (text === null) return null;
  try {
    const board = JSON.parse(text) as BoardDocument;
    return Array.isArray(board.rows) ? board : null;
  } catch {
    return null;
  }
}
