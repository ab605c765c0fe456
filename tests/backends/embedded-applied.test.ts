import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appliedBy } from '../../src/backends/embedded/applied.ts';
import type { OnnxHeader } from '../../src/backends/embedded/onnx-header.ts';
import type { LoadedModel } from '../../src/backends/embedded/query.ts';
import { EXAMPLE_ORGANISATION, EXAMPLES, load, planOf, startEmbedded } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { halfPrecisionDecoderFiles } from '../support/tiny-models.ts';

const generation = { task: 'text-generation', columns: ['text'], newTokens: 10 } as const;

describe('the backend tells what a model really got', () => {
  test('of a whole-precision decoder: its numbers, its longest input, the queries it cuts off', async () => {
    const long = { text: 'word '.repeat(100) };
    const rows = [long, { text: 'Short.' }, long].map((row) => `${JSON.stringify(row)}\n`).join('');
    await using data = await folderOf({ 'rows.jsonl': rows });
    await using backend = startEmbedded();
    const plan = planOf({ ...generation, columns: ['text'] });
    const folder = join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, 'babbler-27k');
    expect((await load(backend, folder, join(data.path, 'rows.jsonl'), plan)).applied).toEqual({
      precision: 'float32',
      quantization: null,
      reasoning: null,
      attention: null,
      maximumInputTokens: 246,
      truncatedQueries: 2,
      placement: [{ device: 'cpu', parameters: 26_808 }],
    });
  });

  test('of a file whose name says float16 and whose weights do not', async () => {
    await using model = await folderOf(halfPrecisionDecoderFiles());
    await using backend = startEmbedded();
    const plan = planOf({ ...generation, columns: ['text'], precision: 'float16' });
    const { applied } = await load(backend, model.path, join(EXAMPLES, 'datasets', 'text_generation.jsonl'), plan);
    // This export computes its cache in float16 and keeps its weights in float32.
    expect(applied).toMatchObject({ precision: 'float32' });
  });
});

describe('by the headers of its files, a model', () => {
  const NONE: OnnxHeader['floats'] = { float32: 0, float16: 0, bfloat16: 0, other: 0 };
  const model = { reasoning: null, maximumInputTokens: null } as LoadedModel;
  const told = (headers: Partial<OnnxHeader>[], parameters: number | null = 100) => {
    const whole = headers.map((header) => ({ parameters, floats: NONE, quantisedBits: [], externalData: [], ...header }));
    const choice = { variant: { dtype: 'fp32', suffix: '' }, networks: [], externalData: [] } as const;
    return appliedBy({ headers: whole, parameters, choice: { ...choice, networks: [], externalData: [] } }, model, null, 'float32');
  };

  test('has the precision of nine tenths of its numbers, over all its files', () => {
    const encoder = { floats: { ...NONE, float16: 90 } };
    expect(told([encoder, { floats: { ...NONE, float32: 10 } }])).toMatchObject({ precision: 'float16' });
    expect(told([encoder, { floats: { ...NONE, float32: 11 } }])).toMatchObject({ precision: 'mixed' });
    expect(told([{ floats: { ...NONE, other: 100 } }])).toMatchObject({ precision: 'mixed' });
  });

  test('has the declared precision where no number is left that is not quantised', () => {
    expect(told([{ quantisedBits: [8] }])).toMatchObject({ precision: 'float32', quantization: 'onnx, 8 bits' });
  });

  test('is quantised to every width that occurs', () => {
    expect(told([{ quantisedBits: [8] }, { quantisedBits: [4, 8] }])).toMatchObject({ quantization: 'onnx, 4 and 8 bits' });
  });

  test('tells nothing where its packing hides how many weights there are', () => {
    expect(told([{ quantisedBits: [4] }], null)).toBeUndefined();
  });
});
