import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Fault, inputFault, messageOf } from '../domain/errors.ts';
import { quoted } from '../domain/submission/hostile-characters.ts';
import { BLOCK, paddingOf, readHeader } from './tar-header.ts';

export type UnpackLimits = {
  /** The only paths that the archive may hold, each once. */
  names: readonly string[];
  /** Most bytes of the archive once it is unpacked. */
  unpackedBytes: number;
};

const archiveFault = (message: string, cause?: unknown) =>
  inputFault(message, {
    code: 'evidence-archive',
    mend: 'Pack the result folder with `ai-energy-score pack`, and upload that file as it is.',
    cause,
  });

/**
 * Unpacks an archive of packArchive into an empty folder. Nothing but plain files with the given names is ever written, and no byte
 * beyond the limit.
 * @throws Fault of the input, code evidence-archive or evidence-too-large; what was written until then stays
 * @returns the names in their order
 */
export async function unpackArchive(file: string, folder: string, { names, unpackedBytes }: UnpackLimits): Promise<string[]> {
  const unpacked: string[] = [];
  const write = async (source: AsyncIterable<Buffer>) => {
    const reader = blocksOf(source, unpackedBytes);
    for (;;) {
      const block = await reader.exactly(BLOCK);
      if (block.every((byte) => byte === 0)) break;
      const entry = readHeader(block);
      if (entry === null) throw archiveFault('The archive holds something else than the plain files that a packed result has.');
      if (!names.includes(entry.name)) throw archiveFault(`The archive holds ${quoted(entry.name)}, which is no file of a result.`);
      if (unpacked.includes(entry.name)) throw archiveFault(`The archive holds ${entry.name} twice.`);
      unpacked.push(entry.name);
      await save(join(folder, entry.name), reader.pieces(entry.bytes));
      if ((await reader.exactly(paddingOf(entry.bytes))).some((byte) => byte !== 0))
        throw archiveFault(`The archive holds bytes after ${entry.name} that belong to no file.`);
    }
    const end = await reader.exactly(BLOCK);
    if (end.some((byte) => byte !== 0) || !(await reader.ended())) throw archiveFault('The archive goes on after its end.');
  };
  try {
    await pipeline(createReadStream(file), createGunzip(), write);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw archiveFault(`The archive cannot be unpacked: ${messageOf(cause)}.`, cause);
  }
  return unpacked;
}

async function save(path: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  let handle: FileHandle | null = null;
  try {
    // wx: whatever lies there already, a link above all, is never written through.
    handle = await open(path, 'wx', 0o644);
    for await (const piece of pieces) await handle.writeFile(piece);
  } finally {
    await handle?.close();
  }
}

/** Takes a stream apart in pieces of known length, and stops where it unpacks to more than the limit. */
function blocksOf(source: AsyncIterable<Buffer>, limit: number) {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let total = 0;
  const more = async (): Promise<boolean> => {
    const { value, done } = await iterator.next();
    if (done === true) return false;
    total += value.length;
    if (total > limit)
      throw inputFault(`The evidence unpacks to more than ${limit} bytes.`, {
        code: 'evidence-too-large',
        mend: 'Ask the leaderboard’s team for a higher evidence.unpackedBytes in the policy, if the result is really so large.',
      });
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  };
  const take = (bytes: number): Buffer => {
    const taken = held.subarray(0, bytes);
    held = held.subarray(taken.length);
    return taken;
  };
  async function* pieces(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      if (held.length === 0 && !(await more())) throw archiveFault('The archive ends within a file.');
      const piece = take(left);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    pieces,
    async exactly(bytes: number): Promise<Buffer> {
      while (held.length < bytes) if (!(await more())) throw archiveFault('The archive ends too early.');
      return take(bytes);
    },
    ended: async (): Promise<boolean> => held.length === 0 && !(await more()),
  };
}
