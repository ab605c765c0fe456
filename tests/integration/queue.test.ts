import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { buildFakeNvml, environmentFor, fakeUuid, scene, writeScene } from '../support/fake-nvml.ts';
import { type QuickExamples, quickExamples, runCli, startCli } from '../support/quick-examples.ts';

const GPU = 'gpu h100-sxm\n  power constant 420\n  temperature 50\n  process own\n';
const MODELS = ['babbler-223k', 'babbler-27k', 'babbler-83k'] as const;

let examples: QuickExamples;
beforeAll(async () => {
  await buildFakeNvml();
  examples = await quickExamples();
  const policy = join(examples.root, 'policy.yaml');
  await writeFile(policy, `${await readFile(policy, 'utf8')}\nrehearsal: true\ntolerances: { coefficientOfVariation: 0.9, drift: 0.9 }\n`);
});
afterAll(() => examples[Symbol.asyncDispose]());

const submissions = (...models: readonly string[]) => models.map((model) => examples.submission(model));
const labelOf = (model: string) => `ai-energy-score-examples/${model}`;

async function starter(text: string) {
  const played = await writeScene(text);
  const env = await environmentFor(played.path, { worker: 'embedded', epoch: process.hrtime.bigint() });
  return { env, [Symbol.asyncDispose]: () => played[Symbol.asyncDispose]() };
}

/** Lines of one submission, by their number among all lines. */
function linesOf(stderr: string, model: string): { at: number; line: string }[] {
  const lines = stderr.split('\n').map((line, at) => ({ at, line }));
  return lines.filter(({ line }) => line.startsWith(`${labelOf(model)}: `));
}

/** Processes below another one that run the embedded backend, sandboxes around them included. */
async function backendsBelow(top: number): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = (id: string, name: string) => readFile(`/proc/${id}/${name}`, 'utf8').catch(() => '');
  const parents = new Map<number, number>();
  for (const id of ids) parents.set(Number(id), Number((await read(id, 'stat')).replace(/^.*\) /s, '').split(' ')[1]));
  const isBelow = (id: number): boolean => id === top || (id > 1 && isBelow(parents.get(id) ?? 0));
  const found: number[] = [];
  for (const id of ids)
    if (Number(id) !== top && isBelow(Number(id)) && (await read(id, 'cmdline')).includes('embedded')) found.push(Number(id));
  return found;
}

const recordAt = async (file: string): Promise<Result> => JSON.parse(await readFile(file, 'utf8'));

