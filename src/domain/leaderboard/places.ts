import { starsOf } from '../rating.ts';
import { median } from '../statistics.ts';

/** A row's place among the ranked rows of its board. */
export type Place = {
  rank: number | null;
  /** Null while the board has too few models, and for rows without a rank. */
  stars: number | null;
  factorToBest: number | null;
  factorToMedian: number | null;
  /** Percent of the other ranked rows that use more energy; null when there is no other. */
  percentile: number | null;
};

/**
 * The places of energies, in their order; equal energies share the better rank.
 * @param ascending energies of one board in any one unit, the least first
 */
export function placesOf(ascending: readonly number[], shown: 'stars' | 'no stars'): Place[] {
  const [best] = ascending;
  if (best === undefined) return [];
  const stars = shown === 'stars' ? starsOf(ascending) : [];
  const middle = median(ascending);
  const ends = endsOfTies(ascending);
  let rank = 0;
  return ascending.map((own, index) => {
    if (index === 0 || own > (ascending[index - 1] as number)) rank = index + 1;
    const worse = ascending.length - (ends[index] as number);
    return {
      rank,
      stars: stars[index] ?? null,
      factorToBest: own / best,
      factorToMedian: own / middle,
      percentile: ascending.length === 1 ? null : (100 * worse) / (ascending.length - 1),
    };
  });
}

/** For every place of an ascending list, the place after the last equal value. */
function endsOfTies(ascending: readonly number[]): number[] {
  const ends: number[] = new Array(ascending.length);
  for (let at = ascending.length - 1; at >= 0; at -= 1) {
    ends[at] = ascending[at] === ascending[at + 1] ? (ends[at + 1] as number) : at + 1;
  }
  return ends;
}
