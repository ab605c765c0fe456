import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_ORGANISATION, EXAMPLES, expectType, load, planOf, runPhase, startEmbedded } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { encoderDecoderFiles, halfPrecisionDecoderFiles } from '../support/tiny-models.ts';

const exampleModel = (name: string): string => join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, name);
const exampleData = (name: string): string => join(EXAMPLES, 'datasets', `${name}.jsonl`);

/** Bytes of UTF-8 in a column: what the example tokenizers make tokens of. */
async function bytesOf(dataset: string, columns: string[]): Promise<number> {
  const rows = (await readFile(exampleData(dataset), 'utf8')).trim().split('\n');
  const cells = rows.flatMap((row) => columns.map((column) => (JSON.parse(row) as Record<string, string>)[column] ?? ''));
  return cells.reduce((sum, cell) => sum + Buffer.byteLength(cell), 0);
}

describe('text-generation on the embedded backend', () => {
  test('makes exactly the tokens of the plan, and one in the prefill pass', async () => {
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10 });
    const ready = await load(backend, exampleModel('babbler-27k'), exampleData('text_generation'), plan);
    expect(ready).toMatchObject({ backend: expect.stringMatching(/^embedded@\d/), device: 'cpu', rows: 32, parameters: 26_808 });
    expect(ready.runtime.map((library) => library.split('@')[0])).toEqual(['transformers.js', 'onnxruntime-node']);

    const tokens = await bytesOf('text_generation', ['text']);
    const whole = { passes: 1, queries: 32, failedQueries: 0, inputTokens: tokens };
    expect(await runPhase(backend, 'prefill')).toEqual({ ...whole, outputTokens: 32 });
    expect(await runPhase(backend, 'preprocess')).toEqual({ ...whole, outputTokens: null });
    expect(await runPhase(backend, 'generate')).toEqual({ ...whole, outputTokens: 320 });
  });

  test('repeats whole passes until the least time has passed', async () => {
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10 });
    await load(backend, exampleModel('babbler-27k'), exampleData('text_generation'), plan);
    const start = performance.now();
    const counts = await runPhase(backend, 'preprocess', 0.5);
    expect(performance.now() - start).toBeGreaterThanOrEqual(500);
    expect(counts.passes).toBeGreaterThan(1);
    expect(counts.queries).toBe(counts.passes * 32);
    expect(counts.inputTokens).toBe(counts.passes * (await bytesOf('text_generation', ['text'])));
    const progress = backend.progress.filter(({ phase }) => phase === 'preprocess');
    expect(progress.length).toBeGreaterThan(0);
    for (const { done, of } of progress) expect([of, done >= 1 && done <= 32]).toEqual([32, true]);
  });

  test('cuts long inputs so that the new tokens still fit the model', async () => {
    await using data = await folderOf({ 'long.jsonl': `${JSON.stringify({ text: 'word '.repeat(400) })}\n` });
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10 });
    await load(backend, exampleModel('babbler-27k'), join(data.path, 'long.jsonl'), plan);
    expect(await runPhase(backend, 'generate')).toMatchObject({ failedQueries: 0, inputTokens: 256 - 10, outputTokens: 10 });
  });

  test('runs a model whose cache and logits are float16', async () => {
    await using model = await folderOf(halfPrecisionDecoderFiles());
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10, precision: 'float16' });
    await load(backend, model.path, exampleData('text_generation'), plan);
    expect(await runPhase(backend, 'generate')).toMatchObject({ queries: 32, failedQueries: 0, outputTokens: 320 });
    expect(backend.errors()).toBe('');
  });

  test('warms up with one full query and ten short ones, and at least the full one', async () => {
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10 });
    await load(backend, exampleModel('babbler-27k'), exampleData('text_generation'), plan);
    backend.send({ type: 'warm-up', maximumSeconds: 60 });
    expect(expectType(await backend.next(), 'warm').queries).toBe(11);
    backend.send({ type: 'warm-up', maximumSeconds: 0 });
    expect(expectType(await backend.next(), 'warm').queries).toBe(1);
  });

  test('leaves blank rows out and says so by its number of rows', async () => {
    const lines = ['{"text":"One."}', '{"text":"   "}', '', '{"text":"Two."}'].join('\n');
    await using data = await folderOf({ 'gaps.jsonl': lines });
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10 });
    const ready = await load(backend, exampleModel('babbler-27k'), join(data.path, 'gaps.jsonl'), plan);
    expect(ready.rows).toBe(2);
    expect(await runPhase(backend, 'preprocess')).toMatchObject({ queries: 2, failedQueries: 0 });
  });
});

