import { digestOf, sha256 } from './canonical.ts';
import { type Fault, inputFault } from './errors.ts';

/** One query: the text of each column, or a path where the column holds files. */
export type Row = Record<string, string>;

/** Columns whose values name files beside the data set. */
const FILE_COLUMNS: ReadonlySet<string> = new Set(['image', 'audio']);

/** Whether a column's values are paths of files, relative to the data set's folder. */
export const isFileColumn = (column: string): boolean => FILE_COLUMNS.has(column);

/** A row with its place in the file. */
export type PlacedRow = { line: number; row: Row };

const RELATIVE_PATH = /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\0:]+$/;

/**
 * Reads JSON Lines into rows that hold the named columns alone. Lines without text are no rows, and a row with a blank
 * column is no query (with one query per call nothing could be asked): both are left out.
 * @param text the file's text
 * @param place the file's name for messages
 * @throws Fault of the input, located as <place>:<line>: dataset-bad-json, dataset-not-a-row, dataset-missing-column,
 *   dataset-column-type, dataset-not-unicode, dataset-unsafe-path, dataset-empty
 */
export function parseRows(text: string, place: string, columns: readonly string[]): PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    const row = rowOf(written, `${place}:${line}`, columns);
    if (columns.every((column) => row[column]?.trim() !== '')) rows.push({ line, row });
  }
  if (rows.length === 0) {
    throw inputFault(`${place}:1: the data set has no rows.`, {
      code: 'dataset-empty',
      mend: `Write one JSON object a line with ${listed(columns)}.`,
    });
  }
  return rows;
}

function rowOf(written: string, place: string, columns: readonly string[]): Row {
  const value = jsonOf(written, place);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw inputFault(`${place}: a line has to be a JSON object.`, {
      code: 'dataset-not-a-row',
      mend: `Write an object with ${listed(columns)}.`,
    });
  }
  const row: Row = Object.create(null);
  for (const column of columns) {
    const cell = Object.hasOwn(value, column) ? (value as Record<string, unknown>)[column] : undefined;
    if (cell === undefined) {
      throw inputFault(`${place}: the column "${column}" is missing; the line has ${listed(Object.keys(value))}.`, {
        code: 'dataset-missing-column',
        mend: `Give every line ${listed(columns)}.`,
      });
    }
    if (typeof cell !== 'string') {
      throw inputFault(`${place}: the column "${column}" has to be a string.`, {
        code: 'dataset-column-type',
        mend: `Write "${column}" as a JSON string.`,
      });
    }
    if (!cell.isWellFormed()) {
      throw inputFault(`${place}: the column "${column}" has half of a surrogate pair, which is no character.`, {
        code: 'dataset-not-unicode',
        mend: 'Write the whole character, or leave it out.',
      });
    }
    if (isFileColumn(column) && cell.trim() !== '' && !RELATIVE_PATH.test(cell)) {
      throw inputFault(`${place}: "${cell}" is not a path below the data set's folder.`, {
        code: 'dataset-unsafe-path',
        mend: 'Name the file by a relative path with forward slashes and without "..".',
      });
    }
    row[column] = cell;
  }
  return row;
}

function jsonOf(written: string, place: string): unknown {
  try {
    return JSON.parse(written);
  } catch (cause) {
    throw inputFault(`${place}: the line is not JSON.`, {
      code: 'dataset-bad-json',
      mend: 'Write one whole JSON object on one line.',
      cause,
    });
  }
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'no column' : names.map((name) => `"${name}"`).join(', '));

/**
 * SHA-256 of one row: of its canonical JSON, a file's SHA-256 standing in for its path, so that the same queries have
 * the same digest wherever their files lie.
 */
async function rowSha256(row: Row, fileSha256: (path: string) => Promise<string>): Promise<string> {
  const content: Row = {};
  for (const [column, cell] of Object.entries(row)) content[column] = isFileColumn(column) ? await fileSha256(cell) : cell;
  return digestOf(content);
}

/**
 * SHA-256 over the concatenated hex digests of all rows, in order: the identity of a data set's content.
 * @param fileSha256 gives the SHA-256 of a file that a row names, or throws a Fault that names the line
 */
export async function rowsSha256(rows: readonly PlacedRow[], fileSha256: (path: string, line: number) => Promise<string>): Promise<string> {
  const digests: string[] = [];
  for (const { line, row } of rows) digests.push(await rowSha256(row, (path) => fileSha256(path, line)));
  return sha256(digests.join(''));
}

/** The fault of a row that names a file which cannot be read. */
export const missingFile = (path: string, place: string, cause: unknown): Fault =>
  inputFault(`${place}: the file ${path} cannot be read.`, {
    code: 'dataset-missing-file',
    mend: 'Put the file where the row says, relative to the data set.',
    cause,
  });
