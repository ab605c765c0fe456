import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inputFault, operatorFault } from '../domain/errors.ts';

/** What the Hub says of a file before it is downloaded. */
export type ExpectedFile = {
  path: string;
  bytes: number;
  /** SHA-256 of files in large-file storage. */
  sha256: string | null;
  /** Git's id of files outside of it. */
  gitBlob: string | null;
};

/** Python pickles of protocol 2 to 5, and the ZIP archives that torch wraps them in. */
const PICKLES: readonly (readonly number[])[] = [...[2, 3, 4, 5].map((protocol) => [0x80, protocol]), [0x50, 0x4b, 0x03, 0x04]];

/**
 * Writes a download to a file, if it is what was announced; otherwise no file is there afterwards.
 * @param onBytes called with the number of each piece's bytes
 * @throws Fault of the operator: hub-download-incomplete, hub-download-differs; of the input: model-pickle
 */
export async function saveVerified(content: Blob, file: string, expected: ExpectedFile, onBytes: (bytes: number) => void): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  const sha256 = createHash('sha256');
  const gitBlob = createHash('sha1').update(`blob ${expected.bytes}\0`);
  let bytes = 0;
  try {
    await pipeline(
      Readable.fromWeb(content.stream() as import('node:stream/web').ReadableStream),
      async function* (pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          if (bytes === 0) refusePickle(piece, expected.path);
          bytes += piece.length;
          if (bytes > expected.bytes) throw differs(expected.path, 'is longer than the Hub announced');
          sha256.update(piece);
          gitBlob.update(piece);
          onBytes(piece.length);
          yield piece;
        }
      },
      createWriteStream(partial),
    );
    if (bytes !== expected.bytes) {
      throw operatorFault(`The download of ${expected.path} ended after ${bytes} of ${expected.bytes} bytes.`, {
        code: 'hub-download-incomplete',
        mend: 'Try again; nothing of the broken download was kept.',
      });
    }
    const digest = sha256.digest('hex');
    if (expected.sha256 !== null && digest !== expected.sha256) throw differs(expected.path, 'does not have the SHA-256 the Hub announced');
    if (expected.gitBlob !== null && gitBlob.digest('hex') !== expected.gitBlob)
      throw differs(expected.path, 'is not the blob the Hub announced');
    await rename(partial, file);
    return digest;
  } finally {
    await rm(partial, { force: true });
  }
}

function refusePickle(head: Uint8Array, path: string): void {
  if (!PICKLES.some((magic) => magic.every((byte, index) => head[index] === byte))) return;
  throw inputFault(`${path} is a Python pickle, which runs code when it is loaded.`, {
    code: 'model-pickle',
    mend: 'Submit a model whose weights are ONNX or safetensors.',
  });
}

const differs = (path: string, how: string) =>
  operatorFault(`${path} ${how}.`, {
    code: 'hub-download-differs',
    mend: 'Try again; if it stays so, something between here and the Hub changes files.',
  });
