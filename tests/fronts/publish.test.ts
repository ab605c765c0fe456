import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { git, nthRecord, temporaryFolder } from '../results-repo/repository.ts';
import { runCli } from '../support/quick-examples.ts';
import { goodRecord, recordText, scriptedRecord, sealed } from '../support/records.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

const at = (name: string) => join(folder.path, name);
const repository = () => at('results-repository');

async function resultFile(name: string, record: Result): Promise<string> {
  await writeFile(at(name), recordText(record));
  return at(name);
}

const second = (): Result => sealed(nthRecord(0, goodRecord()));
const rehearsed = (): Result => sealed({ ...scriptedRecord(), nonce: 'c'.repeat(32) });

describe('publish', () => {
  test('publishes each result, whatever becomes of the others, and tells of all', async () => {
    const good = await resultFile('a.json', goodRecord());
    const scripted = await resultFile('b.json', rehearsed());
    await writeFile(at('c.json'), '{');
    const ended = await runCli(['publish', good, scripted, at('c.json'), at('none.json'), good, '--repo', repository(), '--json']);
    expect(ended.code, ended.stderr).toBe(1);
    const { results } = JSON.parse(ended.stdout);
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'published',
      'refused',
      'refused',
      'refused',
      'already-published',
    ]);
    expect(results[1]).toMatchObject({ commit: null, errors: [{ code: 'p-rehearsal', message: expect.stringContaining('P-rehearsal') }] });
    expect(results[3].errors[0].code).toBe('file-missing');
    expect(ended.stderr).toContain(`error[file-missing]: ${at('none.json')}`);
    expect(await git(repository(), 'rev-list', '--count', 'HEAD')).toBe('2\n');
  });

  test('makes no repository for results that can go into none', async () => {
    await writeFile(at('c.json'), '{');
    const ended = await runCli(['publish', at('c.json'), '--repo', repository(), '--json']);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({ repository: repository(), results: [{ outcome: 'refused' }] });
    expect(await readdir(folder.path)).toEqual(['c.json']);
  });

  test("ends with 2 where the operator is at fault: somebody's edit is named and stays", async () => {
    const good = await resultFile('a.json', goodRecord());
    expect((await runCli(['publish', good, '--repo', repository()])).code).toBe(0);
    await writeFile(join(repository(), 'README.md'), 'mine');
    const ended = await runCli(['publish', await resultFile('b.json', second()), '--repo', repository()]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('error[work-tree-edited]');
    expect(await readFile(join(repository(), 'README.md'), 'utf8')).toBe('mine');
  });

  test.each([
    ['an empty name', () => '', 'usage'],
    ['a file', () => at('a.json'), 'usage'],
    ['a path below a file', () => join(at('a.json'), 'deep'), 'not-a-folder'],
    ['a repository of somebody else', () => at('.'), 'folder-not-empty'],
  ])('refuses %s in place of a results repository', async (_what, name, code) => {
    const good = await resultFile('a.json', goodRecord());
    const ended = await runCli(['publish', good, '--repo', name()]);
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).toContain(`error[${code}]`);
    expect(await readdir(folder.path)).toEqual(['a.json']);
  });

  test.runIf(process.platform === 'linux')('ends where the system makes no folder, instead of trying for ever', async () => {
    const good = await resultFile('a.json', goodRecord());
    const ended = await runCli(['publish', good, '--repo', '/proc/ai-energy-score/results']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('error[folder-refused]');
  });
});

describe('a results repository that is only read', () => {
  const commands = [
    ['rate', (file: string, repo: string) => ['rate', file, '--repo', repo]],
    ['check', (file: string, repo: string) => ['check', file, '--repo', repo]],
    ['report', (file: string, repo: string) => ['report', file, '--repo', repo]],
  ] as const;

  test.each(commands)('%s refuses one that is not there, and one that is none', async (_name, args) => {
    const good = await resultFile('a.json', goodRecord());
    await mkdir(at('empty'));
    for (const [repo, code] of [
      [at('nowhere'), 'not-a-results-repository'],
      [at('empty'), 'not-a-results-repository'],
      [good, 'usage'],
      ['', 'usage'],
    ] as const) {
      const ended = await runCli(args(good, repo));
      expect(ended.code, ended.stderr).toBe(2);
      expect(ended.stderr).toContain(`error[${code}]`);
      expect(ended.stdout).toBe('');
    }
  });

  test.each(commands)('%s changes nothing in it, not even what somebody is editing', async (_name, args) => {
    const good = await resultFile('a.json', goodRecord());
    await runCli(['publish', good, '--repo', repository()]);
    await writeFile(join(repository(), 'README.md'), 'mine');
    await rm(join(repository(), 'leaderboard'), { recursive: true });
    const before = await git(repository(), 'status', '--porcelain');
    const ended = await runCli(args(good, repository()));
    expect(ended.code, ended.stderr).toBe(0);
    expect(await git(repository(), 'status', '--porcelain')).toBe(before);
    expect(await readFile(join(repository(), 'README.md'), 'utf8')).toBe('mine');
  });
});

describe('leaderboard build', () => {
  test('takes no argument beside --repo', async () => {
    for (const args of [['x'], ['--repo', 'x', 'y'], []]) {
      const ended = await runCli(['leaderboard', 'build', ...args]);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain('error[usage]');
    }
  });

  test('leaves a folder alone that only has a results/ of its own', async () => {
    await mkdir(at('thesis/results'), { recursive: true });
    await writeFile(at('thesis/results/table.csv'), 'a\n');
    await writeFile(at('thesis/README.md'), '# Thesis\n');
    const ended = await runCli(['leaderboard', 'build', '--repo', at('thesis')]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('error[no-results]');
    expect((await readdir(at('thesis'))).sort()).toEqual(['README.md', 'results']);
    await git(at('thesis'), 'init', '--quiet');
    expect((await runCli(['leaderboard', 'build', '--repo', at('thesis')])).stderr).toContain('error[not-a-results-repository]');
  });
});

test('explain suggests the codes of publication checks too', async () => {
  const ended = await runCli(['explain', 'P-imutable']);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('P-immutable');
});
