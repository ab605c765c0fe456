import type { RowIndex } from './row-index.ts';
import type { Row } from './rows.ts';
import type { SortKey } from './table-state.ts';

/** A board of which rows are shown. */
export type ShownBoard = {
  /** The first of its rows that are shown. */
  row: Row;
  /** How many of its rows are shown. */
  rows: number;
};

/** The lines of a table: board by board, since ranks and energies of different boards are no comparison. */
export type BoardLines = {
  boards: readonly ShownBoard[];
  /** The place of a row; or, below zero, the heading of the board that stands at the number's complement in boards. */
  lines: Int32Array;
};

/** What orders the boards themselves. */
const OF_BOARDS: readonly SortKey[] = ['task', 'class', 'hardware'];

/**
 * The lines that show rows in an order: each board's rows together and in that order, under a heading where there are several boards.
 * Boards stand as they came, the official one of a task first, or as the first of their rows does where the order is one of boards.
 */
export function linesOf(index: RowIndex, places: Uint32Array, sort: SortKey): BoardLines {
  const { codes, values } = index.facets.board;
  const counts = new Uint32Array(values.length + 1);
  const firsts = new Map<number, number>();
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const code = codes[place] as number;
    if (counts[code] === 0) firsts.set(code, place);
    counts[code] = (counts[code] as number) + 1;
  }
  const order = [...firsts.keys()];
  if (!OF_BOARDS.includes(sort)) order.sort((a, b) => a - b);
  const boards = order.map((code) => ({ row: index.rows[firsts.get(code) as number] as Row, rows: counts[code] as number }));
  if (order.length < 2) return { boards, lines: Int32Array.from(places) };
  const lines = new Int32Array(places.length + order.length);
  const next = new Uint32Array(values.length + 1);
  let start = 0;
  for (const [number, code] of order.entries()) {
    lines[start] = ~number;
    next[code] = start + 1;
    start += 1 + (counts[code] as number);
  }
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const code = codes[place] as number;
    const to = next[code] as number;
    lines[to] = place;
    next[code] = to + 1;
  }
  return { boards, lines };
}
