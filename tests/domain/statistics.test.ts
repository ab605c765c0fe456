import { describe, expect, test } from 'vitest';
import {
  coefficientOfVariation,
  interval95,
  mean,
  median,
  percentile,
  sampleStandardDeviation,
  studentCdf,
  studentQuantile,
} from '../../src/domain/statistics.ts';
import { fc } from '../support/fast-check.ts';

const energies = (minLength: number) => fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength, maxLength: 40 });
const degrees = fc.integer({ min: 1, max: 120 });

describe('mean and spread', () => {
  test('of known values', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(sampleStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 15);
    expect(coefficientOfVariation([9, 10, 11])).toBeCloseTo(0.1, 15);
  });

  test('one value has no spread', () => {
    expect(sampleStandardDeviation([5])).toBeNull();
    expect(coefficientOfVariation([5])).toBeNull();
    expect(interval95([5])).toBeNull();
  });

  test('no value has no mean', () => expect(() => mean([])).toThrow('No values'));

  test('a mean of zero has no coefficient of variation', () => expect(coefficientOfVariation([-1, 1])).toBeNull());

  test('values that are all equal do not vary', () => expect(sampleStandardDeviation([3, 3, 3])).toBe(0));

  test('the mean lies between the least and the largest value', () => {
    fc.assert(
      fc.property(energies(1), (values) => {
        const rounding = Math.max(...values) * 1e-12;
        return mean(values) >= Math.min(...values) - rounding && mean(values) <= Math.max(...values) + rounding;
      }),
    );
  });
});

describe('percentile', () => {
  test('interpolates between neighbours and leaves the values as they were', () => {
    const values = [40, 10, 30, 20];
    expect(percentile(values, 0)).toBe(10);
    expect(percentile(values, 1)).toBe(40);
    expect(percentile(values, 0.25)).toBe(17.5);
    expect(median(values)).toBe(25);
    expect(median([3, 1, 2])).toBe(2);
    expect(values).toEqual([40, 10, 30, 20]);
  });
});

describe("Student's t", () => {
  // Two-sided 95 % and 99 % and one-sided 95 % points as every printed table gives them, to three decimals.
  test.each([
    [1, 6.314, 12.706, 63.657],
    [2, 2.92, 4.303, 9.925],
    [3, 2.353, 3.182, 5.841],
    [4, 2.132, 2.776, 4.604],
    [5, 2.015, 2.571, 4.032],
    [6, 1.943, 2.447, 3.707],
    [7, 1.895, 2.365, 3.499],
    [8, 1.86, 2.306, 3.355],
    [9, 1.833, 2.262, 3.25],
    [10, 1.812, 2.228, 3.169],
    [15, 1.753, 2.131, 2.947],
    [20, 1.725, 2.086, 2.845],
    [30, 1.697, 2.042, 2.75],
    [60, 1.671, 2.0, 2.66],
    [120, 1.658, 1.98, 2.617],
  ])('has the published quantiles for %d degrees of freedom', (nu, p95, p975, p995) => {
    expect(studentQuantile(0.95, nu)).toBeCloseTo(p95, 2.9);
    expect(studentQuantile(0.975, nu)).toBeCloseTo(p975, 2.9);
    expect(studentQuantile(0.995, nu)).toBeCloseTo(p995, 2.9);
  });

  test('has the closed forms of one and two degrees of freedom', () => {
    for (const t of [-30, -2, -0.5, 0, 0.1, 1, 5, 100]) {
      expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14);
      expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 14);
    }
  });

  test('comes near the normal distribution for many degrees', () => expect(studentCdf(1.959963985, 10_000)).toBeCloseTo(0.975, 4));

  test('is symmetric, grows, and stays between 0 and 1', () => {
    const t = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(t, t, degrees, (a, b, nu) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(studentCdf(a, nu) + studentCdf(-a, nu)).toBeCloseTo(1, 12);
        expect(studentCdf(low, nu)).toBeLessThanOrEqual(studentCdf(high, nu) + 1e-14);
        expect(studentCdf(a, nu)).toBeGreaterThanOrEqual(0);
        expect(studentCdf(a, nu)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('has quantiles that undo it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), degrees, (probability, nu) => {
        expect(studentCdf(studentQuantile(probability, nu), nu)).toBeCloseTo(probability, 10);
      }),
    );
  });

  test('ends in 0 and 1', () => {
    expect([studentCdf(-Infinity, 3), studentCdf(Infinity, 3), studentQuantile(0.5, 3)]).toEqual([0, 1, 0]);
  });

  test('refuses what it has no series for', () => {
    for (const nu of [0, -1, 1.5, NaN]) expect(() => studentCdf(1, nu)).toThrow('degrees of freedom');
    for (const probability of [0, 1, NaN]) expect(() => studentQuantile(probability, 3)).toThrow('probability');
  });
});

describe('the 95 % interval', () => {
  test('of ten runs uses the table value 2.262', () => {
    const values = [10, 11, 9, 10, 12, 8, 10, 11, 9, 10];
    const half = (2.2621571627982 * (sampleStandardDeviation(values) ?? 0)) / Math.sqrt(10);
    expect(interval95(values)?.low).toBeCloseTo(10 - half, 10);
    expect(interval95(values)?.high).toBeCloseTo(10 + half, 10);
  });

  test('holds the mean, and follows the unit', () => {
    fc.assert(
      fc.property(energies(2), (values) => {
        const interval = interval95(values) as { low: number; high: number };
        const scaled = interval95(values.map((value) => value * 1024)) as { low: number; high: number };
        expect(interval.low).toBeLessThanOrEqual(mean(values));
        expect(interval.high).toBeGreaterThanOrEqual(mean(values));
        // A power of two scales a double without rounding.
        expect(scaled).toEqual({ low: interval.low * 1024, high: interval.high * 1024 });
      }),
    );
  });
});
