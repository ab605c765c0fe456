import { describe, expect, test } from 'vitest';
import { interval95 } from '../../src/domain/statistics.ts';
import { correctedInterval, decideStopping, looksOf, type StoppingRule } from '../../src/domain/stopping.ts';
import { fc } from '../support/fast-check.ts';

const RULE: StoppingRule = { minimumRuns: 5, maximumRuns: 100, halfWidthFraction: 0.01 };

const rules = fc
  .record({
    minimumRuns: fc.integer({ min: 2, max: 20 }),
    more: fc.integer({ min: 0, max: 80 }),
    halfWidthFraction: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  })
  .map(({ minimumRuns, more, halfWidthFraction }) => ({ minimumRuns, maximumRuns: minimumRuns + more, halfWidthFraction }));

const energies = (least: number, most: number) =>
  fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: least, maxLength: most });

/** Independent normal numbers from a seed: mulberry32 and the Box-Muller transform. */
function normalFrom(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Runs of mean 1 until the rule ends them. */
function runsUntilStopped(normal: () => number, spread: number, rule: StoppingRule) {
  const values: number[] = [];
  for (;;) {
    values.push(1 + spread * normal());
    const decision = decideStopping(values, rule, null);
    if (decision.stop) return { values, decision };
  }
}

describe('the looks', () => {
  test('grow by a quarter from the least number of runs to the most', () => {
    expect(looksOf(RULE)).toEqual([5, 7, 9, 12, 15, 19, 24, 30, 38, 48, 60, 75, 94, 100]);
  });

  test('rise, begin with the least and end with the most', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const looks = looksOf(rule);
        expect(looks).toEqual([...new Set(looks)].sort((a, b) => a - b));
        expect(looks.at(0)).toBe(rule.minimumRuns);
        expect(looks.at(-1)).toBe(rule.maximumRuns);
      }),
    );
  });
});

describe('the corrected interval', () => {
  test('is wider than the plain one, around the same mean, and wider at each later look', () => {
    fc.assert(
      fc.property(energies(2, 30), fc.integer({ min: 1, max: 14 }), (values, look) => {
        fc.pre(new Set(values).size > 1);
        const plain = interval95(values);
        const first = correctedInterval(values, look);
        const later = correctedInterval(values, look + 1);
        if (plain === null || first === null || later === null) throw new Error('There is no interval.');
        expect(first.low).toBeLessThan(plain.low);
        expect(first.high).toBeGreaterThan(plain.high);
        expect(later.high - later.low).toBeGreaterThan(first.high - first.low);
        expect((first.low + first.high) / 2).toBeCloseTo((plain.low + plain.high) / 2, 9);
      }),
    );
  });

  test('has the quantile of its share: 0.05 / 2 at the first look, with four degrees of freedom', () => {
    // t(0.9875; 4) = 3.4954, and the five values have a standard deviation of 1.5811.
    const interval = correctedInterval([1, 2, 3, 4, 5], 1);
    expect((interval?.high ?? 0) - 3).toBeCloseTo((3.49541 * Math.sqrt(2.5)) / Math.sqrt(5), 4);
  });

  test('needs two values', () => {
    expect(correctedInterval([1], 1)).toBeNull();
  });
});

describe('the decision', () => {
  test('never comes before the least number of runs, and always by the most', () => {
    fc.assert(
      fc.property(rules, energies(1, 100), (rule, values) => {
        const runs = values.slice(0, rule.maximumRuns);
        const decision = decideStopping(runs, rule, null);
        if (runs.length < rule.minimumRuns) expect(decision.stop).toBe(false);
        if (runs.length === rule.maximumRuns) expect(decision.stop).toBe(true);
      }),
    );
  });

  test('is precise only within the half-width, and then the interval is given', () => {
    const atLooks = fc
      .constantFrom(...looksOf(RULE))
      .chain((runs) => fc.array(fc.double({ min: 0.98, max: 1.02, noNaN: true }), { minLength: runs, maxLength: runs }));
    let precise = 0;
    fc.assert(
      fc.property(atLooks, (values) => {
        const decision = decideStopping(values, RULE, null);
        if (!decision.stop || decision.reason === 'limit') return;
        precise += 1;
        const { low, high } = decision.interval ?? { low: 0, high: Infinity };
        expect((high - low) / 2).toBeLessThanOrEqual(RULE.halfWidthFraction * ((high + low) / 2) * (1 + 1e-9));
      }),
    );
    expect(precise).toBeGreaterThan(10);
  });

  test('does not depend on the unit', () => {
    fc.assert(
      fc.property(rules, energies(2, 40), fc.integer({ min: -20, max: 20 }), (rule, values, power) => {
        const scaled = values.map((value) => value * 2 ** power);
        expect(decideStopping(scaled, rule, null).stop).toBe(decideStopping(values, rule, null).stop);
      }),
    );
  });

  const AGREEING = [1, 1.001, 0.999, 1.0005, 0.9995];

  test('waits for stars that could still change, and asks about the corrected interval', () => {
    expect(decideStopping(AGREEING, RULE, null)).toMatchObject({ stop: true, reason: 'precise' });
    const asked: { low: number; high: number }[] = [];
    const unstable = decideStopping(AGREEING, RULE, (interval) => {
      asked.push(interval);
      return false;
    });
    expect(unstable).toEqual({ stop: false });
    expect(asked).toEqual([correctedInterval(AGREEING, 1)]);
  });

  test('ends at the limit with the reason, even while stars could change', () => {
    expect(decideStopping(AGREEING, { ...RULE, maximumRuns: 5 }, () => false)).toMatchObject({ stop: true, reason: 'limit' });
  });
});

describe('over 2,000 seeded repetitions', () => {
  const REPETITIONS = 2000;
  test.each([0.002, 0.005, 0.01, 0.03])(
    'with a spread of %f the interval at the end covers the mean at least 95 times of 100',
    (spread) => {
      const normal = normalFrom(Math.round(spread * 1e6));
      let covered = 0;
      for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
        const { decision } = runsUntilStopped(normal, spread, RULE);
        const interval = decision.stop ? decision.interval : null;
        if (interval !== null && interval.low <= 1 && interval.high >= 1) covered += 1;
      }
      expect(covered / REPETITIONS).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('the plain interval misses too often when the runs end by it: that is what the correction is for', () => {
    const normal = normalFrom(30_000);
    let covered = 0;
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const values: number[] = [1 + 0.03 * normal()];
      let interval = null;
      do {
        values.push(1 + 0.03 * normal());
        interval = interval95(values);
      } while (interval !== null && values.length < 100 && (values.length < 5 || (interval.high - interval.low) / 2 > 0.01));
      if (interval !== null && interval.low <= 1 && interval.high >= 1) covered += 1;
    }
    expect(covered / REPETITIONS).toBeLessThan(0.94);
  });
});