describe('several submissions with --parallel', () => {
  test('on eight GPUs run at the same time, each on its own; Ctrl-C ends all of them and leaves nothing', async () => {
    await using played = await starter(scene('eight-gpus'));
    const out = examples.beside('out-eight');
    const args = ['benchmark', ...submissions(...MODELS), '--parallel', '--runs', '100', '--out', out];
    const started = startCli(args, { env: played.env });
    for (const model of MODELS) {
      await expect.poll(() => started.printed.stderr, { timeout: 120_000, interval: 50 }).toContain(`${labelOf(model)}: run 1 of 100`);
    }
    const backends = await backendsBelow(started.child.pid ?? 0);
    expect(backends.length).toBeGreaterThanOrEqual(3);
    started.child.kill('SIGINT');
    const ended = await started.ended;
    expect(ended.code, ended.stderr).toBe(130);
    for (const [index, model] of MODELS.entries()) expect(ended.stderr).toContain(`${labelOf(model)}: begins on ${fakeUuid(index)}\n`);
    expect(backends.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(await readdir(out)).toEqual([]);
  });

  test('on two GPUs name their GPU in their records, come in the order they were named, and one that fails takes no other along', async () => {
    const bad = examples.submission('mood-dice-42k', 'text-classification');
    const written = await readFile(bad, 'utf8');
    await writeFile(bad, 'schemaVersion: 1\n');
    await using played = await starter(`${GPU}${GPU}gpu h100-sxm\n  mig on\n`);
    const args = ['benchmark', bad, ...submissions(...MODELS), '--parallel', '--out', examples.beside('out-two'), '--json'];
    const ended = await runCli(args, { env: played.env });
    await writeFile(bad, written);
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).toContain('note: --parallel');
    expect(ended.stderr).toMatch(/^estimate: 3 submissions, about /m);
    const { results } = JSON.parse(ended.stdout) as { results: { submission: string; result: string; errors?: { code: string }[] }[] };
    expect(results.map(({ submission }) => submission)).toEqual([bad, ...submissions(...MODELS)]);
    expect(results[0]?.errors).not.toHaveLength(0);
    expect(results[3]?.errors).toMatchObject([{ code: 'gpu-mig' }]);
    for (const [place, worked] of [
      [1, [true, false, false]],
      [2, [false, true, false]],
    ] as const) {
      const record = await recordAt(results[place]?.result ?? '');
      expect(record.hardware.gpus.map((gpu) => gpu.worked)).toEqual(worked);
      expect(record.hardware.profile).toBe('h100-80gb-hbm3');
    }
    // Both stand below the same folder, and nothing hidden is left.
    expect((await readdir(examples.beside('out-two'))).filter((name) => name.startsWith('.'))).toEqual([]);

    const { stdout } = await runCli(['check', results[1]?.result ?? '', '--policy', join(examples.root, 'policy.yaml'), '--json']);
    const [{ verdict, checks }] = JSON.parse(stdout).results;
    expect(checks.find(({ code }: { code: string }) => code === 'R-hardware-peers')).toMatchObject({ status: 'fail' });
    expect(verdict).toBe('invalid');
  });

  test('on one GPU run one after the other, and it is said why', async () => {
    await using played = await starter(`${GPU}${GPU}`);
    const models = MODELS.slice(0, 2);
    const args = [
      'benchmark',
      ...submissions(...models),
      '--parallel',
      '--gpu',
      fakeUuid(1),
      '--out',
      examples.beside('out-one'),
      '--json',
    ];
    const ended = await runCli(args, { env: played.env });
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toContain('--parallel needs several GPUs, and there is one here');
    const lines = ended.stderr.split('\n');
    const first = lines.findLastIndex((line) => line.includes('written to') && line.includes(models[0] as string));
    expect(first).toBeGreaterThan(0);
    expect(lines.findIndex((line) => line.startsWith('[2/2]'))).toBeGreaterThan(first);
    for (const { result } of JSON.parse(ended.stdout).results) {
      expect((await recordAt(result)).hardware.gpus.map((gpu) => gpu.worked)).toEqual([false, true]);
    }
  });

  test('wait for a GPU where there are more of them than GPUs', async () => {
    await using played = await starter(`${GPU}${GPU}`);
    const args = ['benchmark', ...submissions(...MODELS), '--parallel', '--out', examples.beside('out-wait'), '--json'];
    const ended = await runCli(args, { env: played.env });
    expect(ended.code, ended.stderr).toBe(0);
    const begins = MODELS.map((model) => linesOf(ended.stderr, model).find(({ line }) => line.includes('begins on'))?.at ?? -1);
    const ends = MODELS.map((model) => linesOf(ended.stderr, model).find(({ line }) => line.includes('written to'))?.at ?? -1);
    const earliest = Math.min(...ends.slice(0, 2));
    expect(Math.max(...begins.slice(0, 2))).toBeLessThan(earliest);
    expect(begins[2]).toBeGreaterThan(earliest - 1);
    const worked = await Promise.all(
      JSON.parse(ended.stdout).results.map(async ({ result }: { result: string }) =>
        (await recordAt(result)).hardware.gpus.findIndex((gpu) => gpu.worked),
      ),
    );
    expect(worked.slice(0, 2).toSorted()).toEqual([0, 1]);
  });
});
