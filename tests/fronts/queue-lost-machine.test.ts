import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type QuickExamples, quickExamples, runCli, startCli } from '../support/quick-examples.ts';

let own: QuickExamples;
beforeEach(async () => {
  own = await quickExamples();
  const file = join(own.root, 'policy.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^run:\n/m, 'run:\n  checkpointAfterSeconds: 0\n'));
});
afterEach(() => own[Symbol.asyncDispose]());

const args = (out: string, runs: string, ...more: string[]) => [
  'benchmark',
  own.submission('babbler-27k'),
  '--out',
  out,
  '--runs',
  runs,
  '--json',
  ...more,
];

/** Starts a benchmark, and waits until two of its runs are finished. */
async function begun(out: string) {
  const started = startCli(args(out, '5'));
  await expect.poll(() => started.printed.stderr, { timeout: 50_000, interval: 20 }).toContain('run 3 of 5');
  return started;
}

test('a benchmark that was killed goes on from a copy of its output folder, whatever the name, and its result holds', async () => {
  const [lost, elsewhere] = [own.beside('lost'), own.beside('elsewhere')];
  const killed = await begun(lost);
  killed.child.kill('SIGKILL');
  await killed.ended;
  await cp(lost, elsewhere, { recursive: true });
  await rename(lost, `${lost}-for-ever`);

  const resumed = await runCli(args(elsewhere, '5', '--resume'));
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(resumed.stderr).toContain('resumed after 2 finished runs');
  const [{ result }] = JSON.parse(resumed.stdout).results;
  expect(JSON.parse(await readFile(result, 'utf8')).runs).toHaveLength(5);
  expect(await readdir(elsewhere)).toHaveLength(1);
  const checked = await runCli(['check', result, '--json']);
  const failed = JSON.parse(checked.stdout).results[0].checks.filter(
    ({ status, effect }: { status: string; effect: string }) => status === 'fail' && effect === 'invalid',
  );
  expect(failed).toEqual([]);
  expect(checked.code, checked.stderr).toBe(0);
});

test('a second benchmark of the same submission into the same folder is refused, and the first one is not disturbed', async () => {
  const out = own.beside('shared');
  // So long that it still runs when the second one asks, however slow the machine is.
  const first = startCli(args(out, '100'));
  await expect.poll(() => first.printed.stderr, { timeout: 50_000, interval: 20 }).toContain('run 2 of 100');
  const second = await runCli(args(out, '100'));
  expect(second.code).toBe(2);
  expect(JSON.parse(second.stdout).results[0].errors[0]).toMatchObject({
    code: 'checkpoint-in-use',
    message: expect.stringContaining(`process ${first.child.pid}`),
    mend: expect.stringContaining('--out'),
  });
  first.child.kill('SIGINT');
  const ended = await first.ended;
  expect(ended.code, ended.stderr).toBe(130);
  expect(ended.stderr).toMatch(/finished runs? kept in/);
  expect(await readdir(out)).toEqual(['.checkpoint-ai-energy-score-examples-babbler-27k.text-generation']);
});

test('several submissions tell beforehand how long they take together', async () => {
  const ended = await runCli(['benchmark', own.submission('babbler-27k'), own.submission('babbler-83k'), '--out', own.beside('two')]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stderr).toMatch(/^estimate: 2 submissions, about .* \(.* to .*\) in turn$/m);
  expect(ended.stderr.match(/estimate:/g)).toHaveLength(1);
});
