import type { Energy, MeasuredPhase, Meter, Result } from '../generated/result.ts';

/** One measured phase with the run it belongs to; run 0 is the prefill pass. */
export type Window = { readonly run: number; readonly phase: MeasuredPhase };

/** Every measured phase of a record in the order in which they were measured. */
export function windowsOf(record: Pick<Result, 'prefill' | 'runs'>): Window[] {
  const prefill = record.prefill === null ? [] : [{ run: 0, phase: record.prefill }];
  return [...prefill, ...record.runs.flatMap((run) => run.phases.map((phase) => ({ run: run.index, phase })))];
}

/** A window for people. */
export const windowName = ({ run, phase }: Window): string => (run === 0 ? `the ${phase.name} pass` : `${phase.name} of run ${run}`);

/** The meters of the energy that the score is made of. */
export const scoredMeters = (record: Result): Meter[] => record.meters.filter((meter) => meter.scope === record.score.scope);

/** The energy that the score is made of; undefined when the record does not hold it. */
export const scoredEnergy = (record: Result): Energy | undefined => record.energy.find((energy) => energy.scope === record.score.scope);

/** Joules of a phase by the meters with these ids, added up. */
export function joulesOf(phase: MeasuredPhase, meters: readonly Meter[]): number {
  return phase.joules.filter((entry) => meters.some((meter) => meter.id === entry.meter)).reduce((total, entry) => total + entry.joules, 0);
}

export const secondsOf = (phase: MeasuredPhase): number => phase.endSeconds - phase.startSeconds;
