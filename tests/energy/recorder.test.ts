import { expect, test, vi } from 'vitest';
import type { GpuTraceRow, TraceRow } from '../../src/domain/evidence.ts';
import { startRecorder } from '../../src/energy/recorder.ts';
import type { Meter } from '../../src/ports/meter.ts';

function countingMeter(overrides: Partial<Meter> = {}): Meter & { closed: number } {
  let count = 0;
  const meter = {
    description: {
      id: 'm',
      scope: 'cpu',
      quality: 'counter',
      joulesPerCount: 1,
      device: 'd',
      updatePeriodSeconds: null,
      assumption: null,
    } as const,
    closed: 0,
    async open() {},
    async read() {
      count += 1;
      return { seconds: count / 10, count };
    },
    async close() {
      meter.closed += 1;
    },
    ...overrides,
  };
  return meter;
}

test('the trace samples at its rate while edges are read in between', async () => {
  vi.useFakeTimers();
  const rows: (TraceRow | GpuTraceRow)[] = [];
  const meter = countingMeter();
  const recorder = await startRecorder([meter], 10, (row) => rows.push(row), { clock: () => performance.now() / 1000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(rows).toHaveLength(10);
  const [edge] = await recorder.readEdge({ run: 1, phase: 'forward', edge: 'start' });
  expect(edge).toEqual({ meter: 'm', run: 1, phase: 'forward', edge: 'start', seconds: 1.1, count: 11 });
  await recorder.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(rows).toHaveLength(10);
  expect(meter.closed).toBe(1);
  vi.useRealTimers();
});

test('a meter that fails while sampling stops the run at the next edge, and at the end', async () => {
  vi.useFakeTimers();
  const meter = countingMeter({
    read: async () => {
      throw new Error('the device is gone');
    },
  });
  const recorder = await startRecorder([meter], 10, () => {}, { clock: () => performance.now() / 1000 });
  await vi.advanceTimersByTimeAsync(200);
  await expect(recorder.readEdge({ run: 1, phase: 'forward', edge: 'start' })).rejects.toMatchObject({ code: 'trace-broken' });
  await expect(recorder.stop()).rejects.toThrow(/the device is gone/);
  vi.useRealTimers();
});
