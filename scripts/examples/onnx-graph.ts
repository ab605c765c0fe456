import onnxProto from 'onnx-proto';
import type { Random } from './random.ts';

const { onnx } = onnxProto;
type Node = onnxProto.onnx.INodeProto;
type Tensor = onnxProto.onnx.ITensorProto;
type ValueInfo = onnxProto.onnx.IValueInfoProto;

/** ONNX operator set 20: the first one with Gelu. */
const OPERATOR_SET = 20;
const IR_VERSION = 9;
/** Element types by their names and numbers in ONNX. */
export const ELEMENT = { float: 1, int64: 7, boolean: 9, float16: 10 } as const;

/** A named edge of the graph. */
export type Value = string;
type Attribute = number | readonly number[] | string;

/** Writes one ONNX graph node by node; every call gives the name of what it computes. */
export type Graph = {
  input(name: string, element: keyof typeof ELEMENT, shape: readonly (number | string)[]): Value;
  output(value: Value, name: string, shape: readonly (number | string)[], element?: keyof typeof ELEMENT): void;
  /** A trainable tensor, uniform in ±1/√fanIn. */
  weight(shape: readonly number[], fanIn: number): Value;
  /** A trainable vector of one number throughout. */
  filled(length: number, value: number): Value;
  integers(values: readonly number[]): Value;
  integer(value: number): Value;
  scalar(value: number): Value;
  op(operator: string, inputs: readonly Value[], attributes?: Record<string, Attribute>): Value;
  split(value: Value, parts: number, axis: number): Value[];
  bytes(): Uint8Array;
};

/** Starts a graph whose weights come from `random`. */
export function newGraph(name: string, random: Random): Graph {
  const nodes: Node[] = [];
  const initializers: Tensor[] = [];
  const inputs: ValueInfo[] = [];
  const outputs: ValueInfo[] = [];
  let count = 0;
  const fresh = (kind: string): string => `${kind}_${count++}`;

  const constant = (values: readonly number[], dims: number[]): Value => {
    const tensor = fresh('constant');
    initializers.push({ name: tensor, dataType: ELEMENT.int64, dims, rawData: int64Bytes(values) });
    return tensor;
  };
  const floats = (kind: string, values: Float32Array, dims: number[]): Value => {
    const tensor = fresh(kind);
    initializers.push({ name: tensor, dataType: ELEMENT.float, dims, rawData: float32Bytes(values) });
    return tensor;
  };

  return {
    input(input, element, shape) {
      inputs.push(described(input, ELEMENT[element], shape));
      return input;
    },
    output(value, output, shape, element = 'float') {
      nodes.push({ name: fresh('output'), opType: 'Identity', input: [value], output: [output] });
      outputs.push(described(output, ELEMENT[element], shape));
    },
    weight(shape, fanIn) {
      const length = shape.reduce((product, size) => product * size, 1);
      const bound = 1 / Math.sqrt(fanIn);
      return floats(
        'weight',
        Float32Array.from({ length }, () => random() * bound),
        [...shape],
      );
    },
    filled: (length, value) => floats('weight', new Float32Array(length).fill(value), [length]),
    integers: (values) => constant(values, [values.length]),
    integer: (value) => constant([value], []),
    scalar: (value) => floats('scalar', Float32Array.of(value), []),
    op(operator, values, attributes = {}) {
      const output = fresh(operator.toLowerCase());
      nodes.push({ name: output, opType: operator, input: [...values], output: [output], attribute: attributesOf(attributes) });
      return output;
    },
    split(value, parts, axis) {
      const values = Array.from({ length: parts }, () => fresh('split'));
      nodes.push({
        name: values.join('+'),
        opType: 'Split',
        input: [value],
        output: values,
        attribute: attributesOf({ axis, num_outputs: parts }),
      });
      return values;
    },
    bytes: () =>
      onnx.ModelProto.encode({
        irVersion: IR_VERSION,
        producerName: 'ai-energy-score make-examples',
        opsetImport: [{ domain: '', version: OPERATOR_SET }],
        graph: { name, node: nodes, initializer: initializers, input: inputs, output: outputs },
      }).finish(),
  };
}

function attributesOf(attributes: Record<string, Attribute>): onnxProto.onnx.IAttributeProto[] {
  const { AttributeType } = onnx.AttributeProto;
  return Object.entries(attributes).map(([name, value]) => {
    if (typeof value === 'string') return { name, type: AttributeType.STRING, s: Buffer.from(value) };
    if (typeof value !== 'number') return { name, type: AttributeType.INTS, ints: [...value] };
    return Number.isInteger(value) ? { name, type: AttributeType.INT, i: value } : { name, type: AttributeType.FLOAT, f: value };
  });
}

const described = (name: string, elemType: number, shape: readonly (number | string)[]): ValueInfo => ({
  name,
  type: {
    tensorType: { elemType, shape: { dim: shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size })) } },
  },
});

function float32Bytes(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setFloat32(index * 4, value, true);
  return bytes;
}

function int64Bytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setBigInt64(index * 8, BigInt(value), true);
  return bytes;
}
