import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { type EmbeddedProcess, EXAMPLE_ORGANISATION, EXAMPLES, expectType, planOf, startEmbedded } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const model = (name: string): string => join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, name);
const texts = join(EXAMPLES, 'datasets', 'text_generation.jsonl');
const generation = planOf({ task: 'text-generation', columns: ['text'], newTokens: 10 });

function loadBabbler(
  backend: EmbeddedProcess,
  changes: { plan?: typeof generation; modelFolder?: string; datasetFile?: string } = {},
): void {
  backend.send({
    type: 'load',
    modelFolder: changes.modelFolder ?? model('babbler-27k'),
    processorFolder: null,
    datasetFile: changes.datasetFile ?? texts,
    plan: changes.plan ?? generation,
  });
}

describe('at the edges of a phase the backend', () => {
  test('does no work before the runner says go', async () => {
    await using data = await folderOf();
    await cp(join(EXAMPLES, 'datasets'), data.path, { recursive: true });
    await using backend = startEmbedded();
    backend.send({
      type: 'load',
      modelFolder: model('shape-dice-61k'),
      processorFolder: null,
      datasetFile: join(data.path, 'image_classification.jsonl'),
      plan: planOf({ task: 'image-classification', columns: ['image'] }),
    });
    expectType(await backend.next(), 'ready');
    backend.send({ type: 'run', phase: 'preprocess', minimumSeconds: 0 });
    expect(await backend.next()).toEqual({ type: 'edge', phase: 'preprocess', edge: 'start' });
    // Work done by now would have found the images; work done after go cannot.
    await rm(join(data.path, 'images'), { recursive: true });
    backend.send({ type: 'go' });
    expect(await backend.next()).toMatchObject({ edge: 'end', passes: 1, queries: 30, failedQueries: 30 });
    expect(backend.errors()).toMatch(/preprocess: query 1 failed: ENOENT/);
  });

  test('does not say done before the runner says go, and takes nothing else for it', async () => {
    await using backend = startEmbedded();
    loadBabbler(backend);
    expectType(await backend.next(), 'ready');
    backend.send({ type: 'run', phase: 'preprocess', minimumSeconds: 0 });
    expectType(await backend.next(), 'edge');
    backend.send({ type: 'go' });
    expect(await backend.next()).toMatchObject({ type: 'edge', edge: 'end' });
    backend.send({ type: 'warm-up', maximumSeconds: 1 });
    expect(await backend.next()).toMatchObject({ type: 'error', kind: 'internal', code: 'protocol-order' });
    expect(await backend.ended).toEqual({ code: 1, signal: null });
  });
});

describe('the backend ends', () => {
  test('when it is told to shut down', async () => {
    await using backend = startEmbedded();
    loadBabbler(backend);
    expectType(await backend.next(), 'ready');
    backend.send({ type: 'shutdown' });
    expect(await backend.ended).toEqual({ code: 0, signal: null });
  });

  test('when the runner goes before it loads anything', async () => {
    await using backend = startEmbedded();
    backend.child.stdin.end();
    expect(await backend.ended).toEqual({ code: 0, signal: null });
  });

  test.each(['preprocess', 'generate'] as const)('when the runner goes in the middle of %s', async (phase) => {
    await using backend = startEmbedded();
    loadBabbler(backend);
    expectType(await backend.next(), 'ready');
    backend.send({ type: 'run', phase, minimumSeconds: 3600 });
    expectType(await backend.next(), 'edge');
    backend.send({ type: 'go' });
    backend.child.stdin.end();
    expect(await backend.ended).toEqual({ code: 0, signal: null });
  });
});

