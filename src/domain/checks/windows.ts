import type { Energy, MeasuredPhase, Meter, Result } from '../generated/result.ts';

/** One measured phase with the run it belongs to. */
export type Window = {
  /** 0 is the prefill pass; one more than the last run, the window with several queries at once. */
  readonly run: number;
  readonly phase: MeasuredPhase;
  /** Queries that were under way at one time. */
  readonly concurrency: number;
};

/** Every measured phase of a record in the order in which they were measured. */
export function windowsOf({ prefill, runs, concurrent }: Pick<Result, 'prefill' | 'runs' | 'concurrent'>): Window[] {
  return [
    ...(prefill === null ? [] : [{ run: 0, phase: prefill, concurrency: 1 }]),
    ...runs.flatMap((run) => run.phases.map((phase) => ({ run: run.index, phase, concurrency: 1 }))),
    ...(concurrent === undefined ? [] : [{ run: runs.length + 1, phase: concurrent.phase, concurrency: concurrent.concurrency }]),
  ];
}

/** A window for people. */
export function windowName({ run, phase, concurrency }: Window): string {
  if (concurrency > 1) return `${phase.name} with ${concurrency} queries at once`;
  return run === 0 ? `the ${phase.name} pass` : `${phase.name} of run ${run}`;
}

/** The meters of the energy that the score is made of. */
export const scoredMeters = (record: Result): Meter[] => record.meters.filter((meter) => meter.scope === record.score.scope);

/** The energy that the score is made of; undefined when the record does not hold it. */
export const scoredEnergy = (record: Result): Energy | undefined => record.energy.find((energy) => energy.scope === record.score.scope);

/** Joules of a phase by the meters with these ids, added up. */
export function joulesOf(phase: MeasuredPhase, meters: readonly Meter[]): number {
  return phase.joules.filter((entry) => meters.some((meter) => meter.id === entry.meter)).reduce((total, entry) => total + entry.joules, 0);
}

export const secondsOf = (phase: MeasuredPhase): number => phase.endSeconds - phase.startSeconds;
