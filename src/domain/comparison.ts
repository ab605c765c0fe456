import { internalFault } from './errors.ts';
import { interval95, mean } from './statistics.ts';

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
