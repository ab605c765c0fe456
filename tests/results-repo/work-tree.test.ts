import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { git, nthRecord, POLICY_TEXT, publish, temporaryFolder, temporaryRepository } from './repository.ts';

const status = (folder: string) => git(folder, 'status', '--porcelain');
const head = (folder: string) => git(folder, 'rev-parse', 'HEAD');

/**
 * Runs a program that dies the moment it starts a given git command: a git of ours in its PATH kills it, and does nothing else.
 */
async function killedAt(command: string, args: readonly string[]): Promise<void> {
  await using bin = await temporaryFolder();
  const real = (await git('.', '--exec-path')).trim();
  const script = `#!/bin/sh\nfor word in "$@"; do [ "$word" = ${command} ] && kill -9 $PPID && exit 1; done\nexec "${join(real, 'git')}" "$@"\n`;
  await writeFile(join(bin.path, 'git'), script);
  await chmod(join(bin.path, 'git'), 0o755);
  const env = { ...process.env, PATH: `${bin.path}${delimiter}${process.env.PATH}` };
  const child = spawn(process.execPath, args, { env, cwd: import.meta.dirname, stdio: 'ignore' });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
}

const publisherKilledAt = (command: string, folder: string, first: number) =>
  killedAt(command, [join(import.meta.dirname, 'publisher.ts'), folder, String(first), '1']);

/** A git repository of somebody's own, with the same names as a results repository's and work that is not committed. */
async function somebodysRepository() {
  const folder = await temporaryFolder();
  await git(folder.path, 'init', '--quiet', '-b', 'main');
  await mkdir(join(folder.path, 'results'));
  await writeFile(join(folder.path, 'README.md'), '# Thesis\n');
  await writeFile(join(folder.path, 'results', 'table.csv'), 'a\n');
  const commit = async () => {
    await git(folder.path, 'add', '-A');
    await git(folder.path, '-c', 'user.name=A', '-c', 'user.email=a@example.invalid', 'commit', '--quiet', '-m', 'Work');
  };
  return { ...folder, commit };
}

describe('a git repository that is no results repository', () => {
  it('is refused for reading and for publishing, and nothing in it changes', async () => {
    await using own = await somebodysRepository();
    await own.commit();
    await writeFile(join(own.path, 'README.md'), '# Thesis, edited all night\n');
    const before = await head(own.path);
    await expect(openGitStore(own.path)).rejects.toMatchObject({ code: 'not-a-results-repository', kind: 'operator' });
    await expect(initGitStore(own.path, { policyText: POLICY_TEXT })).rejects.toMatchObject({ code: 'not-a-results-repository' });
    expect(await readFile(join(own.path, 'README.md'), 'utf8')).toContain('edited all night');
    expect(await status(own.path)).toBe(' M README.md\n');
    expect(await head(own.path)).toBe(before);
    expect(await readdir(join(own.path, '.git'))).not.toContain('ai-energy-score');
  });

  it.each([
    ['a policy alone', { 'policy.yaml': POLICY_TEXT }, 'not-a-results-repository'],
    ['the marker alone', { '.ai-energy-score': 'layout: 1\n' }, 'not-a-results-repository'],
    ['another layout', { '.ai-energy-score': 'layout: 12\n', 'policy.yaml': POLICY_TEXT }, 'not-a-results-repository'],
    ['a policy that does not fit', { '.ai-energy-score': 'layout: 1\n', 'policy.yaml': 'name: 1\n' }, 'policy-schema'],
    ['a policy that is no YAML', { '.ai-energy-score': 'layout: 1\n', 'policy.yaml': '{' }, 'policy-yaml'],
  ])('stays one with %s', async (_what, files, code) => {
    await using own = await somebodysRepository();
    for (const [name, content] of Object.entries(files)) await writeFile(join(own.path, name), content);
    await own.commit();
    await expect(openGitStore(own.path)).rejects.toMatchObject({ code, kind: 'operator' });
  });

  it('becomes one on purpose, by a commit with marker and policy', async () => {
    await using own = await somebodysRepository();
    await rm(join(own.path, 'results', 'table.csv'));
    await writeFile(join(own.path, '.ai-energy-score'), 'layout: 1\n');
    await writeFile(join(own.path, 'policy.yaml'), POLICY_TEXT);
    await own.commit();
    expect((await publish(await openGitStore(own.path), nthRecord(1))).kind).toBe('published');
    expect(await readFile(join(own.path, 'README.md'), 'utf8')).toBe('# Thesis\n');
    expect(await status(own.path)).toBe('');
  });

  it('is one without a commit, unless it is empty', async () => {
    await using folder = await temporaryFolder();
    await git(folder.path, 'init', '--quiet', '-b', 'main');
    await expect(openGitStore(folder.path)).rejects.toMatchObject({ code: 'not-a-results-repository' });
    await initGitStore(folder.path, { policyText: POLICY_TEXT });
    expect(await status(folder.path)).toBe('');
  });
});

