import { expect, test } from 'vitest';
import type { GpuSample } from '../../src/ports/gpu.ts';
import { coolDown } from '../../src/stages/benchmark-cool-down.ts';

const at = (temperatureCelsius: number | null): GpuSample => ({
  powerWatts: null,
  temperatureCelsius,
  smClockMhz: null,
  memoryClockMhz: null,
  utilization: null,
  eventReasons: null,
  processes: null,
});

/** A wait on a clock that jumps by its bound with each look, so that no test waits. */
function waitFor(samples: readonly GpuSample[][], reference: readonly (number | null)[], maximumSeconds = 0.05) {
  const left = [...samples];
  const announced: number[] = [];
  const controller = new AbortController();
  const waited = coolDown({
    bounds: { maximumSeconds, bandKelvin: 2 },
    sampleGpus: () => left.shift() ?? samples.at(-1) ?? [],
    reference,
    run: 2,
    clock: () => performance.now() / 1000,
    announce: ({ of }) => void announced.push(of),
    signal: controller.signal,
  });
  return { waited, announced, left, controller };
}

test('a GPU within the band is not waited for', async () => {
  const { waited, announced } = waitFor([[at(62)]], [60]);
  expect(await waited).toBeLessThan(0.05);
  expect(announced).toEqual([]);
});

test('a GPU that cools is waited for until it is back', async () => {
  const { waited, left } = waitFor([[at(70)], [at(61)], [at(20)]], [60], 5);
  expect(await waited).toBeLessThan(5);
  expect(left).toHaveLength(1);
});

test('a GPU that stays hot holds nothing up for longer than the bound', async () => {
  const { waited } = waitFor([[at(90)]], [60]);
  expect(await waited).toBeGreaterThanOrEqual(0.05);
});

test('a GPU that tells no temperature is not waited for', async () => {
  expect(await waitFor([[at(null)]], [60]).waited).toBeLessThan(0.05);
  expect(await waitFor([[at(90)]], [null]).waited).toBeLessThan(0.05);
});

test('an interruption ends the wait with its reason', async () => {
  const { waited, controller } = waitFor([[at(90)]], [60], 3600);
  controller.abort(new Error('enough'));
  await expect(waited).rejects.toThrow('enough');
});
