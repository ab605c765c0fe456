import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../domain/canonical.ts';
import { inputFault } from '../../domain/errors.ts';
import { isFileColumn, parseRows, type Row, rowSha256, rowsSha256 } from '../../domain/rows.ts';

/** The queries of a run, in order, with the digest of their content as this process read it. */
export type Queries = { rows: Row[]; rowsSha256: string; folder: string };

/**
 * Reads every row of a data set, and the digest of every file it names.
 * @throws Fault of the input: those of parseRows, and dataset-missing-file
 */
export async function readQueries(file: string, columns: readonly string[]): Promise<Queries> {
  const folder = dirname(file);
  const placed = parseRows(await readFile(file, 'utf8'), basename(file), columns);
  const digests: string[] = [];
  for (const { line, row } of placed) {
    const files = new Map<string, string>();
    for (const [column, path] of Object.entries(row)) {
      if (isFileColumn(column)) files.set(path, await digestOfFile(folder, path, `${basename(file)}:${line}`));
    }
    digests.push(rowSha256(row, (path) => files.get(path) ?? ''));
  }
  return { rows: placed.map(({ row }) => row), rowsSha256: rowsSha256(digests), folder };
}

async function digestOfFile(folder: string, path: string, place: string): Promise<string> {
  try {
    return sha256(await readFile(join(folder, path)));
  } catch (cause) {
    throw inputFault(`${place}: the file ${path} cannot be read.`, {
      code: 'dataset-missing-file',
      mend: 'Put the file where the row says, relative to the data set.',
      cause,
    });
  }
}
