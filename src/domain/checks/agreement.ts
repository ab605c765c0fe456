import { counted } from '../plural.ts';
import { joulesFromReadings, windowKey } from '../score.ts';
import { ALIGNMENT_BOUND_SECONDS, integralOf, powerOf } from '../windows.ts';
import { fail, GRAVE_ON_GPU, noProblems, pass, percent, type RecordCheck, skip, withEvidence } from './check.ts';
import { type Window, windowName, windowsOf } from './windows.ts';

const ALIAS = 'a load that pulses faster than the trace samples can alias, so that its integral is wrong and the counter right';

/** Most times its power limit that a GPU can take while a counter's tick is waited for. */
const MOST_OF_LIMIT = 1.1;

/** Standard errors of the integral that are allowed on top of the tolerance: 95 of 100 honest integrals are nearer. */
const ERRORS_ALLOWED = 2;

/** Checks that hold the counters against the trace of power, a second and independent way to the same energy. */
export const AGREEMENT_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-energy-agreement',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title:
      "The energy counter agrees with the integral of the power trace, in every phase and over all runs of it, within the policy's share and twice the integral's standard error.",
    why: `Counter and power sensor are read apart; where they disagree, neither can be trusted. One cause is harmless in itself: ${ALIAS}.`,
    mend: 'Measure again with a higher run.traceHertz in the policy; if they still disagree, the board or its driver reports wrong figures.',
    run: ({ record, policy }) => {
      const counters = record.meters.filter((meter) => meter.scope === 'gpu' && meter.quality === 'counter');
      if (counters.length === 0) return skip('No energy counter of a GPU was read.');
      const pairs = counters.flatMap(({ id }) => windowsOf(record).map((window) => pairOf(id, window)));
      const over = Map.groupBy(pairs, (pair) => pair.over).values();
      const all = [...pairs, ...[...over].filter((several) => several.length > 1).map(added)];
      const problems = all.flatMap((pair) => disagreement(pair, policy.tolerances.agreement));
      const furthest = Math.max(...all.map((pair) => (pair.integral === null ? 0 : Math.abs(pair.integral / pair.counter - 1))));
      if (problems.length === 0) return pass(`Counter and power trace differ by ${percent(furthest)} at most.`);
      const { message } = noProblems(problems, '');
      return fail(`${message} More than ${percent(policy.tolerances.agreement)} is too much. Note that ${ALIAS}.`);
    },
  },
  {
    code: 'R-energy-integral',
    effect: 'invalid',
    reads: 'record',
    title: 'Every integral follows from the power trace in the bundle, to the last bit.',
    why: 'It is what the counter is held against.',
    mend: 'The record was changed or written by a defective release; measure again.',
    run: withEvidence((evidence, { record }) => {
      const windows = windowsOf(record);
      const { energies } = joulesFromReadings(
        evidence.readings,
        record.meters,
        windows.map(({ run, phase }) => ({ run, phase: phase.name })),
      );
      const power = new Map(
        record.hardware.gpus.flatMap(({ meter }, gpu) => (meter === null ? [] : [[meter, powerOf(evidence.gpuTrace, gpu)] as const])),
      );
      let recomputed = 0;
      const problems = windows.flatMap((window) =>
        window.phase.joules.flatMap(({ meter, integralJoules = null, integralErrorJoules = null }) => {
          const energy = energies.get(windowKey(meter, window.run, window.phase.name));
          const points = power.get(meter);
          if (energy === undefined || points === undefined) {
            return integralJoules === null ? [] : [`${meter} has an integral over ${windowName(window)} that nothing can be traced to`];
          }
          recomputed += 1;
          const due = integralOf(points, energy.startSeconds, energy.endSeconds);
          const fits = (due?.joules ?? null) === integralJoules && (due?.errorJoules ?? null) === integralErrorJoules;
          return fits ? [] : [`the trace gives ${due?.joules ?? 'no'} J for ${meter} over ${windowName(window)}, not ${integralJoules} J`];
        }),
      );
      if (problems.length === 0 && recomputed === 0) return skip('No power was traced.');
      return noProblems(problems, `${recomputed} integrals recomputed from the trace.`);
    }),
  },
  {
    code: 'R-energy-wait',
    effect: 'invalid',
    reads: 'record',
    title: `No reading is corrected by more energy than its GPU can take in ${2 * ALIGNMENT_BOUND_SECONDS} s, twice the longest wait for a counter's tick.`,
    why: 'A correction moves the figure; it may make up for the wait at an edge and for nothing else.',
    mend: 'The readings were changed or written by a defective release; measure again.',
    run: withEvidence((evidence, { record }) => {
      const corrected = evidence.readings.filter((reading) => reading.waitJoules !== undefined);
      if (corrected.length === 0) return skip('No reading was corrected.');
      const problems = corrected.flatMap(({ meter, run, phase, edge, waitJoules = 0 }) => {
        const gpu = record.hardware.gpus.find((candidate) => candidate.meter === meter);
        // Twice the bound: the last look can come late by as much again.
        const most = 2 * ALIGNMENT_BOUND_SECONDS * MOST_OF_LIMIT * (gpu?.powerLimitWatts ?? 0);
        if (Math.abs(waitJoules) <= most) return [];
        return [`the reading of ${meter} at the ${edge} of ${phase}, run ${run}, is corrected by ${waitJoules} J; ${most} J is the most`];
      });
      return noProblems(problems, `${counted(corrected.length, 'reading is', 'readings are')} corrected for the wait at an edge.`);
    }),
  },
];

/** One energy by two ways, in joules; integral is null where the power was not traced from edge to edge. */
type Pair = { what: string; over: string; counter: number; integral: number | null; error: number };

function pairOf(meter: string, window: Window): Pair {
  const entry = window.phase.joules.find((candidate) => candidate.meter === meter);
  return {
    what: `${windowName(window)} (${meter})`,
    over: window.run === 0 || window.concurrency > 1 ? `${windowName(window)} (${meter})` : `${window.phase.name} over all runs (${meter})`,
    counter: entry?.joules ?? 0,
    integral: entry?.integralJoules ?? null,
    error: entry?.integralErrorJoules ?? 0,
  };
}

const added = (pairs: readonly Pair[]): Pair => ({
  what: pairs[0]?.over ?? '',
  over: '',
  counter: pairs.reduce((sum, pair) => sum + pair.counter, 0),
  integral: pairs.some((pair) => pair.integral === null) ? null : pairs.reduce((sum, pair) => sum + (pair.integral ?? 0), 0),
  error: Math.sqrt(pairs.reduce((sum, pair) => sum + pair.error ** 2, 0)),
});

function disagreement({ what, counter, integral, error }: Pair, tolerance: number): string[] {
  if (integral === null) return [`nothing traced the power of ${what} from edge to edge`];
  const apart = Math.abs(integral - counter);
  if (apart <= tolerance * counter + ERRORS_ALLOWED * error) return [];
  const [byCounter, byTrace] = [counter, integral].map((joules) => joules.toPrecision(4));
  return [`${what} has ${byCounter} J by the counter and ${byTrace} J by the power trace, ${percent(apart / counter)} apart`];
}
