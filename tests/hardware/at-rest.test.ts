import { expect, test } from 'vitest';
import { gpusAtRest } from '../../src/hardware/at-rest.ts';
import type { ProcessMatcher } from '../../src/hardware/processes.ts';
import type { GpuSample } from '../../src/ports/gpu.ts';

const SAMPLE: GpuSample = {
  powerWatts: 70,
  temperatureCelsius: 30,
  smClockMhz: 345,
  memoryClockMhz: 2619,
  utilization: 0,
  eventReasons: ['gpu-idle'],
  processes: [],
};

const matching: ProcessMatcher = { countForeign: (processes) => processes.length, note: () => null };
const blind: ProcessMatcher = { countForeign: () => null, note: () => 'hidden' };

/** Looks at one GPU that shows other samples as time passes. */
async function look(sampleAt: (seconds: number) => Partial<GpuSample>, matcher = matching) {
  let now = 0;
  const [seen] = await gpusAtRest({
    library: { sample: () => ({ ...SAMPLE, ...sampleAt(now) }) },
    uuids: ['GPU-one'],
    matcher,
    clock: () => now,
    sleep: async (seconds) => {
      now += seconds;
    },
  });
  return seen;
}

test('idle power is the mean over the two seconds', async () => {
  const seen = await look((seconds) => ({ powerWatts: seconds < 0.99 ? 60 : 80 }));
  expect(seen?.idleWatts).toBeCloseTo(70, 0);
});

test('power that is missing once leaves idle power unknown', async () => {
  const seen = await look((seconds) => ({ powerWatts: seconds > 1 && seconds < 1.15 ? null : 60 }));
  expect(seen?.idleWatts).toBeNull();
});

test('the most processes that were seen at once are told', async () => {
  expect((await look((seconds) => ({ processes: seconds > 1 && seconds < 1.15 ? [1, 2] : [] })))?.processes).toBe(2);
});

test('processes that cannot be matched or are not listed are unknown, with the reason', async () => {
  expect(await look(() => ({}), blind)).toMatchObject({ processes: null, processesNote: 'hidden' });
  expect(await look(() => ({ processes: null }))).toMatchObject({ processes: null, processesNote: expect.stringContaining('driver') });
});
