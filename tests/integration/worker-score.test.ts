/** Every task the whole way: from a submission through the worker, sealed off and offline, to a published, checked result. */
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { TASKS, type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import { whyNoBubblewrap } from '../support/bubblewrap.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { realEncoder } from '../support/worker-minilm.ts';
import { TINY_MODELS, type TinyModels, tinyModels } from '../support/worker-models.ts';
import { workerPython } from '../support/worker-python.ts';

/** Models beside the first of each task, for the other ways to run it. */
const OTHERS: readonly [string, TaskKey][] = [
  ['t5', 'question-answering'],
  ['wav2vec2', 'automatic-speech-recognition'],
];

const missing = await whyNoBubblewrap();
let tiny: TinyModels;
let python: string;
let out: Awaited<ReturnType<typeof folderOf>>;
let results: { submission: string; result: string | null; errors: unknown[] }[];

beforeAll(async () => {
  if (missing !== null) return;
  [tiny, python, out] = [await tinyModels(), await workerPython(), await folderOf()];
  const first = TASKS.map(({ key }): [string, TaskKey] => [TINY_MODELS[key][0], key]);
  const files = [...first, ...OTHERS].map(([name, task]) => tiny.submission(name, task));
  results = await score(files);
  return () => out[Symbol.asyncDispose]();
});

async function score(files: readonly string[], ...more: string[]): Promise<typeof results> {
  const folders = ['--out', join(out.path, 'out'), '--repo', join(out.path, 'repo')];
  const ended = await runCli([
    'score',
    ...files,
    '--sandbox',
    'bubblewrap',
    '--python',
    python,
    '--offline',
    ...folders,
    '--json',
    ...more,
  ]);
  expect(ended.code, ended.stderr).toBe(0);
  return JSON.parse(ended.stdout).results;
}

async function recordOf(name: string, task: TaskKey): Promise<Result> {
  const found = results.find(({ submission }) => submission === tiny.submission(name, task));
  expect(found?.result, JSON.stringify(found)).toEqual(expect.any(String));
  return JSON.parse(await readFile(found?.result as string, 'utf8'));
}

/** Checks that fail for what these models and this machine are, and for nothing that the worker did. */
const OF_THE_CIRCUMSTANCES = /^R-(identity|energy|plausibility|hardware)-|-official$|^R-method-(warm-up|phase-length|cached)$/;

describe.skipIf(missing !== null)(`score inside bubblewrap${missing === null ? '' : ` (${missing})`}`, () => {
  test.each(TASKS.map(({ key }) => [key, TINY_MODELS[key][0]] as const))('%s, by the tiny model %s', async (task, name) => {
    const record = await recordOf(name, task);
    expect(record.software).toMatchObject({ isolation: 'bubblewrap', backend: expect.stringMatching(/^transformers@/) });
    expect(record.plan.phases).toEqual(taskOf(task).phases);
    expect(record.applied).toMatchObject({ precision: 'float32', quantization: null });
    expect(record.energy.map(({ scope }) => scope)).toEqual(['cpu']);
    countsHold(record);
  });

  test.each(OTHERS)('%s runs %s in its own way', async (name, task) => {
    const record = await recordOf(name, task);
    const variant = name === 't5' ? taskOf(task).text2text : taskOf(task).ctc;
    expect(record.plan.phases).toEqual(variant?.phases);
    countsHold(record);
  });

  test('no check fails but for what the models and the machine are', async () => {
    const files = results.map(({ result }) => result as string);
    const ended = await runCli(['check', ...files, '--json']);
    const failed = JSON.parse(ended.stdout).results.flatMap(({ checks }: { checks: { code: string; status: string }[] }) =>
      checks.filter(({ status }) => status === 'fail').map(({ code }) => code),
    );
    expect(failed.filter((code: string) => !OF_THE_CIRCUMSTANCES.test(code))).toEqual([]);
  });

  test('a real encoder the same way: MiniLM on sentence-similarity', async () => {
    const { id, modelsFolder, revision } = await realEncoder();
    const path = `submissions/${id}/sentence-similarity.yaml`;
    await using root = await folderOf({
      [path]: `schemaVersion: 1\nmodel: ${id}\nrevision: ${revision}\ntask: sentence-similarity\n`,
      'policy.yaml': `${await readFile(tiny.policyFile, 'utf8')}`.replace('datasets/sentence-similarity.jsonl', 'pairs.jsonl'),
      'pairs.jsonl': await readFile('examples/datasets/sentence_similarity.jsonl'),
    });
    await chmod(root.path, 0o755); // Made for its owner alone, and the model reads its queries there as another user.
    const [scored] = await score([join(root.path, path)], '--models', modelsFolder);
    const record = JSON.parse(await readFile(scored?.result as string, 'utf8')) as Result;
    expect(record.model.parameters).toBe(22_713_216);
    expect(record.applied).toMatchObject({ precision: 'float32', truncatedQueries: 0 });
    const forward = record.runs[0]?.phases.find(({ name }) => name === 'forward');
    expect((forward?.queries ?? 0) / (forward?.passes ?? 1)).toBe(24);
    countsHold(record);
  });
});

/** Every query answered in whole passes; new tokens as the plan fixes them. */
function countsHold({ plan, prefill, runs }: Result): void {
  const phases = [...(prefill === null ? [] : [prefill]), ...runs.flatMap((run) => run.phases)];
  for (const phase of phases) {
    expect(phase.queries).toBe(phase.passes * plan.dataset.rows);
    expect(phase.failedQueries).toBe(0);
    if (phase.name === 'prefill') expect(phase.outputTokens).toBe(phase.queries);
    if (phase.name !== 'generate') continue;
    const most = phase.queries * (plan.generation.newTokens ?? 0);
    if (plan.generation.exactNewTokens) expect(phase.outputTokens).toBe(most);
    else expect(phase.outputTokens).toBeLessThanOrEqual(most);
  }
}
