/** A figure that is not known well: what it is if all goes well, most likely, and if all goes badly. */
export type Range = { low: number; expected: number; high: number };

export const range = (low: number, expected: number, high: number): Range => ({ low, expected, high });

export const exactly = (value: number): Range => range(value, value, value);

/** Combines ranges end by end: the good ends with each other, the bad ones with each other. */
export function combine(ranges: readonly Range[], how: (values: readonly number[]) => number): Range {
  const at = (end: keyof Range) => how(ranges.map((each) => each[end]));
  return range(at('low'), at('expected'), at('high'));
}

export const sumOf = (ranges: readonly Range[]): Range => combine(ranges, (values) => values.reduce((sum, value) => sum + value, 0));

export const scaled = ({ low, expected, high }: Range, factor: number): Range => range(low * factor, expected * factor, high * factor);
