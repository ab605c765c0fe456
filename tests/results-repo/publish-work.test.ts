import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { ResultsStore, Snapshot } from '../../src/ports/results-store.ts';
import { gitIn } from '../../src/results-repo/git.ts';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { readObject, readObjects } from '../../src/results-repo/objects.ts';
import { changeState } from '../../src/stages/change-state.ts';
import { readKnownEntries } from '../../src/stages/known-entries.ts';
import { readEntries } from '../../src/stages/leaderboard.ts';
import { git, nthRecord, publish, temporaryFolder, temporaryRepository } from './repository.ts';

/** The git commands that a process starts when it publishes the n-th record. */
async function commandsOf(folder: string, n: number): Promise<string[]> {
  await using bin = await temporaryFolder();
  const log = join(bin.path, 'log');
  const real = join((await git('.', '--exec-path')).trim(), 'git');
  const known = [
    'cat-file',
    'rev-parse',
    'ls-files',
    'diff-files',
    'config',
    'hash-object',
    'mktree',
    'commit-tree',
    'update-ref',
    'restore',
  ];
  const script = `#!/bin/sh\nfor word in "$@"; do case "$word" in ${known.join('|')}) echo "$word" >> "${log}"; exec "${real}" "$@";; esac; done\necho "$*" >> "${log}"; exec "${real}" "$@"\n`;
  await writeFile(join(bin.path, 'git'), script);
  await chmod(join(bin.path, 'git'), 0o755);
  const env = { ...process.env, PATH: `${bin.path}${delimiter}${process.env.PATH}` };
  const publisher = join(import.meta.dirname, 'publisher.ts');
  const child = spawn(process.execPath, [publisher, folder, String(n), '1'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  expect(await once(child, 'close')).toEqual([0, null]);
  return (await readFile(log, 'utf8')).trim().split('\n');
}

/** A store whose snapshots note what is read of them. */
function noting(store: ResultsStore): { store: ResultsStore; read: Set<string> } {
  const read = new Set<string>();
  const noted = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    read: (path) => {
      read.add(path);
      return snapshot.read(path);
    },
    async *readAll(prefix) {
      for await (const file of snapshot.readAll(prefix)) {
        read.add(file.path);
        yield file;
      }
    },
  });
  return { store: { ...store, snapshot: async () => noted(await store.snapshot()) }, read };
}

describe('a publication', () => {
  it('starts the same git commands however many records there are, and none twice that could be asked once', async () => {
    await using repository = await temporaryRepository();
    for (const n of [0, 1, 2]) await publish(repository.store, nthRecord(n));
    const few = await commandsOf(repository.path, 3);
    for (let n = 4; n < 8; n += 1) await publish(repository.store, nthRecord(n));
    const more = await commandsOf(repository.path, 8);
    // A git that reads is started again after a pause, which is the machine's affair.
    const writing = (commands: string[]) => commands.filter((command) => command !== 'cat-file').sort();
    expect(writing(more)).toEqual(writing(few));
    expect(writing(few)).toEqual(
      ['commit-tree', 'config', 'diff-files', 'hash-object', 'ls-files', 'ls-files', 'mktree', 'restore', 'rev-parse', 'update-ref'].sort(),
    );
  }, 180_000);

  it('reads of the records only those that are new to its process, and sees every change of a ledger', async () => {
    await using repository = await temporaryRepository();
    const [first, second] = [await publish(repository.store, nthRecord(1)), await publish(repository.store, nthRecord(2))];
    const own = await openGitStore(repository.path);
    const { store, read } = noting(own);
    await readKnownEntries(store, await store.snapshot());
    expect(read).toContain(first.path);
    read.clear();
    const third = await publish(repository.store, nthRecord(3));
    await changeState({
      store: repository.store,
      result: second.recordName,
      to: 'withdrawn',
      reason: 'A wrong driver.',
      by: 'somebody',
      now: new Date('2026-02-03T10:00:00Z'),
      policy: defaultPolicy(),
      builderVersion: '0.1.0',
    });
    const snapshot = await store.snapshot();
    const entries = await readKnownEntries(store, snapshot);
    expect(entries).toEqual(await readEntries(await own.snapshot()));
    expect(entries.get(second.path)?.state).toBe('withdrawn');
    const { recordName: two } = second;
    expect([...read].sort()).toEqual([`ledger/${two}.json`, `ledger/${third.recordName}.json`, second.path, third.path].sort());
  });
});

describe('the objects of a repository', () => {
  it('are read in the order asked for, also while others are read, and again after a reading that was left', async () => {
    await using repository = await temporaryRepository();
    const own = gitIn(repository.path);
    const names = ['HEAD:policy.yaml', 'HEAD:nowhere', 'HEAD:README.md'];
    const texts: (string | undefined)[] = [];
    for await (const object of readObjects(own, names)) {
      texts.push(object?.bytes.toString());
      expect((await readObject(own, 'HEAD:.gitignore'))?.bytes.toString()).toBe('bundles/\n');
    }
    expect(texts).toEqual([
      await git(repository.path, 'show', 'HEAD:policy.yaml'),
      undefined,
      await git(repository.path, 'show', 'HEAD:README.md'),
    ]);
    for await (const _object of readObjects(own, names)) break;
    expect(await readObject(own, 'HEAD:nowhere')).toBeNull();
    const many = Array(300).fill('HEAD:policy.yaml');
    expect((await Array.fromAsync(readObjects(own, many))).map((object) => object?.bytes.length)).toEqual(many.map(() => texts[0]?.length));
  });
});
