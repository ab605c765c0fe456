import { median } from './statistics.ts';

/** What stands out among the runs of one result. */
export type RunFlags = {
  /** Numbers of the runs, from 1, that lie far from the others. */
  outliers: number[];
  /** Change from the first run to the last along the robust trend, as a fraction of the median; null below three runs. */
  trend: number | null;
};

/** Modified z-score from which on a value is an outlier, as Iglewicz and Hoaglin recommend. */
const OUTLIER_SCORE = 3.5;

/** Scales the median absolute deviation to a normal distribution's standard deviation: 1 / 1.4826. */
const NORMAL_SCALE = 0.6745;

/** A deviation below this fraction of the median is no outlier, however closely the others agree. */
const OUTLIER_FRACTION = 0.01;

/** Fewest runs among which one can stand out. */
const LEAST_RUNS = 3;

/**
 * Finds outliers and drift among the figures of the runs, both by medians, so that one bad run hides neither itself nor another.
 * Outliers: modified z-score above 3.5 (Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993) and more than 1 % off.
 * Trend: the median slope over all pairs (Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968) 1379-1389).
 */
export function flagsOfRuns(values: readonly number[]): RunFlags {
  if (values.length < LEAST_RUNS) return { outliers: [], trend: null };
  const centre = median(values);
  const deviations = values.map((value) => Math.abs(value - centre));
  const spread = median(deviations);
  const outliers = deviations.flatMap((deviation, index) => {
    const far = NORMAL_SCALE * deviation > OUTLIER_SCORE * spread;
    return far && deviation > OUTLIER_FRACTION * Math.abs(centre) ? [index + 1] : [];
  });
  const slopes = values.flatMap((from, start) => values.slice(start + 1).map((to, step) => (to - from) / (step + 1)));
  return { outliers, trend: centre === 0 ? null : (median(slopes) * (values.length - 1)) / Math.abs(centre) };
}
