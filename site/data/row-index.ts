import { ascending, descending, textKeys } from './order.ts';
import type { Row } from './rows.ts';
import { PARAMETER_RANGES, type SortKey, type TableState } from './table-state.ts';

/** Rows with what filters and sorts need of them; computed when first asked for, then kept. */
export type RowIndex = {
  rows: readonly Row[];
  /** Columns in which rows differ or tell something at all. */
  told: { parameters: boolean; classes: boolean; tasks: boolean; hardware: boolean; states: boolean };
  /** Whether any board has rows with a rank and no stars, by its id. */
  withoutStars: ReadonlyMap<string, string>;
  keys: Map<SortKey, Float64Array>;
  orders: Map<string, Uint32Array>;
  texts: string[] | null;
};

export function indexOf(rows: readonly Row[]): RowIndex {
  const [first] = rows;
  const told = { parameters: false, classes: false, tasks: false, hardware: false, states: false };
  const withoutStars = new Map<string, string>();
  for (const row of rows) {
    if (row.parameters !== null) told.parameters = true;
    if (row.class !== null) told.classes = true;
    if (row.task !== first?.task) told.tasks = true;
    if (row.hardware !== first?.hardware) told.hardware = true;
    if (row.state !== 'frozen') told.states = true;
    if (row.starsNote !== null && row.rank !== null) withoutStars.set(row.board, row.starsNote);
  }
  return { rows, told, withoutStars, keys: new Map(), orders: new Map(), texts: null };
}

type SortValue = { text: (row: Row) => string | null } | { number: (row: Row) => number | null };

const VALUES: Readonly<Record<Exclude<SortKey, 'place'>, SortValue>> = {
  model: { text: ({ model, variant }) => `${model.toLowerCase()} ${variant ?? ''}` },
  task: { text: ({ taskTitle }) => taskTitle },
  class: { text: (row) => row.class },
  wh: { number: ({ wh }) => wh },
  stars: { number: ({ stars }) => stars },
  percentile: { number: ({ percentile }) => percentile },
  best: { number: ({ factorToBest }) => factorToBest },
  median: { number: ({ factorToMedian }) => factorToMedian },
  parameters: { number: ({ parameters }) => parameters },
  hardware: { text: ({ hardware }) => hardware },
  state: { text: ({ state }) => state },
  measured: { text: ({ measuredAt }) => measuredAt },
};

function keysOf(index: RowIndex, sort: Exclude<SortKey, 'place'>): Float64Array {
  const known = index.keys.get(sort);
  if (known !== undefined) return known;
  const value = VALUES[sort];
  const keys =
    'text' in value ? textKeys(index.rows.map(value.text)) : Float64Array.from(index.rows, (row) => value.number(row) ?? Number.NaN);
  index.keys.set(sort, keys);
  return keys;
}

/** Every row's place in an order; null for the order in which they came. */
export function orderOf(index: RowIndex, sort: SortKey, direction: TableState['direction']): Uint32Array | null {
  if (sort === 'place') return null;
  const name = `${sort} ${direction}`;
  const known = index.orders.get(name);
  if (known !== undefined) return known;
  const order = direction === 'ascending' ? ascending(keysOf(index, sort)) : turned(index, sort);
  index.orders.set(name, order);
  return order;
}

const turned = (index: RowIndex, sort: Exclude<SortKey, 'place'>): Uint32Array =>
  descending(orderOf(index, sort, 'ascending') as Uint32Array, keysOf(index, sort));

/** What a search looks into: lower-case words of every row. */
export function textsOf(index: RowIndex): string[] {
  index.texts ??= index.rows.map((row) =>
    `${row.model} ${row.variant ?? ''} ${row.taskTitle} ${row.hardware} ${row.licence ?? ''} ${row.quantization ?? ''}`.toLowerCase(),
  );
  return index.texts;
}

/** The rows that a state shows, in its order. */
export function shownRows(index: RowIndex, state: TableState): Row[] {
  const order = orderOf(index, state.sort, state.direction);
  const fits = filterOf(index, state);
  const shown: Row[] = [];
  for (let at = 0; at < index.rows.length; at += 1) {
    const place = order === null ? at : (order[at] as number);
    if (fits(place)) shown.push(index.rows[place] as Row);
  }
  return shown;
}

function filterOf(index: RowIndex, state: TableState): (place: number) => boolean {
  const { rows } = index;
  const range = state.parameters === null ? undefined : PARAMETER_RANGES[state.parameters];
  const words = state.search.toLowerCase().split(/\s+/).filter(Boolean);
  const texts = words.length === 0 ? [] : textsOf(index);
  return (place) => {
    const row = rows[place] as Row;
    if (state.task !== null && row.task !== state.task) return false;
    if (state.class !== null && row.class !== state.class) return false;
    if (state.state !== null && row.state !== state.state) return false;
    if (state.hardware !== null && row.hardware !== state.hardware) return false;
    if (state.licence !== null && (row.licence ?? 'unknown') !== state.licence) return false;
    if (state.parameters === 'unknown' && row.parameters !== null) return false;
    if (range !== undefined && !(row.parameters !== null && row.parameters >= range.from && row.parameters < range.to)) return false;
    return words.every((word) => (texts[place] as string).includes(word));
  };
}

/** The different values of a column, sorted. */
export function valuesOf(rows: readonly Row[], value: (row: Row) => string | null): string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const own = value(row);
    if (own !== null) values.add(own);
  }
  return [...values].sort();
}
