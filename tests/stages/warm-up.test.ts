import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BackendMessage } from '../../src/ports/backend.ts';
import type { GpuSample } from '../../src/ports/gpu.ts';
import type { Talk } from '../../src/stages/benchmark-talk.ts';
import { warmUp } from '../../src/stages/warm-up.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A backend that answers a warm-up of eleven queries in a second of the fake clock. */
const steadyBackend = (): Talk => ({
  send: () => {},
  async expect() {
    await vi.advanceTimersByTimeAsync(1000);
    return { type: 'warm', queries: 11, seconds: 1 } satisfies BackendMessage as never;
  },
});

const clock = () => Date.now() / 1000;

const SAMPLE: GpuSample = {
  powerWatts: 400,
  temperatureCelsius: 60,
  smClockMhz: null,
  memoryClockMhz: null,
  utilization: null,
  eventReasons: null,
  processes: null,
};

test('without GPUs the pace alone ends it, and no plateau is claimed', async () => {
  const warm = await warmUp({ talk: steadyBackend(), clock, sampleGpus: null }, 120);
  expect(warm).toEqual({ queries: 22, seconds: 2, plateau: null });
});

test('with a GPU it goes on until power and temperature have stayed for ten seconds', async () => {
  const start = clock();
  const sampleGpus = () => [{ ...SAMPLE, powerWatts: Math.min(400, 100 + 20 * (clock() - start)) }];
  const warm = await warmUp({ talk: steadyBackend(), clock, sampleGpus }, 120);
  expect(warm.plateau).toBe(true);
  // Power arrives after 15 s; the stretch that counts begins close to it.
  expect(warm.seconds).toBeGreaterThanOrEqual(20);
  expect(warm.seconds).toBeLessThanOrEqual(27);
});

test('at the bound it ends and says that nothing had settled', async () => {
  const start = clock();
  const sampleGpus = () => [{ ...SAMPLE, temperatureCelsius: 40 + (clock() - start) }];
  const warm = await warmUp({ talk: steadyBackend(), clock, sampleGpus }, 30);
  expect(warm).toMatchObject({ plateau: false, seconds: 30 });
});

test('a GPU that is lost ends it with the reason', async () => {
  const sampleGpus = () => {
    throw new Error('the GPU is lost');
  };
  await expect(warmUp({ talk: steadyBackend(), clock, sampleGpus }, 30)).rejects.toThrow('the GPU is lost');
});
