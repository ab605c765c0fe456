import type { Edition } from '../generated/edition.ts';
import { type TaskKey, taskOf } from '../tasks.ts';
import type { BoardDocument } from './board.ts';
import { COLUMNS } from './columns.ts';
import { kilowattHours } from './kilowatt-hours.ts';

/** Text that stands in a cell as it is. */
const HARMLESS = /^(?![=+\-@])[ !#-+\--~]*$/;

/**
 * A cell after RFC 4180, on one line. A text that a spreadsheet would take for a formula, because it begins with = + - or @, gets an
 * apostrophe before it; numbers never do.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (HARMLESS.test(value)) return value;
  const line = value.replace(/\p{Cc}+/gu, ' ');
  const text = /^\s*[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const linesOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** Every row of a board with every column. */
export function fullCsv(board: BoardDocument): string {
  const header = COLUMNS.map(({ name }) => name).join(',');
  return linesOf([header, ...board.rows.map((row) => COLUMNS.map(({ value }) => csvCell(value(row, board))).join(','))]);
}

/** The columns of the published files; energies are kWh per 1,000 queries, whatever the name says. */
const publishedHeader = (task: TaskKey): string => `model,total_gpu_energy,energy_score${hasClasses(task) ? ',class' : ''}`;

const hasClasses = (task: TaskKey): boolean => taskOf(task).classes === 'stars per class';

type PublishedRow = { model: string; whPer1000Queries: number; stars: number; class: BoardDocument['class'] };

function publishedLine(task: TaskKey, row: PublishedRow): string {
  const cells = [csvCell(row.model), kilowattHours(row.whPer1000Queries), String(row.stars)];
  return [...cells, ...(hasClasses(task) ? [csvCell(row.class)] : [])].join(',');
}

/**
 * Whether a board's rows can stand in a file of the published columns: GPU energy read from a counter, a star in every row, and
 * nothing that those columns cannot say. Their stars follow from their rows, so a board with rows of other origins is left out.
 */
export const isPublishable = ({ scope, quality, starsNote, rows }: BoardDocument): boolean =>
  scope === 'gpu' &&
  quality === 'counter' &&
  starsNote === null &&
  rows.every(({ stars, origin }) => stars === null || origin === 'measured');

const publishedLines = (board: BoardDocument): string[] =>
  board.rows.flatMap((row) => (row.stars === null ? [] : [publishedLine(board.task, { ...row, stars: row.stars, class: board.class })]));

/** The rows with stars of a publishable board, with exactly the published columns. */
export const publishedCsv = (board: BoardDocument): string => linesOf([publishedHeader(board.task), ...publishedLines(board)]);

/** The same of all boards, by the published files' names: one folder per hardware profile, one file per task with all its classes. */
export function publishedFolders(boards: readonly BoardDocument[]): Map<string, string> {
  const lines = new Map<string, string[]>();
  for (const board of boards) {
    if (!isPublishable(board)) continue;
    const path = `${board.profile}/${taskOf(board.task).publishedFile}.csv`;
    const known = lines.get(path) ?? [publishedHeader(board.task)];
    lines.set(path, [...known, ...publishedLines(board)]);
  }
  return new Map([...lines].map(([path, all]) => [path, linesOf(all)]));
}

/** An edition's rows as the published files, by their names. */
export function editionCsv(edition: Edition): Map<string, string> {
  const byTask = Map.groupBy(edition.rows, ({ task }) => task);
  return new Map(
    [...byTask].map(([task, rows]) => {
      const lines = rows.map((row) => publishedLine(task, { ...row, whPer1000Queries: row.gpuWhPer1000Queries }));
      return [`${taskOf(task).publishedFile}.csv`, linesOf([publishedHeader(task), ...lines])];
    }),
  );
}
