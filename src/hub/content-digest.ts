import { createHash } from 'node:crypto';
import { type Fault, inputFault, operatorFault } from '../domain/errors.ts';
import { safetensorsReader } from './safetensors-head.ts';

/** What the Hub says of a file before it is downloaded. */
export type ExpectedFile = {
  path: string;
  bytes: number;
  /** SHA-256 of a file in large-file storage, or Git's id of a file outside of it: what the Hub's own caches name it by. */
  digest: { kind: 'sha256' | 'git-blob'; hex: string };
};

/** A file whose every byte has been digested. */
export type Digested = {
  sha256: string;
  /** Elements of its tensors; null for what is no safetensors file. */
  elements: number | null;
};

/** Python pickles of protocol 2 to 5, and the ZIP archives that torch wraps them in. */
const PICKLES: readonly (readonly number[])[] = [...[2, 3, 4, 5].map((protocol) => [0x80, protocol]), [0x50, 0x4b, 0x03, 0x04]];

/** Takes a file's bytes in order; refuses what it may not be as soon as its head shows it. */
export type ContentDigest = {
  /** @throws Fault of the input: model-pickle, model-not-safetensors; of the operator: hub-download-differs for a byte too many */
  take(piece: Uint8Array): void;
  bytes(): number;
  /** @throws Fault of the operator: hub-download-differs */
  finish(): Digested;
};

export function contentDigest(expected: ExpectedFile): ContentDigest {
  const { path, digest } = expected;
  const sha256 = createHash('sha256');
  const announced = digest.kind === 'sha256' ? sha256 : createHash('sha1').update(`blob ${expected.bytes}\0`);
  const readHead = path.endsWith('.safetensors') ? safetensorsReader(path, expected.bytes) : null;
  let bytes = 0;
  let elements: number | null = null;
  let magic = Buffer.alloc(0);
  return {
    bytes: () => bytes,
    take(piece) {
      if (magic.length < 4) {
        magic = Buffer.concat([magic, piece.subarray(0, 4)]).subarray(0, 4);
        refusePickle(magic, path);
      }
      bytes += piece.length;
      if (bytes > expected.bytes) throw differs(path, `is longer than the ${expected.bytes} bytes the Hub announced`);
      sha256.update(piece);
      if (announced !== sha256) announced.update(piece);
      elements = readHead?.(piece)?.elements ?? null;
    },
    finish() {
      if (bytes !== expected.bytes) throw differs(path, `has ${bytes} bytes, not the ${expected.bytes} the Hub announced`);
      const hex = sha256.digest('hex');
      const found = announced === sha256 ? hex : announced.digest('hex');
      if (found !== digest.hex) {
        throw differs(path, digest.kind === 'sha256' ? 'does not have the SHA-256 the Hub announced' : 'is not the blob the Hub announced');
      }
      return { sha256: hex, elements };
    },
  };
}

function refusePickle(head: Uint8Array, path: string): void {
  if (!PICKLES.some((magic) => magic.every((byte, index) => head[index] === byte))) return;
  throw inputFault(`${path} is a Python pickle, which runs code when it is loaded.`, {
    code: 'model-pickle',
    mend: 'Submit a model whose weights are ONNX or safetensors.',
  });
}

/** The fault of a download that is not what was announced. */
export const differs = (path: string, how: string): Fault =>
  operatorFault(`${path} ${how}.`, {
    code: 'hub-download-differs',
    mend: 'Try again, from the beginning: nothing of it was kept. If it stays so, something between here and the Hub changes files.',
  });
