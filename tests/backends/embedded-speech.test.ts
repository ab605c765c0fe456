import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectType, load, planOf, refusalOf, runPhase, startEmbedded } from '../support/embedded-process.ts';
import { folderOf } from '../support/folders.ts';
import { ctcFiles, MODEL_RATE, transcriberFiles } from '../support/tiny-media-models.ts';
import { tone, wavOf } from '../support/wav-files.ts';

const transcription = planOf({ task: 'automatic-speech-recognition', columns: ['audio'], newTokens: 100 });
const labelling = planOf({ task: 'automatic-speech-recognition', columns: ['audio'] });

const clip = (seconds: number, samplesPerSecond = MODEL_RATE): Buffer =>
  wavOf({ channels: [tone(300, seconds, samplesPerSecond)], samplesPerSecond });

/** A data set of sounds; its path is that of the rows. */
async function sounds(files: Record<string, Uint8Array | string>) {
  const rows = Object.keys(files).map((audio) => `${JSON.stringify({ audio })}\n`);
  const folder = await folderOf({ ...files, 'rows.jsonl': rows.join('') });
  return { rows: join(folder.path, 'rows.jsonl'), [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

describe('automatic-speech-recognition on the embedded backend', () => {
  test('makes exactly the tokens of the plan greedily, from sounds of any rate, mono or stereo', async () => {
    const stereo = wavOf({ channels: [tone(300, 0.3, 44_100), tone(500, 0.3, 44_100)], samplesPerSecond: 44_100, encoding: 'float32' });
    await using data = await sounds({ 'one.wav': clip(0.5), 'two.wav': clip(0.5, 8000), 'three.wav': stereo });
    await using model = await folderOf(transcriberFiles());
    await using backend = startEmbedded();
    const ready = await load(backend, model.path, data.rows, transcription);
    expect(ready).toMatchObject({ rows: 3, applied: { maximumInputTokens: null, truncatedQueries: null } });
    backend.send({ type: 'warm-up', maximumSeconds: 30 });
    expect(expectType(await backend.next(), 'warm').queries).toBe(11);
    const whole = { passes: 1, queries: 3, failedQueries: 0, inputTokens: null };
    expect(await runPhase(backend, 'prefill')).toEqual({ ...whole, outputTokens: 3 });
    expect(await runPhase(backend, 'preprocess')).toEqual({ ...whole, outputTokens: null });
    expect(await runPhase(backend, 'generate')).toEqual({ ...whole, outputTokens: 300 });
    expect(backend.errors()).toBe('');
  });

  test('tells in its log how many sounds are longer than the model listens', async () => {
    await using data = await sounds({ 'short.wav': clip(1), 'long.wav': clip(1.5), 'slow.wav': clip(1.5, 8000) });
    await using model = await folderOf(transcriberFiles());
    await using backend = startEmbedded();
    await load(backend, model.path, data.rows, transcription);
    expect(await runPhase(backend, 'preprocess')).toMatchObject({ queries: 3, failedQueries: 0 });
    expect(backend.errors()).toBe('2 of 3 inputs are longer than the model takes: their ends are cut off.\n');
  });

  test('labels a sound in one forward pass where the plan says so', async () => {
    await using data = await sounds({ 'one.wav': clip(0.5), 'two.wav': clip(0.2, 8000) });
    await using model = await folderOf(ctcFiles());
    await using backend = startEmbedded();
    await load(backend, model.path, data.rows, labelling);
    const whole = { passes: 1, queries: 2, failedQueries: 0, inputTokens: null, outputTokens: null };
    expect(await runPhase(backend, 'preprocess')).toEqual(whole);
    expect(await runPhase(backend, 'forward')).toEqual(whole);
    expect(backend.errors()).toBe('');
  });
});

describe('refused, with what to do, is', () => {
  test('a sound that is no WAV, by its place and name', async () => {
    await using data = await sounds({ 'one.wav': clip(0.1), 'two.flac': 'fLaC and more' });
    await using model = await folderOf(ctcFiles());
    const error = await refusalOf(model.path, data.rows, labelling);
    expect(error).toMatchObject({ kind: 'input', code: 'audio-unsupported', mend: expect.stringMatching(/WAV, 16-bit PCM/) });
    expect(error.message).toBe('Query 2 of the data set: two.flac is FLAC, where this backend reads WAV.');
  });

  test('a sound that is cut short', async () => {
    await using data = await sounds({ 'one.wav': clip(0.1).subarray(0, 400) });
    await using model = await folderOf(transcriberFiles());
    const error = await refusalOf(model.path, data.rows, transcription);
    expect(error).toMatchObject({ kind: 'input', code: 'audio-damaged' });
  });

  test('a labelling model where tokens are to be made, and a transcriber where none are', async () => {
    await using data = await sounds({ 'one.wav': clip(0.1) });
    await using ctc = await folderOf({ ...ctcFiles(), ...onnxOf(transcriberFiles()) });
    const noTokens = await refusalOf(ctc.path, data.rows, transcription);
    expect(noTokens).toMatchObject({ kind: 'input', code: 'model-not-for-task', message: expect.stringMatching(/wav2vec2/) });
    await using transcriber = await folderOf({ ...transcriberFiles(), ...onnxOf(ctcFiles()) });
    const noLabels = await refusalOf(transcriber.path, data.rows, labelling);
    expect(noLabels).toMatchObject({ kind: 'input', code: 'model-not-for-task', message: expect.stringMatching(/whisper/) });
  });

  test('a transcriber without its encoder, naming the file', async () => {
    await using data = await sounds({ 'one.wav': clip(0.1) });
    const { 'onnx/encoder_model.onnx': _, ...half } = transcriberFiles();
    await using model = await folderOf(half);
    const error = await refusalOf(model.path, data.rows, transcription);
    expect(error).toMatchObject({ code: 'onnx-file-missing', mend: expect.stringMatching(/^Add onnx\/encoder_model\.onnx/) });
  });

  test('a processor that tells no rate', async () => {
    await using data = await sounds({ 'one.wav': clip(0.1) });
    const processor = '{"feature_extractor_type":"Wav2Vec2FeatureExtractor"}';
    await using model = await folderOf({ ...ctcFiles(), 'preprocessor_config.json': processor });
    const error = await refusalOf(model.path, data.rows, labelling);
    expect(error).toMatchObject({ kind: 'input', code: 'processor-without-rate' });
  });
});

const onnxOf = (files: Record<string, string | Uint8Array>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('onnx/')));
