import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import { isFileColumn } from '../domain/rows.ts';
import type { Task } from '../domain/tasks.ts';
import type { DatasetHub } from '../ports/hub.ts';
import { type CheckedRows, checkRows } from './local.ts';

/** An official data set as JSON Lines on this machine. */
export type Materialised = { id: string; revision: string; file: string } & CheckedRows;

/**
 * Writes a task's official data set at its current commit as JSON Lines, files beside it, into the cache: the first rows
 * of its split, as many as the task asks for. What was written before is used again where its rows still have the digest
 * they had then.
 * @throws Fault of the operator: dataset-missing, dataset-no-parquet, dataset-parquet-unreadable, and those of the Hub
 */
export async function materialise(dataset: Task['dataset'], cacheFolder: string, hub: DatasetHub): Promise<Materialised> {
  const { id, revision, paths } = await resolveEither(dataset, hub);
  const folder = join(cacheFolder, id, revision);
  const file = join(folder, `${dataset.split}-${dataset.rows}.jsonl`);
  const kept = await keptRows(file, dataset.columns);
  if (kept !== null) return { id, revision, file, ...kept };
  const parquet = parquetOf(paths, dataset.split);
  if (parquet.length === 0) {
    throw operatorFault(`The data set ${id} has no Parquet files of the split ${dataset.split} at ${revision}.`, {
      code: 'dataset-no-parquet',
      mend: 'Name a local JSON Lines file in the policy under datasets.',
    });
  }
  await mkdir(folder, { recursive: true });
  const lines: string[] = [];
  for (const path of parquet) {
    if (lines.length >= dataset.rows) break;
    for (const row of await readParquet(hub, { id, revision, path }, dataset.columns, dataset.rows - lines.length)) {
      lines.push(JSON.stringify(await written(row, dataset.columns, folder, lines.length + 1)));
    }
  }
  await writeWhole(file, lines.map((line) => `${line}\n`).join(''));
  const checked = await checkRows(file, dataset.columns);
  await writeWhole(digestsFile(file), JSON.stringify(checked));
  return { id, revision, file, ...checked };
}

/** Where the digest of the rows is kept, as it was when they were written. */
const digestsFile = (file: string): string => `${file}.digests.json`;

/** The rows written before; null where there are none, or others than were written. */
async function keptRows(file: string, columns: readonly string[]): Promise<CheckedRows | null> {
  const digests = await readFile(digestsFile(file), 'utf8').catch(() => null);
  if (digests === null) return null;
  const checked = await checkRows(file, columns).catch((thrown: unknown) => {
    if (thrown instanceof Fault) return null;
    throw thrown;
  });
  return checked !== null && JSON.stringify(checked) === digests ? checked : null;
}

/** Writes a file so that nobody ever sees a part of it. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const partial = `${file}.${randomUUID()}.partial`;
  await writeFile(partial, content);
  await rename(partial, file);
}

async function resolveEither({ id, alias }: Task['dataset'], hub: DatasetHub) {
  for (const name of [id, alias]) {
    const found = await hub.resolve(name);
    if (found !== null) return { id: name, ...found };
  }
  throw operatorFault(`The Hub has neither ${id} nor ${alias}.`, {
    code: 'dataset-missing',
    mend: 'Name a local JSON Lines file in the policy under datasets.',
  });
}

/** The Parquet files of a split in order: those with its name in their path, or the only ones there are. */
function parquetOf(paths: readonly string[], split: string): string[] {
  const parquet = paths.filter((path) => path.endsWith('.parquet')).sort();
  const named = parquet.filter((path) => path.split(/[^A-Za-z0-9]+/).includes(split));
  return named.length > 0 || parquet.length > 1 ? named : parquet;
}

type Place = { id: string; revision: string; path: string };

async function readParquet(hub: DatasetHub, { id, revision, path }: Place, columns: readonly string[], most: number) {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = await hub.open(id, revision, path);
  try {
    const metadata = await parquetMetadataAsync(file);
    const rowEnd = Math.min(most, Number(metadata.num_rows));
    // Only columns declared as text are text: the bytes of images carry no such mark.
    return await parquetReadObjects({ file, metadata, columns: [...columns], rowStart: 0, rowEnd, utf8: false });
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw operatorFault(`${path} of ${id} cannot be read as Parquet: ${messageOf(cause)}`, {
      code: 'dataset-parquet-unreadable',
      mend: 'Name a local JSON Lines file in the policy under datasets.',
      cause,
    });
  }
}

/** A row as JSON Lines hold it; what a file column carries is written to a file of its own. */
async function written(row: Record<string, unknown>, columns: readonly string[], folder: string, number: number) {
  const line: Record<string, unknown> = {};
  for (const column of columns) {
    const cell = row[column];
    line[column] = isFileColumn(column) ? await writeMedium(cell, column, folder, number) : (cell ?? '');
  }
  return line;
}

/** The Hub's Parquet files hold images and sounds as {bytes, path}. */
async function writeMedium(cell: unknown, column: string, folder: string, number: number): Promise<string> {
  const bytes = (cell as { bytes?: unknown } | null)?.bytes;
  if (!(bytes instanceof Uint8Array)) {
    throw operatorFault(`Row ${number} of the data set carries no bytes in its column "${column}".`, {
      code: 'dataset-column-type',
      mend: 'Name a local JSON Lines file in the policy under datasets.',
    });
  }
  const path = `files/${column}-${String(number).padStart(6, '0')}`;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeWhole(join(folder, path), bytes);
  return path;
}
