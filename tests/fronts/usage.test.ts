import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/fronts/commands/index.ts';
import { runCli } from '../support/quick-examples.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usage-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('help and usage', () => {
  test('the overview lists every command', async () => {
    for (const flag of ['--help', '-h', 'help']) {
      const { code, stdout } = await runCli([flag]);
      expect(code).toBe(0);
      for (const { name } of COMMANDS) expect(stdout).toContain(`  ${name} `);
    }
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))('%s --help tells its options', async (name, command) => {
    const { code, stdout } = await runCli([...name.split(' '), '--help']);
    expect(code).toBe(0);
    for (const option of Object.keys(command.options)) expect(stdout).toContain(`--${option}`);
  });

  test.each([
    [['scor'], 'Did you mean score?'],
    [['leaderboard'], 'leaderboard build'],
    [['score', '--tasks', 'x'], '--tasks'],
    [['score'], 'There is no submission'],
    [['score', 'x', '--runs', 'many'], '--runs'],
    [['score', 'x', '--meter', 'wattmeter'], 'wattmeter'],
    [['rate', 'x'], '--edition FILE or --repo DIR'],
    [['score', 'x', '--gpu', 'GPU-1,GPU-1'], 'twice'],
  ])('%j is a fault of usage: exit code 2, and what to do', async (args, words) => {
    const { code, stderr, stdout } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
  });

  test('with --json a fault is the one document on standard output', async () => {
    const { code, stdout } = await runCli(['check', join(folder, 'missing.json'), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'file-missing' } });
  });

  test('a pipe in place of a result is refused, not waited for', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { code, stderr } = await runCli(['check', pipe]);
    expect(code).toBe(1);
    expect(stderr).toContain('no plain file');
  });

  test('a pipe in place of the NVML library is refused, and an empty name is none', async () => {
    const pipe = join(folder, 'library');
    execFileSync('mkfifo', [pipe]);
    const named = await runCli(['doctor', '--nvml', pipe]);
    expect(named.stderr + named.stdout).toContain('no plain file');
    const empty = await runCli(['doctor', '--json'], { env: { AI_ENERGY_SCORE_NVML: '' } });
    expect(empty.stdout).not.toContain('nvml-function-not-found');
  });

  test('an older Node.js is told which one it takes', async () => {
    await cp('dist', join(folder, 'dist'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const program = join(folder, 'dist/cli.js');
    await writeFile(program, (await readFile(program, 'utf8')).replaceAll('process.versions.node', '"20.20.2"'));
    const { status, stderr } = spawnSync(process.execPath, [program, 'score'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/needs Node.js 24 or later; this is 20\.20\.2/);
  });
});

describe('edition import', () => {
  const importing = (out: string, ...files: string[]) => runCli(['edition', 'import', '--name', '2025-02', '--out', out, ...files]);

  test('the frozen edition comes out of the published files, byte for byte', async () => {
    const [, command] = (await readFile('editions/README.md', 'utf8')).match(/```\n(npm run -s cli -- edition import[\s\S]*?)```/) ?? [];
    expect(command).toBeDefined();
    const out = join(folder, '2025-02.json');
    execFileSync('sh', ['-c', (command ?? '').replace('--out 2025-02.json', `--out ${out}`)], { stdio: 'ignore' });
    expect(await readFile(out, 'utf8')).toBe(await readFile('editions/2025-02.json', 'utf8'));
  });

  test('an edition that is there already stays as it is', async () => {
    const out = join(folder, 'frozen.json');
    await writeFile(out, 'another edition');
    const { code, stderr } = await importing(out, 'editions/2025-02/asr.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('frozen');
    expect(await readFile(out, 'utf8')).toBe('another edition');
  });

  test.each([
    ['no rows', 'model,total_gpu_energy,energy_score\n', 'no rows'],
    ['stars that the method does not give', 'model,total_gpu_energy,energy_score\na/a,0.1,5\na/b,0.9,4\n', 'published 4, computed 1'],
    ['a missing column', 'model,energy\na/a,0.1\n', 'asr.csv:1'],
  ])('%s: nothing is written, and every fault stands on a line of its own', async (_, text, words) => {
    const csv = join(folder, 'asr.csv');
    await writeFile(csv, text);
    const out = join(folder, 'not-written.json');
    const { code, stderr } = await importing(out, csv);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('\\u{');
    await expect(readFile(out)).rejects.toThrow();
  });

  test.each([
    ['Windows', '\r\n'],
    ['Unix', '\n'],
  ])('line ends of %s are line ends', async (name, ending) => {
    const csv = join(folder, 'asr.csv');
    await writeFile(csv, (await readFile('editions/2025-02/asr.csv', 'utf8')).replace(/\r?\n/g, ending));
    const { code, stderr } = await importing(join(folder, `${name}.json`), csv);
    expect(code, stderr).toBe(0);
  });

  test('an output that is a folder is told as what it is', async () => {
    const { code, stderr } = await importing(folder, 'editions/2025-02/asr.csv');
    expect(code).toBe(2);
    expect(stderr).not.toContain('defect');
  });
});

test.each([
  ['S-schema-enum', 'schema'],
  ['r-energy-recomputed', 'R-energy-recomputed'],
  ['P-immutable', 'P-immutable'],
])('explain knows %s', async (code, words) => {
  const ended = await runCli(['explain', code]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain(words);
  expect(ended.stdout).toContain('what to do:');
});

test('explain suggests a code that is near', async () => {
  const { code, stderr } = await runCli(['explain', 'R-energy-recomputd']);
  expect(code).toBe(1);
  expect(stderr).toContain('R-energy-recomputed');
});
