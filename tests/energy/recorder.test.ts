import { describe, expect, test, vi } from 'vitest';
import { operatorFault } from '../../src/domain/errors.ts';
import type { EdgeReading, GpuTraceRow, TraceRow } from '../../src/domain/evidence.ts';
import { integralOf, powerOf } from '../../src/domain/windows.ts';
import { startRecorder } from '../../src/energy/recorder.ts';
import type { Meter } from '../../src/ports/meter.ts';
import { bursts, type Load, type Quirks, simulatedGpu, steady, together, virtualClock } from '../support/simulated-gpu.ts';

const clock = () => performance.now() / 1000;

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
  const recorder = await startRecorder([meter], 10, (row) => rows.push(row), { clock });
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
  const recorder = await startRecorder([meter], 10, () => {}, { clock });
  await vi.advanceTimersByTimeAsync(200);
  await expect(recorder.readEdge({ run: 1, phase: 'forward', edge: 'start' })).rejects.toMatchObject({ code: 'trace-broken' });
  await expect(recorder.stop()).rejects.toThrow(/the device is gone/);
  vi.useRealTimers();
});

test('a fault of a meter breaks the trace at once and keeps its code, so that a long phase need not go on', async () => {
  vi.useFakeTimers();
  const lost = operatorFault('The GPU is lost.', { code: 'gpu-lost' });
  const recorder = await startRecorder([countingMeter({ read: () => Promise.reject(lost) })], 10, () => {}, { clock });
  expect(recorder.broken.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(recorder.broken.reason).toBe(lost);
  await expect(recorder.stop()).rejects.toBe(lost);
  vi.useRealTimers();
});

describe('with a GPU', () => {
  type Row = TraceRow | GpuTraceRow;

  /** Measures one phase of five seconds with a peer and a second meter beside the GPU. */
  async function onePhase(load: Load, quirks: Partial<Quirks> = {}) {
    const time = virtualClock();
    const rows: Row[] = [];
    const simulated = simulatedGpu(load, time.clock, { tickSeconds: 0.1, tickOffset: 0.05, ...quirks });
    const gpus = { ...simulated.gpus, gpus: [{ uuid: 'GPU-peer', meter: null }, ...simulated.gpus.gpus] };
    const other = countingMeter({
      read: async () => ({ seconds: time.clock(), count: Math.round(time.clock() * 1000) }),
    });
    const recorder = await startRecorder([other, simulated.meter], 10, (row) => rows.push(row), {
      clock: time.clock,
      sleep: time.sleep,
      gpus,
    });
    const place = { run: 1, phase: 'forward' } as const;
    const measure = async () => {
      await time.sleep(0.27);
      const starts = await recorder.readEdge({ ...place, edge: 'start' });
      await time.sleep(5);
      const finished = time.clock();
      const ends = await recorder.readEdge({ ...place, edge: 'end' });
      await time.sleep(0.5);
      return { starts, ends, finished };
    };
    const edges = await time.run(measure());
    await recorder.stop();
    const of = (readings: readonly EdgeReading[], meter: string) => readings.find((reading) => reading.meter === meter) as EdgeReading;
    return { ...edges, recorder, rows, of };
  }

  test('the window opens after the tick that was waited for and ends when the backend has finished, for every meter', async () => {
    const { starts, ends, finished, of } = await onePhase(steady(300));
    expect(of(starts, 'nvml:0').seconds).toBeCloseTo(0.35, 2);
    expect(of(starts, 'm').seconds).toBe(of(starts, 'nvml:0').seconds);
    expect(of(starts, 'nvml:0').waitJoules).toBeLessThan(0.5);
    for (const end of ends) expect(end.seconds).toBe(finished);
    expect(of(ends, 'nvml:0').waitJoules).toBeCloseTo(-300 * (5.45 - finished), 0);
  });

  test('the trace holds the power at both edges, of the peer too, and its integral follows from it to the last bit', async () => {
    const { starts, ends, recorder, rows, of } = await onePhase(together(steady(122), bursts(300, 1.7, 0.4)));
    const [start, end] = [of(starts, 'nvml:0').seconds, of(ends, 'nvml:0').seconds];
    const traced = rows.filter((row) => 'gpu' in row);
    for (const gpu of [0, 1]) {
      const seconds = traced.filter((row) => row.gpu === gpu).map((row) => row.seconds);
      expect(seconds).toEqual(expect.arrayContaining([start, end]));
    }
    const [, entry] = recorder.energiesBetween(starts, ends);
    const due = integralOf(powerOf(traced, 1), start, end);
    expect(entry).toMatchObject({ integralJoules: due?.joules, integralErrorJoules: due?.errorJoules });
    expect(entry?.integralJoules).toBeCloseTo(entry?.joules ?? 0, -2);
  });

  test('a counter that stands still over a phase is a fault, never a zero', async () => {
    const { recorder, starts, ends } = await onePhase(steady(0));
    expect(() => recorder.energiesBetween(starts, ends)).toThrow(expect.objectContaining({ code: 'meter-stuck' }));
    const swapped = await onePhase(steady(300));
    expect(() => swapped.recorder.energiesBetween(swapped.ends, swapped.starts)).toThrow(
      expect.objectContaining({ code: 'meter-backwards' }),
    );
  });
});
