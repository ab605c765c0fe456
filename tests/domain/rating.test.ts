import { describe, expect, test } from 'vitest';
import { type OwnResult, type RatedModel, rate, starsOf } from '../../src/domain/rating.ts';
import { studentCdf, studentQuantile } from '../../src/domain/statistics.ts';
import { fc } from '../support/fast-check.ts';

const energy = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const others = (...energies: number[]): RatedModel[] =>
  energies.map((whPer1000Queries, index) => ({ model: `org/other-${index}`, whPer1000Queries }));
const own = (whPer1000Queries: number, changes: Partial<OwnResult> = {}): OwnResult => ({
  model: 'org/own',
  whPer1000Queries,
  standardDeviation: null,
  runs: 1,
  ...changes,
});
const THREE = { minimumModels: 3 };

describe('stars', () => {
  test('are five equal bands between the least and the largest energy', () => {
    expect(starsOf([10, 15, 25, 35, 45, 55, 60])).toEqual([5, 5, 4, 3, 2, 1, 1]);
  });

  test('count an energy on an edge to the better band, though sums of decimals round', () => {
    expect(starsOf([10, 20, 30, 40, 50, 60])).toEqual([5, 5, 4, 3, 2, 1]);
    expect(starsOf([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])).toEqual([5, 5, 4, 3, 2, 1]);
    expect(starsOf([1.1, 1.3, 1.5, 1.7, 1.9, 2.1])).toEqual([5, 5, 4, 3, 2, 1]);
    expect(starsOf([0.7, 1.4, 2.1, 2.8, 3.5, 4.2].map((value) => value / 1000))).toEqual([5, 5, 4, 3, 2, 1]);
  });

  test('count an energy just above an edge to the worse band', () => {
    expect(starsOf([10, 20.000001, 60])).toEqual([5, 4, 1]);
  });

  test('are five for one model and for models that are all equal', () => {
    expect(starsOf([7])).toEqual([5]);
    expect(starsOf([7, 7, 7])).toEqual([5, 5, 5]);
    expect(starsOf([])).toEqual([]);
  });

  test('give the least five and the largest one, in any order, and never more to more energy', () => {
    fc.assert(
      fc.property(fc.array(energy, { minLength: 2, maxLength: 60 }), (energies) => {
        const stars = starsOf(energies);
        const spread = Math.max(...energies) > Math.min(...energies) * (1 + 1e-9);
        if (spread) expect(stars[energies.indexOf(Math.max(...energies))]).toBe(1);
        expect(stars[energies.indexOf(Math.min(...energies))]).toBe(5);
        for (const [i, one] of energies.entries())
          for (const [j, other] of energies.entries()) if (one < other) expect(stars[i]).toBeGreaterThanOrEqual(stars[j] as number);
        expect(starsOf(energies.toReversed())).toEqual(stars.toReversed());
      }),
    );
  });

  test('do not depend on the unit', () => {
    const decimals = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(decimals, (values) => {
        expect(starsOf(values.map((value) => value / 1000))).toEqual(starsOf(values));
        expect(starsOf(values.map((value) => value * 3600))).toEqual(starsOf(values));
      }),
    );
  });
});

describe('a rating', () => {
  test('places a model among the others', () => {
    expect(rate(own(20), others(10, 40, 60), THREE)).toMatchObject({
      stars: 5,
      rank: 2,
      of: 4,
      percentile: 200 / 3,
      factorToBest: 2,
      factorToMedian: 20 / 30,
      changes: [],
    });
  });

  test('shares a rank among equals', () => {
    expect(rate(own(10), others(10, 10, 60), THREE)).toMatchObject({ rank: 1, percentile: 100 / 3, factorToBest: 1 });
  });

  test('gives no stars and no confidence on a small board, and a rank all the same', () => {
    expect(rate(own(20, { standardDeviation: 1, runs: 10 }), others(10), THREE)).toEqual({
      stars: null,
      rank: 2,
      of: 2,
      percentile: 0,
      factorToBest: 2,
      factorToMedian: 20 / 15,
      changes: [],
      starConfidence: null,
      starConfidenceSystematic: null,
    });
  });

  test('alone on a board has no percentile', () => {
    expect(rate(own(20, { standardDeviation: 1, runs: 10 }), [], { minimumModels: 1 })).toMatchObject({
      stars: 5,
      rank: 1,
      of: 1,
      percentile: null,
      factorToBest: 1,
      factorToMedian: 1,
      starConfidence: 1,
      starConfidenceSystematic: 1,
    });
  });

  test('tells whose stars change when an outlier joins', () => {
    expect(rate(own(1000), others(10, 30, 60), THREE)).toMatchObject({
      stars: 1,
      changes: [
        { model: 'org/other-1', from: 4, to: 5 },
        { model: 'org/other-2', from: 1, to: 5 },
      ],
    });
  });

  test('tells who gets stars for the first time', () => {
    expect(rate(own(20), others(10, 60), THREE).changes).toEqual([
      { model: 'org/other-0', from: null, to: 5 },
      { model: 'org/other-1', from: null, to: 1 },
    ]);
  });

  test('agrees with the stars of the whole board', () => {
    fc.assert(
      fc.property(energy, fc.array(energy, { minLength: 2, maxLength: 20 }), (value, rest) => {
        const rating = rate(own(value), others(...rest), THREE);
        const [stars, ...after] = starsOf([value, ...rest]);
        const before = starsOf(rest);
        expect(rating.stars).toBe(stars);
        expect(rating.rank).toBe([value, ...rest].filter((one) => one < value).length + 1);
        expect(rating.changes).toEqual(
          rest.length < 3
            ? after.map((to, index) => ({ model: `org/other-${index}`, from: null, to }))
            : after.map((to, index) => ({ model: `org/other-${index}`, from: before[index], to })).filter(({ from, to }) => from !== to),
        );
      }),
    );
  });
});

