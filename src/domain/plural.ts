/** The word for so many of something, as in run, runs. */
export const plural = (count: number | null, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** So many of something, as in 1 run, 10 runs. */
export const counted = (count: number, one: string, many?: string): string => `${count} ${plural(count, one, many)}`;
