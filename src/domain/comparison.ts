import { internalFault } from './errors.ts';
import { interval95, mean, sampleStandardDeviation, studentCdf, studentQuantile } from './statistics.ts';

/** One model held against another, run by run. */
export type PairedComparison = {
  /** Pairs of runs. */
  pairs: number;
  /** Geometric mean of own energy over the base's. */
  ratio: number;
  /** 95 % interval of the ratio; null for one pair. */
  interval95: { low: number; high: number } | null;
  verdict: 'less' | 'more' | 'no difference shown' | 'one pair only';
};

/**
 * Compares energies of interleaved runs: the mean of the logarithms of the ratios, with Student's t over the pairs
 * (a paired t-test on the logarithms). What both runs of a pair share, such as a slow drift or the board's constant gain
 * error, cancels in their ratio.
 *
 * Source: Bland and Altman, The use of transformation when comparing two means, BMJ 312 (1996) 1153.
 * @param own energies of the own runs, all above zero, in any unit
 * @param base energies of the base's runs in the same unit and order
 */
export function pairedComparison(own: readonly number[], base: readonly number[]): PairedComparison {
  if (own.length !== base.length || [...own, ...base].some((value) => !(value > 0))) {
    throw internalFault('A paired comparison needs as many energies of either side, all above zero.', { code: 'comparison-pairs' });
  }
  const logs = own.map((value, index) => Math.log(value / (base[index] as number)));
  const interval = interval95(logs);
  const bounds = interval === null ? null : { low: Math.exp(interval.low), high: Math.exp(interval.high) };
  return { pairs: own.length, ratio: Math.exp(mean(logs)), interval95: bounds, verdict: verdictOf(bounds) };
}

function verdictOf(interval: PairedComparison['interval95']): PairedComparison['verdict'] {
  if (interval === null) return 'one pair only';
  if (interval.high < 1) return 'less';
  return interval.low > 1 ? 'more' : 'no difference shown';
}

/** Two models that were measured apart. */
export type IndependentComparison = {
  /** Geometric mean of the own runs over the base's. */
  ratio: number;
  /** 95 % interval of the ratio by the spread of the runs; null where either side has one run. */
  interval95: { low: number; high: number } | null;
  /** Two-sided probability of a difference like this by chance alone; null where either side has one run. */
  probability: number | null;
  /** too few runs: the spread is unknown. within the sensors' error: the runs differ, but two sensors could differ as much. */
  verdict: 'less' | 'more' | 'no difference shown' | 'within the sensors’ error' | 'too few runs';
};

/**
 * Compares energies of runs that have nothing to do with each other: Welch's t-test on the logarithms, with the degrees of freedom
 * rounded down, which errs on the side of no difference. Where two sensors took part, each with a constant gain error of its own,
 * the interval also has to clear what the two could differ by.
 *
 * Source: Welch, The generalization of Student's problem when several different population variances are involved, Biometrika 34
 * (1947) 28.
 * @param own energies of the own runs, all above zero, in any unit
 * @param base energies of the base's runs in the same unit
 * @param gain largest gain error of one sensor, as a fraction; 0 where both were measured by the same one
 */
export function independentComparison(own: readonly number[], base: readonly number[], gain: number): IndependentComparison {
  if (own.length === 0 || base.length === 0 || [...own, ...base].some((value) => !(value > 0))) {
    throw internalFault('A comparison needs energies of either side, all above zero.', { code: 'comparison-runs' });
  }
  const sides = [own, base].map((energies) => energies.map(Math.log));
  const [mine, other] = sides as [number[], number[]];
  const difference = mean(mine) - mean(other);
  const welch = welchOf(mine, other);
  if (welch === null) return { ratio: Math.exp(difference), interval95: null, probability: null, verdict: 'too few runs' };
  const half = welch.scale === 0 ? 0 : studentQuantile(0.975, welch.degrees) * welch.scale;
  const interval = { low: Math.exp(difference - half), high: Math.exp(difference + half) };
  return { ratio: Math.exp(difference), interval95: interval, probability: chanceOf(difference, welch), verdict: apart(interval, gain) };
}

type Welch = { scale: number; degrees: number };

/** Standard error of the difference of two means, and its degrees of freedom after Welch and Satterthwaite. */
function welchOf(own: readonly number[], base: readonly number[]): Welch | null {
  const [one, two] = [sampleStandardDeviation(own), sampleStandardDeviation(base)];
  if (one === null || two === null) return null;
  const [first, second] = [one ** 2 / own.length, two ** 2 / base.length];
  const degrees = (first + second) ** 2 / (first ** 2 / (own.length - 1) + second ** 2 / (base.length - 1));
  return { scale: Math.sqrt(first + second), degrees: Number.isNaN(degrees) ? 1 : Math.max(1, Math.floor(degrees)) };
}

function chanceOf(difference: number, { scale, degrees }: Welch): number {
  if (scale === 0) return difference === 0 ? 1 : 0;
  return 2 * studentCdf(-Math.abs(difference) / scale, degrees);
}

function apart({ low, high }: { low: number; high: number }, gain: number): IndependentComparison['verdict'] {
  if (low <= 1 && high >= 1) return 'no difference shown';
  const most = (1 + gain) / (1 - gain);
  if (high < 1) return high < 1 / most ? 'less' : 'within the sensors’ error';
  return low > most ? 'more' : 'within the sensors’ error';
}
