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

const HEADER = `${COLUMNS.map(({ name }) => name).join(',')}\n`;

/** Every row of a board with every column, line by line. */
export function* fullCsv(board: BoardDocument): Generator<string> {
  yield HEADER;
  for (const row of board.rows) yield `${COLUMNS.map(({ value }) => csvCell(value(row, board))).join(',')}\n`;
}

/** The columns of the published files; energies are kWh per 1,000 queries, whatever the name says. */
const publishedHeader = (task: TaskKey): string => `model,total_gpu_energy,energy_score${hasClasses(task) ? ',class' : ''}\n`;

const hasClasses = (task: TaskKey): boolean => taskOf(task).classes === 'stars per class';

type PublishedRow = { model: string; whPer1000Queries: number; stars: number; class: BoardDocument['class'] };

function publishedLine(task: TaskKey, row: PublishedRow): string {
  const cells = [csvCell(row.model), kilowattHours(row.whPer1000Queries), String(row.stars)];
  return `${[...cells, ...(hasClasses(task) ? [csvCell(row.class)] : [])].join(',')}\n`;
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

/** The rows with stars of publishable boards of one task, with exactly the published columns, line by line. */
export function* publishedCsv(boards: readonly BoardDocument[]): Generator<string> {
  for (const [index, { task, class: modelClass, rows }] of boards.entries()) {
    if (index === 0) yield publishedHeader(task);
    for (const { model, whPer1000Queries, stars } of rows) {
      if (stars !== null) yield publishedLine(task, { model, whPer1000Queries, stars, class: modelClass });
    }
  }
}

/** Publishable boards by the published files' names: one folder per hardware profile, one file per task with all its classes. */
export const publishedFolders = (boards: readonly BoardDocument[]): Map<string, BoardDocument[]> =>
  Map.groupBy(boards.filter(isPublishable), ({ profile, task }) => `${profile}/${taskOf(task).publishedFile}.csv`);

/** An edition's rows as the published files, by their names. */
export function editionCsv(edition: Edition): Map<string, string> {
  const byTask = Map.groupBy(edition.rows, ({ task }) => task);
  return new Map(
    [...byTask].map(([task, rows]) => {
      const lines = rows.map((row) => publishedLine(task, { ...row, whPer1000Queries: row.gpuWhPer1000Queries }));
      return [`${taskOf(task).publishedFile}.csv`, [publishedHeader(task), ...lines].join('')];
    }),
  );
}
