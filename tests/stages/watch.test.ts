import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackendProcess } from '../../src/backends/process.ts';
import type { BackendMessage } from '../../src/ports/backend.ts';
import { talkWith } from '../../src/stages/benchmark-talk.ts';
import { METER_SECONDS, soon, watched } from '../../src/stages/benchmark-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});

/** A backend that says one message after each wait, in seconds, then nothing. */
function backendOf(script: readonly { after: number; says: BackendMessage }[]): BackendProcess {
  const queue = [...script];
  return {
    pid: 1,
    send: () => {},
    next() {
      const due = queue.shift();
      return due === undefined ? never : new Promise((resolve) => setTimeout(() => resolve(due.says), due.after * 1000));
    },
    stop: async () => {},
  };
}

const progress: BackendMessage = { type: 'progress', phase: 'generate', done: 1, of: 2 };
const done: BackendMessage = { type: 'done', phase: 'generate' };
const talking = (script: Parameters<typeof backendOf>[0], stallSeconds = 10) =>
  talkWith(backendOf(script), { announce: () => {}, stallSeconds, look: () => null });

describe('a talk with a backend', () => {
  test('ends when it is silent for longer than the bound', async () => {
    const waiting = expect(talking([]).expect('done')).rejects.toMatchObject({ kind: 'operator', code: 'backend-stalled' });
    await vi.advanceTimersByTimeAsync(12_000);
    await waiting;
  });

  test('goes on for as long as there is progress', async () => {
    const waiting = talking([...Array(20).fill({ after: 9, says: progress }), { after: 9, says: done }]).expect('done');
    await vi.advanceTimersByTimeAsync(200_000);
    expect(await waiting).toEqual(done);
  });

  test('leaves loading to the deadline', async () => {
    let ended = false;
    const waiting = talking([]).expect('ready');
    waiting
      .catch(() => {})
      .finally(() => {
        ended = true;
      });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ended).toBe(false);
  });

  test('names a message that is out of turn', async () => {
    const waiting = expect(talking([{ after: 1, says: done }]).expect('warm')).rejects.toMatchObject({ code: 'backend-protocol' });
    await vi.advanceTimersByTimeAsync(2000);
    await waiting;
  });
});

test.each(['open', 'read', 'close'] as const)('a meter that hangs on %s is given up at its bound', async (step) => {
  const waiting = expect(soon(never, step)).rejects.toMatchObject({ code: 'meter-stalled' });
  await vi.advanceTimersByTimeAsync(METER_SECONDS[step] * 1000);
  await waiting;
});

test('a wait that is over leaves no timer behind', async () => {
  expect(await watched(Promise.resolve(7), () => null)).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});
