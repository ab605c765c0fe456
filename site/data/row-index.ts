import { taskOf } from '../../src/domain/tasks.ts';
import { type FacetName, type Facets, facetKeys, facetsOf, keepValue } from './facets.ts';
import { ascending, asTheyCame, descending, textOrder } from './order.ts';
import type { Row } from './rows.ts';
import { rowsWith, type SearchText, searchTextOf, wordsOf } from './search.ts';
import { PARAMETER_RANGES, PARAMETERS_UNKNOWN, type SortKey, type TableState } from './table-state.ts';
import { finished, stepsOf, type Work, workOf } from './work.ts';

/** Rows as columns of numbers, with what filters and sorts need of them; computed when first asked for, then kept. */
export type RowIndex = {
  rows: readonly Row[];
  facets: Facets;
  /** Columns in which rows differ or tell something at all. */
  told: { parameters: boolean; classes: boolean; tasks: boolean; hardware: boolean; states: boolean };
  /** What was computed so far. */
  known: {
    keys: Map<SortKey, Float64Array>;
    orders: Map<string, Uint32Array>;
    /** The order by name. */
    models: Work<Uint32Array>;
    search: Work<SearchText>;
    /** Rows with a word, of the words that were last looked for. */
    words: Map<string, Uint8Array>;
    kept: { filters: string; rows: Uint8Array | null };
  };
};

/** The columns of rows, and their order by energy: the first thing that most readers ask for. */
export function indexOf(rows: readonly Row[]): RowIndex {
  const facets = facetsOf(rows);
  let parameters = false;
  let energies = false;
  for (const row of rows) {
    if (row.parameters !== null) parameters = true;
    if (row.energy !== rows[0]?.energy) energies = true;
  }
  const told = {
    parameters,
    classes: facets.class.values.length > 0,
    tasks: facets.task.values.length > 1,
    hardware: facets.hardware.values.length > 1 || energies,
    states: facets.state.values.some((state) => state !== 'frozen'),
  };
  const kept = { filters: '', rows: null };
  const index: RowIndex = {
    rows,
    facets,
    told,
    known: {
      keys: new Map(),
      orders: new Map(),
      models: workOf(textOrder(rows.length, (place) => nameOf(rows[place] as Row))),
      search: workOf(searchTextOf(rows)),
      words: new Map(),
      kept,
    },
  };
  orderOf(index, 'wh', 'ascending');
  return index;
}

type SortValue = { facet: FacetName; title?: (value: string) => string } | { number: (row: Row) => number | null };

const VALUES: Readonly<Record<Exclude<SortKey, 'place' | 'model'>, SortValue>> = {
  task: { facet: 'task', title: (task) => taskOf(task as Row['task']).title },
  class: { facet: 'class' },
  hardware: { facet: 'hardware' },
  state: { facet: 'state' },
  wh: { number: ({ wh }) => wh },
  stars: { number: ({ stars }) => stars },
  percentile: { number: ({ percentile }) => percentile },
  best: { number: ({ factorToBest }) => factorToBest },
  median: { number: ({ factorToMedian }) => factorToMedian },
  parameters: { number: ({ parameters }) => parameters },
  measured: { number: ({ measuredAt }) => (measuredAt === null ? null : Date.parse(measuredAt)) },
};

/** A column's values as numbers of the same order; NaN where a row has none. */
function keysOf({ rows, facets, known }: RowIndex, sort: Exclude<SortKey, 'place' | 'model'>): Float64Array {
  const before = known.keys.get(sort);
  if (before !== undefined) return before;
  const value = VALUES[sort];
  const keys = 'facet' in value ? facetKeys(facets[value.facet], value.title) : numberKeys(rows, value.number);
  known.keys.set(sort, keys);
  return keys;
}

function numberKeys(rows: readonly Row[], number: (row: Row) => number | null): Float64Array {
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < keys.length; at += 1) keys[at] = number(rows[at] as Row) ?? Number.NaN;
  return keys;
}

