import type { Edition } from './generated/edition.ts';
import type { ResultState } from './ledger.ts';

type Row = Edition['rows'][number];
type Figure = { gpuWhPer1000Queries: number; stars: number };

export type EditionChange = {
  task: Row['task'];
  model: string;
  class: Row['class'];
  kind: 'came' | 'went' | 'changed';
  /** Null where the model came. */
  from: Figure | null;
  /** Null where it went. */
  to: Figure | null;
  /** One or two sentences. */
  why: string;
};

export type EditionDiff = {
  from: string;
  to: string;
  /** In the order of the editions: what changed and what went first, then what came, by task and class. */
  changes: EditionChange[];
  /** Rows with the same energy and the same stars in both. */
  unchanged: number;
};

/** What the ledger says today of a record, by its path. */
export type KnownStates = ReadonlyMap<string, { state: ResultState; reason: string }>;

/** Every model that came, went, or has another energy or other stars in the later edition, and why. */
export function diffEditions(before: Edition, after: Edition, states: KnownStates): EditionDiff {
  const boardOf = (row: Row) => `${row.task} ${row.class ?? ''}`;
  const old = Map.groupBy(before.rows, boardOf);
  const young = Map.groupBy(after.rows, boardOf);
  const changes: EditionChange[] = [];
  let unchanged = 0;
  for (const board of new Set([...old.keys(), ...young.keys()])) {
    const pairs = paired(old.get(board) ?? [], young.get(board) ?? []);
    const moved = rangeMoved(old.get(board) ?? [], young.get(board) ?? []);
    for (const [from, to] of pairs) {
      if (from?.gpuWhPer1000Queries === to?.gpuWhPer1000Queries && from?.stars === to?.stars) unchanged += 1;
      else changes.push(changeOf(from, to, { moved, states, before, after }));
    }
  }
  return { from: before.name, to: after.name, changes, unchanged };
}

type Pair = readonly [Row | null, Row | null];

/** Rows of one board that belong together: the same record, else the same model and figure, else the same model in the order of energy. */
function paired(before: readonly Row[], after: readonly Row[]): Pair[] {
  const rest = new Set(byEnergy(after));
  const found = new Map<Row, Row>();
  const passes: ((from: Row, to: Row) => boolean)[] = [
    (from, to) => from.record !== undefined && from.record === to.record,
    (from, to) => from.model === to.model && from.gpuWhPer1000Queries === to.gpuWhPer1000Queries,
    (from, to) => from.model === to.model,
  ];
  for (const same of passes) {
    // Only rows of one model or record can belong together: both lie in the same bucket.
    const buckets = Map.groupBy(rest, ({ model }) => model);
    for (const from of byEnergy(before)) {
      if (found.has(from)) continue;
      const to = buckets.get(from.model)?.find((candidate) => rest.has(candidate) && same(from, candidate));
      if (to === undefined) continue;
      found.set(from, to);
      rest.delete(to);
    }
  }
  return [...before.map((from): Pair => [from, found.get(from) ?? null]), ...[...rest].map((to): Pair => [null, to])];
}

const byEnergy = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => a.gpuWhPer1000Queries - b.gpuWhPer1000Queries);

/** How the range between the least and the largest energy moved, and whose energies are its ends; null where it did not. */
function rangeMoved(before: readonly Row[], after: readonly Row[]): string | null {
  const [from, to] = [byEnergy(before), byEnergy(after)];
  const ends = [
    ['least', from[0], to[0]],
    ['largest', from.at(-1), to.at(-1)],
  ] as const;
  const moves = ends.flatMap(([name, old, young]) =>
    old === undefined || young === undefined || old.gpuWhPer1000Queries === young.gpuWhPer1000Queries
      ? []
      : [`the ${name} energy was ${wattHours(old)} (${old.model}) and is ${wattHours(young)} (${young.model})`],
  );
  return moves.length === 0 ? null : `The range of the stars moved: ${moves.join('; ')}.`;
}

type Setting = { moved: string | null; states: KnownStates; before: Edition; after: Edition };

function changeOf(from: Row | null, to: Row | null, setting: Setting): EditionChange {
  const row = (from ?? to) as Row;
  return {
    task: row.task,
    model: row.model,
    class: row.class,
    kind: from === null ? 'came' : to === null ? 'went' : 'changed',
    from: from && figureOf(from),
    to: to && figureOf(to),
    why: whyOf(from, to, setting),
  };
}

const figureOf = ({ gpuWhPer1000Queries, stars }: Row): Figure => ({ gpuWhPer1000Queries, stars });

function whyOf(from: Row | null, to: Row | null, setting: Setting): string {
  if (from === null && to !== null) return cameWhy(to, setting);
  if (from !== null && to === null) return wentWhy(from, setting);
  if (from === null || to === null) return '';
  const reasons: string[] = [];
  if (from.gpuWhPer1000Queries !== to.gpuWhPer1000Queries) reasons.push(figureWhy(from, to, setting.states));
  if (from.stars !== to.stars && setting.moved !== null) reasons.push(setting.moved);
  return reasons.join(' ') || 'One of the two editions does not hold the stars that its figures give.';
}

function cameWhy(row: Row, { before }: Setting): string {
  const earlier = before.rows.find(({ task, model }) => task === row.task && model === row.model);
  return earlier === undefined
    ? `It is not in edition ${before.name}.`
    : `Edition ${before.name} has it in class ${earlier.class}, or fewer times.`;
}

function wentWhy(row: Row, { after, states }: Setting): string {
  const state = states.get(row.record ?? '');
  if (state !== undefined && state.state !== 'official') return `Its result is ${state.state}: ${state.reason}`;
  const later = after.rows.find(({ task, model }) => task === row.task && model === row.model);
  return later === undefined
    ? `It is not in edition ${after.name}.`
    : `Edition ${after.name} has it in class ${later.class}, or fewer times.`;
}

function figureWhy(from: Row, to: Row, states: KnownStates): string {
  if (from.record !== undefined && from.record === to.record)
    return 'Both name the same record, which never changes: one of the two figures is not that record’s.';
  const state = states.get(from.record ?? '');
  if (state !== undefined && state.state !== 'official') return `Figure corrected: the earlier result is ${state.state}: ${state.reason}`;
  return `Figure corrected: another measurement${to.record === undefined ? '' : `, ${to.record}`}.`;
}

const wattHours = (row: Row): string => `${row.gpuWhPer1000Queries} Wh`;
