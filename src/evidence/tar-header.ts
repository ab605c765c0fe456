/** Blocks of a tar archive have so many bytes. */
export const BLOCK = 512;

/** Largest size that a header's eleven octal digits hold. */
const MOST_BYTES = 8 ** 11 - 1;

/**
 * The header of one plain file (POSIX ustar): no owner, no time, one mode, so that the same files give the same archive. A packed
 * result holds headers of this form alone; whatever else a tar archive can hold is refused by comparing them.
 * @param name at most 100 bytes of ASCII
 * @param bytes size of the file
 */
export function headerOf(name: string, bytes: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name) || !Number.isSafeInteger(bytes) || bytes < 0 || bytes > MOST_BYTES)
    throw new RangeError(`A packed result cannot hold ${JSON.stringify(name)} with ${bytes} bytes.`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number) => header.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  header.write(name, 0, 'latin1');
  octal(0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(bytes, 124, 11);
  octal(0, 136, 11);
  header.fill(' ', 148, 156);
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  octal(0, 329, 7);
  octal(0, 337, 7);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** The name and size of a header; null for any block that headerOf would not write. */
export function readHeader(block: Buffer): { name: string; bytes: number } | null {
  const end = block.indexOf(0);
  const name = block.toString('latin1', 0, end < 0 || end > 100 ? 100 : end);
  const size = block.toString('latin1', 124, 135);
  if (!/^[0-7]{11}$/.test(size) || !/^[\x21-\x7e]{1,100}$/.test(name)) return null;
  const bytes = Number.parseInt(size, 8);
  return headerOf(name, bytes).equals(block) ? { name, bytes } : null;
}

/** Bytes after a file that fill its last block. */
export const paddingOf = (bytes: number): number => (BLOCK - (bytes % BLOCK)) % BLOCK;