describe('what people edit in a results repository', () => {
  it('stays when the repository is opened and read', async () => {
    await using repository = await temporaryRepository();
    const { path: record } = await publish(repository.store, nthRecord(1));
    await writeFile(join(repository.path, 'README.md'), 'edited');
    await writeFile(join(repository.path, record), 'edited');
    await git(repository.path, 'add', 'README.md');
    const store = await openGitStore(repository.path);
    expect(await (await store.snapshot()).list('results/')).toEqual([record]);
    expect(await status(repository.path)).toBe(`M  README.md\n M ${record}\n`);
    expect(await readFile(join(repository.path, record), 'utf8')).toBe('edited');
  });

  it.each([
    ['edited', async (path: string) => writeFile(join(path, 'README.md'), 'mine')],
    ['deleted', async (path: string) => rm(join(path, 'README.md'))],
    ['replaced by a link', async (path: string) => rm(join(path, 'README.md')).then(() => symlink('policy.yaml', join(path, 'README.md')))],
    ['staged', async (path: string) => writeFile(join(path, 'README.md'), 'mine').then(() => git(path, 'add', 'README.md'))],
  ])('stops a publication where it is %s, with the path, and is not lost', async (_how, edit) => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await edit(repository.path);
    const before = [await status(repository.path), await head(repository.path)];
    const refused = { code: 'work-tree-edited', kind: 'operator', message: expect.stringContaining('README.md') };
    await expect(publish(repository.store, nthRecord(2))).rejects.toMatchObject(refused);
    await expect(initGitStore(repository.path, { policyText: POLICY_TEXT })).rejects.toMatchObject(refused);
    expect([await status(repository.path), await head(repository.path)]).toEqual(before);
    await git(repository.path, 'restore', '--source=HEAD', '--staged', '--worktree', 'README.md');
    expect((await publish(repository.store, nthRecord(2))).kind).toBe('published');
    expect(await status(repository.path)).toBe('');
  });

  it('stops a publication where a file that git does not know lies in its way', async () => {
    await using repository = await temporaryRepository();
    await mkdir(join(repository.path, 'leaderboard'));
    await writeFile(join(repository.path, 'leaderboard/index.json'), 'mine');
    const refused = { code: 'work-tree-edited', message: expect.stringContaining('leaderboard/index.json') };
    await expect(publish(repository.store, nthRecord(1))).rejects.toMatchObject(refused);
    expect(await readFile(join(repository.path, 'leaderboard/index.json'), 'utf8')).toBe('mine');
    await rm(join(repository.path, 'leaderboard'), { recursive: true });
    await writeFile(join(repository.path, 'leaderboard'), 'a file');
    await expect(publish(repository.store, nthRecord(1))).rejects.toMatchObject({ code: 'work-tree-edited' });
    expect(await readFile(join(repository.path, 'leaderboard'), 'utf8')).toBe('a file');
  });

  it('stops nothing where it lies beside what a publication writes, or only the times of files changed', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await writeFile(join(repository.path, 'results/notes.txt'), 'mine');
    await writeFile(join(repository.path, 'policy.yaml'), `${POLICY_TEXT}# a thought\n`);
    await utimes(join(repository.path, 'README.md'), new Date(0), new Date(0));
    expect((await publish(repository.store, nthRecord(2))).kind).toBe('published');
    expect(await status(repository.path)).toBe(' M policy.yaml\n?? results/notes.txt\n');
  });
});

describe('a publication that was killed once its commit stood', () => {
  it('leaves the work tree as it is to readers, and is finished by the next publication', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await publisherKilledAt('restore', repository.path, 2);
    const left = await status(repository.path);
    expect(left).toContain('README.md');
    await (await openGitStore(repository.path)).snapshot();
    expect(await status(repository.path)).toBe(left);
    expect((await publish(await openGitStore(repository.path), nthRecord(3))).kind).toBe('published');
    expect(await status(repository.path)).toBe('');
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('4\n');
  });

  it('is finished by whoever opens the repository for publishing, also where a file was half written', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await publisherKilledAt('restore', repository.path, 2);
    const whole = Buffer.from(await git(repository.path, 'show', 'HEAD:README.md'));
    await writeFile(join(repository.path, 'README.md'), whole);
    await truncate(join(repository.path, 'README.md'), whole.length - 100);
    const written = (await git(repository.path, 'diff', '--name-only', 'HEAD~1', 'HEAD', '--', 'leaderboard')).split('\n').filter(Boolean);
    expect(written).toContain('leaderboard/index.json');
    for (const path of written) await rm(join(repository.path, path));
    await initGitStore(repository.path, { policyText: POLICY_TEXT });
    expect(await status(repository.path)).toBe('');
  });

  it('is not finished over what somebody has edited since: that is told, and stays', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await publisherKilledAt('restore', repository.path, 2);
    await writeFile(join(repository.path, 'README.md'), 'edited after the crash');
    const refused = { code: 'work-tree-edited', message: expect.stringMatching(/made: README\.md\./) };
    await expect(publish(await openGitStore(repository.path), nthRecord(3))).rejects.toMatchObject(refused);
    expect(await readFile(join(repository.path, 'README.md'), 'utf8')).toBe('edited after the crash');
    await rm(join(repository.path, 'README.md'));
    expect((await publish(await openGitStore(repository.path), nthRecord(3))).kind).toBe('published');
    expect(await status(repository.path)).toBe('');
  });

  it('has changed nothing where it was killed before the branch moved', async () => {
    await using repository = await temporaryRepository();
    const before = await head(repository.path);
    await publisherKilledAt('update-ref', repository.path, 1);
    expect([await head(repository.path), await status(repository.path)]).toEqual([before, '']);
    expect((await publish(await openGitStore(repository.path), nthRecord(1))).kind).toBe('published');
    expect(await status(repository.path)).toBe('');
  });

  it('leaves no note behind where it ends well', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    expect(await readdir(join(repository.path, '.git/ai-energy-score/unfinished'))).toEqual([]);
  });
});

it('a repository whose making was killed is finished by the next process', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'results');
  const script = `const { initGitStore } = await import('../../src/results-repo/init.ts'); await initGitStore(process.argv[1], { policyText: ${JSON.stringify(POLICY_TEXT)} });`;
  await killedAt('restore', ['--input-type=module', '-e', script, path]);
  expect(await readdir(path)).toEqual(['.git']);
  await initGitStore(path, { policyText: 'never read' });
  expect(await status(path)).toBe('');
  expect(await readFile(join(path, 'policy.yaml'), 'utf8')).toBe(POLICY_TEXT);
});