describe('the confidence that the stars stay', () => {
  const measured = (value: number, deviation: number, runs = 10) => own(value, { standardDeviation: deviation, runs });

  test('is unknown from one run', () => {
    expect(rate(own(20), others(10, 60), THREE)).toMatchObject({ starConfidence: null, starConfidenceSystematic: null });
  });

  test('is one half on an edge to a band that is far away on its other side', () => {
    expect(rate(measured(20, 0.001), others(10, 60), THREE).starConfidence).toBeCloseTo(0.5, 3);
  });

  test('is 97.5 % where the upper edge lies at that quantile', () => {
    const scale = 1 / Math.sqrt(10);
    const value = 20 - studentQuantile(0.975, 9) * scale;
    expect(rate(measured(value, 1), others(10, 60), THREE).starConfidence).toBeCloseTo(0.975, 12);
  });

  test('is one in the middle of a band without spread, and hardly less with a spread far smaller than the band', () => {
    expect(rate(measured(35, 0), others(10, 60), THREE).starConfidence).toBe(1);
    expect(rate(measured(35, 1e-6), others(10, 60), THREE).starConfidence).toBeCloseTo(1, 12);
  });

  test('is not lost below the least or above the largest of the others', () => {
    expect(rate(measured(1, 0.5), others(10, 60), THREE).starConfidence).toBeCloseTo(1, 9);
    expect(rate(measured(500, 5), others(10, 60), THREE).starConfidence).toBeCloseTo(1, 9);
  });

  test('under a gain error of 5 % is at most the other, and small near an edge', () => {
    expect(rate(measured(19.5, 0.01), others(10, 60), THREE)).toMatchObject({
      starConfidence: expect.closeTo(1, 6),
      starConfidenceSystematic: expect.closeTo(0, 3),
    });
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        (value, deviation, runs) => {
          const { starConfidence, starConfidenceSystematic } = rate(measured(value, deviation, runs), others(10, 60), THREE);
          expect(starConfidence).toBeGreaterThanOrEqual(0);
          expect(starConfidence).toBeLessThanOrEqual(1);
          expect(starConfidenceSystematic as number).toBeLessThanOrEqual((starConfidence as number) + 1e-12);
        },
      ),
    );
  });

  test('is what adding up the distribution in small steps gives, the bands recomputed at each', () => {
    const rest = [10, 22, 35, 60];
    for (const [value, deviation, runs] of [
      [31, 9, 4],
      [12, 6, 3],
      [58, 20, 5],
      [64, 8, 2],
      [8, 5, 10],
    ] as const) {
      const stars = starsOf([value, ...rest])[0];
      const scale = deviation / Math.sqrt(runs);
      const steps = 4000;
      let probability = 0;
      for (let step = 0; step < steps; step += 1) {
        const quantile = studentQuantile((step + 0.5) / steps, runs - 1);
        if (starsOf([value + scale * quantile, ...rest])[0] === stars) probability += 1 / steps;
      }
      expect(rate(measured(value, deviation, runs), others(...rest), THREE).starConfidence).toBeCloseTo(probability, 2.9);
    }
  });

  test('of the five possible stars add up to one', () => {
    const edges = [20, 30, 40, 50];
    const parts = [0, ...edges.map((edge) => studentCdf((edge - 33) / 2, 4)), 1];
    const total = [15, 25, 35, 45, 55].reduce((sum, value, band) => {
      const low = parts[band] as number;
      const high = parts[band + 1] as number;
      expect(starsOf([value, 10, 60])[0]).toBe(5 - band);
      return sum + high - low;
    }, 0);
    expect(total).toBeCloseTo(1, 14);
    const wide = rate(measured(33, 2 * Math.sqrt(5), 5), others(10, 60), THREE);
    expect(wide.starConfidence).toBeCloseTo((parts[3] as number) - (parts[2] as number), 12);
  });
});
