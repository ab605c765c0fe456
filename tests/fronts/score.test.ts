import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processesIn, type QuickExamples, quickExamples, runCli, startCli } from '../support/quick-examples.ts';

let examples: QuickExamples;
beforeAll(async () => {
  examples = await quickExamples();
});
afterAll(() => examples[Symbol.asyncDispose]());

const git = (folder: string, ...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
const place = (name: string) => ['--repo', examples.beside(`${name}-results`), '--out', examples.beside(`${name}-out`)];

/** What `score --json` says of one submission. */
type ScoredJson = {
  result: string;
  verdict: string;
  reasons: { code: string }[];
  comment: string;
  bundle: string;
  published: { commit: string; path: string };
};

describe('score on three models of one task', () => {
  let stdout: string;
  let stderr: string;
  let results: ScoredJson[];
  beforeAll(async () => {
    const models = ['babbler-27k', 'babbler-83k', 'babbler-223k'].map((model) => examples.submission(model));
    const ended = await runCli(['score', ...models, ...place('three'), '--json']);
    stdout = ended.stdout;
    stderr = ended.stderr;
    expect(ended.code, stderr).toBe(0);
    results = JSON.parse(stdout).results;
  });

  test('each has CPU energy above zero with its quality, no GPU energy, and is unofficial with reasons', async () => {
    expect(results).toHaveLength(3);
    for (const result of results as { result: string; verdict: string; reasons: { code: string }[] }[]) {
      const record = JSON.parse(await readFile(result.result, 'utf8'));
      expect(record.score).toMatchObject({ scope: 'cpu' });
      expect(record.score.whPer1000Queries).toBeGreaterThan(0);
      expect(record.energy.map((energy: { scope: string }) => energy.scope)).not.toContain('gpu');
      expect(result.verdict).toBe('unofficial');
      expect(result.reasons.map(({ code }) => code)).toContain('R-energy-scope');
    }
  });

  test('all three stand on one board with stars, the leanest with five', async () => {
    const folder = join(examples.beside('three-results'), 'leaderboard');
    const [file] = (await readdir(folder)).filter((name) => /^text-generation.*\.json$/.test(name));
    const board = JSON.parse(await readFile(join(folder, file as string), 'utf8'));
    expect(board.rows.map((row: { rank: number }) => row.rank)).toEqual([1, 2, 3]);
    expect(board.rows[0].stars).toBe(5);
    expect(board.rows[2].stars).toBe(1);
    expect(file).toContain('.a.');
  });

  test('each ends with a comment, its bundle and its commit', async () => {
    const repository = examples.beside('three-results');
    for (const result of results as { comment: string; bundle: string; published: { commit: string; path: string } }[]) {
      expect(await readFile(result.comment, 'utf8')).toContain('not a GPU figure');
      expect(await readdir(result.bundle)).toContain('manifest.json');
      expect(git(repository, 'cat-file', '-t', result.published.commit)).toBe('commit');
      expect(git(repository, 'show', '--stat', '--format=', result.published.commit)).toContain('.json');
      expect(stderr).toContain(result.published.commit);
    }
    expect(git(repository, 'status', '--porcelain')).toBe('');
  });

  test('check recomputes the published score from its bundle, and finds a figure that was changed', async () => {
    const repository = examples.beside('three-results');
    const [first] = results as { published: { path: string }; result: string }[];
    const kept = await runCli(['check', join(repository, first?.published.path as string), '--json']);
    const [clean] = JSON.parse(kept.stdout).results;
    expect(clean.checks.find(({ code }: { code: string }) => code === 'R-energy-recomputed')).toMatchObject({ status: 'pass' });
    const file = first?.result as string;
    const text = await readFile(file, 'utf8');
    const record = JSON.parse(text);
    record.runs[0].phases[1].joules[0].joules *= 0.5;
    await writeFile(file, JSON.stringify(record));
    const forged = await runCli(['check', file, '--json']);
    await writeFile(file, text);
    expect(forged.code).toBe(1);
    const [verdict] = JSON.parse(forged.stdout).results;
    expect(verdict.verdict).toBe('invalid');
    const failing = verdict.checks.filter(({ status }: { status: string }) => status === 'fail').map(({ code }: { code: string }) => code);
    expect(failing).toContain('R-energy-recomputed');
  });

  test('publishing a result again changes nothing', async () => {
    const repository = examples.beside('three-results');
    const before = git(repository, 'rev-parse', 'HEAD');
    const [first] = results;
    const again = await runCli(['publish', first?.result as string, '--repo', repository]);
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toContain('published already');
    expect(again.stdout).toContain('it is there at commit ');
    expect(git(repository, 'rev-parse', 'HEAD')).toBe(before);
  });

  test('report prints the comment of a published result, rated on its board', async () => {
    const [first] = results;
    const report = await runCli(['report', first?.result as string, '--repo', examples.beside('three-results')]);
    expect(report.code, report.stderr).toBe(0);
    expect(report.stdout).toContain('of 5 stars');
  });
});

test('one model alone has a place but no stars yet, and says so', async () => {
  const ended = await runCli(['score', examples.submission('babbler-27k'), ...place('alone')]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain('<!-- ai-energy-score');
  expect(ended.stdout).not.toContain('★');
  expect(ended.stderr).toContain('1 of the 3 it needs');
});

test.each([
  ['mood-dice-42k', 'text-classification'],
  ['shape-dice-61k', 'image-classification'],
])('%s is scored on %s: preprocess and forward, every query answered', async (model, task) => {
  const ended = await runCli(['benchmark', examples.submission(model, task), '--out', examples.beside(`${task}-out`), '--json']);
  expect(ended.code, ended.stderr).toBe(0);
  const record = JSON.parse(await readFile(JSON.parse(ended.stdout).results[0].result, 'utf8'));
  expect(record.runs).toHaveLength(2);
  for (const run of record.runs) {
    expect(run.phases.map((phase: { name: string }) => phase.name)).toEqual(['preprocess', 'forward']);
    for (const phase of run.phases) {
      expect(phase.queries).toBe(phase.passes * record.dataset.rows);
      expect(phase.failedQueries).toBe(0);
    }
  }
});

test('a faulty submission takes no other along: it is shown with its line, the good one is scored, the exit code is 1', async () => {
  const bad = examples.submission('babbler-83k', 'text-generation.bad');
  await writeFile(bad, (await readFile(examples.submission('babbler-83k'), 'utf8')).replace('schemaVersion: 1', 'schemaVersion: 2'));
  const ended = await runCli(['score', bad, examples.submission('babbler-27k'), ...place('mixed'), '--json']);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/text-generation\.bad\.yaml:2:\d+/);
  const { results } = JSON.parse(ended.stdout);
  expect(results[0]).toMatchObject({ result: null, errors: [{ line: 2 }] });
  expect(results[1].published.commit).toMatch(/^[0-9a-f]{40}$/);
});

test('a model whose files are not those of the revision is refused before it runs', async () => {
  await using own = await quickExamples();
  await writeFile(join(own.root, 'models/ai-energy-score-examples/babbler-27k/README.md'), 'changed');
  const ended = await runCli(['benchmark', own.submission('babbler-27k'), '--out', own.beside('out')]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/revision/);
  expect(await readdir(own.beside('out'))).toEqual([]);
});

test.runIf(process.platform === 'linux')('Ctrl-C ends the backend, leaves no half result, and the exit code tells', async () => {
  await using own = await quickExamples();
  const started = startCli(['score', own.submission('babbler-223k'), '--runs', '100', '--repo', own.beside('r'), '--out', own.beside('o')]);
  await expect.poll(() => started.printed.stderr, { timeout: 30_000 }).toContain('run 1 of 100');
  expect(await processesIn(own.root)).not.toEqual([]);
  started.child.kill('SIGINT');
  const ended = await started.ended;
  expect(ended.code, ended.stderr).toBe(130);
  expect(ended.stderr).toContain('Interrupted');
  expect(await processesIn(own.root)).toEqual([]);
  expect(await readdir(own.beside('o'))).toEqual([]);
  expect(git(own.beside('r'), 'status', '--porcelain')).toBe('');
});

test.runIf(process.platform === 'linux')('killing score at any moment leaves no process, and the results repository valid', async () => {
  await using own = await quickExamples();
  const repository = own.beside('r');
  const args = ['score', own.submission('babbler-27k'), '--repo', repository, '--out', own.beside('o')];
  const clean = performance.now();
  expect((await runCli(args)).code).toBe(0);
  const whole = performance.now() - clean;
  const kills = 10;
  for (let kill = 1; kill <= kills; kill += 1) {
    const started = startCli(args);
    const timer = setTimeout(() => started.child.kill('SIGKILL'), (whole * kill) / kills);
    await started.ended;
    clearTimeout(timer);
    await expect.poll(() => processesIn(own.root), { timeout: 50_000 }).toEqual([]);
    expect(() => git(repository, 'fsck', '--strict')).not.toThrow();
  }
  const last = await runCli(args);
  expect(last.code, last.stderr).toBe(0);
  expect(git(repository, 'status', '--porcelain')).toBe('');
  const before = git(repository, 'rev-parse', 'HEAD^{tree}');
  expect((await runCli(['leaderboard', 'build', '--repo', repository])).stdout).toContain('0 files written, 0 removed');
  expect(git(repository, 'status', '--porcelain')).toBe('');
  expect(git(repository, 'rev-parse', 'HEAD^{tree}')).toBe(before);
});
