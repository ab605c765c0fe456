/** Columns by which the table sorts. */
const SORT_KEYS = [
  'place',
  'model',
  'task',
  'class',
  'wh',
  'stars',
  'percentile',
  'best',
  'median',
  'parameters',
  'hardware',
  'state',
  'measured',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

const SHOWS = ['table', 'energy', 'parameters', 'distribution', 'history'] as const;
export type Show = (typeof SHOWS)[number];

/** What the leaderboard shows: everything in it stands in the URL. */
export type TableState = {
  /** An edition's name, or null for the results as they are now. */
  edition: string | null;
  task: string | null;
  class: string | null;
  state: string | null;
  licence: string | null;
  hardware: string | null;
  /** A range of PARAMETER_RANGES. */
  parameters: string | null;
  search: string;
  sort: SortKey;
  direction: 'ascending' | 'descending';
  show: Show;
  /** The board that a plot is of, where the filters leave several. */
  board: string | null;
  /** Rows chosen to compare, at most five. */
  picked: readonly string[];
};

/** Ranges of parameters that a reader can choose, both ends in parameters, the upper one excluded. */
export const PARAMETER_RANGES: Readonly<Record<string, { title: string; from: number; to: number }>> = {
  'under-1b': { title: 'under 1 billion', from: 0, to: 1e9 },
  '1b-8b': { title: '1 to 8 billion', from: 1e9, to: 8e9 },
  '8b-20b': { title: '8 to 20 billion', from: 8e9, to: 20e9 },
  '20b-66b': { title: '20 to 66 billion', from: 20e9, to: 66e9 },
  'over-66b': { title: '66 billion and more', from: 66e9, to: Infinity },
};

/** What stands for models of unknown size. */
export const PARAMETERS_UNKNOWN = 'unknown';

export const MOST_PICKED = 5;

const CHOICES = ['edition', 'task', 'class', 'state', 'licence', 'hardware', 'parameters', 'board'] as const;

/** The state in a query; what is unknown is left out. */
export function tableStateOf(query: URLSearchParams): TableState {
  const choices = Object.fromEntries(CHOICES.map((name) => [name, query.get(name) || null])) as Pick<TableState, (typeof CHOICES)[number]>;
  const [, minus = '', word = ''] = /^(-?)([a-z]+)$/.exec(query.get('sort') ?? '') ?? [];
  const sort = SORT_KEYS.find((key) => key === word) ?? 'place';
  return {
    ...choices,
    search: query.get('search') ?? '',
    sort,
    direction: sort !== 'place' && minus === '-' ? 'descending' : 'ascending',
    show: SHOWS.find((show) => show === query.get('show')) ?? 'table',
    picked: [...new Set(query.getAll('pick'))].slice(0, MOST_PICKED),
  };
}

/** The query of a state: what is as usual is left out, so that links stay short. */
export function queryOf(state: TableState): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of CHOICES) if (state[name] !== null) query.set(name, state[name]);
  if (state.search !== '') query.set('search', state.search);
  if (state.sort !== 'place') query.set('sort', `${state.direction === 'descending' ? '-' : ''}${state.sort}`);
  if (state.show !== 'table') query.set('show', state.show);
  for (const id of state.picked) query.append('pick', id);
  return query;
}
