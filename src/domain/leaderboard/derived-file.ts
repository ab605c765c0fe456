import { createHash } from 'node:crypto';

/**
 * A derived file whose content is made when it is asked for, a part at a time: a hundred thousand results fill files of some hundred
 * megabytes together, and no more than one of them has to be in memory.
 */
export type DerivedFile = {
  /** Its bytes in parts; the same bytes every time. */
  parts(): Iterable<Uint8Array>;
  /** How large it is, and its digest; it is made for that only where it was not made before. */
  sealed(): Seal;
};

type Seal = { bytes: number; sha256: string };

/** Characters of a part at least: neither a part for each line nor one for the whole file. */
const PART_LENGTH = 1 << 16;

/** @param make its content, lines or other pieces in their order: a pure function */
export function derivedFile(make: () => Iterable<string | Uint8Array>): DerivedFile {
  let seal: Seal | undefined;
  function* sealing(): Generator<Uint8Array> {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const part of inParts(make())) {
      hash.update(part);
      bytes += part.length;
      yield part;
    }
    seal = { bytes, sha256: hash.digest('hex') };
  }
  const parts = () => (seal === undefined ? sealing() : inParts(make()));
  return {
    parts,
    sealed() {
      if (seal === undefined) for (const _part of parts());
      return seal as Seal;
    },
  };
}

/** The whole of it. */
export const bytesOf = (file: DerivedFile): Buffer => Buffer.concat([...file.parts()]);

function* inParts(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let texts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      texts.push(piece);
      length += piece.length;
      if (length < PART_LENGTH) continue;
    }
    if (texts.length > 0) yield Buffer.from(texts.join(''));
    if (typeof piece !== 'string') yield piece;
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield Buffer.from(texts.join(''));
}
