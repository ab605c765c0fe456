import { describe, expect, test } from 'vitest';
import { runQueue } from '../../src/stages/queue.ts';

/** Jobs that last until the test ends them, and what was seen of them. */
function scripted() {
  const running = new Map<string, { gpus: readonly string[]; end: (reason?: Error) => void }>();
  const begun: string[] = [];
  const work = ({ name }: { name: string }, gpus: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      begun.push(name);
      running.set(name, {
        gpus,
        end(reason) {
          running.delete(name);
          if (reason === undefined) resolve();
          else reject(reason);
        },
      });
    });
  const end = async (name: string, reason?: Error) => {
    running.get(name)?.end(reason);
    // Everything that follows an end happens before the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { running, begun, work, end };
}

const jobs = (...needs: readonly (readonly [string, number])[]) => needs.map(([name, gpus]) => ({ name, gpus }));
const never = new AbortController().signal;

describe('a queue', () => {
  test('runs as many jobs at a time as there are GPUs, each on its own', async () => {
    const { running, begun, work, end } = scripted();
    const all = runQueue({ jobs: jobs(['a', 1], ['b', 1], ['c', 1]), gpus: ['GPU-0', 'GPU-1'], signal: never }, work);
    expect([...running].map(([name, { gpus }]) => [name, gpus])).toEqual([
      ['a', ['GPU-0']],
      ['b', ['GPU-1']],
    ]);
    await end('b');
    expect(running.get('c')?.gpus).toEqual(['GPU-1']);
    await end('a');
    await end('c');
    await all;
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  test('runs one after the other on one GPU', async () => {
    const { running, work, end } = scripted();
    const all = runQueue({ jobs: jobs(['a', 1], ['b', 1]), gpus: ['GPU-0'], signal: never }, work);
    expect([...running.keys()]).toEqual(['a']);
    await end('a');
    expect([...running.keys()]).toEqual(['b']);
    await end('b');
    await all;
  });

  test('gives a job all its GPUs at once, and lets none overtake it', async () => {
    const { running, work, end } = scripted();
    const gpus = Array.from({ length: 8 }, (_, index) => `GPU-${index}`);
    const all = runQueue({ jobs: jobs(['one', 1], ['eight', 8], ['other', 1]), gpus, signal: never }, work);
    expect([...running.keys()]).toEqual(['one']);
    await end('one');
    expect(running.get('eight')?.gpus.toSorted()).toEqual(gpus);
    await end('eight');
    expect([...running.keys()]).toEqual(['other']);
    await end('other');
    await all;
  });

  test('gives a job that asks for more GPUs than there are all of them: what it needs is for others to judge', async () => {
    const { running, work, end } = scripted();
    const all = runQueue({ jobs: jobs(['big', 13]), gpus: ['GPU-0', 'GPU-1'], signal: never }, work);
    expect(running.get('big')?.gpus).toEqual(['GPU-0', 'GPU-1']);
    await end('big');
    await all;
  });

  test('never gives one GPU to two jobs, whatever they need and whenever they end', async () => {
    const held = new Set<string>();
    const needs = Array.from({ length: 60 }, (_, index) => ({ name: `${index}`, gpus: 1 + ((index * 7) % 4) }));
    let done = 0;
    await runQueue({ jobs: needs, gpus: ['0', '1', '2', '3', '4'], signal: never }, async ({ name, gpus }, own) => {
      expect(own).toHaveLength(gpus);
      for (const gpu of own) {
        expect(held.has(gpu)).toBe(false);
        held.add(gpu);
      }
      for (let turn = 0; turn < Number(name) % 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      for (const gpu of own) held.delete(gpu);
      done += 1;
    });
    expect(done).toBe(60);
  });

  test('does the others when one is rejected, and tells of it at the end', async () => {
    const { running, begun, work, end } = scripted();
    const all = runQueue({ jobs: jobs(['bad', 1], ['b', 1], ['c', 1]), gpus: ['GPU-0', 'GPU-1'], signal: never }, work);
    const outcome = expect(all).rejects.toThrow('broken');
    await end('bad', new Error('broken'));
    expect([...running.keys()]).toEqual(['b', 'c']);
    await end('b');
    await end('c');
    await outcome;
    expect(begun).toEqual(['bad', 'b', 'c']);
  });

  test('begins nothing more once it is interrupted, and ends when those that ran have ended', async () => {
    const { running, begun, work, end } = scripted();
    const controller = new AbortController();
    const all = runQueue({ jobs: jobs(['a', 1], ['b', 1], ['c', 1]), gpus: ['GPU-0', 'GPU-1'], signal: controller.signal }, work);
    let ended = false;
    const outcome = expect(all.finally(() => (ended = true))).rejects.toThrow('interrupted');
    controller.abort(new Error('interrupted'));
    await end('a', new Error('interrupted'));
    expect(ended).toBe(false);
    expect([...running.keys()]).toEqual(['b']);
    await end('b', new Error('interrupted'));
    await outcome;
    expect(begun).toEqual(['a', 'b']);
  });
});
