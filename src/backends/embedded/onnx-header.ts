import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { inputFault } from '../../domain/errors.ts';
import { type Field, type ProtobufFile, protobufFile } from './protobuf.ts';

/** Numbers of the fields in onnx.proto that lead to the weights; everything else is skipped unread. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5 } as const;
const NODE = { input: 1, operator: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3, tensor: 5, graph: 6, graphs: 11 } as const;
const TENSOR = { dims: 1, elementType: 2, name: 8, externalData: 13 } as const;
const ENTRY = { key: 1, value: 2 } as const;

/** A number format of weights that are not quantised. */
export type FloatFormat = 'float32' | 'float16' | 'bfloat16' | 'other';

/** TensorProto.DataType of trained numbers: floats (float64 and the float8 formats are other ones) … */
const FLOATS: ReadonlyMap<number, FloatFormat> = new Map([
  [1, 'float32'],
  [10, 'float16'],
  [16, 'bfloat16'],
  ...[11, 17, 18, 19, 20].map((type): [number, FloatFormat] => [type, 'other']),
]);
/** … and the small integers of quantised weights, with their bits. */
const SMALL_INTEGERS: ReadonlyMap<number, number> = new Map([
  [2, 8],
  [3, 8],
  [21, 4],
  [22, 4],
]);
/** Bits of ONNX Runtime's block-wise operators where they tell none. */
const BLOCK_BITS = 4;
/** What ONNX Runtime's quantiser calls the numbers that go with a quantised tensor. */
const QUANTISATION_CONSTANT = /_(?:scale|scales|zero_point|zp)$/;

/** What one ONNX file says of its weights. */
export type OnnxHeader = {
  /** Number of trained numbers as the file holds them (shared weights once); null where their packing hides it. */
  parameters: number | null;
  /** How many floating-point numbers there are of each format, those that go with quantised weights included. */
  floats: Record<FloatFormat, number>;
  /** Bits of each quantised weight, every width that occurs once, in order; empty where nothing is quantised. */
  quantisedBits: number[];
  /** File names of external data, all in the file's own folder. */
  externalData: string[];
};

type Weights = {
  tensors: { name: string; elements: number; bits: number | null }[];
  packed: Set<string>;
  unpacked: number;
  hidden: boolean;
  external: Set<string>;
  floats: Record<FloatFormat, number>;
  bits: Set<number>;
};
type Tensor = { name: string; dims: number[]; elementType: number };

/**
 * Counts the weights of an ONNX file without loading it, and proves that its external data lies beside it.
 * Single numbers are constants of the graph, not weights; scales and zero points of quantised weights do not count.
 * @throws Fault of the input: onnx-unreadable, onnx-external-data-outside
 */
export async function readOnnxHeader(path: string): Promise<OnnxHeader> {
  const handle = await open(path);
  try {
    const weights = noWeights();
    const file = protobufFile(handle);
    for await (const part of file.fields(0, (await handle.stat()).size)) {
      if (part.field === MODEL.graph && 'start' in part) await readGraph(file, part, weights);
    }
    const counted = weights.tensors.filter(({ name }) => !weights.packed.has(name));
    const parameters = counted.reduce((sum, { elements }) => sum + elements, weights.unpacked);
    for (const { bits } of counted) if (bits !== null) weights.bits.add(bits);
    return {
      parameters: weights.hidden || parameters === 0 ? null : parameters,
      floats: weights.floats,
      quantisedBits: [...weights.bits].sort((one, other) => one - other),
      externalData: [...weights.external].sort(),
    };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw inputFault(`${basename(path)} is not a whole ONNX file.`, {
      code: 'onnx-unreadable',
      mend: 'Export the model anew, or take a revision whose file is whole.',
      cause,
    });
  } finally {
    await handle.close();
  }
}

const noWeights = (): Weights => ({
  tensors: [],
  packed: new Set(),
  unpacked: 0,
  hidden: false,
  external: new Set(),
  floats: { float32: 0, float16: 0, bfloat16: 0, other: 0 },
  bits: new Set(),
});

type Range = { start: number; end: number };

async function readGraph(file: ProtobufFile, { start, end }: Range, weights: Weights): Promise<void> {
  for await (const part of file.fields(start, end)) {
    if (!('start' in part)) continue;
    if (part.field === GRAPH.node) await readNode(file, part, weights);
    if (part.field === GRAPH.initializer) await readInitializer(file, part, weights);
  }
}

