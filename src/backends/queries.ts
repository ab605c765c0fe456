import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../domain/canonical.ts';
import { missingFile, parseRows, type Row, rowsSha256 } from '../domain/rows.ts';

/** The queries of a run, in order, with the digest of their content as this process read it. */
export type Queries = { rows: Row[]; rowsSha256: string; folder: string };

/**
 * Reads every row of a data set, and the digest of every file it names.
 * @throws Fault of the input: those of parseRows, and dataset-missing-file
 */
export async function readQueries(file: string, columns: readonly string[]): Promise<Queries> {
  const [folder, name] = [dirname(file), basename(file)];
  const placed = parseRows(await readFile(file, 'utf8'), name, columns);
  const digest = await rowsSha256(placed, async (path, line) => {
    const bytes = await readFile(join(folder, path)).catch((cause: unknown) => {
      throw missingFile(path, `${name}:${line}`, cause);
    });
    return sha256(bytes);
  });
  return { rows: placed.map(({ row }) => row), rowsSha256: digest, folder };
}
