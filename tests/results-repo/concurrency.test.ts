import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { initGitStore } from '../../src/results-repo/init.ts';
import { buildLeaderboard, derivedChanges } from '../../src/stages/leaderboard.ts';
import { git, nthRecord, publish, temporaryRepository } from './repository.ts';

const PUBLISHER = join(import.meta.dirname, 'publisher.ts');

type Publisher = {
  child: ChildProcess;
  opened: Promise<unknown>;
  /** The first record that it has published. */
  published: Promise<unknown>;
  ended: Promise<unknown>;
  acknowledged: string[];
  complaints: () => string;
};

/** Starts a process, in a group of its own, that publishes records number first, first + 1, … */
function startPublisher(folder: string, first: number, count: number): Publisher {
  const child = spawn(process.execPath, [PUBLISHER, folder, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const acknowledged: string[] = [];
  const complaints: string[] = [];
  child.stderr.on('data', (chunk) => complaints.push(String(chunk)));
  const lines = createInterface({ input: child.stdout });
  const opened = once(lines, 'line');
  const { promise: published, resolve } = Promise.withResolvers<void>();
  lines.on('line', (line) => {
    if (line === 'open') return;
    acknowledged.push(line);
    resolve();
  });
  return { child, opened, published, ended: once(child, 'close'), acknowledged, complaints: () => complaints.join('') };
}

/** mulberry32: the same moments in every run of the test. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ends when no process works in the folder any more: a git command outlives the publisher that was killed, by milliseconds. */
async function untilQuiet(folder: string): Promise<void> {
  const real = await realpath(folder);
  for (;;) {
    const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const places = await Promise.all(ids.map((id) => readlink(`/proc/${id}/cwd`).catch(() => '')));
    if (!places.includes(real)) return;
    await pause(5);
  }
}

/** What must hold of a results repository at any time, whatever its work tree looks like. */
async function expectSound(folder: string, published: readonly string[]): Promise<void> {
  expect(await git(folder, 'fsck', '--strict', '--no-dangling')).toBe('');
  const store = await openGitStore(folder);
  const snapshot = await store.snapshot();
  const paths = await snapshot.list('results/');
  for (const path of published) expect(paths).toContain(path);
  expect(await snapshot.list('ledger/')).toHaveLength(paths.length);
  expect(await git(folder, 'rev-list', '--min-parents=2', '--count', 'HEAD')).toBe('0\n');
  // A fresh repository has its first derived files with its first record.
  if (paths.length === 0) return;
  const built = await buildLeaderboard(snapshot, defaultPolicy(), { builderVersion: '0.1.0' });
  expect([...(await derivedChanges(snapshot, built, 'all')).keys()]).toEqual([]);
}

describe('a results repository', () => {
  it('is whole after every one of twenty kills at any moment of publishing, and takes the next record', async () => {
    await using repository = await temporaryRepository();
    const random = seeded(20_250_206);
    const started = performance.now();
    const acknowledged = [(await publish(repository.store, nthRecord(9998))).path];
    const onePublication = performance.now() - started;
    for (let kill = 0; kill < 20; kill += 1) {
      const publisher = startPublisher(repository.path, kill * 100, 100);
      // However slow the machine is, half of them publish something before their end.
      await (kill % 4 < 2 ? publisher.opened : publisher.published);
      const timer = setTimeout(() => process.kill(-(publisher.child.pid as number), 'SIGKILL'), random() * 4 * onePublication);
      await publisher.ended;
      clearTimeout(timer);
      expect(publisher.complaints()).toBe('');
      acknowledged.push(...publisher.acknowledged);
      await untilQuiet(repository.path);
      await expectSound(repository.path, acknowledged);
      // Every other time the next process is one that only opens the repository for publishing, and finishes what was left.
      if (kill % 2 === 0) continue;
      await initGitStore(repository.path, { policyText: '' });
      expect(await git(repository.path, 'status', '--porcelain')).toBe('');
    }
    expect(acknowledged.length).toBeGreaterThan(5);
    const last = await publish(await openGitStore(repository.path), nthRecord(9999));
    expect(last.kind).toBe('published');
    await expectSound(repository.path, [...acknowledged, last.path]);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
  }, 180_000);

  it.each([2, 6])('loses nothing when %i processes publish at the same time', async (processes) => {
    await using repository = await temporaryRepository();
    const each = 12 / processes + 1;
    const publishers = Array.from({ length: processes }, (_, n) => startPublisher(repository.path, n * 100, each));
    await Promise.all(publishers.map(({ ended }) => ended));
    expect(publishers.map(({ complaints }) => complaints()).join('')).toBe('');
    const acknowledged = publishers.flatMap((publisher) => publisher.acknowledged);
    expect(new Set(acknowledged).size).toBe(processes * each);
    await expectSound(repository.path, acknowledged);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
    expect(await git(repository.path, 'rev-list', '--count', 'HEAD')).toBe(`${processes * each + 1}\n`);
  });
});
