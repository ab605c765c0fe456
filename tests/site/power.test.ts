import { describe, expect, test } from 'vitest';
import { measuredSpread, powerOfTrace, spreadIn, thinned, timeOf } from '../../site/data/power.ts';
import { goodEvidence, goodRecord } from '../support/records.ts';

const record = goodRecord();
const { trace, gpuTrace } = goodEvidence(record);

describe('the power of a trace', () => {
  const power = powerOfTrace(record, [...trace, ...gpuTrace]);

  test('has a line for each device and the phases of every run', () => {
    expect(power.series.map(({ label }) => label)).toEqual(['GPU 0: NVIDIA H100 80GB HBM3', 'CPU: synthetic processor package']);
    expect(power.windows).toHaveLength(record.runs.flatMap(({ phases }) => phases).length + 1);
  });

  test('in a phase is what its samples say', () => {
    const [gpu] = power.series;
    const generate = power.windows.find(({ run, phase }) => run === 1 && phase.name === 'generate');
    if (gpu === undefined || generate === undefined) throw new Error('The synthetic record has both.');
    const spread = spreadIn(gpu, generate);
    expect(spread?.mean).toBeCloseTo(400, -1);
    expect(spread?.samples).toBeGreaterThan(100);
    expect(spread?.least).toBeLessThanOrEqual(spread?.mean as number);
    expect(measuredSpread(gpu, power.windows)?.most).toBeCloseTo(402, 0);
  });

  test('reaches over all samples and phases', () => {
    const { from, to } = timeOf(power);
    expect(from).toBeLessThanOrEqual(Math.min(...gpuTrace.map(({ seconds }) => seconds)));
    expect(to).toBeGreaterThanOrEqual(Math.max(...record.runs.flatMap(({ phases }) => phases.map(({ endSeconds }) => endSeconds))));
  });

  test('without samples is nothing, not zero', () => {
    const blind = powerOfTrace(
      { ...record, meters: [] },
      gpuTrace.map((row) => ({ ...row, watts: null })),
    );
    expect(blind.series).toEqual([]);
    expect(timeOf({ series: [], windows: [] })).toEqual({ from: 0, to: 1 });
  });

  test('keeps its peaks where a picture has fewer columns than there are samples', () => {
    const points = Array.from({ length: 10_000 }, (_, at) => ({ seconds: at, watts: at === 4321 ? 999 : 100 + (at % 10) }));
    const few = thinned(points, { from: 0, to: 10_000 }, 100);
    expect(few.length).toBeLessThanOrEqual(200);
    expect(Math.max(...few.map(({ watts }) => watts))).toBe(999);
    expect(few.map(({ seconds }) => seconds)).toEqual(few.map(({ seconds }) => seconds).toSorted((a, b) => a - b));
  });
});