async function readInitializer(file: ProtobufFile, range: Range, weights: Weights): Promise<void> {
  const { name, dims, elementType } = await readTensor(file, range, weights);
  const elements = dims.reduce((product, size) => product * size, 1);
  const format = FLOATS.get(elementType);
  const bits = SMALL_INTEGERS.get(elementType) ?? null;
  if (format !== undefined) weights.floats[format] += elements;
  if (elements < 2 || QUANTISATION_CONSTANT.test(name)) return;
  if (format !== undefined || bits !== null) weights.tensors.push({ name, elements, bits });
}

async function readNode(file: ProtobufFile, { start, end }: Range, weights: Weights): Promise<void> {
  const inputs: string[] = [];
  const integers = new Map<string, number>();
  let operator = '';
  for await (const part of file.fields(start, end)) {
    if (!('start' in part)) continue;
    if (part.field === NODE.input) inputs.push(await file.text(part.start, part.end));
    if (part.field === NODE.operator) operator = await file.text(part.start, part.end);
    if (part.field === NODE.attribute) await readAttribute(file, part, integers, weights);
  }
  if (operator === 'GatherBlockQuantized' || operator === 'MatMulBnb4') {
    weights.hidden = true;
    weights.bits.add(integers.get('bits') ?? BLOCK_BITS);
  }
  if (operator !== 'MatMulNBits') return;
  weights.bits.add(integers.get('bits') ?? BLOCK_BITS);
  // Its second input holds K x N weights, several to a byte; then come scales and zero points.
  weights.unpacked += (integers.get('K') ?? Number.NaN) * (integers.get('N') ?? Number.NaN);
  for (const name of inputs.slice(1, 4)) weights.packed.add(name);
}

async function readAttribute(file: ProtobufFile, { start, end }: Range, integers: Map<string, number>, weights: Weights): Promise<void> {
  let name = '';
  for await (const part of file.fields(start, end)) {
    if ('number' in part) {
      if (part.field === ATTRIBUTE.integer) integers.set(name, part.number);
      continue;
    }
    if (part.field === ATTRIBUTE.name) name = await file.text(part.start, part.end);
    if (part.field === ATTRIBUTE.graph || part.field === ATTRIBUTE.graphs) await readGraph(file, part, weights);
    if (part.field === ATTRIBUTE.tensor) await readConstant(file, part, weights);
  }
}

/** Some exporters put weights into Constant nodes; those have two axes or more, unlike the constants of a graph. */
async function readConstant(file: ProtobufFile, range: Range, weights: Weights): Promise<void> {
  const { dims, elementType } = await readTensor(file, range, weights);
  const elements = dims.reduce((product, size) => product * size, 1);
  const format = FLOATS.get(elementType);
  if (format === undefined || dims.length < 2 || elements < 2) return;
  weights.unpacked += elements;
  weights.floats[format] += elements;
}

async function readTensor(file: ProtobufFile, { start, end }: Range, weights: Weights): Promise<Tensor> {
  const tensor: Tensor = { name: '', dims: [], elementType: 0 };
  for await (const part of file.fields(start, end)) {
    if (part.field === TENSOR.dims) tensor.dims.push(...(await numbersOf(file, part)));
    if (part.field === TENSOR.elementType && 'number' in part) tensor.elementType = part.number;
    if (part.field === TENSOR.name && 'start' in part) tensor.name = await file.text(part.start, part.end);
    if (part.field === TENSOR.externalData && 'start' in part) await readExternalEntry(file, part, weights.external);
  }
  return tensor;
}

const numbersOf = async (file: ProtobufFile, part: Field): Promise<number[]> =>
  'number' in part ? [part.number] : file.numbers(part.start, part.end);

async function readExternalEntry(file: ProtobufFile, { start, end }: Range, external: Set<string>): Promise<void> {
  const entry = { key: '', value: '' };
  for await (const part of file.fields(start, end)) {
    if (!('start' in part)) continue;
    if (part.field === ENTRY.key) entry.key = await file.text(part.start, part.end);
    if (part.field === ENTRY.value) entry.value = await file.text(part.start, part.end);
  }
  if (entry.key !== 'location') return;
  if (!/^(?!\.)[A-Za-z0-9._-]{1,255}$/.test(entry.value)) {
    throw inputFault(`An ONNX file of the model names external data outside of its folder: ${JSON.stringify(entry.value)}.`, {
      code: 'onnx-external-data-outside',
      mend: 'Keep external data beside the ONNX file, under a plain file name.',
    });
  }
  external.add(entry.value);
}
