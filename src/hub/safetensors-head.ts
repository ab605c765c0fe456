import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Fault, inputFault, messageOf } from '../domain/errors.ts';

/** Longest header that the safetensors library reads, in bytes. */
const LONGEST_HEADER = 100_000_000;

/** Bytes of the header's length in front of it. */
const LENGTH_BYTES = 8;

/** Bits of one element by the format's names of types. */
const BITS: Readonly<Record<string, number>> = {
  ...{ BOOL: 8, U8: 8, I8: 8, F8_E5M2: 8, F8_E4M3: 8, F8_E8M0: 8, F8_E4M3FNUZ: 8, F8_E5M2FNUZ: 8, F4: 4, F6_E2M3: 6, F6_E3M2: 6 },
  ...{ I16: 16, U16: 16, F16: 16, BF16: 16, I32: 32, U32: 32, F32: 32, C64: 64, F64: 64, I64: 64, U64: 64 },
};

/** What the head of a safetensors file tells. */
export type SafetensorsHead = {
  /** Elements of all tensors. */
  elements: number;
};

/**
 * Reads the head of a safetensors file piece by piece, as it arrives.
 * @param bytes of the whole file
 * @returns a function that takes the next piece, and gives the head once it is whole; null before
 */
export function safetensorsReader(path: string, bytes: number): (piece: Uint8Array) => SafetensorsHead | null {
  if (bytes < LENGTH_BYTES + 2) throw notSafetensors(path, `it has ${bytes} bytes, and no head`);
  let head = Buffer.alloc(0);
  let found: SafetensorsHead | null = null;
  let pieces: Uint8Array[] = [];
  let arrived = 0;
  return (piece) => {
    if (found !== null) return found;
    pieces.push(piece);
    arrived += piece.length;
    if (head.length < LENGTH_BYTES + 1) {
      head = Buffer.concat(pieces);
      pieces = [head];
      if (head.length < LENGTH_BYTES + 1) return null;
    }
    const end = LENGTH_BYTES + headerLength(head, path, bytes);
    if (arrived < end) return null;
    const whole = Buffer.concat(pieces);
    pieces = [];
    found = headOf(whole.subarray(LENGTH_BYTES, end), path, bytes - end);
    return found;
  };
}

/**
 * The head of a safetensors file on this machine.
 * @throws Fault of the input, code model-not-safetensors
 */
export async function safetensorsHeadOf(file: string, path: string): Promise<SafetensorsHead> {
  const read = safetensorsReader(path, (await stat(file)).size);
  for await (const piece of createReadStream(file)) {
    const head = read(piece as Buffer);
    if (head !== null) return head;
  }
  throw notSafetensors(path, 'it ends within its head');
}

function headerLength(head: Buffer, path: string, bytes: number): number {
  const length = head.readBigUInt64LE(0);
  if (length > BigInt(LONGEST_HEADER) || length + BigInt(LENGTH_BYTES) > BigInt(bytes)) {
    throw notSafetensors(path, 'it announces a header that is longer than it can be');
  }
  if (length < 2n || head[LENGTH_BYTES] !== 0x7b) throw notSafetensors(path, 'its header does not begin with "{"');
  return Number(length);
}

function headOf(text: Uint8Array, path: string, dataBytes: number): SafetensorsHead {
  const header = parsed(text, path);
  const ranges: { name: string; begin: number; end: number }[] = [];
  let elements = 0;
  for (const [name, tensor] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const { range, size } = tensorOf(name, tensor, path);
    if (range.end > dataBytes) throw notSafetensors(path, `the tensor ${JSON.stringify(name)} ends behind the end of the file`);
    ranges.push(range);
    elements += size;
  }
  ranges.sort((one, other) => one.begin - other.begin || one.end - other.end);
  let end = 0;
  for (const range of ranges) {
    if (range.begin !== end)
      throw notSafetensors(path, `the tensor ${JSON.stringify(range.name)} does not begin where the one before ends`);
    end = range.end;
  }
  if (end !== dataBytes) throw notSafetensors(path, `it holds ${dataBytes - end} bytes that belong to no tensor`);
  return { elements };
}

function tensorOf(name: string, tensor: unknown, path: string) {
  const fault = (how: string) => notSafetensors(path, `the tensor ${JSON.stringify(name)} ${how}`);
  const { dtype, shape, data_offsets: offsets } = (tensor ?? {}) as Record<string, unknown>;
  const bits = typeof dtype === 'string' && Object.hasOwn(BITS, dtype) ? BITS[dtype] : undefined;
  if (bits === undefined) throw fault('is of an unknown type');
  if (!areCounts(shape)) throw fault('has no shape');
  if (!areCounts(offsets) || offsets.length !== 2) throw fault('has no place in the file');
  const [begin, end] = offsets as [number, number];
  const size = shape.reduce((product, length) => product * length, 1);
  if (end - begin !== Math.ceil((size * bits) / 8)) throw fault('has another number of bytes than its shape needs');
  return { range: { name, begin, end }, size };
}

const areCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && (entry as number) >= 0);

function parsed(text: Uint8Array, path: string): object {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    if (typeof header === 'object' && header !== null) return header;
  } catch (cause) {
    throw notSafetensors(path, `its header is no JSON (${messageOf(cause)})`);
  }
  throw notSafetensors(path, 'its header is no JSON object');
}

const notSafetensors = (path: string, how: string): Fault =>
  inputFault(`${path} is no safetensors file: ${how}.`, {
    code: 'model-not-safetensors',
    mend: 'Save the weights again with the safetensors library, and pin the commit that has them.',
  });
