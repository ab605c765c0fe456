import { digestOf } from './canonical.ts';
import { inputFault } from './errors.ts';
import type { Edition } from './generated/edition.ts';
import { validateEdition } from './generated/validators.js';
import { starsOf } from './rating.ts';
import { TASKS, type Task, taskOf, taskOfPublishedFile } from './tasks.ts';

type EditionRow = Edition['rows'][number];

/** One of the leaderboard's published files. */
type PublishedFile = { readonly name: string; readonly text: string };

export type EditionRequest = {
  /** Year and month, as in 2025-02. */
  readonly name: string;
  readonly files: readonly PublishedFile[];
  /** Where the figures come from. */
  readonly source: string;
  /** The hardware all figures were measured on. */
  readonly hardware: string;
};

const COLUMNS = ['model', 'total_gpu_energy', 'energy_score'];
const CLASS_COLUMN = 'class';
const DECIMAL = /^([0-9]+(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]{1,3}))?$/;
const MODEL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,95}\/[A-Za-z0-9][A-Za-z0-9._-]{0,95}$/;

/**
 * Makes an edition of the leaderboard's published CSV files. Rows keep their order and their published stars, and a
 * model that stands twice stays twice; tasks follow the order of the registry, whatever the order of the files.
 * The published figures are kWh per 1,000 queries, and become watt-hours by a shift of their decimal point.
 * @throws Fault of the input, code edition-csv, with every fault of every file as file:line:column
 */
export function editionFromCsv(request: EditionRequest): Edition {
  const faults: string[] = [];
  const rowsByTask = new Map<Task, EditionRow[]>();
  for (const file of request.files) {
    const fault = (line: number, column: number, message: string) => void faults.push(`${file.name}:${line}:${column}: ${message}`);
    const task = taskOfFile(file.name);
    if (task === null)
      fault(1, 1, `no task has this file; the published files are ${TASKS.map((known) => `${known.publishedFile}.csv`).join(', ')}`);
    else if (rowsByTask.has(task)) fault(1, 1, `a second file for the task ${task.key}`);
    else rowsByTask.set(task, rowsOf(file.text, task, fault));
  }
  if (request.files.length === 0) faults.push('no files');
  if (faults.length > 0) throw csvFault(faults);
  const edition: Edition = {
    schemaVersion: 1,
    name: request.name,
    scope: 'gpu',
    hardware: request.hardware,
    source: request.source,
    rows: TASKS.flatMap((task) => rowsByTask.get(task) ?? []),
  };
  return editionFrom(edition);
}

/**
 * Checks an edition that was read from a file.
 * @throws Fault of the input, code edition-schema, naming every place that does not fit
 */
export function editionFrom(value: unknown): Edition {
  if (validateEdition(value)) return value as Edition;
  const faults = (validateEdition.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
  throw inputFault(`The edition does not fit its schema: ${faults.join('; ')}.`, {
    code: 'edition-schema',
    mend: 'Compare it with schemas/edition.schema.json.',
  });
}

const csvFault = (faults: readonly string[]) =>
  inputFault(`The published files cannot be imported:\n${faults.join('\n')}`, {
    code: 'edition-csv',
    mend: `Give the leaderboard's files as published, with the columns ${COLUMNS.join(', ')} and, for tasks with classes, ${CLASS_COLUMN}.`,
  });

function taskOfFile(name: string): Task | null {
  const base = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return base.endsWith('.csv') ? taskOfPublishedFile(base.slice(0, -'.csv'.length)) : null;
}

type AddFault = (line: number, column: number, message: string) => void;

function rowsOf(text: string, task: Task, fault: AddFault): EditionRow[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = task.classes === 'single' ? COLUMNS : [...COLUMNS, CLASS_COLUMN];
  if (header !== columns.join(',')) {
    fault(1, 1, `the header is "${header}", not "${columns.join(',')}"`);
    return [];
  }
  return lines.flatMap((line, index) =>
    line === '' ? [] : (rowOf(line, task, columns.length, (column, message) => fault(index + 2, column, message)) ?? []),
  );
}

function rowOf(line: string, task: Task, width: number, fault: (column: number, message: string) => void): EditionRow | null {
  const cells = line.split(',');
  if (cells.length !== width) {
    fault(1, `${cells.length} fields where the header has ${width}`);
    return null;
  }
  const [model = '', energy = '', stars = '', modelClass = null] = cells;
  const columnOf = (cell: number) => 1 + cells.slice(0, cell).reduce((length, before) => length + before.length + 1, 0);
  const gpuWhPer1000Queries = wattHoursOf(energy);
  const sound = [
    MODEL.test(model) || fault(columnOf(0), `"${model}" is no model id of the form org/name`),
    gpuWhPer1000Queries !== null || fault(columnOf(1), `"${energy}" is no energy above zero`),
    /^[1-5]$/.test(stars) || fault(columnOf(2), `"${stars}" is not 1 to 5 stars`),
    modelClass === null || /^[ABC]$/.test(modelClass) || fault(columnOf(3), `"${modelClass}" is none of the classes A, B and C`),
  ].every((outcome) => outcome === true);
  if (!sound || gpuWhPer1000Queries === null) return null;
  return { task: task.key, model, class: modelClass as EditionRow['class'], gpuWhPer1000Queries, stars: Number(stars) };
}

/** kWh to Wh on the text itself: three more in the exponent, so that no digit is rounded twice. Null for what is no positive number. */
function wattHoursOf(kilowattHours: string): number | null {
  const match = DECIMAL.exec(kilowattHours);
  if (match === null) return null;
  const wattHours = Number(`${match[1]}e${Number(match[2] ?? 0) + 3}`);
  return wattHours > 0 && Number.isFinite(wattHours) ? wattHours : null;
}

/** A row whose published stars are not those that the rating gives. */
export type StarsDisagreement = { row: EditionRow; computed: number };

/** Recomputes every star, per task and, where classes apply, per class; gives the rows whose published stars differ. */
export function editionStarsDisagree(edition: Edition): StarsDisagreement[] {
  const boards = Map.groupBy(edition.rows, (row) => (taskOf(row.task).classes === 'single' ? row.task : `${row.task} ${row.class}`));
  return [...boards.values()].flatMap((rows) => {
    const stars = starsOf(rows.map((row) => row.gpuWhPer1000Queries));
    return rows.map((row, index) => ({ row, computed: stars[index] as number })).filter(({ row, computed }) => row.stars !== computed);
  });
}

/** An edition's digest: SHA-256 of the canonical JSON of everything in it but the digest itself. */
export function editionDigest({ digest: _digest, ...content }: Edition): string {
  return digestOf(content);
}

const EDITION_KEYS = [
  'schemaVersion',
  'name',
  'scope',
  'hardware',
  'source',
  'cutOff',
  'checker',
  'workers',
  'rehearsal',
  'digest',
] as const;
const ROW_KEYS = ['task', 'model', 'class', 'gpuWhPer1000Queries', 'stars', 'record', 'recordDigest'] as const;

/** The text of an edition's file: the same for the same edition, whatever the order of its keys. */
export function editionText(edition: Edition): string {
  const head = EDITION_KEYS.map((key) => [key, edition[key]]);
  const rows = edition.rows.map((row) => Object.fromEntries(ROW_KEYS.map((key) => [key, row[key]])));
  return `${JSON.stringify({ ...Object.fromEntries(head), rows }, null, 2)}\n`;
}
