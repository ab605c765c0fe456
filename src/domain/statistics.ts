import { internalFault } from './errors.ts';

function notEmpty(values: readonly number[]): void {
  if (values.length === 0) throw internalFault('No values, so no statistics.', { code: 'statistics-empty' });
}

/** Arithmetic mean. Throws an internal Fault without values. */
export function mean(values: readonly number[]): number {
  notEmpty(values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation (n - 1 in the divisor); null for fewer than two values. */
export function sampleStandardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Standard deviation over mean; null for fewer than two values and for a mean of zero. */
export function coefficientOfVariation(values: readonly number[]): number | null {
  const deviation = sampleStandardDeviation(values);
  if (deviation === null) return null;
  const centre = mean(values);
  return centre === 0 ? null : deviation / centre;
}

/**
 * The value below which a fraction of the values lies, interpolated linearly between neighbours (Hyndman and Fan, type 7).
 * @param fraction from 0 to 1
 */
export function percentile(values: readonly number[], fraction: number): number {
  notEmpty(values);
  const sorted = [...values].sort((a, b) => a - b);
  const position = Math.min(Math.max(fraction, 0), 1) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

/** The middle value, or the mean of the two middle ones. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/**
 * Probability that Student's t stays at or below a value: the finite series for whole degrees of freedom,
 * Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even), exact up to rounding.
 * @param degrees degrees of freedom, a whole number from 1
 */
export function studentCdf(t: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) {
    throw internalFault(`Student's t needs whole degrees of freedom from 1, not ${degrees}.`, { code: 'statistics-degrees' });
  }
  if (t === Infinity) return 1;
  if (t === -Infinity) return 0;
  const theta = Math.atan(t / Math.sqrt(degrees));
  const sine = Math.sin(theta);
  const cosine = Math.cos(theta);
  const odd = degrees % 2 === 1;
  // Both series grow by cos^2 and a ratio of neighbouring numbers from one term to the next.
  let term = odd ? cosine : 1;
  let sum = 0;
  for (let power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (cosine * cosine * (power + 1)) / (power + 2);
  }
  const central = odd ? (2 / Math.PI) * (theta + sine * sum) : sine * sum;
  // Rounding can carry the far tails past the ends by a bit.
  return Math.min(Math.max((1 + central) / 2, 0), 1);
}

/**
 * The value that Student's t stays at or below with a probability, by bisection on studentCdf down to neighbouring numbers.
 * @param probability between 0 and 1, both excluded
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw internalFault(`A quantile needs a probability between 0 and 1, not ${probability}.`, { code: 'statistics-probability' });
  }
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  let low = 0;
  let high = 1;
  while (studentCdf(high, degrees) < probability && high < Number.MAX_VALUE / 2) high *= 2;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (studentCdf(middle, degrees) < probability) low = middle;
    else high = middle;
  }
}

/** 95 % interval of the mean by Student's t with n - 1 degrees of freedom; null for fewer than two values. */
export function interval95(values: readonly number[]): { low: number; high: number } | null {
  const deviation = sampleStandardDeviation(values);
  if (deviation === null) return null;
  const centre = mean(values);
  const half = (studentQuantile(0.975, values.length - 1) * deviation) / Math.sqrt(values.length);
  return { low: centre - half, high: centre + half };
}
