import { median, studentCdf } from './statistics.ts';

const BANDS = 5;

/**
 * Board sensors err by a gain of up to about 5 %, constant per board, which averaging runs cannot remove.
 */
export const SYSTEMATIC_FRACTION = 0.05;

/**
 * Rounding that an edge forgives, as a fraction of the largest energy: published figures are short decimals, and a
 * model right on an edge must not change its stars with the last bit of a sum. 16 bits above a double's own rounding.
 */
const EDGE_ROUNDING = 2 ** -36;

/** Upper edges of the four lower bands over [low, high]; everything above the last has one star. */
function edgesOf(low: number, high: number): number[] {
  return Array.from({ length: BANDS - 1 }, (_, index) => low + ((high - low) * (index + 1)) / BANDS);
}

const least = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value), Infinity);
const most = (values: readonly number[]): number => values.reduce((high, value) => Math.max(high, value), -Infinity);

/** Where the bands of some energies lie, from the least energy to the largest: five stars between the first two, one between the last. */
export function starBands(energies: readonly number[]): number[] {
  const [low, high] = [least(energies), most(energies)];
  return [low, ...edgesOf(low, high), high];
}

/**
 * Stars of each energy, in order: [min, max] of them all is split into five bands of equal width, each closed on its
 * right; the lowest band has five stars, the highest one. A single model, and models that are all equal, have five.
 * @param energies energies of one board in any one unit; a model that stands twice counts twice
 */
export function starsOf(energies: readonly number[]): number[] {
  const low = least(energies);
  const high = most(energies);
  if (low === high) return energies.map(() => BANDS);
  const edges = edgesOf(low, high);
  const rounding = high * EDGE_ROUNDING;
  return energies.map((energy) => {
    const band = edges.findIndex((edge) => energy <= edge + rounding);
    return band === -1 ? 1 : BANDS - band;
  });
}

/** A model's energy on a board. */
export type RatedModel = { readonly model: string; readonly whPer1000Queries: number };

/** The model that is rated, with what is known of its spread over the runs. */
export type OwnResult = RatedModel & { readonly standardDeviation: number | null; readonly runs: number };

export type Rating = {
  /** From 1 to 5; null while the board has too few models. */
  stars: number | null;
  /** 1 for the least energy; equal energies share a rank. */
  rank: number;
  /** Models on the board, the own one included. */
  of: number;
  /** Percent of the other models that use more energy; null without others. */
  percentile: number | null;
  /** Own energy over the least on the board: 1 for the best. */
  factorToBest: number;
  /** Own energy over the board's median, the own one included. */
  factorToMedian: number;
  /** Others whose stars change when the own model joins; null where there were or are none. */
  changes: { model: string; from: number | null; to: number | null }[];
  /** Probability that the stars stay by the spread of the runs; null below two runs and without stars. */
  starConfidence: number | null;
  /** The least such probability over every gain error of the own board's sensor within +-5 %. */
  starConfidenceSystematic: number | null;
};

/**
 * Rates a model against the others of its board.
 * @param own the result to rate
 * @param others the board without the own model's results: leave out those that the own result replaces
 * @param options.minimumModels fewest models, the own one included, before a board has stars
 */
export function rate(own: OwnResult, others: readonly RatedModel[], options: { minimumModels: number }): Rating {
  const energy = own.whPer1000Queries;
  const otherEnergies = others.map((other) => other.whPer1000Queries);
  const all = [energy, ...otherEnergies];
  const [stars, ...othersAfter] = starsWhereEnough(all, options.minimumModels);
  const othersBefore = starsWhereEnough(otherEnergies, options.minimumModels);
  const confidence = (gain: number) => confidenceOf({ ...own, whPer1000Queries: energy * gain }, otherEnergies, stars ?? null);
  return {
    stars: stars ?? null,
    rank: 1 + otherEnergies.filter((other) => other < energy).length,
    of: all.length,
    percentile: others.length === 0 ? null : (100 * otherEnergies.filter((other) => other > energy).length) / others.length,
    factorToBest: energy / least(all),
    factorToMedian: energy / median(all),
    changes: others
      .map((other, index) => ({ model: other.model, from: othersBefore[index] ?? null, to: othersAfter[index] ?? null }))
      .filter((change) => change.from !== change.to),
    starConfidence: confidence(1),
    starConfidenceSystematic: leastOrNull(confidence(1 - SYSTEMATIC_FRACTION), confidence(1 + SYSTEMATIC_FRACTION)),
  };
}

function starsWhereEnough(energies: readonly number[], minimumModels: number): (number | null)[] {
  return energies.length < minimumModels ? energies.map(() => null) : starsOf(energies);
}

/**
 * Probability that the own mean, distributed as Student's t with n - 1 degrees of freedom around the measured one at
 * scale sd / sqrt(n), earns the given stars, the others fixed and the bands recomputed for every value of it.
 *
 * Below the others' minimum the own model is the least and has five stars; above their maximum it is the largest and
 * has one; between, the bands are the others' own. So each number of stars belongs to one interval between the others'
 * band edges, open at the two ends, and the probability is a difference of two values of the distribution.
 *
 * A gain error shifts the measured mean. As the distribution has one peak, the probability of an interval over a range
 * of shifts is least at one of the range's ends: which is how starConfidenceSystematic is bounded.
 */
function confidenceOf(own: OwnResult, others: readonly number[], stars: number | null): number | null {
  if (stars === null || own.standardDeviation === null || own.runs < 2) return null;
  if (others.length === 0) return 1;
  const edges = edgesOf(least(others), most(others));
  const band = BANDS - stars;
  const scale = own.standardDeviation / Math.sqrt(own.runs);
  const below = (edge: number) => probabilityBelow(edge, own, scale);
  return Math.max(0, below(edges[band] ?? Infinity) - below(edges[band - 1] ?? -Infinity));
}

function probabilityBelow(edge: number, own: OwnResult, scale: number): number {
  if (scale > 0) return studentCdf((edge - own.whPer1000Queries) / scale, own.runs - 1);
  return own.whPer1000Queries <= edge + own.whPer1000Queries * EDGE_ROUNDING ? 1 : 0;
}

function leastOrNull(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.min(one, other);
}
