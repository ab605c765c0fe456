import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AutoModel, AutoTokenizer, env, type Tensor } from '@huggingface/transformers';
import { beforeAll, describe, expect, test } from 'vitest';
import { localCatalogue, localModel } from '../../src/hub/local-models.ts';
import { EXAMPLES, expectType, planOf, runPhase, startEmbedded } from '../support/embedded-process.ts';
import { type MiniLm, miniLm } from '../support/minilm.ts';
import { quickExamples, runCli } from '../support/quick-examples.ts';

const PAIRS = join(EXAMPLES, 'datasets', 'sentence_similarity.jsonl');

type Pair = { sentence1: string; sentence2: string };
const pairs = async (): Promise<Pair[]> =>
  (await readFile(PAIRS, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair);

let model: MiniLm;
beforeAll(async () => {
  model = await miniLm();
});

describe('all-MiniLM-L6-v2 with int8 weights', () => {
  test('is a trained model: alike sentences lie closer than unlike ones', async () => {
    env.allowRemoteModels = false;
    const tokenizer = await AutoTokenizer.from_pretrained(model.modelFolder, { local_files_only: true });
    const network = await AutoModel.from_pretrained(model.modelFolder, { dtype: 'q8', device: 'cpu', local_files_only: true });
    const embed = async (text: string): Promise<number[]> => {
      const { last_hidden_state } = (await network(tokenizer(text))) as { last_hidden_state: Tensor };
      return last_hidden_state.mean(1).normalize().tolist()[0] as number[];
    };
    const similarity = async ({ sentence1, sentence2 }: Pair): Promise<number> => {
      const [one, other] = [await embed(sentence1), await embed(sentence2)];
      return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
    };
    const rows = await pairs();
    for (let row = 0; row < rows.length; row += 2) {
      const [alike, unlike] = [rows[row] as Pair, rows[row + 1] as Pair];
      expect(await similarity(alike), alike.sentence2).toBeGreaterThan((await similarity(unlike)) + 0.2);
    }
  });

  test('is found in its folder by the digest of its files', async () => {
    const found = await localCatalogue(model.modelsFolder).lookUp(model.id, model.revision);
    expect(found).toMatchObject({ kind: 'found', model: { pipelineTag: 'sentence-similarity', licence: 'apache-2.0', customCode: false } });
    expect((await localModel(model.modelsFolder, model.id, model.revision)).bytes).toBeGreaterThan(22_000_000);
  });

  test('runs on the embedded backend with exact counts', async () => {
    await using backend = startEmbedded();
    const columns = ['sentence1', 'sentence2'];
    const plan = planOf({ task: 'sentence-similarity', columns, quantization: { method: 'onnx', bits: 8 } });
    backend.send({ type: 'load', modelFolder: model.modelFolder, processorFolder: null, datasetFile: PAIRS, plan });
    const ready = expectType(await backend.next(), 'ready');
    // 22,713,216 parameters, less the pooling layer (384 x 384 + 384) that the export leaves out.
    expect(ready).toMatchObject({ rows: 24, parameters: 22_713_216 - (384 * 384 + 384) });
    backend.send({ type: 'warm-up', maximumSeconds: 60 });
    expect(expectType(await backend.next(), 'warm').queries).toBe(11);

    const tokenizer = await AutoTokenizer.from_pretrained(model.modelFolder, { local_files_only: true });
    const inputTokens = (await pairs()).reduce(
      (sum, { sentence1, sentence2 }) => sum + tokenizer.encode(sentence1, { text_pair: sentence2 }).length,
      0,
    );
    const whole = { passes: 1, queries: 24, failedQueries: 0, inputTokens, outputTokens: null };
    expect(await runPhase(backend, 'preprocess')).toEqual(whole);
    expect(await runPhase(backend, 'forward')).toEqual(whole);
  });

  test('is scored from its submission to a published, checked result', async () => {
    await using examples = await quickExamples();
    const file = join(examples.root, 'submissions', model.id, 'sentence-similarity.yaml');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      `schemaVersion: 1\nmodel: ${model.id}\nrevision: ${model.revision}\ntask: sentence-similarity\nquantization: { method: onnx, bits: 8 }\n`,
    );
    const repository = examples.beside('results');
    const scored = await runCli([
      'score',
      file,
      '--models',
      model.modelsFolder,
      '--repo',
      repository,
      '--out',
      examples.beside('out'),
      '--json',
    ]);
    expect(scored.code, scored.stderr).toBe(0);
    const [result] = JSON.parse(scored.stdout).results;
    expect(result.score).toMatchObject({ scope: 'cpu' });
    expect(result.score.whPer1000Queries).toBeGreaterThan(0);
    const checked = await runCli(['check', join(repository, result.published.path), '--json']);
    const [{ verdict, checks }] = JSON.parse(checked.stdout).results;
    expect(verdict).toBe('unofficial');
    expect(checks.find(({ code }: { code: string }) => code === 'R-energy-recomputed')).toMatchObject({ status: 'pass' });
  });
});
