import type { Import } from '../generated/import.ts';
import { type Task, taskOf, type Variant, variantsOf } from '../tasks.ts';
import { JOULES_PER_WATT_HOUR, whPer1000Queries } from '../units.ts';
import { WHOLE_WINDOW } from './ai-energy-benchmarks.ts';
import { type ImportRequest, isLoading, type Told, type ToldWindow } from './told.ts';

type Figure = Import['figure'];
type PhaseName = Figure['phases'][number]['name'];

/** A phase of the figure and the window of the report that holds it. */
export type CountedPhase = { name: PhaseName; window: string };

/** Units that an energy is taken in, with the joules of one. */
const JOULES: ReadonlyMap<string, number> = new Map([
  ['kWh', 1000 * JOULES_PER_WATT_HOUR],
  ['Wh', JOULES_PER_WATT_HOUR],
]);

export const KNOWN_UNITS: readonly string[] = [...JOULES.keys()];

/** Names of preprocessing in releases of optimum-benchmark. */
const PREPROCESS = ['preprocess_dataset', 'preprocess'];

/** The harness prepares all queries at once, and derives decode as generate minus prefill. */
const OPTIMUM_PHASES: Readonly<Record<Exclude<Task['phases'][number], 'preprocess'>, CountedPhase>> = {
  prefill: { name: 'prefill', window: 'prefill' },
  generate: { name: 'decode', window: 'decode' },
  forward: { name: 'forward', window: 'forward' },
  call: { name: 'call', window: 'call' },
};

/** ai_energy_benchmarks asks with texts and counts tokens. */
const ONE_WINDOW_TASKS: readonly Import['task'][] = ['text-generation', 'reasoning'];

/** The ways in which a task scores its queries from preprocessing on: every one that this harness can run. */
export const waysOf = (task: Import['task']): readonly Variant[] =>
  variantsOf(taskOf(task)).filter(({ phases }) => phases.includes('preprocess'));

/** The phases that score the task, each set that this harness can tell: empty where it cannot run the task. */
export function scoredSets(tool: Told['tool'], task: Import['task']): CountedPhase[][] {
  if (tool === 'ai_energy_benchmarks') return ONE_WINDOW_TASKS.includes(task) ? [[{ name: 'window', window: WHOLE_WINDOW }]] : [];
  const sets = PREPROCESS.flatMap((window) =>
    waysOf(task).map(({ phases }) =>
      phases.map((phase): CountedPhase => (phase === 'preprocess' ? { name: phase, window } : OPTIMUM_PHASES[phase])),
    ),
  );
  return [...new Map(sets.map((set) => [set.map(({ window }) => window).join(), set])).values()];
}

/** The scored phases of this report; null where what it measured scores the task in no way. */
export function scoredPhases(told: Told, task: Import['task']): CountedPhase[] | null {
  const measured = new Set([...told.windows.map(({ name }) => name), ...told.empty].filter((name) => !isLoading(name)));
  const fits = (set: readonly CountedPhase[]) => set.length === measured.size && set.every(({ window }) => measured.has(window));
  return scoredSets(told.tool, task).find(fits) ?? null;
}

export const windowIn = (told: Told, name: string): ToldWindow | null => told.windows.find((window) => window.name === name) ?? null;

/** Queries of one pass: the report's, else what was told. */
export const queriesAsked = (told: Told, request: ImportRequest): number | null => told.queries ?? request.told.queries;

/**
 * The figure of a report that passed every check whose failure is invalid: GPU energy of the scored phases in watt-hours per 1,000
 * answered queries. Null where anything that it needs is missing.
 */
export function figureOf(told: Told, request: ImportRequest): Figure | null {
  const scored = scoredPhases(told, request.task);
  const asked = queriesAsked(told, request);
  const answered = asked === null ? null : asked - (told.failedQueries ?? 0);
  if (scored === null || answered === null || !(answered > 0)) return null;
  const energy = (scope: 'gpu' | 'cpu' | 'ram') => scored.map(({ window }) => wattHoursPer1000(windowIn(told, window), scope, answered));
  const gpu = energy('gpu');
  const total = sum(gpu);
  if (total === null) return null;
  return {
    scope: 'gpu',
    whPer1000Queries: total,
    phases: scored.map(({ name }, index) => ({ name, whPer1000Queries: gpu[index] as number, scored: true })),
    queries: answered,
    failedQueries: told.failedQueries,
    newTokensPerQuery: told.newTokens === null ? null : told.newTokens / answered,
    cpuWhPer1000Queries: sum(energy('cpu')),
    ramWhPer1000Queries: sum(energy('ram')),
  };
}

/** Watt-hours per 1,000 queries of one part of a window; null where it is not told. */
export function wattHoursPer1000(window: ToldWindow | null, scope: 'gpu' | 'cpu' | 'ram', queries: number): number | null {
  const value = window?.[scope] ?? null;
  const joules = JOULES.get(window?.unit ?? '');
  return value === null || joules === undefined ? null : whPer1000Queries(value * joules, queries);
}

/** The sum; null where a part of it is missing: what is not told is not zero. */
const sum = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((total, part) => (total === null || part === null ? null : total + part), 0);

/** Runs of the scored phases: the fewest of any phase whose runs are told, else one. */
export function runsTold(told: Told, task: Import['task']): number {
  const runs = (scoredPhases(told, task) ?? [])
    .map(({ window }) => windowIn(told, window)?.gpuRuns.length ?? 0)
    .filter((count) => count > 0);
  return runs.length === 0 ? 1 : Math.min(...runs);
}

/** Mean GPU power of a window in watts; null where energy or time is not told. */
export function meanWatts(window: ToldWindow): number | null {
  const joules = JOULES.get(window.unit);
  return window.gpu === null || joules === undefined || window.seconds === null || window.seconds <= 0
    ? null
    : (window.gpu * joules) / window.seconds;
}