/** Every row's place in an order. */
function orderOf(index: RowIndex, sort: SortKey, direction: TableState['direction']): Uint32Array {
  const name = `${sort} ${direction}`;
  const before = index.known.orders.get(name);
  if (before !== undefined) return before;
  const order = direction === 'ascending' ? ascendingBy(index, sort) : turned(index, sort);
  index.known.orders.set(name, order);
  return order;
}

function ascendingBy(index: RowIndex, sort: SortKey): Uint32Array {
  if (sort === 'place') return asTheyCame(index.rows.length);
  return sort === 'model' ? finished(index.known.models) : ascending(keysOf(index, sort));
}

function turned(index: RowIndex, sort: SortKey): Uint32Array {
  const order = orderOf(index, sort, 'ascending');
  return sort === 'place' || sort === 'model' ? order.slice().reverse() : descending(order, keysOf(index, sort));
}

const nameOf = ({ model, variant }: Row): string => (variant === null ? model : `${model} ${variant}`).toLowerCase();

/** Makes what sorts and searches will need, and stops every few milliseconds so that a reader never waits for it. */
export function* preparation(index: RowIndex): Generator<undefined, void> {
  yield* stepsOf(index.known.search);
  for (const sort of ['stars', 'percentile', 'best', 'median', 'parameters', 'state', 'hardware', 'task', 'class'] as const) {
    orderOf(index, sort, 'ascending');
    yield;
  }
  yield* stepsOf(index.known.models);
}

/** The places of the rows that a state shows, in its order. */
export function shownPlaces(index: RowIndex, state: TableState): Uint32Array {
  const order = orderOf(index, state.sort, state.direction);
  const kept = keptRows(index, state);
  if (kept === null) return order;
  const shown = new Uint32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    const place = order[at] as number;
    shown[count] = place;
    count += kept[place] as number;
  }
  return shown.subarray(0, count);
}

/** The rows at some places. */
export const rowsAt = ({ rows }: RowIndex, places: Uint32Array): Row[] => Array.from(places, (place) => rows[place] as Row);

const FILTERS = ['task', 'class', 'state', 'hardware', 'licence'] as const;

/** 1 for every row that the filters leave, 0 for the others; null where nothing is filtered. */
function keptRows(index: RowIndex, state: TableState): Uint8Array | null {
  const words = wordsOf(state.search);
  const filters = JSON.stringify([...FILTERS.map((name) => state[name]), state.parameters, words]);
  if (index.known.kept.filters !== filters) index.known.kept = { filters, rows: filtered(index, state, words) };
  return index.known.kept.rows;
}

function filtered(index: RowIndex, state: TableState, words: readonly string[]): Uint8Array | null {
  const chosen = FILTERS.filter((name) => state[name] !== null);
  if (chosen.length === 0 && state.parameters === null && words.length === 0) return null;
  const kept = new Uint8Array(index.rows.length).fill(1);
  for (const name of chosen) keepValue(kept, index.facets[name], state[name] as string);
  if (state.parameters !== null) keepSize(kept, keysOf(index, 'parameters'), state.parameters);
  for (const found of foundWords(index, words)) {
    for (let at = 0; at < kept.length; at += 1) if (found[at] === 0) kept[at] = 0;
  }
  return kept;
}

function keepSize(kept: Uint8Array, sizes: Float64Array, wanted: string): void {
  const range = Object.hasOwn(PARAMETER_RANGES, wanted) ? PARAMETER_RANGES[wanted] : undefined;
  for (let at = 0; at < kept.length; at += 1) {
    const size = sizes[at] as number;
    const fits = wanted === PARAMETERS_UNKNOWN ? Number.isNaN(size) : range === undefined || (size >= range.from && size < range.to);
    if (!fits) kept[at] = 0;
  }
}

/** The rows of every word; those of the search before this one are kept, since most searches only add a letter to one word. */
function foundWords(index: RowIndex, words: readonly string[]): Uint8Array[] {
  const { known, facets } = index;
  const found = new Map(words.map((word) => [word, known.words.get(word) ?? rowsWith(word, finished(known.search), facets)]));
  known.words = found;
  return [...found.values()];
}
