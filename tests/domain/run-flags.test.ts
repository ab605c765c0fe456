import { expect, test } from 'vitest';
import { flagsOfRuns } from '../../src/domain/run-flags.ts';

test('runs that scatter a little have no outlier and hardly a trend', () => {
  const flags = flagsOfRuns([1, 1.004, 0.997, 1.002, 0.999, 1.003, 0.998, 1.001, 0.996, 1]);
  expect(flags.outliers).toEqual([]);
  expect(Math.abs(flags.trend ?? 1)).toBeLessThan(0.005);
});

test('a run that was disturbed is named, and two of them do not hide each other', () => {
  expect(flagsOfRuns([1, 1.004, 0.997, 1.08, 0.999, 1.003, 0.998]).outliers).toEqual([4]);
  expect(flagsOfRuns([1, 1.2, 0.997, 1.002, 0.999, 1.003, 1.3, 0.998]).outliers).toEqual([2, 7]);
});

test('among runs that agree to the last digit a hair is no outlier, five percent is', () => {
  expect(flagsOfRuns([1, 1, 1, 1, 1.001]).outliers).toEqual([]);
  expect(flagsOfRuns([1, 1, 1, 1, 1.05]).outliers).toEqual([5]);
});

test('a steady rise is the change from the first run to the last, whatever one run does', () => {
  expect(flagsOfRuns([1, 1.01, 1.02, 1.03, 1.04]).trend).toBeCloseTo(0.04 / 1.02, 9);
  expect(flagsOfRuns([1, 1.01, 1.02, 1.03, 5, 1.05, 1.06]).trend).toBeCloseTo(0.06 / 1.03, 3);
});

test('two runs tell nothing', () => {
  expect(flagsOfRuns([1, 2])).toEqual({ outliers: [], trend: null });
});
