import type { EdgeReading } from './evidence.ts';
import type { Phase, Plan } from './generated/plan.ts';
import type { Energy, MeasuredPhase, Meter, Result } from './generated/result.ts';
import { coefficientOfVariation, interval95, mean, sampleStandardDeviation } from './statistics.ts';
import { correctedInterval, looksOf } from './stopping.ts';
import { whPer1000Queries } from './units.ts';

type Runs = Result['runs'];
type Prefill = Result['prefill'];
type EnergyPhase = Energy['phases'][number];

/** How the plan says the runs end: it decides which interval their mean has. */
type Ending = Pick<Plan, 'runs' | 'stopping'>;

/** A part of a record from which all its energies follow. */
export type Measured = { plan: Ending; runs: Runs; prefill: Prefill; meters: readonly Meter[] };

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

function energyOf(scope: Energy['scope'], meters: readonly Meter[], { plan, runs, prefill }: Measured): Energy {
  const ids = meters.map((meter) => meter.id);
  const ofPhase = (phase: MeasuredPhase) => whPer1000Queries(joulesOf(phase, ids), phase.queries);
  const totals = runs.map((run) => sum(run.phases.map(ofPhase)));
  const interval = intervalOf(totals, plan);
  const figure = mean(totals);
  const edge = edgeBound(meters, runs);
  const systematicFraction = scope === 'gpu' ? GPU_SYSTEMATIC_FRACTION : null;
  return {
    scope,
    quality: QUALITIES.findLast((quality) => meters.some((meter) => meter.quality === quality)) ?? 'estimated',
    meters: ids,
    whPer1000Queries: figure,
    runs: totals,
    standardDeviation: totals.length > 1 ? sampleStandardDeviation(totals) : null,
    coefficientOfVariation: totals.length > 1 ? coefficientOfVariation(totals) : null,
    interval95: interval,
    edgeWhPer1000Queries: edge,
    systematicFraction,
    uncertainty: uncertaintyOf(figure, interval, edge, systematicFraction),
    phases: phasesOf(runs, prefill, ofPhase),
  };
}

/**
 * The 95 % interval of the mean: Student's t for a number of runs that was fixed before; corrected for the looks where
 * the runs ended by themselves. Between two looks, where no record ends, it is the one of the look to come.
 */
function intervalOf(totals: readonly number[], { runs, stopping }: Ending): Energy['interval95'] {
  if (stopping === undefined) return interval95(totals);
  const looks = looksOf({ minimumRuns: stopping.minimumRuns, maximumRuns: runs });
  return correctedInterval(totals, looks.filter((look) => look < totals.length).length + 1);
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
 * How far a figure can be off, by cause, as half-widths. The edge term is a bound, not a deviation, and the edges of all
 * runs can err the same way: so it is added to the random term, not squared with it. The systematic term is the same in
 * every run and on every figure of one board, and stays apart.
 */
function uncertaintyOf(
  figure: number,
  interval: Energy['interval95'],
  edge: number | null,
  systematicFraction: number | null,
): NonNullable<Energy['uncertainty']> {
  const random = interval === null ? null : (interval.high - interval.low) / 2;
  return {
    random,
    edge,
    combinedRandomEdge: random === null || edge === null ? null : random + edge,
    systematic: systematicFraction === null ? null : systematicFraction * figure,
  };
}

/**
 * Bound of the error of reading ticking counters at a phase's two edges, summed over the phases of a run and averaged
 * over the runs. Where the readings were aligned to the counter's tick, it is what the recorder states; otherwise update
 * period x mean power of the phase. Null when neither is known.
 */
function edgeBound(meters: readonly Meter[], runs: Runs): number | null {
  const bounds = runs.map((run) => run.phases.map((phase) => edgeBoundOfPhase(meters, phase)));
  if (bounds.flat().includes(null)) return null;
  return mean(bounds.map((phases) => sum(phases.map((bound) => bound ?? 0))));
}

function edgeBoundOfPhase(meters: readonly Meter[], phase: MeasuredPhase): number | null {
  const seconds = phase.endSeconds - phase.startSeconds;
  const joules = meters.map((meter) => {
    const stated = phase.joules.find((entry) => entry.meter === meter.id)?.edgeJoules;
    if (stated !== undefined) return stated;
    return meter.updatePeriodSeconds === null ? null : (meter.updatePeriodSeconds * joulesOf(phase, [meter.id])) / seconds;
  });
  return joules.includes(null) ? null : whPer1000Queries(sum(joules.map((bound) => bound ?? 0)), phase.queries);
}

function joulesOf(phase: MeasuredPhase, meterIds: readonly string[]): number {
  return sum(phase.joules.filter((entry) => meterIds.includes(entry.meter)).map((entry) => entry.joules));
}

/** What an energy needs of a reading. */
export type CountAtEdge = Pick<EdgeReading, 'count' | 'waitJoules' | 'edgeJoules'>;

/**
 * The energy between two readings of one meter, in joules: the difference of the counts, corrected for the time between
 * each count's tick and its edge. Recording and checking both compute it here, so that they agree to the last bit.
 */
export function joulesBetween(meter: Meter, start: CountAtEdge, end: CountAtEdge): number {
  return (end.count - start.count) * meter.joulesPerCount + ((end.waitJoules ?? 0) - (start.waitJoules ?? 0));
}

/** The bound of the error of joulesBetween, in joules; undefined where the readings do not state it. */
export function edgeJoulesBetween(start: CountAtEdge, end: CountAtEdge): number | undefined {
  if (start.edgeJoules === undefined || end.edgeJoules === undefined) return undefined;
  return start.edgeJoules + end.edgeJoules;
}

/** Where joulesFromReadings could not compute a window: which meter, run and phase. */
export type MissingWindow = { meter: string; run: number; phase: Phase };

/** A window's energy as its readings give it, in joules, and when they were taken, in seconds. */
export type WindowEnergy = { joules: number; edgeJoules: number | undefined; startSeconds: number; endSeconds: number };

/**
 * Recomputes the energy of every window from the readings at its edges.
 * @returns energies by `windowKey(meter, run, phase)`, and the windows whose readings are missing or doubled
 */
export function joulesFromReadings(
  readings: readonly EdgeReading[],
  meters: readonly Meter[],
  windows: readonly { run: number; phase: Phase }[],
): { energies: Map<string, WindowEnergy>; missing: MissingWindow[] } {
  const byEdge = Map.groupBy(readings, (reading) => `${windowKey(reading.meter, reading.run, reading.phase)} ${reading.edge}`);
  const energies = new Map<string, WindowEnergy>();
  const missing: MissingWindow[] = [];
  for (const { run, phase } of windows) {
    for (const meter of meters) {
      const key = windowKey(meter.id, run, phase);
      const [start, ...moreStarts] = byEdge.get(`${key} start`) ?? [];
      const [end, ...moreEnds] = byEdge.get(`${key} end`) ?? [];
      if (start === undefined || end === undefined || moreStarts.length + moreEnds.length > 0)
        missing.push({ meter: meter.id, run, phase });
      else
        energies.set(key, {
          joules: joulesBetween(meter, start, end),
          edgeJoules: edgeJoulesBetween(start, end),
          startSeconds: start.seconds,
          endSeconds: end.seconds,
        });
    }
  }
  return { energies, missing };
}

/** The name of one meter's window in joulesFromReadings. Run 0 is the prefill pass. */
export const windowKey = (meter: string, run: number, phase: Phase): string => `${meter} ${run} ${phase}`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
