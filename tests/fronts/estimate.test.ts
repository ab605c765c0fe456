import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { digestedFiles, folderRevision } from '../../src/hub/folder-digest.ts';
import { type QuickExamples, quickExamples, runCli } from '../support/quick-examples.ts';
import { goodRecord } from '../support/records.ts';

let own: QuickExamples;
beforeEach(async () => {
  own = await quickExamples();
});
afterEach(() => own[Symbol.asyncDispose]());

const estimate = (...args: string[]) => runCli(['estimate', ...args]);

/** Lets two examples run on the reference backend, which needs a GPU, and weights that it can read: zeros, made up. */
async function onGpu(): Promise<void> {
  const file = join(own.root, 'policy.yaml');
  const policy = await readFile(file, 'utf8');
  await writeFile(file, policy.replace('backends: [embedded]', 'backends: [transformers]'));
  for (const name of ['babbler-27k', 'babbler-83k']) {
    const model = join(own.root, 'models/ai-energy-score-examples', name);
    await writeFile(join(model, 'model.safetensors'), new Uint8Array(60_000));
    const revision = folderRevision(await digestedFiles(model));
    const submission = own.submission(name);
    await writeFile(submission, (await readFile(submission, 'utf8')).replace(/^revision: .*$/m, `revision: ${revision}`));
  }
}

/** A results repository of records with times that follow a power law over four sizes. */
async function repositoryOf(change: (record: Result) => void = () => {}): Promise<string> {
  const folder = own.beside('results-repository');
  for (const size of [1e4, 2e4, 1e5, 4e5]) {
    const record = goodRecord();
    Object.assign(record.plan.model, { id: `example-org/m-${size}`, parameters: size, precision: 'float32' });
    record.model.parameters = size;
    record.hardware.profile = 'h100-80gb-hbm3';
    for (const { phases } of record.runs) for (const phase of phases) phase.endSeconds = phase.startSeconds + phase.queries * size * 1e-7;
    change(record);
    const file = join(folder, 'results', record.plan.task, record.plan.model.id, '0123456789ab.json');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(record));
  }
  return folder;
}

describe('estimate', () => {
  test('tells every submission of a folder, its size, its time and what that stands on, and the sum', async () => {
    const ended = await estimate(own.root);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(
      /babbler-27k, text-generation\n {2}\S+ parameters, class A, the processor; 2 runs of 32 queries\n {2}about /,
    );
    expect(ended.stdout).toContain("by the model's size");
    expect(ended.stdout).toContain('All of them, one after the other');
    expect(ended.stderr).toBe('');
  });

  test('is a document with ranges by --json, the models on the processor holding no GPU', async () => {
    const { submissions, sum, invalid } = JSON.parse((await estimate(own.submission('babbler-27k'), '--json')).stdout);
    const [one] = submissions;
    expect(one).toMatchObject({ model: expect.stringContaining('babbler-27k'), class: 'A', gpus: 0, queries: 32, gpuMinutes: { high: 0 } });
    expect(one.minutes.low).toBeLessThan(one.minutes.expected);
    expect(one.minutes.expected).toBeLessThan(one.minutes.high);
    expect(sum.minutes).toEqual(one.minutes);
    expect(invalid).toEqual([]);
  });

  test('takes runs from the policy by task, from --runs before it, and a range for auto', async () => {
    await onGpu();
    const runs = async (...args: string[]) =>
      JSON.parse((await estimate(own.submission('babbler-27k'), '--json', ...args)).stdout).submissions[0].runs;
    expect(await runs()).toEqual({ low: 2, expected: 2, high: 2 });
    expect(await runs('--runs', '7')).toMatchObject({ expected: 7 });
    expect(await runs('--runs', 'auto')).toMatchObject({ low: 5, high: 100 });
  });

  test('comes from the times of a results repository where it has any for this setting', async () => {
    await onGpu();
    const of = async (...args: string[]) => {
      const ended = await estimate(own.submission('babbler-27k'), '--json', ...args);
      expect(ended.code, ended.stderr).toBe(0);
      return JSON.parse(ended.stdout).submissions[0];
    };
    const guessed = await of();
    expect(guessed).toMatchObject({ gpus: 1, hardware: 'NVIDIA H100 80GB HBM3', basis: { kind: 'model size' } });
    const known = await of('--repo', await repositoryOf());
    expect(known.basis).toEqual({ kind: 'history', results: 4, origin: 'power law' });
    const elsewhere = await of('--repo', own.beside('results-repository'), '--gpu', 'NVIDIA H200');
    expect(elsewhere).toMatchObject({ hardware: 'NVIDIA H200', basis: { kind: 'model size' } });
  });

  test('takes nothing from scripted hardware', async () => {
    await onGpu();
    const repository = await repositoryOf((record) => {
      record.hardware.scripted = true;
    });
    const ended = await estimate(own.submission('babbler-27k'), '--json', '--repo', repository);
    expect(JSON.parse(ended.stdout).submissions[0].basis.kind).toBe('model size');
  });

  test('warns loudly of a submission whose tokens are only bounded', async () => {
    await onGpu();
    const file = own.submission('babbler-27k', 'reasoning');
    const text = await readFile(own.submission('babbler-27k'), 'utf8');
    await writeFile(file, text.replace('task: text-generation', 'task: reasoning'));
    const ended = await estimate(file);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toMatch(
      /^warning: .*reasoning\.yaml: up to 8,192 new tokens per query: about .*, and anything from .* to .*(h|days)$/m,
    );
  });

  test('a submission that is not valid is told, and takes no other along', async () => {
    const bad = own.submission('babbler-83k');
    await writeFile(bad, 'schemaVersion: 1\n');
    const ended = await estimate(bad, own.submission('babbler-27k'), '--json');
    expect(ended.code).toBe(1);
    const { submissions, invalid } = JSON.parse(ended.stdout);
    expect(submissions).toHaveLength(1);
    expect(invalid).toEqual([{ submission: bad, errors: expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]) }]);
  });
});

describe('estimate --matrix', () => {
  test('prints one leg for each submission, on one line that a workflow can pass on', async () => {
    await onGpu();
    const ended = await estimate(own.submission('babbler-27k'), own.submission('babbler-83k'), '--matrix');
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout.trim().split('\n')).toHaveLength(1);
    const { include } = JSON.parse(ended.stdout);
    expect(include).toHaveLength(2);
    for (const leg of include) {
      expect(Object.keys(leg)).toEqual(['submission', 'plan-key', 'gpus', 'timeout-minutes']);
      expect(leg.gpus).toBe(1);
      expect(leg['timeout-minutes']).toBeLessThanOrEqual(600 / 60 + 60);
    }
    expect(include[0]['plan-key']).not.toBe(include[1]['plan-key']);
  });

  test('leaves out a submission that the policy would end, says what to do, and keeps the others', async () => {
    await onGpu();
    const file = join(own.root, 'policy.yaml');
    const patient = (await readFile(file, 'utf8')).replace(/^ {2}minimumPhaseSeconds: .*/m, '  minimumPhaseSeconds: 400');
    await writeFile(file, patient);
    const ended = await estimate(own.submission('babbler-27k'), '--matrix');
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout)).toEqual({ include: [] });
    expect(ended.stderr).toContain('error[estimate-past-deadline]');
    expect(ended.stderr).toContain('run.deadlineSeconds');
  });
});
