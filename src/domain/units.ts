/** Joules in one watt-hour. */
export const JOULES_PER_WATT_HOUR = 3600;

/**
 * Energy per 1,000 queries in watt-hours.
 * @param joules energy of a window, in joules
 * @param queries queries answered in the window, passes included
 */
export function whPer1000Queries(joules: number, queries: number): number {
  return (joules / JOULES_PER_WATT_HOUR / queries) * 1000;
}
