import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { inputFault, messageOf, operatorFault } from '../domain/errors.ts';
import { BLOCK, headerOf, paddingOf } from './tar-header.ts';

export type Packed = { file: string; bytes: number; sha256: string; names: string[] };

/** Where gzip's header names the system that packed; 255 names none, so that every system gives the same bytes. */
const GZIP_SYSTEM = 9;
const NO_SYSTEM = 255;

/**
 * Packs files of a folder into one archive: the same files give the same bytes. The archive is there whole or not at all.
 * @param names paths below the folder, in the order in which they are packed; those that are not there are left out
 * @throws Fault of the input, code evidence-file, for a link or a folder in a file's place
 * @throws Fault of the operator, code evidence-not-written
 */
export async function packArchive(folder: string, names: readonly string[], file: string): Promise<Packed> {
  const entries = await entriesOf(folder, names);
  const partial = `${file}.${process.pid}.partial`;
  const sha256 = createHash('sha256');
  let bytes = 0;
  async function* withoutSystem(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      if (bytes <= GZIP_SYSTEM && bytes + piece.length > GZIP_SYSTEM) piece[GZIP_SYSTEM - bytes] = NO_SYSTEM;
      bytes += piece.length;
      sha256.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(archiveOf(folder, entries), createGzip({ level: 9 }), withoutSystem, createWriteStream(partial));
    await rename(partial, file);
  } catch (cause) {
    throw operatorFault(`The archive cannot be written to ${file}: ${messageOf(cause)}.`, {
      code: 'evidence-not-written',
      mend: 'Name a file in a folder where you may write, with room for it.',
      cause,
    });
  } finally {
    await rm(partial, { force: true });
  }
  return { file, bytes, sha256: sha256.digest('hex'), names: entries.map(({ name }) => name) };
}

type Entry = { name: string; bytes: number };

async function entriesOf(folder: string, names: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const name of names) {
    const stats = await lstat(join(folder, name)).catch(() => null);
    if (stats === null) continue;
    if (!stats.isFile())
      throw inputFault(`${name} is no plain file.`, { code: 'evidence-file', mend: 'Pack the result folder as the benchmark wrote it.' });
    entries.push({ name, bytes: stats.size });
  }
  return entries;
}

async function* archiveOf(folder: string, entries: readonly Entry[]): AsyncGenerator<Buffer> {
  for (const { name, bytes } of entries) {
    yield headerOf(name, bytes);
    let read = 0;
    for await (const piece of createReadStream(join(folder, name))) {
      read += piece.length;
      yield piece as Buffer;
    }
    if (read !== bytes) throw new Error(`${name} changed while it was packed`);
    yield Buffer.alloc(paddingOf(bytes));
  }
  yield Buffer.alloc(2 * BLOCK);
}
