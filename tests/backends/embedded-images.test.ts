import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  EXAMPLE_ORGANISATION,
  EXAMPLES,
  expectType,
  load,
  planOf,
  refusalOf,
  runPhase,
  startEmbedded,
} from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { captionerFiles, maskedDetectorFiles } from '../support/tiny-media-models.ts';

const pictures = join(EXAMPLES, 'datasets', 'object_detection.jsonl');
const spotter = join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, 'shape-spotter-24k');
const detection = planOf({ task: 'object-detection', columns: ['image'] });
const captioning = planOf({ task: 'image-to-text', columns: ['image'], newTokens: 100 });
const onePass = { passes: 1, queries: 30, failedQueries: 0, inputTokens: null, outputTokens: null };

describe('object-detection on the embedded backend', () => {
  test('looks at every picture once in each phase', async () => {
    await using backend = startEmbedded();
    const ready = await load(backend, spotter, pictures, detection);
    expect(ready).toMatchObject({ rows: 30, parameters: 23_947 });
    expect(await runPhase(backend, 'preprocess')).toEqual(onePass);
    expect(await runPhase(backend, 'forward')).toEqual(onePass);
    expect(backend.errors()).toBe('');
  });

  test('gives a model of the DETR kind its mask', async () => {
    await using model = await folderOf(maskedDetectorFiles());
    await using backend = startEmbedded();
    await load(backend, model.path, pictures, detection);
    expect(await runPhase(backend, 'forward')).toEqual(onePass);
    expect(backend.errors()).toBe('');
  });
});

describe('image-to-text on the embedded backend', () => {
  test('makes exactly the tokens of the plan greedily, whatever the model itself would do', async () => {
    await using model = await folderOf(captionerFiles());
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, pictures, captioning);
    expect(ready.applied).toMatchObject({ maximumInputTokens: null, truncatedQueries: null, reasoning: null });
    backend.send({ type: 'warm-up', maximumSeconds: 30 });
    expect(expectType(await backend.next(), 'warm').queries).toBe(11);
    expect(await runPhase(backend, 'prefill')).toEqual({ ...onePass, outputTokens: 30 });
    expect(await runPhase(backend, 'preprocess')).toEqual(onePass);
    expect(await runPhase(backend, 'generate')).toEqual({ ...onePass, outputTokens: 30 * 100 });
    expect(backend.errors()).toBe('');
  });

  test('does the same again when it is asked again', async () => {
    await using model = await folderOf(captionerFiles());
    await using backend = startEmbedded();
    await load(backend, model.path, pictures, captioning);
    const once = await runPhase(backend, 'generate');
    expect(await runPhase(backend, 'generate')).toEqual(once);
  });
});

describe('refused, with what to do, is', () => {
  test('a file that is no picture, by its place and name', async () => {
    await using data = await folderOf({ 'rows.jsonl': '{"image":"notes.png"}\n', 'notes.png': 'Some words.' });
    const error = await refusalOf(spotter, join(data.path, 'rows.jsonl'), detection);
    expect(error).toMatchObject({ kind: 'input', code: 'image-unreadable', mend: expect.stringMatching(/PNG or JPEG/) });
    expect(error.message).toMatch(/^Query 1 of the data set: notes\.png is no image/);
  });

  test('a picture that is cut short', async () => {
    const start = Buffer.from('89504e470d0a1a0a0000000d49484452000000400000004008020000', 'hex');
    await using data = await folderOf({ 'rows.jsonl': '{"image":"half.png"}\n', 'half.png': start });
    const error = await refusalOf(spotter, join(data.path, 'rows.jsonl'), detection);
    expect(error).toMatchObject({ code: 'image-unreadable' });
  });

  test('a picture that is not there, at its line', async () => {
    await using data = await folderOf({ 'rows.jsonl': '{"image":"none.png"}\n' });
    const error = await refusalOf(spotter, join(data.path, 'rows.jsonl'), detection);
    expect(error).toMatchObject({ code: 'dataset-missing-file', message: expect.stringMatching(/^rows\.jsonl:1:.*none\.png/) });
  });

  test('a data set without its column', async () => {
    const error = await refusalOf(spotter, join(EXAMPLES, 'datasets', 'text_generation.jsonl'), detection);
    expect(error).toMatchObject({ code: 'dataset-missing-column', message: expect.stringMatching(/"image" is missing/) });
  });

  test('a classifier for detection', async () => {
    const error = await refusalOf(join(EXAMPLES, 'models', EXAMPLE_ORGANISATION, 'shape-dice-61k'), pictures, detection);
    expect(error).toMatchObject({ kind: 'input', code: 'model-not-for-task', message: expect.stringMatching(/resnet/) });
  });

  test('a captioner of another kind, before anything is loaded', async () => {
    await using model = await folderOf({ ...captionerFiles(), 'config.json': '{"model_type":"idefics3"}' });
    const error = await refusalOf(model.path, pictures, captioning);
    expect(error).toMatchObject({ code: 'model-not-for-task', mend: expect.stringMatching(/transformers backend/) });
    expect(error.message).toMatch(/vision-encoder-decoder models, and this one is idefics3/);
  });

  test('a captioner without its decoder, naming the file', async () => {
    const { 'onnx/decoder_model_merged.onnx': _, ...half } = captionerFiles();
    await using model = await folderOf(half);
    const error = await refusalOf(model.path, pictures, captioning);
    expect(error).toMatchObject({ kind: 'input', code: 'onnx-file-missing' });
    expect(error.mend).toMatch(/^Add onnx\/decoder_model_merged\.onnx/);
  });

  test('a precision that has no files', async () => {
    await using model = await folderOf(captionerFiles());
    const half = planOf({ task: 'image-to-text', columns: ['image'], newTokens: 100, precision: 'float16' });
    const error = await refusalOf(model.path, pictures, half);
    expect(error.message).toMatch(/needs onnx\/encoder_model_fp16\.onnx with onnx\/decoder_model_merged_fp16\.onnx/);
  });

  test('text-to-image, with the reason', async () => {
    const error = await refusalOf(spotter, pictures, planOf({ task: 'text-to-image', columns: ['prompt'] }));
    expect(error).toMatchObject({ kind: 'input', code: 'task-not-in-embedded', mend: expect.stringMatching(/transformers backend/) });
    expect(error.message).toMatch(/has no diffusion/);
  });
});
