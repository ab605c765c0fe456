import { internalFault } from './errors.ts';
import { mean, sampleStandardDeviation, studentQuantile } from './statistics.ts';

/** When runs end before the most that is allowed. */
export type StoppingRule = {
  /** Runs before the first look. */
  minimumRuns: number;
  maximumRuns: number;
  /** Half of the corrected interval at which the runs end, as a fraction of the mean. */
  halfWidthFraction: number;
};

export type Interval = { low: number; high: number };

/** Whether the stars stay the same over a whole interval of energies in Wh per 1,000 queries. */
export type StarsStable = (interval: Interval) => boolean;

export type StoppingDecision =
  | { stop: false }
  /** precise: the mean is known well enough. limit: no more runs are allowed. */
  | { stop: true; reason: 'precise' | 'limit'; interval: Interval | null };

/** Probability that the interval misses, over all looks together. */
const MISS = 0.05;

/** Each look comes after so many times the runs of the one before, rounded up. */
const LOOK_GROWTH = 1.25;

/**
 * The numbers of runs at which the mean is looked at: the minimum, then a quarter more each time, and the maximum.
 * Few looks cost little of the error probability; each run by itself would cost more than it saves.
 */
export function looksOf(rule: Pick<StoppingRule, 'minimumRuns' | 'maximumRuns'>): number[] {
  const looks: number[] = [];
  for (let runs = rule.minimumRuns; runs < rule.maximumRuns; runs = Math.ceil(runs * LOOK_GROWTH)) looks.push(runs);
  return [...looks, rule.maximumRuns];
}

/**
 * The 95 % interval of the mean at a look, corrected for optional stopping: the looks share the error probability,
 * the k-th one spends 0.05 / (k (k + 1)), which never adds up to more than 0.05. By the union bound the intervals of
 * all looks hold together with at least 95 %, so the one at which the runs end does too, whatever made them end there.
 * Runs are taken as independent and normal, as for the plain interval (Student's t, n - 1 degrees of freedom).
 *
 * Source: Darling and Robbins, Confidence sequences for mean, variance, and median, PNAS 58 (1967) 66-68; spending an
 * error probability over looks: Lan and DeMets, Discrete sequential boundaries for clinical trials, Biometrika 70 (1983) 659-663.
 * @param values the figure of every run so far, in any unit
 * @param look number of the look, from 1
 * @returns null for fewer than two values
 */
export function correctedInterval(values: readonly number[], look: number): Interval | null {
  if (!Number.isInteger(look) || look < 1) throw internalFault(`Looks are numbered from 1, not ${look}.`, { code: 'stopping-look' });
  const deviation = sampleStandardDeviation(values);
  if (deviation === null) return null;
  const miss = MISS / (look * (look + 1));
  const half = (studentQuantile(1 - miss / 2, values.length - 1) * deviation) / Math.sqrt(values.length);
  const centre = mean(values);
  return { low: centre - half, high: centre + half };
}

/**
 * Whether the runs end after those that are done.
 * @param values the score of every run so far, in Wh per 1,000 queries
 * @param starsStable tells whether stars stay over an interval; null where no board is known
 */
export function decideStopping(values: readonly number[], rule: StoppingRule, starsStable: StarsStable | null): StoppingDecision {
  const look = looksOf(rule).indexOf(values.length) + 1;
  const interval = look === 0 ? null : correctedInterval(values, look);
  const half = interval === null ? Infinity : (interval.high - interval.low) / 2;
  const precise = interval !== null && half <= rule.halfWidthFraction * Math.abs(mean(values)) && (starsStable?.(interval) ?? true);
  if (precise) return { stop: true, reason: 'precise', interval };
  return values.length >= rule.maximumRuns ? { stop: true, reason: 'limit', interval } : { stop: false };
}
