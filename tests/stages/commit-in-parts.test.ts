import { describe, expect, test } from 'vitest';
import type { Changes, CommitOutcome, ResultsStore } from '../../src/ports/results-store.ts';
import { commitInParts } from '../../src/stages/commit-in-parts.ts';

type Made = { expected: string | null; message: string; changes: Changes };

/** A store that keeps what it is given; from the n-th commit on somebody else is always faster. */
function keepingStore({ contendedFrom = Number.POSITIVE_INFINITY } = {}): { store: ResultsStore; made: Made[] } {
  const made: Made[] = [];
  const commit = async (request: Made): Promise<CommitOutcome> => {
    if (made.length + 1 >= contendedFrom) return { kind: 'conflict' };
    made.push(request);
    return { kind: 'committed', commit: `c${made.length}` };
  };
  return { made, store: { place: 'memory', snapshot: () => Promise.reject(new Error('Nobody reads here.')), commit } };
}

const label = (n: number, bytes: number) => [`labels/latest/text-generation/org/m${n}.svg`, Buffer.alloc(bytes)] as const;
const core = [
  ['results/text-generation/org/m/0123456789ab.json', Buffer.alloc(20_000)],
  ['ledger/0123456789ab.json', Buffer.alloc(500)],
] as const;
const vouching = [
  ['leaderboard/verify/latest/text-generation.json', Buffer.alloc(10_000)],
  ['leaderboard/manifest.json', Buffer.alloc(3000)],
] as const;
const changesOf = (...files: (readonly [string, Uint8Array | null])[]): Changes => new Map(files);
const sizeOf = (changes: Changes) => [...changes.values()].reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0);

describe('committing in parts', () => {
  test('is one commit where everything fits', async () => {
    const { store, made } = keepingStore();
    const changes = changesOf(...core, label(1, 40_000), ...vouching);
    expect(await commitInParts(store, { expected: 'c0', message: 'Publish', changes })).toEqual({ kind: 'committed', commit: 'c1' });
    expect(made).toEqual([{ expected: 'c0', message: 'Publish', changes }]);
  });

  test('keeps every commit small, begins with the record, and vouches for labels only when all are there', async () => {
    const { store, made } = keepingStore();
    const labels = Array.from({ length: 200 }, (_, n) => label(n, 45_000));
    const changes = changesOf(...vouching, ...labels, ...core);
    expect(await commitInParts(store, { expected: 'c0', message: 'Publish', changes })).toEqual({ kind: 'committed', commit: 'c1' });
    expect(made.length).toBeGreaterThan(2);
    expect(made.map(({ expected }) => expected)).toEqual(made.map((_, index) => `c${index}`));
    for (const part of made) expect((sizeOf(part.changes) * 4) / 3).toBeLessThan(5_000_000);
    expect([...(made[0]?.changes.keys() ?? [])].slice(0, 2)).toEqual(core.map(([path]) => path));
    expect([...(made.at(-1)?.changes.keys() ?? [])].slice(-2)).toEqual(vouching.map(([path]) => path));
    const paths = [...core, ...labels, ...vouching].map(([path]) => path);
    expect(made.flatMap((part) => [...part.changes.keys()])).toEqual(paths);
  });

  test('leaves the rest to whoever commits in between, and tells a first commit that lost', async () => {
    const labels = Array.from({ length: 200 }, (_, n) => label(n, 45_000));
    const changes = changesOf(...core, ...labels, ...vouching);
    const later = keepingStore({ contendedFrom: 3 });
    expect(await commitInParts(later.store, { expected: 'c0', message: 'Publish', changes })).toEqual({ kind: 'committed', commit: 'c1' });
    expect(later.made.flatMap((part) => [...part.changes.keys()])).not.toContain('leaderboard/verify/latest/text-generation.json');
    const first = keepingStore({ contendedFrom: 1 });
    expect(await commitInParts(first.store, { expected: 'c0', message: 'Publish', changes })).toEqual({ kind: 'conflict' });
  });
});
