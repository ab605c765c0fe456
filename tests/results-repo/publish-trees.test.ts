import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../src/ports/results-store.ts';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { git, nthRecord, POLICY_TEXT, publish, temporaryFolder, temporaryRepository } from './repository.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Commits entries as git's index takes them, whatever their modes and names are. */
async function commitEntries(folder: string, entries: Buffer): Promise<void> {
  execFileSync('git', ['update-index', '-z', '--index-info'], { cwd: folder, input: entries });
  await git(folder, '-c', 'user.name=A', '-c', 'user.email=a@example.invalid', 'commit', '--quiet', '-m', 'Odd files');
}

/** The lines of a commit's files that a publication does not write. */
const linesOf = (folder: string): string[] =>
  execFileSync('git', ['ls-tree', '-r', '-z', 'HEAD'], { cwd: folder, encoding: 'latin1' })
    .split('\0')
    .filter((line) => line.includes('\tkept/'));

async function commit(store: Awaited<ReturnType<typeof openGitStore>>, changes: Changes): Promise<void> {
  const { commit: expected } = await store.snapshot();
  expect((await store.commit({ expected, message: 'Some\n', changes })).kind).toBe('committed');
}

describe('the trees of a commit', () => {
  it('keep what others have committed, to the byte and the mode: programs, links, repositories, names that are no UTF-8', async () => {
    await using repository = await temporaryRepository();
    const blob = (await git(repository.path, 'rev-parse', 'HEAD:policy.yaml')).trim();
    const head = (await git(repository.path, 'rev-parse', 'HEAD')).trim();
    const rows = [
      `100755 ${blob}\tkept/run.sh`,
      `120000 ${blob}\tkept/link`,
      `160000 ${head}\tkept/inner`,
      `100644 ${blob}\tkept/\xff\xe9`,
    ];
    await commitEntries(repository.path, Buffer.from(rows.map((row) => `${row}\0`).join(''), 'latin1'));
    const before = linesOf(repository.path);
    expect(before).toHaveLength(4);
    await commit(await openGitStore(repository.path), new Map([['kept/new.txt', bytes('new')]]));
    expect(linesOf(repository.path).filter((line) => !line.endsWith('new.txt'))).toEqual(before);
    expect(await git(repository.path, 'fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('are in the order of git, whatever the names are, and hold no empty folder', async () => {
    await using repository = await temporaryRepository();
    const paths = ['results/a/x', 'results/a.b', 'results/a-b', 'results/a0', 'results/a/y/z', 'results/ä', 'results/b/c/d/e'];
    await commit(repository.store, new Map(paths.map((path) => [path, bytes(path)])));
    await commit(
      repository.store,
      new Map([
        ['results/a/y/z', null],
        ['results/b/c/d/e', null],
        ['results/nowhere/f', null],
        ['results/a.b', bytes('other')],
      ]),
    );
    const listed = (await git(repository.path, 'ls-tree', '-r', '-z', '--name-only', 'HEAD', 'results/')).split('\0').filter(Boolean);
    expect(listed.sort()).toEqual(['results/a-b', 'results/a.b', 'results/a/x', 'results/a0', 'results/ä']);
    expect(await git(repository.path, 'ls-tree', '-d', '-r', '--name-only', 'HEAD')).toBe('results\nresults/a\n');
    expect(await git(repository.path, 'fsck', '--strict', '--no-dangling')).toBe('');
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('never make a file of a folder, nor a folder of a file', async () => {
    await using repository = await temporaryRepository();
    await commit(repository.store, new Map([['results/a', bytes('a')]]));
    const { commit: expected } = await repository.store.snapshot();
    const committing = (path: string) => repository.store.commit({ expected, message: 'one\n', changes: new Map([[path, bytes('b')]]) });
    await expect(committing('results/a/b')).rejects.toMatchObject({ kind: 'operator' });
    await expect(committing('results')).rejects.toMatchObject({ kind: 'operator' });
    expect(await git(repository.path, 'rev-parse', 'HEAD')).toBe(`${expected}\n`);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });

  it('are those of a repository with SHA-256 as well', async () => {
    await using folder = await temporaryFolder();
    await git(folder.path, 'init', '--quiet', '-b', 'main', '--object-format=sha256');
    const store = await initGitStore(folder.path, { policyText: POLICY_TEXT });
    expect((await publish(store, nthRecord(1))).commit).toMatch(/^[0-9a-f]{64}$/);
    expect((await publish(await openGitStore(folder.path), nthRecord(2))).kind).toBe('published');
    expect(await git(folder.path, 'fsck', '--strict', '--no-dangling')).toBe('');
    expect(await git(folder.path, 'status', '--porcelain')).toBe('');
  });

  it('are read anew where somebody else has committed meanwhile', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthRecord(1));
    await writeFile(join(repository.path, 'policy.yaml'), `${POLICY_TEXT}# a thought\n`);
    await git(repository.path, '-c', 'user.name=A', '-c', 'user.email=a@example.invalid', 'commit', '--quiet', '-a', '-m', 'A thought');
    await publish(await openGitStore(repository.path), nthRecord(2));
    await publish(repository.store, nthRecord(3));
    expect(await git(repository.path, 'show', 'HEAD:policy.yaml')).toContain('a thought');
    expect((await (await repository.store.snapshot()).list('results/')).length).toBe(3);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  });
});
