import type { FileHandle } from 'node:fs/promises';

/** Bytes are fetched in windows of this size; what is skipped is never read. */
const WINDOW_BYTES = 65_536;

/** One field of a protobuf message: a number, or the range of its bytes in the file. */
export type Field = { field: number } & ({ number: number } | { start: number; end: number });

/** Reads protobuf messages out of a file of any size. Every reading beyond the end is a RangeError. */
export type ProtobufFile = {
  /** The fields of the message between two places of the file, in order. */
  fields(start: number, end: number): AsyncGenerator<Field>;
  text(start: number, end: number): Promise<string>;
  /** Packed numbers between two places. */
  numbers(start: number, end: number): Promise<number[]>;
};

/** Opens a protobuf file for reading; the handle stays the caller's to close. */
export function protobufFile(handle: FileHandle): ProtobufFile {
  const window = Buffer.alloc(WINDOW_BYTES);
  let from = 0;
  let filled = 0;

  const byteAt = async (place: number): Promise<number> => {
    if (place < from || place >= from + filled) {
      from = place;
      ({ bytesRead: filled } = await handle.read(window, 0, WINDOW_BYTES, place));
      if (filled === 0) throw new RangeError(`The file ends before byte ${place}.`);
    }
    return window[place - from] ?? 0;
  };

  /** A varint and the place behind it; values beyond 2^53 lose digits, which no length and no shape has. */
  const varint = async (place: number, end: number): Promise<[number, number]> => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (place >= end) throw new RangeError('A number runs over the end of its message.');
      const byte = await byteAt(place++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return [value, place];
    }
    throw new RangeError('A number has too many bytes.');
  };

  async function* fields(start: number, end: number): AsyncGenerator<Field> {
    let place = start;
    while (place < end) {
      const [tag, after] = await varint(place, end);
      const field = Math.floor(tag / 8);
      if (tag % 8 === 0) {
        const [number, next] = await varint(after, end);
        yield { field, number };
        place = next;
        continue;
      }
      const [length, body] = await bodyOf(tag % 8, after, end);
      if (body + length > end) throw new RangeError('A field runs over the end of its message.');
      yield { field, start: body, end: body + length };
      place = body + length;
    }
  }

  const bodyOf = async (wire: number, place: number, end: number): Promise<[number, number]> => {
    if (wire === 1) return [8, place];
    if (wire === 5) return [4, place];
    if (wire === 2) return varint(place, end);
    throw new RangeError(`Wire type ${wire} is not of this format.`);
  };

  return {
    fields,
    async text(start, end) {
      if (end - start > WINDOW_BYTES) throw new RangeError('A name is too long.');
      const bytes = Buffer.alloc(end - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      if (bytesRead < bytes.length) throw new RangeError('The file ends within a name.');
      return bytes.toString('utf8');
    },
    async numbers(start, end) {
      const values: number[] = [];
      let place = start;
      while (place < end) {
        const [value, next] = await varint(place, end);
        values.push(value);
        place = next;
      }
      return values;
    },
  };
}
