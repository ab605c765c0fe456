import { describe, expect, test } from 'vitest';
import { safetensorsReader } from '../../src/hub/safetensors-head.ts';
import { safetensors, safetensorsOf } from '../support/transformers-models.ts';

/** Reads a file in pieces of so many bytes; the head, or null where it never was whole. */
function headOf(file: Uint8Array, piece = file.length) {
  const read = safetensorsReader('model.safetensors', file.length);
  let head: ReturnType<typeof read> = null;
  for (let at = 0; at < file.length && head === null; at += piece) head = read(file.subarray(at, at + piece));
  return head;
}

const tensor = (changes: object = {}) => ({ dtype: 'F32', shape: [2, 2], data_offsets: [0, 16], ...changes });
const withHeader = (header: unknown, bytes = 16) =>
  safetensorsOf(typeof header === 'string' ? header : JSON.stringify(header), Buffer.alloc(bytes));

describe('the head of a safetensors file', () => {
  test.each([1, 7, 8, 9, 100, 100_000])('is read in pieces of %i bytes', (piece) => {
    const file = safetensors({ a: { dtype: 'F32', shape: [3, 5] }, b: { dtype: 'BF16', shape: [7] }, c: { dtype: 'F16', shape: [] } });
    expect(headOf(file, piece)).toEqual({ elements: 15 + 7 + 1 });
  });

  test('may name no tensors, and packed types', () => {
    expect(headOf(withHeader({}, 0))).toEqual({ elements: 0 });
    expect(headOf(withHeader({ a: { dtype: 'F4', shape: [3], data_offsets: [0, 2] } }, 2))).toEqual({ elements: 3 });
  });

  const long = Buffer.alloc(32);
  long.writeBigUInt64LE(2n ** 60n);
  const behind = Buffer.from(withHeader({ a: tensor() }));
  behind.writeBigUInt64LE(BigInt(behind.length - 7));

  test.each<[string, Uint8Array, RegExp]>([
    ['too short for one', Buffer.alloc(9), /9 bytes, and no head/],
    ['with a length that no header has', long, /longer than it can be/],
    ['with a header that ends behind the file', behind, /longer than it can be/],
    [
      'that is a pointer of large-file storage',
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
      /longer than/,
    ],
    ['with a header of another form', withHeader('["a"]'), /does not begin with "\{"/],
    ['with a header that is no JSON', withHeader('{"a":'), /no JSON/],
    ['with a header that is no UTF-8', safetensorsOf('{"\u00ff"}', Buffer.alloc(0)).fill(0xff, 10, 12), /no JSON/],
    ['with an unknown type', withHeader({ a: tensor({ dtype: 'toString' }) }), /"a" is of an unknown type/],
    ['with a negative length', withHeader({ a: tensor({ shape: [-2, -2] }) }), /"a" has no shape/],
    ['with a length that is no number', withHeader({ a: tensor({ shape: ['2'] }) }), /"a" has no shape/],
    ['with a tensor of nothing', withHeader({ a: null }), /"a" is of an unknown type/],
    ['with one offset', withHeader({ a: tensor({ data_offsets: [0] }) }), /"a" has no place/],
    ['with offsets the wrong way round', withHeader({ a: tensor({ data_offsets: [16, 0] }) }), /"a" has another number of bytes/],
    ['with a tensor behind the end', withHeader({ a: tensor({ data_offsets: [16, 32] }) }), /"a" ends behind the end/],
    ['with a shape of other bytes', withHeader({ a: tensor({ shape: [2, 3] }) }), /"a" has another number of bytes/],
    ['with a shape beyond all numbers', withHeader({ a: tensor({ shape: [2 ** 50, 2 ** 50] }) }), /"a" has another number of bytes/],
    ['with tensors over each other', withHeader({ a: tensor(), b: tensor({ data_offsets: [8, 24] }) }, 24), /"b" does not begin/],
    ['with a hole', withHeader({ a: tensor({ data_offsets: [8, 24] }) }, 24), /"a" does not begin/],
    ['with bytes at the end', withHeader({ a: tensor() }, 20), /4 bytes that belong to no tensor/],
  ])('is refused in a file %s', (_, file, message) => {
    expect(() => headOf(file)).toThrow(
      expect.objectContaining({
        kind: 'input',
        code: 'model-not-safetensors',
        message: expect.stringMatching(message),
        mend: expect.stringContaining('safetensors'),
      }),
    );
  });

  test('is refused before the rest of the file has come', () => {
    const read = safetensorsReader('model.safetensors', 10_000_000_000);
    expect(() => read(Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 0x7b]))).toThrow(/does not begin/);
  });
});
