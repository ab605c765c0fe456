import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AutoTokenizer, env } from '@huggingface/transformers';
import { beforeAll, expect, test } from 'vitest';
import { EXAMPLES } from '../support/embedded-process.ts';
import { type RealEncoder, realEncoder } from '../support/worker-minilm.ts';
import { type TinyModels, tinyModels } from '../support/worker-models.ts';
import { expectType, loadMessage, measurePhase, startWorker } from '../support/worker-process.ts';

const PAIRS = join(EXAMPLES, 'datasets', 'sentence_similarity.jsonl');

let tiny: TinyModels;
let real: RealEncoder;
beforeAll(async () => {
  tiny = await tinyModels();
  real = await realEncoder();
});

test('the real all-MiniLM-L6-v2 runs with the tokens that another library counts', async () => {
  await using worker = await startWorker();
  worker.send(loadMessage(tiny, 'sentence-similarity', 'all-MiniLM-L6-v2', { modelFolder: real.modelFolder, datasetFile: PAIRS }));
  expect(expectType(await worker.next(), 'ready')).toMatchObject({
    parameters: 22_713_216,
    rows: 24,
    applied: { precision: 'float32', maximumInputTokens: 512, truncatedQueries: 0 },
  });

  env.allowRemoteModels = false;
  const tokenizer = await AutoTokenizer.from_pretrained(real.modelFolder, { local_files_only: true });
  const pairs = (await readFile(PAIRS, 'utf8')).trim().split('\n');
  const inputTokens = pairs
    .map((line) => JSON.parse(line) as { sentence1: string; sentence2: string })
    .reduce((sum, { sentence1, sentence2 }) => sum + tokenizer.encode(sentence1, { text_pair: sentence2 }).length, 0);
  const whole = { passes: 1, queries: 24, failedQueries: 0, inputTokens, outputTokens: null };
  expect(await measurePhase(worker, 'preprocess')).toEqual(whole);
  expect(await measurePhase(worker, 'forward')).toEqual(whole);
});
