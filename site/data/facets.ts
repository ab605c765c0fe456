import type { Row } from './rows.ts';

/** A column of few different values, as a reader filters by it: each row's value as a small number. */
export type Facet = {
  /** The different values; the value with the code n stands at n - 1. */
  values: readonly string[];
  /** The code of each row's value; 0 where it has none. */
  codes: Uint32Array;
  /** Rows without a value. */
  without: number;
};

const FACETS = {
  board: (row: Row) => row.board,
  task: (row: Row) => row.task,
  class: (row: Row) => row.class,
  state: (row: Row) => row.state,
  hardware: (row: Row) => row.hardware,
  licence: (row: Row) => row.licence,
  quantization: (row: Row) => row.quantization,
} as const;
export type FacetName = keyof typeof FACETS;
export type Facets = Readonly<Record<FacetName, Facet>>;

/** What stands for no value, in links and filters: no value is written so, for all begin with a letter or a figure. */
export const NOT_STATED = '-';

export function facetsOf(rows: readonly Row[]): Facets {
  const names = Object.keys(FACETS) as FacetName[];
  return Object.fromEntries(names.map((name) => [name, facetOf(rows, FACETS[name])])) as Record<FacetName, Facet>;
}

function facetOf(rows: readonly Row[], value: (row: Row) => string | null): Facet {
  const known = new Map<string, number>();
  const codes = new Uint32Array(rows.length);
  let without = 0;
  let [before, beforeCode]: [string | null, number] = [null, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const own = value(rows[at] as Row);
    if (own === null) {
      without += 1;
      continue;
    }
    if (own !== before) {
      [before, beforeCode] = [own, known.get(own) ?? known.size + 1];
      known.set(own, beforeCode);
    }
    codes[at] = beforeCode;
  }
  return { values: [...known.keys()], codes, without };
}

/** What a reader can choose between: the values, sorted, and "not stated" where some rows have one and others have none. */
export function choicesOf({ values, without }: Facet): string[] {
  return values.length > 0 && without > 0 ? [...values].sort().concat(NOT_STATED) : [...values].sort();
}

/** Takes out of the kept rows those with another value. */
export function keepValue(kept: Uint8Array, { values, codes }: Facet, wanted: string): void {
  const code = wanted === NOT_STATED ? 0 : values.indexOf(wanted) + 1;
  if (code === 0 && wanted !== NOT_STATED) kept.fill(0);
  else for (let at = 0; at < kept.length; at += 1) if (codes[at] !== code) kept[at] = 0;
}

/** The keys by which a facet sorts: each value's place among the sorted ones; NaN for none. */
export function facetKeys({ values, codes }: Facet, titleOf: (value: string) => string = (value) => value): Float64Array {
  const titles = values.map(titleOf);
  const sorted = [...titles].sort();
  const places = [Number.NaN, ...titles.map((title) => sorted.indexOf(title))];
  const keys = new Float64Array(codes.length);
  for (let at = 0; at < keys.length; at += 1) keys[at] = places[codes[at] as number] as number;
  return keys;
}
