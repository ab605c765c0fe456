import { sha256 } from '../canonical.ts';
import { taskOf } from '../tasks.ts';
import type { BoardDocument, BoardRow } from './board.ts';

/** Where the derived files lie. */
export const LEADERBOARD = 'leaderboard/';
/** Names every other derived file with its digest. */
export const MANIFEST = `${LEADERBOARD}manifest.json`;
const PUBLISHED = `${LEADERBOARD}published/`;

/** A derived file: its text, pure function of records, ledger, policy and the builder's version. */
export type DerivedFiles = Map<string, string>;

/** Every derived file below leaderboard/, with the manifest last. */
export function leaderboardFiles(boards: readonly BoardDocument[], builder: { version: string; readmeTables: string }): DerivedFiles {
  const files: DerivedFiles = new Map();
  files.set(`${LEADERBOARD}index.json`, indexText(boards));
  for (const board of boards) {
    files.set(`${LEADERBOARD}${board.id}.json`, boardText(board));
    files.set(`${LEADERBOARD}${board.id}.csv`, boardCsv(board));
  }
  for (const [path, text] of publishedFiles(boards)) files.set(path, text);
  files.set(MANIFEST, manifestText(files, builder));
  return files;
}

function indexText(boards: readonly BoardDocument[]): string {
  const rows = boards.map((board) => {
    const { rows: all, schemaVersion: _version, ...head } = board;
    const best = all.find(({ rank }) => rank === 1);
    return {
      ...head,
      rows: all.length,
      best: best === undefined ? null : { model: best.model, whPer1000Queries: best.whPer1000Queries },
      json: `${LEADERBOARD}${board.id}.json`,
      csv: `${LEADERBOARD}${board.id}.csv`,
    };
  });
  return linesOfJson({ schemaVersion: 1 }, 'boards', rows);
}

const boardText = ({ rows, ...head }: BoardDocument): string => linesOfJson(head, 'rows', rows);

/** JSON with one list, one item a line: small differences stay small in the history. */
function linesOfJson(head: object, name: string, items: readonly object[]): string {
  const opening = JSON.stringify(head).slice(0, -1);
  const list = items.map((item) => JSON.stringify(item)).join(',\n');
  return `${opening},${JSON.stringify(name)}:[\n${list}\n]}\n`;
}

const COLUMNS: readonly [string, (row: BoardRow, board: BoardDocument) => string | number | null][] = [
  ['rank', (row) => row.rank],
  ['stars', (row) => row.stars],
  ['model', (row) => row.model],
  ['variant', (row) => row.variant],
  ['origin', (row) => row.origin],
  ['task', (_row, board) => board.task],
  ['class', (_row, board) => board.class],
  ['wh_per_1000_queries', (row) => row.whPer1000Queries],
  ['interval95_low', (row) => row.interval95?.low ?? null],
  ['interval95_high', (row) => row.interval95?.high ?? null],
  ['runs', (row) => row.runs],
  ['energy', (_row, board) => board.energy],
  ['state', (row) => row.state],
  ['reason', (row) => row.reason],
  ['verdict', (row) => row.verdict],
  ['factor_to_best', (row) => row.factorToBest],
  ['factor_to_median', (row) => row.factorToMedian],
  ['percentile', (row) => row.percentile],
  ['parameters', (row) => row.parameters],
  ['precision', (row) => row.precision],
  ['quantization', (row) => row.quantization],
  ['reasoning', (row) => row.reasoning],
  ['hardware_profile', (_row, board) => board.profile],
  ['device', (row) => row.device],
  ['backend', (row) => row.backend],
  ['measured_at', (row) => row.measuredAt],
  ['revision', (row) => row.revision],
  ['record', (row) => row.record],
];

function boardCsv(board: BoardDocument): string {
  const header = COLUMNS.map(([name]) => name).join(',');
  const lines = board.rows.map((row) => COLUMNS.map(([, cell]) => csvCell(cell(row, board))).join(','));
  return `${[header, ...lines].join('\n')}\n`;
}

/** Text that stands in a cell as it is. */
const HARMLESS = /^(?![=+\-@])[ !#-+\--~]*$/;

/** A cell after RFC 4180, on one line; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (HARMLESS.test(value)) return value;
  const line = value.replace(/\p{Cc}+/gu, ' ');
  const text = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Files with the columns of the published leaderboard, energies in kWh per 1,000 queries: one folder per hardware profile, one file
 * per task. Only GPU energy of boards that have stars: a reader of those files expects a star in every row.
 */
function publishedFiles(boards: readonly BoardDocument[]): DerivedFiles {
  const lines = new Map<string, string[]>();
  for (const board of boards) {
    if (board.scope !== 'gpu' || board.quality !== 'counter' || board.starsNote !== null) continue;
    // Those files have no column that could say who measured a row, and their stars have to follow from their rows.
    if (board.rows.some(({ stars, origin }) => stars !== null && origin !== 'measured')) continue;
    const { publishedFile, classes } = taskOf(board.task);
    const withClass = classes === 'stars per class';
    const path = `${PUBLISHED}${board.profile}/${publishedFile}.csv`;
    const known = lines.get(path) ?? [`model,total_gpu_energy,energy_score${withClass ? ',class' : ''}`];
    for (const row of board.rows) {
      if (row.stars === null) continue;
      const cells = [row.model, kilowattHours(row.whPer1000Queries), row.stars, ...(withClass ? [board.class] : [])];
      known.push(cells.map(csvCell).join(','));
    }
    lines.set(path, known);
  }
  return new Map([...lines].map(([path, all]) => [path, `${all.join('\n')}\n`]));
}

/** kWh of Wh, without the digits that the division invents. */
const kilowattHours = (wattHours: number): number => Number((wattHours / 1000).toPrecision(15));

function manifestText(files: DerivedFiles, builder: { version: string; readmeTables: string }): string {
  const rows = [...files]
    .map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return linesOfJson({ schemaVersion: 1, builder: builder.version, readmeTablesSha256: sha256(builder.readmeTables) }, 'files', rows);
}
