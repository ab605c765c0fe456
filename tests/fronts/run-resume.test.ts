import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { type QuickExamples, quickExamples, runCli, startCli } from '../support/quick-examples.ts';

const RUNS = ['--runs', '5'];
const args = (own: QuickExamples, ...more: string[]) => [
  'benchmark',
  own.submission('babbler-27k'),
  '--out',
  own.beside('o'),
  '--json',
  ...more,
];

/** Examples whose runs are kept from the first second on. */
async function checkpointedExamples(): Promise<QuickExamples> {
  const own = await quickExamples();
  await changePolicy(own, (policy) => policy.replace(/^run:\n/m, 'run:\n  checkpointAfterSeconds: 0\n'));
  return own;
}

async function changePolicy({ root }: QuickExamples, change: (policy: string) => string): Promise<void> {
  const file = join(root, 'policy.yaml');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

async function interrupted(own: QuickExamples, signal: NodeJS.Signals, ...more: string[]) {
  const started = startCli(args(own, ...RUNS, ...more));
  await expect.poll(() => started.printed.stderr, { timeout: 30_000, interval: 20 }).toContain('run 3 of 5');
  started.child.kill(signal);
  return started.ended;
}

async function resultOf(stdout: string): Promise<{ record: Result; environment: { pauses: object[] }; files: string[]; folder: string }> {
  const [{ result, bundle }] = JSON.parse(stdout).results;
  const environment = JSON.parse(await readFile(join(bundle, 'environment.json'), 'utf8'));
  return { record: JSON.parse(await readFile(result, 'utf8')), environment, files: await readdir(bundle), folder: result };
}

const checksOf = async (file: string) => {
  const { stdout } = await runCli(['check', file, '--json']);
  const [{ checks }] = JSON.parse(stdout).results;
  return new Map<string, string>(checks.map(({ code, status }: { code: string; status: string }) => [code, status]));
};

describe('a benchmark that was interrupted', () => {
  test.each(['SIGINT', 'SIGKILL'] as const)('by %s goes on after its last finished run, and its evidence holds', async (signal) => {
    await using own = await checkpointedExamples();
    const ended = await interrupted(own, signal);
    if (signal === 'SIGINT') {
      expect(ended.code, ended.stderr).toBe(130);
      expect(ended.stderr).toMatch(/2 finished runs kept in .*--resume/);
    }
    const resumed = await runCli(args(own, ...RUNS, '--resume'));
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(resumed.stderr).toContain('resumed after 2 finished runs');
    expect(resumed.stderr).not.toMatch(/run [12] of 5|prefill pass/);

    const { record, environment, files, folder } = await resultOf(resumed.stdout);
    expect(record.runs.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5]);
    expect(environment.pauses).toEqual([
      { afterRun: 2, startSeconds: expect.any(Number), endSeconds: expect.any(Number), reason: 'resumed' },
    ]);
    const [second, third] = [record.runs[1]?.phases.at(-1), record.runs[2]?.phases[0]];
    const [pause] = environment.pauses as { startSeconds: number; endSeconds: number }[];
    expect(pause?.startSeconds).toBeGreaterThanOrEqual(second?.endSeconds ?? Infinity);
    expect(third?.startSeconds).toBeGreaterThanOrEqual(pause?.endSeconds ?? Infinity);
    expect(files).toContain('log.txt');
    const checks = await checksOf(folder);
    for (const code of [
      'R-energy-recomputed',
      'R-energy-windows',
      'R-energy-total',
      'R-trace-monotonic',
      'R-method-runs',
      'R-evidence-files',
    ]) {
      expect(checks.get(code), code).toBe('pass');
    }
    expect(await readdir(own.beside('o'))).toHaveLength(1);
  });

  test('does not go on under another policy, and says what differs', async () => {
    await using own = await checkpointedExamples();
    await interrupted(own, 'SIGINT');
    await changePolicy(own, (policy) => policy.replace(/minimumPhaseSeconds: .*/, 'minimumPhaseSeconds: 0.3'));
    const refused = await runCli(args(own, ...RUNS, '--resume'));
    expect(refused.code).toBe(2);
    const [{ errors }] = JSON.parse(refused.stdout).results;
    expect(errors[0]).toMatchObject({ code: 'checkpoint-differs', message: expect.stringContaining('the plan (minimumPhaseSeconds') });
  });

  test('does not go on with another meter', async () => {
    await using own = await checkpointedExamples();
    await interrupted(own, 'SIGINT', '--meter', 'cpu-estimate', '--watts-per-core', '10');
    const refused = await runCli(args(own, ...RUNS, '--resume', '--meter', 'cpu-estimate', '--watts-per-core', '12'));
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout).results[0].errors[0]).toMatchObject({
      code: 'checkpoint-differs',
      message: expect.stringContaining('the meters'),
    });
  });

  test('does not go on from a checkpoint that was changed', async () => {
    await using own = await checkpointedExamples();
    await interrupted(own, 'SIGINT');
    const [name] = await readdir(own.beside('o'));
    const file = join(own.beside('o'), name as string, 'checkpoint.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"joules":\d/, '"joules":9'));
    const refused = await runCli(args(own, ...RUNS, '--resume'));
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout).results[0].errors[0].code).toBe('checkpoint-damaged');
  });

  test('keeps nothing when it was told so, or when it was short', async () => {
    await using own = await checkpointedExamples();
    await interrupted(own, 'SIGINT', '--no-checkpoint');
    expect(await readdir(own.beside('o'))).toEqual([]);
    await changePolicy(own, (policy) => policy.replace('checkpointAfterSeconds: 0', 'checkpointAfterSeconds: 60'));
    expect((await interrupted(own, 'SIGINT')).stderr).not.toContain('--resume');
    expect(await readdir(own.beside('o'))).toEqual([]);
  });
});

test('--resume without a checkpoint starts at the beginning and says so', async () => {
  await using own = await quickExamples();
  const ended = await runCli(args(own, '--resume'));
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stderr).toContain('nothing to resume');
});