describe('forward tasks on the embedded backend', () => {
  test('text-classification counts a frame of two tokens around each text', async () => {
    await using backend = startEmbedded();
    const plan = planOf({ task: 'text-classification', columns: ['text'] });
    await load(backend, exampleModel('mood-dice-42k'), exampleData('text_classification'), plan);
    const inputTokens = (await bytesOf('text_classification', ['text'])) + 30 * 2;
    const whole = { passes: 1, queries: 30, failedQueries: 0, inputTokens, outputTokens: null };
    expect(await runPhase(backend, 'preprocess')).toEqual(whole);
    expect(await runPhase(backend, 'forward')).toEqual(whole);
  });

  test('image-classification has no tokens at all', async () => {
    await using backend = startEmbedded();
    const plan = planOf({ task: 'image-classification', columns: ['image'] });
    await load(backend, exampleModel('shape-dice-61k'), exampleData('image_classification'), plan);
    const whole = { passes: 1, queries: 30, failedQueries: 0, inputTokens: null, outputTokens: null };
    expect(await runPhase(backend, 'preprocess')).toEqual(whole);
    expect(await runPhase(backend, 'forward')).toEqual(whole);
  });

  test.each([
    ['question-answering', 'question_answering', ['question', 'context']],
    ['sentence-similarity', 'sentence_similarity', ['sentence1', 'sentence2']],
  ] as const)('%s reads both columns as one pair', async (task, dataset, columns) => {
    await using backend = startEmbedded();
    const plan = planOf({ task, columns: [...columns] });
    await load(backend, exampleModel('mood-dice-42k'), exampleData(dataset), plan);
    // [CLS] A [SEP] B [SEP]
    const inputTokens = (await bytesOf(dataset, [...columns])) + 24 * 3;
    expect(await runPhase(backend, 'forward')).toEqual({ passes: 1, queries: 24, failedQueries: 0, inputTokens, outputTokens: null });
  });

  test('summarization runs the plain forward pass of an encoder-decoder', async () => {
    await using model = await folderOf(encoderDecoderFiles({ model_type: 'bart', max_position_embeddings: 64 }));
    await using data = await folderOf({ 'texts.jsonl': '{"text":"A short text."}\n{"text":"Another one, somewhat longer."}\n' });
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, join(data.path, 'texts.jsonl'), planOf({ task: 'summarization', columns: ['text'] }));
    expect(ready.parameters).toBe(3 * 258 * 8);
    const inputTokens = 'A short text.'.length + 'Another one, somewhat longer.'.length + 2;
    expect(await runPhase(backend, 'forward')).toEqual({ passes: 1, queries: 2, failedQueries: 0, inputTokens, outputTokens: null });
  });

  test('a T5 model answers with text and sees the prefixes of its task', async () => {
    const t5 = { model_type: 't5', num_layers: 1, num_decoder_layers: 1, num_heads: 1, d_kv: 8, d_model: 8 };
    await using model = await folderOf(encoderDecoderFiles(t5));
    await using data = await folderOf({ 'pairs.jsonl': '{"question":"Who?","context":"She did."}\n' });
    await using backend = startEmbedded();
    const plan = planOf({ task: 'question-answering', columns: ['question', 'context'], newTokens: 7 });
    await load(backend, model.path, join(data.path, 'pairs.jsonl'), plan);
    const inputTokens = 'question: Who? context: She did.'.length + 1;
    expect(await runPhase(backend, 'generate')).toEqual({ passes: 1, queries: 1, failedQueries: 0, inputTokens, outputTokens: 7 });
  });
});
