import type { EdgeReading } from './evidence.ts';
import type { Phase } from './generated/plan.ts';
import type { Energy, MeasuredPhase, Meter, Result } from './generated/result.ts';
import { coefficientOfVariation, interval95, mean, sampleStandardDeviation } from './statistics.ts';
import { whPer1000Queries } from './units.ts';

type Runs = Result['runs'];
type Prefill = Result['prefill'];
type EnergyPhase = Energy['phases'][number];

/** A part of a record from which all its energies follow. */
export type Measured = { runs: Runs; prefill: Prefill; meters: readonly Meter[] };

/** The systematic error stated for a GPU's own counter: board sensors err by a constant gain of up to about 5 %. */
const GPU_SYSTEMATIC_FRACTION = 0.05;

const SCOPES = ['gpu', 'cpu', 'ram'] as const;
const QUALITIES = ['counter', 'integrated', 'estimated'] as const;

/**
 * The energies of a record by scope: gpu, cpu and ram, as far as there are meters.
 * A run's figure is the sum of its phases, each per 1,000 of its own queries; the score is the mean over the runs.
 * decode is the generate pass minus the prefill pass; both are a split, not counted again.
 */
export function energiesOf(measured: Measured): Energy[] {
  return SCOPES.flatMap((scope) => {
    const meters = measured.meters.filter((meter) => meter.scope === scope);
    return meters.length === 0 ? [] : [energyOf(scope, meters, measured)];
  });
}

/** The figure a board ranks by: GPU energy wherever a GPU was metered, else CPU energy. */
export function scoreOf(energies: readonly Energy[]): Result['score'] | null {
  const scored = energies.find((energy) => energy.scope === 'gpu') ?? energies.find((energy) => energy.scope === 'cpu');
  return scored === undefined ? null : { scope: scored.scope, quality: scored.quality, whPer1000Queries: scored.whPer1000Queries };
}

function energyOf(scope: Energy['scope'], meters: readonly Meter[], { runs, prefill }: Measured): Energy {
  const ids = meters.map((meter) => meter.id);
  const ofPhase = (phase: MeasuredPhase) => whPer1000Queries(joulesOf(phase, ids), phase.queries);
  const totals = runs.map((run) => sum(run.phases.map(ofPhase)));
  const interval = interval95(totals);
  return {
    scope,
    quality: QUALITIES.findLast((quality) => meters.some((meter) => meter.quality === quality)) ?? 'estimated',
    meters: ids,
    whPer1000Queries: mean(totals),
    runs: totals,
    standardDeviation: totals.length > 1 ? sampleStandardDeviation(totals) : null,
    coefficientOfVariation: totals.length > 1 ? coefficientOfVariation(totals) : null,
    interval95: interval,
    edgeWhPer1000Queries: edgeBound(meters, runs),
    systematicFraction: scope === 'gpu' ? GPU_SYSTEMATIC_FRACTION : null,
    phases: phasesOf(runs, prefill, ofPhase),
  };
}

function phasesOf(runs: Runs, prefill: Prefill, ofPhase: (phase: MeasuredPhase) => number): EnergyPhase[] {
  const names = runs[0]?.phases.map((phase) => phase.name) ?? [];
  const means: EnergyPhase[] = names.map((name) => ({ name, whPer1000Queries: mean(valuesOf(runs, name, ofPhase)), scored: true }));
  const generate = means.find((phase) => phase.name === 'generate');
  if (prefill === null || generate === undefined) return means;
  const prefillWh = ofPhase(prefill);
  return [
    ...means,
    { name: 'prefill', whPer1000Queries: prefillWh, scored: false },
    { name: 'decode', whPer1000Queries: generate.whPer1000Queries - prefillWh, scored: false },
  ];
}

function valuesOf(runs: Runs, name: Phase, ofPhase: (phase: MeasuredPhase) => number): number[] {
  return runs.flatMap((run) => run.phases.filter((phase) => phase.name === name).map(ofPhase));
}

/**
 * Bound of the error of reading ticking counters at a phase's two edges: update period x mean power of the phase,
 * summed over the phases of a run and averaged over the runs. Null when a period is unknown.
 */
function edgeBound(meters: readonly Meter[], runs: Runs): number | null {
  if (meters.some((meter) => meter.updatePeriodSeconds === null)) return null;
  const ofPhase = (phase: MeasuredPhase) => {
    const seconds = phase.endSeconds - phase.startSeconds;
    const joules = meters.map((meter) => ((meter.updatePeriodSeconds ?? 0) * joulesOf(phase, [meter.id])) / seconds);
    return whPer1000Queries(sum(joules), phase.queries);
  };
  return mean(runs.map((run) => sum(run.phases.map(ofPhase))));
}

function joulesOf(phase: MeasuredPhase, meterIds: readonly string[]): number {
  return sum(phase.joules.filter((entry) => meterIds.includes(entry.meter)).map((entry) => entry.joules));
}

/**
 * The energy between two readings of one meter, in joules. Recording and checking both compute it here, so that the
 * figures agree to the last bit.
 */
export function joulesBetween(meter: Meter, start: Pick<EdgeReading, 'count'>, end: Pick<EdgeReading, 'count'>): number {
  return (end.count - start.count) * meter.joulesPerCount;
}

/** Where joulesFromReadings could not compute a window: which meter, run and phase. */
export type MissingWindow = { meter: string; run: number; phase: Phase };

/**
 * Recomputes the energy of every window from the readings at its edges.
 * @returns joules by `windowKey(meter, run, phase)`, and the windows whose readings are missing or doubled
 */
export function joulesFromReadings(
  readings: readonly EdgeReading[],
  meters: readonly Meter[],
  windows: readonly { run: number; phase: Phase }[],
): { joules: Map<string, number>; missing: MissingWindow[] } {
  const byEdge = Map.groupBy(readings, (reading) => `${windowKey(reading.meter, reading.run, reading.phase)} ${reading.edge}`);
  const joules = new Map<string, number>();
  const missing: MissingWindow[] = [];
  for (const { run, phase } of windows) {
    for (const meter of meters) {
      const key = windowKey(meter.id, run, phase);
      const [start, ...moreStarts] = byEdge.get(`${key} start`) ?? [];
      const [end, ...moreEnds] = byEdge.get(`${key} end`) ?? [];
      if (start === undefined || end === undefined || moreStarts.length + moreEnds.length > 0)
        missing.push({ meter: meter.id, run, phase });
      else joules.set(key, joulesBetween(meter, start, end));
    }
  }
  return { joules, missing };
}

/** The name of one meter's window in joulesFromReadings. Run 0 is the prefill pass. */
export const windowKey = (meter: string, run: number, phase: Phase): string => `${meter} ${run} ${phase}`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
