import { describe, expect, test } from 'vitest';
import type { GpuTraceRow } from '../../src/domain/evidence.ts';
import { alignedAt, integralOf, powerOf, trapezoidJoules } from '../../src/domain/windows.ts';
import { fc } from '../support/fast-check.ts';
import { noise, seeded } from '../support/simulated-gpu.ts';

const point = (seconds: number, watts: number) => ({ seconds, watts });

describe('the trapezoid integral', () => {
  test('is exact for power that is linear between the samples, and interpolates at the edges', () => {
    const ramp = [0, 1, 2.5, 4].map((seconds) => point(seconds, 100 * seconds));
    expect(trapezoidJoules(ramp, 0, 4)).toBe(800);
    expect(trapezoidJoules(ramp, 0.5, 3)).toBeCloseTo(50 * (9 - 0.25), 10);
    expect(trapezoidJoules(ramp, 1.2, 1.4)).toBeCloseTo(50 * (1.96 - 1.44), 10);
  });

  test('of two neighbouring windows is that of both together', () => {
    const power = fc.array(fc.tuple(fc.double({ min: 0.01, max: 3, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(power, fc.double({ min: 0, max: 1, noNaN: true }), (steps, part) => {
        let seconds = 0;
        const points = steps.map(([gap, watts]) => {
          seconds += gap;
          return point(seconds, watts);
        });
        const [start, end] = [points[0]?.seconds ?? 0, seconds];
        const middle = Math.min(start + part * (end - start), end);
        const parts = (trapezoidJoules(points, start, middle) ?? NaN) + (trapezoidJoules(points, middle, end) ?? NaN);
        expect(parts).toBeCloseTo(trapezoidJoules(points, start, end) ?? NaN, 6);
      }),
    );
  });

  test('is unknown where the samples do not reach from edge to edge', () => {
    const points = [point(1, 100), point(2, 100)];
    for (const [start, end] of [
      [0.9, 2],
      [1, 2.1],
    ] as const)
      expect(trapezoidJoules(points, start, end)).toBeNull();
    expect(trapezoidJoules([], 0, 1)).toBeNull();
  });

  test('knows how far it can be off: over loads that pulse at random its error is what it states', () => {
    const random = seeded(11);
    let squares = 0;
    let stated = 0;
    for (let repetition = 0; repetition < 200; repetition += 1) {
      const load = noise(150, 0.013, random);
      const points = Array.from({ length: 101 }, (_, index) => point(index / 10, 400 + load.watts(index / 10)));
      const integral = integralOf(points, 0, 10);
      squares += ((integral?.joules ?? 0) - 4000 - load.joules(10)) ** 2 / 200;
      stated += (integral?.errorJoules ?? 0) ** 2 / 200;
    }
    expect(Math.sqrt(stated / squares)).toBeGreaterThan(0.8);
    expect(Math.sqrt(stated / squares)).toBeLessThan(1.25);
    expect(integralOf([point(0, 300), point(1, 300)], 0, 1)).toEqual({ joules: 300, errorJoules: 0 });
  });

  test('reads one GPU of a trace, in order of time, without the samples that told no power', () => {
    const row = (gpu: number, seconds: number, watts: number | null): GpuTraceRow => ({
      gpu,
      seconds,
      watts,
      celsius: null,
      smMhz: null,
      memoryMhz: null,
      utilization: null,
      reasons: null,
      foreign: null,
    });
    expect(powerOf([row(0, 2, 30), row(1, 0, 99), row(0, 1, 10), row(0, 1.5, null)], 0)).toEqual([point(1, 10), point(2, 30)]);
  });
});

describe('a count aligned to its tick', () => {
  const poll = (seconds: number, count: number, watts = 100) => ({ seconds, count, watts });

  test('at an end takes the wait out of the window', () => {
    const polls = [poll(10, 5000), poll(10.01, 5000), poll(10.02, 5300)];
    expect(alignedAt('end', polls, null, 0.01)).toEqual({
      count: 5300,
      waitJoules: expect.closeTo(-1.5, 9),
      edgeJoules: expect.closeTo(0.5, 9),
    });
  });

  test('at a start adds what was used from the tick to the edge', () => {
    const polls = [poll(10, 5000), poll(10.01, 5300), poll(10.03, 5300)];
    expect(alignedAt('start', polls, null, 0.01)).toEqual({
      count: 5300,
      waitJoules: expect.closeTo(2.5, 9),
      edgeJoules: expect.closeTo(0.5, 9),
    });
  });

  test('bounds the error by the spread of the power, the one told before the edge included', () => {
    const polls = [poll(10, 5000), poll(10.02, 5300)];
    expect(alignedAt('end', polls, 400, 0.01)?.edgeJoules).toBeCloseTo((400 * 0.02) / 2 + (300 * 0.01) / 2, 9);
  });

  test('takes no more out of the window than the tick counted, whatever a lagging sensor tells', () => {
    const polls = [poll(10, 5000, 700), poll(10.02, 5100, 700)];
    expect(alignedAt('end', polls, null, 0.01)?.waitJoules).toBeCloseTo(-1, 9);
  });

  test('is none where the count did not change', () => {
    expect(alignedAt('end', [poll(10, 5000), poll(10.2, 5000)], null, 0.01)).toBeNull();
    expect(alignedAt('start', [poll(10, 5000)], null, 0.01)).toBeNull();
  });
});
