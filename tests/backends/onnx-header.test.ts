import { join } from 'node:path';
import onnxProto from 'onnx-proto';
import { describe, expect, test } from 'vitest';
import { readOnnxHeader } from '../../src/backends/embedded/onnx-header.ts';
import { onnxWeights } from '../../src/backends/embedded/parameters.ts';
import { EXAMPLE_ORGANISATION, EXAMPLES } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';

const { onnx } = onnxProto;
type Graph = onnxProto.onnx.IGraphProto;
const { FLOAT, INT8, UINT8, INT64 } = onnx.TensorProto.DataType;

const modelOf = (graph: Graph): Uint8Array => onnx.ModelProto.encode({ irVersion: 9, graph }).finish();

async function headerOf(graph: Graph) {
  await using folder = await folderOf({ 'model.onnx': modelOf(graph) });
  return await readOnnxHeader(join(folder.path, 'model.onnx'));
}

describe('the header of an ONNX file', () => {
  test('counts the trained numbers of the examples as their sizes give them', async () => {
    const count = async (name: string) => {
      const folder = join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, name);
      return (await onnxWeights(folder, { precision: 'float32', quantization: null })).parameters;
    };
    // Tokens and positions, then per layer 12 width² + 13 width, then the last normalisation.
    const decoder = (width: number, layers: number) => (257 + 256) * width + layers * (12 * width ** 2 + 13 * width) + 2 * width;
    expect(await count('babbler-27k')).toBe(decoder(24, 2));
    expect(await count('babbler-83k')).toBe(decoder(36, 4));
    expect(await count('babbler-223k')).toBe(decoder(48, 7));
  });

  test('leaves constants, scales and zero points out, and counts small integers as weights', async () => {
    const initializer = [
      { name: 'weight_quantized', dims: [40, 30], dataType: INT8, rawData: new Uint8Array(1200) },
      { name: 'weight_scale', dims: [30], dataType: FLOAT, rawData: new Uint8Array(120) },
      { name: 'weight_zero_point', dims: [30], dataType: INT8, rawData: new Uint8Array(30) },
      { name: 'bias', dims: [30], dataType: FLOAT, rawData: new Uint8Array(120) },
      { name: 'epsilon', dims: [], dataType: FLOAT, rawData: new Uint8Array(4) },
      { name: 'shape', dims: [4], dataType: INT64, rawData: new Uint8Array(32) },
    ];
    expect(await headerOf({ initializer })).toMatchObject({ parameters: 1230, quantisedBits: [8], externalData: [] });
  });

  test('tells how many floating-point numbers there are of each format, constants and scales among them', async () => {
    const { DOUBLE, FLOAT16, BFLOAT16 } = onnx.TensorProto.DataType;
    const initializer = [
      { name: 'w', dims: [10, 10], dataType: FLOAT16, rawData: new Uint8Array(200) },
      { name: 'w_scale', dims: [10], dataType: FLOAT, rawData: new Uint8Array(40) },
      { name: 'b', dims: [5], dataType: BFLOAT16, rawData: new Uint8Array(10) },
      { name: 'd', dims: [3], dataType: DOUBLE, rawData: new Uint8Array(24) },
      { name: 'epsilon', dims: [], dataType: FLOAT, rawData: new Uint8Array(4) },
    ];
    const header = await headerOf({ initializer });
    expect(header).toMatchObject({ floats: { float32: 11, float16: 100, bfloat16: 5, other: 3 }, quantisedBits: [] });
  });

  test('unpacks the weights of MatMulNBits by its sizes', async () => {
    const initializer = [
      { name: 'packed', dims: [64, 2, 16], dataType: UINT8, rawData: new Uint8Array(2048) },
      { name: 'gains', dims: [128], dataType: FLOAT, rawData: new Uint8Array(512) },
    ];
    const attribute = Object.entries({ K: 64, N: 64, bits: 4 }).map(([name, i]) => ({ name, i, type: 2 }));
    const node = [{ opType: 'MatMulNBits', domain: 'com.microsoft', input: ['x', 'packed', 'gains'], output: ['y'], attribute }];
    expect(await headerOf({ initializer, node })).toMatchObject({ parameters: 64 * 64, quantisedBits: [4], externalData: [] });
  });

  test('gives no number where the packing hides it', async () => {
    const initializer = [{ name: 'bias', dims: [30], dataType: FLOAT, rawData: new Uint8Array(120) }];
    const node = [{ opType: 'GatherBlockQuantized', input: ['bias'], output: ['y'] }];
    expect(await headerOf({ initializer, node })).toMatchObject({ parameters: null, quantisedBits: [4] });
  });

  test('counts weights of branches and of constant nodes', async () => {
    const t = { dims: [5, 6], dataType: FLOAT, rawData: new Uint8Array(120) };
    const constant = { opType: 'Constant', output: ['c'], attribute: [{ name: 'value', t }] };
    const branch = { node: [constant], initializer: [{ name: 'w', dims: [7], dataType: FLOAT, rawData: new Uint8Array(28) }] };
    const node = [{ opType: 'If', input: ['p'], output: ['y'], attribute: [{ name: 'then_branch', g: branch }] }];
    expect((await headerOf({ node })).parameters).toBe(37);
  });

  const external = (location: string): Graph => ({
    initializer: [{ name: 'w', dims: [10, 10], dataType: FLOAT, dataLocation: 1, externalData: [{ key: 'location', value: location }] }],
  });

  test('names external data that lies beside the file', async () => {
    expect(await headerOf(external('model.onnx_data'))).toMatchObject({ parameters: 100, externalData: ['model.onnx_data'] });
  });

  test.each(['../secret', '/etc/passwd', 'C:\\secret', 'sub/../../secret', '..', ''])('refuses external data at %j', async (location) => {
    await expect(headerOf(external(location))).rejects.toMatchObject({ kind: 'input', code: 'onnx-external-data-outside' });
  });

  test.each([0, 1, 17, 60])('refuses a file cut off after %i bytes or says that it holds no weights', async (length) => {
    const whole = modelOf({ initializer: [{ name: 'w', dims: [10, 10], dataType: FLOAT, rawData: new Uint8Array(400) }] });
    await using folder = await folderOf({ 'model.onnx': whole.subarray(0, length) });
    const header = readOnnxHeader(join(folder.path, 'model.onnx'));
    if (length === 0) await expect(header).resolves.toMatchObject({ parameters: null, externalData: [] });
    else await expect(header).rejects.toMatchObject({ kind: 'input', code: 'onnx-unreadable' });
  });
});
