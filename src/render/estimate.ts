import type { Basis } from '../domain/estimate/estimate.ts';
import type { Range } from '../domain/estimate/range.ts';

const UNITS = [
  [86_400, 2, 'days'],
  [3600, 1.5, 'h'],
  [60, 1.5, 'min'],
] as const;

/** A time that is not known well, in two digits, as in 50 s, 35 min, 4.5 h, 12 days. */
export function roughDuration(seconds: number): string {
  const unit = UNITS.find(([size, from]) => seconds >= size * from);
  if (unit === undefined) return `${twoDigits(seconds)} s`;
  return `${twoDigits(seconds / unit[0])} ${unit[2]}`;
}

const twoDigits = (value: number): string => Number(value.toPrecision(2)).toLocaleString('en-US');

/** A range of such times, as in about 40 min (11 min to 1.5 h). */
export const roughRange = ({ low, expected, high }: Range): string =>
  `about ${roughDuration(expected)} (${roughDuration(low)} to ${roughDuration(high)})`;

/** The range is that wide: a guess of its order of magnitude. */
const WIDE = 3;

/** What an estimate stands on, and how far to trust it. */
export function basisText(basis: Basis, { low, high }: Range): string {
  const wide = high > WIDE * low ? '; a wide guess' : '';
  if (basis.kind === 'model size') return `by the model's size${wide}`;
  const results = basis.results === 1 ? '1 result' : `${basis.results} results`;
  const of = { 'same model': ' of this model', 'power law': '', 'nearest size': ', the nearest in size' }[basis.origin];
  return `by the history of ${results}${of}${wide}`;
}