describe('the backend refuses', () => {
  const refused = async (changes: Parameters<typeof loadBabbler>[1]) => {
    await using backend = startEmbedded();
    loadBabbler(backend, changes);
    const message = expectType(await backend.next(), 'error');
    expect(await backend.ended).toEqual({ code: 1, signal: null });
    return message;
  };

  test('a task it cannot run, naming those it can', async () => {
    const error = await refused({ plan: planOf({ task: 'text-to-image', columns: ['prompt'] }) });
    expect(error).toMatchObject({ kind: 'input', code: 'task-not-in-embedded' });
    expect(error.message).toMatch(/text-generation.*image-classification/);
  });

  test('a precision whose file is not there, naming the files that are', async () => {
    const error = await refused({ plan: planOf({ task: 'text-generation', columns: ['text'], newTokens: 10, precision: 'float16' }) });
    expect(error).toMatchObject({ kind: 'input', code: 'onnx-file-missing' });
    expect(error.message).toMatch(/onnx\/model_fp16\.onnx.*It has onnx\/model\.onnx\./);
  });

  test('bfloat16 and quantisations that ONNX Runtime has no kernels for', async () => {
    const parts = { task: 'text-generation' as const, columns: ['text'], newTokens: 10 };
    expect(await refused({ plan: planOf({ ...parts, precision: 'bfloat16' }) })).toMatchObject({ code: 'precision-not-in-embedded' });
    const gptq = planOf({ ...parts, quantization: { method: 'gptq', bits: 4 } });
    expect(await refused({ plan: gptq })).toMatchObject({ kind: 'input', code: 'quantization-not-in-embedded' });
  });

  test('a model that was made for another task', async () => {
    const error = await refused({ modelFolder: model('shape-dice-61k') });
    expect(error).toMatchObject({ kind: 'input' });
    expect(error.message).toMatch(/cannot be loaded|no model for/);
  });

  test('a data set without the column of its task, at the right line', async () => {
    await using data = await folderOf({ 'rows.jsonl': '{"text":"One."}\n{"prompt":"Two."}\n' });
    const error = await refused({ datasetFile: join(data.path, 'rows.jsonl') });
    expect(error).toMatchObject({ kind: 'input', code: 'dataset-missing-column' });
    expect(error.message).toMatch(/^rows\.jsonl:2:/);
  });

  test('an ONNX file that is cut short', async () => {
    await using copy = await folderOf();
    await cp(model('babbler-27k'), copy.path, { recursive: true });
    await truncate(join(copy.path, 'onnx', 'model.onnx'), 50_000);
    expect(await refused({ modelFolder: copy.path })).toMatchObject({ kind: 'input', code: 'onnx-unreadable' });
  });
});

test('a model that cannot answer is told in the warm-up, before anything is measured', async () => {
  await using copy = await folderOf();
  await cp(model('mood-dice-42k'), copy.path, { recursive: true });
  // A tokenizer with more tokens than the model has: the ids run out of its embedding.
  const file = join(copy.path, 'tokenizer.json');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('257', '9257'));
  await using backend = startEmbedded();
  const plan = planOf({ task: 'text-classification', columns: ['text'] });
  loadBabbler(backend, { modelFolder: copy.path, datasetFile: join(EXAMPLES, 'datasets', 'text_classification.jsonl'), plan });
  expectType(await backend.next(), 'ready');
  backend.send({ type: 'warm-up', maximumSeconds: 5 });
  expect(await backend.next()).toMatchObject({ type: 'error', kind: 'input', code: 'first-query-failed' });
  expect(await backend.ended).toEqual({ code: 1, signal: null });
});

describe('bundled and away from the repository, the backend', () => {
  const bundle = async (folder: string): Promise<string> => {
    const file = join(folder, 'embedded-backend.mjs');
    await build({
      input: join(REPOSITORY, 'src/backends/embedded/main.ts'),
      platform: 'node',
      output: { file, format: 'esm' },
      logLevel: 'silent',
    });
    return file;
  };

  test('says how to install what it needs', async () => {
    await using folder = await folderOf();
    await using backend = startEmbedded({ program: await bundle(folder.path), environment: { AI_ENERGY_SCORE_MODULES: undefined } });
    loadBabbler(backend);
    const error = expectType(await backend.next(), 'error');
    expect(error).toMatchObject({ kind: 'operator', code: 'embedded-not-installed' });
    expect(error.mend).toMatch(/npm install @huggingface\/transformers@\d+\.\d+\.\d+/);
  });

  test('takes the library from the folder that the environment names', async () => {
    await using folder = await folderOf();
    const program = await bundle(folder.path);
    await using backend = startEmbedded({ program, environment: { AI_ENERGY_SCORE_MODULES: REPOSITORY } });
    loadBabbler(backend);
    expect(await backend.next()).toMatchObject({ type: 'ready', rows: 32 });
  });
});
