import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedComparison } from '../../src/domain/comparison.ts';

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
