import { describe, expect, test } from 'vitest';
import { independentComparison, pairedComparison } from '../../src/domain/comparison.ts';
import { fc } from '../support/fast-check.ts';

const energy = fc.double({ min: 0.01, max: 100, noNaN: true });
const pairs = fc.array(fc.tuple(energy, energy), { minLength: 2, maxLength: 20 });
const sides = (all: readonly (readonly [number, number])[]) => [all.map(([own]) => own), all.map(([, base]) => base)] as const;

describe('a paired comparison', () => {
  test('gives the ratio that was put in, however the machine drifted', () => {
    const drift = [1, 1.1, 1.3, 1.2, 1.5, 0.7];
    const comparison = pairedComparison(
      drift.map((gain) => 2 * gain),
      drift.map((gain) => 4 * gain),
    );
    expect(comparison.ratio).toBeCloseTo(0.5, 12);
    expect(comparison.verdict).toBe('less');
  });

  test('is the paired t-test on logarithms', () => {
    // Logarithms 0.1, 0.2, 0.3: mean 0.2, deviation 0.1, t(0.975; 2) = 4.30265.
    const { ratio, interval95, pairs } = pairedComparison([Math.exp(0.1), Math.exp(0.2), Math.exp(0.3)], [1, 1, 1]);
    const half = (4.30265 * 0.1) / Math.sqrt(3);
    expect(pairs).toBe(3);
    expect(ratio).toBeCloseTo(Math.exp(0.2), 12);
    expect(interval95?.low).toBeCloseTo(Math.exp(0.2 - half), 5);
    expect(interval95?.high).toBeCloseTo(Math.exp(0.2 + half), 5);
  });

  test('turns around with its sides', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const [own, base] = sides(all);
        const [there, back] = [pairedComparison(own, base), pairedComparison(base, own)];
        expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(there.verdict === 'less').toBe(back.verdict === 'more');
      }),
    );
  });

  test('ignores a gain that both sides share', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.5, max: 2, noNaN: true }), (all, gain) => {
        const [own, base] = sides(all);
        const scaled = pairedComparison(
          own.map((value) => value * gain),
          base.map((value) => value * gain),
        );
        expect(scaled.ratio / pairedComparison(own, base).ratio).toBeCloseTo(1, 9);
      }),
    );
  });

  test('of one pair claims nothing', () => {
    expect(pairedComparison([1], [2])).toEqual({ pairs: 1, ratio: 0.5, interval95: null, verdict: 'one pair only' });
  });

  test('refuses sides of different length, and energies of zero', () => {
    expect(() => pairedComparison([1, 2], [1])).toThrow(/as many energies/);
    expect(() => pairedComparison([1, 0], [1, 1])).toThrow(/above zero/);
  });
});

describe('a comparison of runs that were measured apart', () => {
  test("is Welch's t-test on logarithms", () => {
    // Logarithms 0.1, 0.2, 0.3 and 1.1, 1.3: means 0.2 and 1.2, squared errors of the means 0.01 / 3 and 0.02 / 2, 1.68 degrees of freedom.
    const own = [0.1, 0.2, 0.3].map(Math.exp);
    const base = [1.1, 1.3].map(Math.exp);
    const { ratio, interval95, probability } = independentComparison(own, base, 0);
    const scale = Math.sqrt(0.01 / 3 + 0.02 / 2);
    expect(ratio).toBeCloseTo(Math.exp(-1), 12);
    expect(interval95?.low).toBeCloseTo(Math.exp(-1 - 12.7062 * scale), 4);
    // With one degree of freedom Student's distribution is Cauchy's.
    expect(probability).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(1 / scale), 9);
  });

  test('shows a difference that is larger than its spread', () => {
    expect(independentComparison([1, 1.01, 0.99], [2, 2.02, 1.98], 0).verdict).toBe('less');
    expect(independentComparison([2, 2.02, 1.98], [1, 1.01, 0.99], 0).verdict).toBe('more');
    expect(independentComparison([1, 1.2, 0.9], [1.05, 1.3, 0.8], 0).verdict).toBe('no difference shown');
  });

  test('asks more of two sensors than of one', () => {
    const [own, base] = [
      [1, 1.001, 0.999],
      [1.08, 1.081, 1.079],
    ];
    expect(independentComparison(own, base, 0).verdict).toBe('less');
    expect(independentComparison(own, base, 0.05).verdict).toBe('within the sensors’ error');
  });

  test('of one run claims nothing', () => {
    expect(independentComparison([1], [2, 2.1], 0)).toEqual({
      ratio: expect.closeTo(1 / Math.sqrt(4.2), 12),
      interval95: null,
      probability: null,
      verdict: 'too few runs',
    });
  });

  test('of runs without any spread is as sure as the figures', () => {
    expect(independentComparison([1, 1], [2, 2], 0)).toMatchObject({ probability: 0, verdict: 'less' });
    expect(independentComparison([1, 1], [1, 1], 0)).toMatchObject({ probability: 1, verdict: 'no difference shown' });
  });

  test('turns around with its sides', () => {
    fc.assert(
      fc.property(pairs, pairs, (one, two) => {
        const [own, base] = [one.map(([value]) => value), two.map(([, value]) => value)];
        const [there, back] = [independentComparison(own, base, 0.05), independentComparison(base, own, 0.05)];
        expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(there.verdict === 'less').toBe(back.verdict === 'more');
      }),
    );
  });

  test('refuses energies of zero, and sides without any', () => {
    expect(() => independentComparison([], [1], 0)).toThrow(/energies of either side/);
    expect(() => independentComparison([1], [0], 0)).toThrow(/above zero/);
  });
});
