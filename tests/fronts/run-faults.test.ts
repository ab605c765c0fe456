import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processesIn, type QuickExamples, quickExamples, startCli } from '../support/quick-examples.ts';

/** Writes lines into the run section of the examples' policy. */
async function setPolicy({ root }: QuickExamples, run: Record<string, number>): Promise<void> {
  const file = join(root, 'policy.yaml');
  const lines = Object.entries(run).map(([name, value]) => `  ${name}: ${value}\n`);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^run:\n/m, `run:\n${lines.join('')}`));
}

const benchmarkArgs = (own: QuickExamples, ...more: string[]) => [
  'benchmark',
  own.submission('babbler-223k'),
  '--out',
  own.beside('o'),
  '--json',
  ...more,
];

const codeOf = (stdout: string): string => JSON.parse(stdout).results[0].errors[0].code;

async function theBackend(own: QuickExamples): Promise<number> {
  let found: number[] = [];
  await expect.poll(async () => (found = await processesIn(own.root)), { timeout: 20_000, interval: 20 }).toHaveLength(1);
  return found[0] as number;
}

describe.runIf(process.platform === 'linux')('a backend that is killed', () => {
  test.each([
    ['while it loads', ''],
    ['in the warm-up', 'warm up'],
    ['in the prefill pass', 'prefill pass'],
    ['in a phase', 'run 1 of 100: generate'],
    ['in a later run', 'run 2 of 100'],
  ])('%s ends the run, with its code and no result', async (_, step) => {
    await using own = await quickExamples();
    await setPolicy(own, { checkpointAfterSeconds: 3600 });
    const started = startCli(benchmarkArgs(own, '--runs', '100'));
    const backend = await theBackend(own);
    await expect.poll(() => started.printed.stderr, { timeout: 30_000, interval: 20 }).toContain(step);
    process.kill(backend, 'SIGKILL');
    const ended = await started.ended;
    expect(ended.code, ended.stderr).toBe(2);
    expect(codeOf(ended.stdout)).toBe('backend-ended');
    expect(ended.stderr).toContain('SIGKILL');
    expect(await readdir(own.beside('o'))).toEqual([]);
    expect(await processesIn(own.root)).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')(
  'a backend that stands still is ended once it has told no progress for as long as the policy allows',
  async () => {
    await using own = await quickExamples();
    await setPolicy(own, { stallSeconds: 1 });
    const started = startCli(benchmarkArgs(own, '--runs', '100'));
    const backend = await theBackend(own);
    await expect.poll(() => started.printed.stderr, { timeout: 30_000, interval: 20 }).toContain('run 1 of 100');
    process.kill(backend, 'SIGSTOP');
    const ended = await started.ended;
    expect(ended.code, ended.stderr).toBe(2);
    expect(codeOf(ended.stdout)).toBe('backend-stalled');
    expect(await readdir(own.beside('o'))).toEqual([]);
    expect(await processesIn(own.root)).toEqual([]);
  },
);

describe('an output folder that takes no more', () => {
  test.runIf(process.platform !== 'win32')('ends the run with its code, and holds no half record', async () => {
    await using own = await quickExamples();
    const cli = [process.execPath, resolve('src/fronts/cli.ts'), ...benchmarkArgs(own)];
    // No file may grow beyond one block of 512 bytes: what a full disk does, with another error number.
    const ended = spawnSync('bash', ['-c', 'ulimit -f 1; exec "$@"', 'bash', ...cli], { encoding: 'utf8', timeout: 60_000 });
    expect(ended.status, ended.stderr).toBe(2);
    expect(codeOf(ended.stdout)).toBe('bundle-not-written');
    expect(ended.stderr).toContain('has room');
    expect(await readdir(own.beside('o'))).toEqual([]);
  });

  test('because it cannot be made is told before anything is spent', async () => {
    await using own = await quickExamples();
    await writeFile(own.beside('o'), 'a file');
    const ended = await startCli(benchmarkArgs(own)).ended;
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout).error.code).toBe('not-a-folder');
    expect(ended.stderr).not.toContain('load the model');
  });

  test('because it may not be written is told with its code', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write everywhere');
    await using own = await quickExamples();
    await mkdir(own.beside('o'));
    await chmod(own.beside('o'), 0o500);
    const ended = await startCli(benchmarkArgs(own)).ended;
    expect(ended.code, ended.stderr).toBe(2);
    expect(codeOf(ended.stdout)).toBe('bundle-not-written');
    await chmod(own.beside('o'), 0o700);
    expect(await readdir(own.beside('o'))).toEqual([]);
  });
});

test.runIf(process.platform !== 'win32')('a closed standard input changes nothing', async () => {
  await using own = await quickExamples();
  const cli = [
    process.execPath,
    resolve('src/fronts/cli.ts'),
    'benchmark',
    own.submission('babbler-27k'),
    '--out',
    own.beside('o'),
    '--json',
  ];
  const stdout = execFileSync('bash', ['-c', 'exec "$@" <&-', 'bash', ...cli], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  expect(JSON.parse(stdout).results[0].score.whPer1000Queries).toBeGreaterThan(0);
});
