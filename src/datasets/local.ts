import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { sha256 } from '../domain/canonical.ts';
import { inputFault, operatorFault } from '../domain/errors.ts';
import { missingFile, parseRows, rowsSha256 } from '../domain/rows.ts';

/** A JSON Lines file, checked whole. */
export type CheckedRows = { rows: number; rowsSha256: string };

/**
 * Checks every row of a JSON Lines file and every file it names, and digests their content.
 * @throws Fault of the operator: dataset-unreadable; of the input, located as <file>:<line>: those of parseRows,
 *   dataset-missing-file, dataset-unsafe-path
 */
export async function checkRows(file: string, columns: readonly string[]): Promise<CheckedRows> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw operatorFault(`The data set ${file} cannot be read.`, {
      code: 'dataset-unreadable',
      mend: 'Name a JSON Lines file below the folder of the policy under datasets.<task>.path.',
      cause,
    });
  });
  const place = basename(file);
  const placed = parseRows(text, place, columns);
  const folder = dirname(file);
  const digest = await rowsSha256(placed, (path, line) => fileBelow(folder, path, `${place}:${line}`));
  return { rows: placed.length, rowsSha256: digest };
}

/** SHA-256 of a file that lies below a folder, links followed. */
async function fileBelow(folder: string, path: string, place: string): Promise<string> {
  try {
    const file = await realpath(join(folder, path));
    if (relative(await realpath(folder), file).split(sep)[0] !== '..') return sha256(await readFile(file));
  } catch (cause) {
    throw missingFile(path, place, cause);
  }
  throw inputFault(`${place}: ${path} is a link that leads out of the data set's folder.`, {
    code: 'dataset-unsafe-path',
    mend: 'Put the file itself beside the data set.',
  });
}
