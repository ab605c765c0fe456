import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderSnapshot } from '../../src/results-repo/folder.ts';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { git, POLICY_TEXT, temporaryFolder, temporaryRepository } from './repository.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | null) => (content === null ? null : new TextDecoder().decode(content));

describe('a results repository on local git', () => {
  it('begins with policy, README and a .gitignore for bundles in one commit on main', async () => {
    await using repository = await temporaryRepository();
    expect(await git(repository.path, 'log', '--format=%an <%ae>', 'main')).toBe('AI Energy Score <noreply@ai-energy-score.invalid>\n');
    expect((await git(repository.path, 'ls-files')).split('\n').filter(Boolean)).toEqual([
      '.ai-energy-score',
      '.gitignore',
      'README.md',
      'policy.yaml',
    ]);
    expect(await readFile(join(repository.path, 'policy.yaml'), 'utf8')).toBe(POLICY_TEXT);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('stays as it is when it is made again', async () => {
    await using repository = await temporaryRepository();
    await initGitStore(repository.path, { policyText: 'schemaVersion: 1\nname: Another\n' });
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('1\n');
    expect(await readFile(join(repository.path, 'policy.yaml'), 'utf8')).toBe(POLICY_TEXT);
  });

  it('is made once by four that make it at the same time', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'results');
    await Promise.all([1, 2, 3, 4].map(() => initGitStore(path, { policyText: POLICY_TEXT })));
    expect(await git(path, 'rev-list', '--count', 'HEAD')).toBe('1\n');
    expect(await git(path, 'status', '--porcelain')).toBe('');
    expect(await readdir(folder.path)).toEqual(['results']);
  });

  it('is not made in a folder of other files', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'thesis.txt'), 'mine');
    await expect(initGitStore(folder.path, { policyText: POLICY_TEXT })).rejects.toMatchObject({ code: 'folder-not-empty' });
    expect(await readdir(folder.path)).toEqual(['thesis.txt']);
  });

  it('is never the repository around the folder', async () => {
    await using repository = await temporaryRepository();
    const inner = join(repository.path, 'results', 'inner');
    await mkdir(inner, { recursive: true });
    await expect(openGitStore(inner)).rejects.toMatchObject({ code: 'not-a-results-repository', kind: 'operator' });
  });

  it('refuses a bare repository and a missing folder', async () => {
    await using folder = await temporaryFolder();
    await git(folder.path, 'init', '--quiet', '--bare', 'bare.git');
    await expect(openGitStore(join(folder.path, 'bare.git'))).rejects.toMatchObject({ code: 'git-bare' });
    await expect(openGitStore(join(folder.path, 'nowhere'))).rejects.toMatchObject({ code: 'not-a-results-repository' });
  });

  it('is read at a head without a branch, but takes no commit there', async () => {
    await using repository = await temporaryRepository();
    await git(repository.path, 'checkout', '--quiet', '--detach');
    const store = await openGitStore(repository.path);
    const snapshot = await store.snapshot();
    expect(text(await snapshot.read('policy.yaml'))).toBe(POLICY_TEXT);
    const committing = store.commit({ expected: snapshot.commit, message: 'one\n', changes: new Map([['results/a', bytes('a')]]) });
    await expect(committing).rejects.toMatchObject({ code: 'git-detached' });
    await expect(initGitStore(repository.path, { policyText: POLICY_TEXT })).rejects.toMatchObject({ code: 'git-detached' });
  });

  it('commits exact bytes, whatever line endings, attributes, hooks and signing the machine is set to', async () => {
    await using repository = await temporaryRepository();
    await git(repository.path, 'config', 'core.autocrlf', 'true');
    await git(repository.path, 'config', 'commit.gpgsign', 'true');
    await mkdir(join(repository.path, '.git', 'hooks'), { recursive: true });
    await writeFile(join(repository.path, '.git', 'hooks', 'reference-transaction'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const content = bytes('one\r\ntwo\nthree\0');
    const { commit } = await repository.store.snapshot();
    const outcome = await repository.store.commit({
      expected: commit,
      message: 'Odd bytes\n',
      changes: new Map([['results/odd.bin', content]]),
    });
    expect(outcome.kind).toBe('committed');
    expect(Buffer.from((await (await repository.store.snapshot()).read('results/odd.bin')) ?? [])).toEqual(Buffer.from(content));
    expect(await readFile(join(repository.path, 'results/odd.bin'))).toEqual(Buffer.from(content));
  });

  it('takes its identity from the repository when it names one', async () => {
    await using repository = await temporaryRepository();
    await git(repository.path, 'config', 'user.name', 'Board Keeper');
    await git(repository.path, 'config', 'user.email', 'keeper@example.invalid');
    const { commit } = await repository.store.snapshot();
    await repository.store.commit({ expected: commit, message: 'Named\n', changes: new Map([['results/a', bytes('a')]]) });
    expect(await git(repository.path, 'log', '-1', '--format=%an <%ae> %cn')).toBe('Board Keeper <keeper@example.invalid> Board Keeper\n');
  });

  it('is not misled by the variables that git sets for a hook', async () => {
    await using repository = await temporaryRepository();
    const before = { ...process.env };
    try {
      Object.assign(process.env, { GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere/index', GIT_WORK_TREE: '/nowhere' });
      const store = await openGitStore(repository.path);
      const { commit } = await store.snapshot();
      const outcome = await store.commit({ expected: commit, message: 'Inside a hook\n', changes: new Map([['results/a', bytes('a')]]) });
      expect(outcome.kind).toBe('committed');
    } finally {
      for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  it('answers conflict and writes nothing when the head has moved', async () => {
    await using repository = await temporaryRepository();
    const { commit } = await repository.store.snapshot();
    const change = (name: string) => ({ expected: commit, message: `${name}\n`, changes: new Map([[`results/${name}`, bytes(name)]]) });
    expect((await repository.store.commit(change('first'))).kind).toBe('committed');
    expect(await repository.store.commit(change('second'))).toEqual({ kind: 'conflict' });
    expect(await git(repository.path, 'log', '--format=%s')).toBe('first\nBegin a results repository\n');
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('lets exactly one of ten commits on the same head in', async () => {
    await using repository = await temporaryRepository();
    const { commit } = await repository.store.snapshot();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        repository.store.commit({ expected: commit, message: `${n}\n`, changes: new Map([[`results/${n}`, bytes(`${n}`)]]) }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe('2\n');
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('deletes files, from the commit and from the disk', async () => {
    await using repository = await temporaryRepository();
    const add = await repository.store.snapshot();
    await repository.store.commit({ expected: add.commit, message: 'add\n', changes: new Map([['leaderboard/old.json', bytes('{}')]]) });
    const remove = await repository.store.snapshot();
    await repository.store.commit({ expected: remove.commit, message: 'remove\n', changes: new Map([['leaderboard/old.json', null]]) });
    expect(await (await repository.store.snapshot()).list('leaderboard/')).toEqual([]);
    await expect(readFile(join(repository.path, 'leaderboard/old.json'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('keeps edits of the policy, staged or not, out of its commits', async () => {
    await using repository = await temporaryRepository();
    await writeFile(join(repository.path, 'policy.yaml'), 'schemaVersion: 1\nname: Staged\n');
    await git(repository.path, 'add', 'policy.yaml');
    const { commit } = await repository.store.snapshot();
    await repository.store.commit({ expected: commit, message: 'one\n', changes: new Map([['results/a', bytes('a')]]) });
    expect(await git(repository.path, 'show', 'HEAD:policy.yaml')).toBe(POLICY_TEXT);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('M  policy.yaml\n');
  });

  it('waits for an index that somebody else holds and commits when it is free', async () => {
    await using repository = await temporaryRepository();
    const lock = join(repository.path, '.git', 'index.lock');
    await writeFile(lock, '');
    const { commit } = await repository.store.snapshot();
    const committing = repository.store.commit({ expected: commit, message: 'one\n', changes: new Map([['results/a', bytes('a')]]) });
    // Nothing can have been committed while the lock is there, however long that is.
    expect((await repository.store.snapshot()).commit).toBe(commit);
    await rm(lock);
    expect((await committing).kind).toBe('committed');
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('names the lock of a dead process, and writes nothing', async () => {
    await using repository = await temporaryRepository();
    const lock = join(repository.path, '.git', 'index.lock');
    await writeFile(lock, '');
    const store = await openGitStore(repository.path, { lockPatienceMilliseconds: 50 });
    const { commit } = await store.snapshot();
    const committing = store.commit({ expected: commit, message: 'one\n', changes: new Map([['results/a', bytes('a')]]) });
    await expect(committing).rejects.toMatchObject({
      code: 'git-locked',
      kind: 'operator',
      message: expect.stringContaining('index.lock'),
    });
    expect(await git(repository.path, 'rev-parse', 'HEAD')).toBe(`${commit}\n`);
  });
});

describe('a snapshot', () => {
  it('reads the commit, not what lies in the work tree', async () => {
    await using repository = await temporaryRepository();
    await writeFile(join(repository.path, 'policy.yaml'), 'edited');
    await writeFile(join(repository.path, 'extra.txt'), 'not committed');
    const snapshot = await repository.store.snapshot();
    expect(text(await snapshot.read('policy.yaml'))).toBe(POLICY_TEXT);
    expect(await snapshot.read('extra.txt')).toBeNull();
  });

  it('gives the same from a commit and from a plain folder: sorted paths, and bytes of every size', async () => {
    await using repository = await temporaryRepository();
    const sizes = [0, 1, 65_535, 65_536, 65_537, 300_000];
    const files = new Map(sizes.map((size) => [`results/t/o/größe-${size}.bin`, new Uint8Array(size).fill(10)]));
    files.set('results/t/o/with space\nand newline', bytes('odd name'));
    const { commit } = await repository.store.snapshot();
    await repository.store.commit({ expected: commit, message: 'sizes\n', changes: files });
    for (const snapshot of [await repository.store.snapshot(), folderSnapshot(repository.path)]) {
      const seen = await Array.fromAsync(snapshot.readAll('results/'));
      expect(seen.map(({ path }) => path)).toEqual([...files.keys()].sort());
      for (const { path, bytes: content } of seen) expect(Buffer.from(files.get(path) ?? []).equals(content)).toBe(true);
      expect(await snapshot.list('results/')).toEqual([...files.keys()].sort());
    }
  });

  it('can be left in the middle', async () => {
    await using repository = await temporaryRepository();
    for await (const { path } of (await repository.store.snapshot()).readAll('')) {
      expect(path).toBe('.ai-energy-score');
      break;
    }
  });

  it('of a folder leaves out what is no content, and never leaves the folder', async () => {
    await using repository = await temporaryRepository();
    await mkdir(join(repository.path, 'bundles', 'abc'), { recursive: true });
    await writeFile(join(repository.path, 'bundles', 'abc', 'trace'), 'x');
    const snapshot = folderSnapshot(repository.path);
    expect(await snapshot.list()).toEqual(['.ai-energy-score', '.gitignore', 'README.md', 'policy.yaml']);
    await expect(snapshot.read('../outside')).rejects.toMatchObject({ code: 'path-outside' });
  });
});
