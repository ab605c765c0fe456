import { expect, test } from 'vitest';
import type { GpuTraceRow } from '../../src/domain/evidence.ts';
import { watchGpu } from '../../src/domain/gpu-watch.ts';

const SILENT = { watts: null, celsius: null, smMhz: null, memoryMhz: null, utilization: null, reasons: null, foreign: null };
const observed = (...rows: Partial<GpuTraceRow>[]) => {
  const watch = watchGpu();
  for (const [seconds, row] of rows.entries()) watch.add({ gpu: 0, seconds, ...SILENT, ...row });
  return watch.observation();
};

test('the samples give first, last and highest temperature, means, every reason once and the most foreign processes at once', () => {
  expect(
    observed(
      { watts: 300, celsius: 55, utilization: 0.5, reasons: ['sw-power-cap'], foreign: 0 },
      { watts: 400, celsius: 61, utilization: 1, reasons: ['hw-slowdown', 'sw-power-cap'], foreign: 2 },
      { watts: 350, celsius: 58, utilization: 0.9, reasons: [], foreign: 1 },
    ),
  ).toEqual({
    temperature: { startCelsius: 55, endCelsius: 58, maximumCelsius: 61 },
    during: { meanWatts: 350, meanUtilization: expect.closeTo(0.8, 12) },
    eventReasons: ['hw-slowdown', 'sw-power-cap'],
    foreignProcesses: 2,
  });
});

test('what no sample told stays null', () => {
  const nothing = {
    temperature: { startCelsius: null, endCelsius: null, maximumCelsius: null },
    during: { meanWatts: null, meanUtilization: null },
    eventReasons: null,
    foreignProcesses: null,
  };
  expect(observed()).toEqual(nothing);
  expect(observed({}, {})).toEqual(nothing);
  expect(observed({}, { watts: 200 }).during.meanWatts).toBe(200);
});

test('processes that could once not be matched leave their number unknown, unless foreign ones were seen', () => {
  expect(observed({ foreign: 0 }, {}).foreignProcesses).toBeNull();
  expect(observed({ foreign: 1 }, {}).foreignProcesses).toBe(1);
});
