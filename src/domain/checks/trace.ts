import { sameJson } from '../canonical.ts';
import type { TraceRow } from '../evidence.ts';
import type { MeasuredPhase, Meter, Result } from '../generated/result.ts';
import { watchGpu } from '../gpu-watch.ts';
import { counted } from '../plural.ts';
import { GRAVE_ON_GPU, noProblems, percent, type RecordCheck, skip, withEvidence } from './check.ts';
import { joulesOf, scoredMeters, windowName, windowsOf } from './windows.ts';

const rowsOf = (trace: readonly TraceRow[], meter: Meter): TraceRow[] =>
  trace.filter((row) => row.meter === meter.id).sort((a, b) => a.seconds - b.seconds);

type Timed = Pick<TraceRow, 'seconds'>;

const gapText = (seconds: number): string => (Number.isFinite(seconds) ? `${seconds.toFixed(2)} s of a phase` : 'the whole run');

/** Checks of the trace: what the meters read between the edges. */
export const TRACE_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-trace-gap',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'The trace of every scored meter covers every phase, without a gap in it longer than the policy allows.',
    why: 'Whatever disturbs a run could hide in a gap.',
    mend: 'Give the runner a core of its own, and measure again.',
    run: withEvidence((evidence, { record, policy }) => {
      const most = policy.tolerances.traceGapSeconds;
      const longest = scoredMeters(record).map((meter) => ({ meter, seconds: longestGap(rowsOf(evidence.trace, meter), record) }));
      const problems = longest
        .filter(({ seconds }) => !(seconds <= most))
        .map(({ meter, seconds }) => `${meter.id} was not sampled for ${gapText(seconds)}; ${most} s is the most`);
      return noProblems(problems, `The longest gap in a phase is ${Math.max(...longest.map(({ seconds }) => seconds)).toFixed(2)} s.`);
    }),
  },
  {
    code: 'R-trace-gpu',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'Every GPU was looked at through every phase, without a gap in it longer than the policy allows.',
    why: 'A throttled clock or a foreign process could hide in a gap.',
    mend: 'Give the runner a core of its own, and measure again.',
    run: withEvidence((evidence, { record, policy }) => {
      const { gpus } = record.hardware;
      if (gpus.length === 0) return skip('No GPU took part.');
      const most = policy.tolerances.traceGapSeconds;
      const longest = gpus.map((_, place) => {
        const rows = evidence.gpuTrace.filter((row) => row.gpu === place).sort((a, b) => a.seconds - b.seconds);
        return { place, seconds: longestGap(rows, record) };
      });
      const problems = longest
        .filter(({ seconds }) => !(seconds <= most))
        .map(({ place, seconds }) => `GPU ${place} was not looked at for ${gapText(seconds)}; ${most} s is the most`);
      return noProblems(problems, `The longest gap in a phase is ${Math.max(...longest.map(({ seconds }) => seconds)).toFixed(2)} s.`);
    }),
  },
  {
    code: 'R-trace-observed',
    effect: 'invalid',
    reads: 'record',
    title: 'What the record says of its GPUs during the phases follows from the trace.',
    why: 'Slowdowns, foreign processes and temperatures are checked by what the record says.',
    mend: 'The record was changed or written by a defective release; measure again.',
    run: withEvidence((evidence, { record }) => {
      const { gpus } = record.hardware;
      if (gpus.length === 0) return skip('No GPU took part.');
      const watches = gpus.map(() => watchGpu());
      for (const { phase } of windowsOf(record))
        for (const row of evidence.gpuTrace)
          if (row.seconds >= phase.startSeconds && row.seconds <= phase.endSeconds) watches[row.gpu]?.add(row);
      const problems = gpus.flatMap((gpu, place) => {
        const observed = watches[place]?.observation() ?? {};
        return Object.entries(observed)
          .filter(([field, value]) => !sameJson(value, gpu[field as keyof typeof gpu]))
          .map(([field, value]) => `the trace gives ${field} of GPU ${place} as ${JSON.stringify(value).slice(0, 200)}`);
      });
      return noProblems(problems, 'What the record says of its GPUs follows from the trace.');
    }),
  },
  {
    code: 'R-trace-monotonic',
    effect: 'invalid',
    reads: 'record',
    title: "No meter's count ever falls, in the readings or in the trace.",
    why: 'A count that falls was reset, and the difference over a reset is no energy.',
    mend: 'Find what reset the counter (a driver that was loaded anew, a meter that wrapped) and measure again.',
    run: withEvidence((evidence, { record }) => {
      const problems = record.meters.flatMap((meter) => {
        const readings = evidence.readings.filter((reading) => reading.meter === meter.id).sort((a, b) => a.seconds - b.seconds);
        return [readings, rowsOf(evidence.trace, meter)].flatMap((rows) =>
          rows
            .filter((row, position) => row.count < (rows[position - 1]?.count ?? -Infinity))
            .map((row) => `${meter.id} fell at ${row.seconds} s`),
        );
      });
      return noProblems(problems, 'Every count only grows.');
    }),
  },
  {
    code: 'R-trace-agreement',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: "The trace agrees with the readings at the edges, within the policy's share.",
    why: 'The same counter that gives two energies gives no figure to trust.',
    mend: 'See whether meter and trace read the same board on the same clock, and measure again.',
    run: withEvidence((evidence, { record, policy }) => {
      const tolerance = policy.tolerances.agreement;
      let compared = 0;
      const problems = scoredMeters(record).flatMap((meter) => {
        const rows = rowsOf(evidence.trace, meter);
        return windowsOf(record).flatMap((window) => {
          const bounds = boundsOf(rows, window.phase.startSeconds, window.phase.endSeconds);
          if (bounds === null) return [];
          compared += 1;
          const joules = joulesOf(window.phase, [meter]);
          const [least, most] = [bounds.least * meter.joulesPerCount, bounds.most * meter.joulesPerCount];
          const fits = joules >= least - joules * tolerance && joules <= most + joules * tolerance;
          return fits
            ? []
            : [
                `${windowName(window)} has ${joules.toPrecision(4)} J by the readings of ${meter.id} and ${least.toPrecision(4)} to ${most.toPrecision(4)} J by its trace`,
              ];
        });
      });
      return compared === 0
        ? skip('No phase lies between two samples of the trace.')
        : noProblems(problems, `Trace and readings agree within ${percent(tolerance)} in ${counted(compared, 'phase')}.`);
    }),
  },
];

/**
 * The longest time within one phase without a sample, in seconds; Infinity where the whole run has none. Nothing is
 * measured between two phases, and a run that was resumed or took turns with another one is not sampled there.
 */
function longestGap(rows: readonly Timed[], record: Result): number {
  const phases = windowsOf(record).map(({ phase }) => phase);
  const start = Math.min(...phases.map((phase) => phase.startSeconds));
  const end = Math.max(...phases.map((phase) => phase.endSeconds));
  if (!rows.some(({ seconds }) => seconds > start && seconds < end)) return Infinity;
  return Math.max(...phases.map((phase) => longestGapIn(rows, phase)));
}

/** @param rows in the order of time */
function longestGapIn(rows: readonly Timed[], { startSeconds, endSeconds }: MeasuredPhase): number {
  let longest = 0;
  let last = startSeconds;
  for (const { seconds } of rows) {
    if (seconds <= startSeconds || seconds >= endSeconds) continue;
    longest = Math.max(longest, seconds - last);
    last = seconds;
  }
  return Math.max(longest, endSeconds - last);
}

/**
 * Bounds of what a count grew by in a window. As a count only grows, its value at an edge lies between the samples on
 * either side, so that no assumption about the power between them is needed. Null where the window is not bracketed.
 */
function boundsOf(rows: readonly TraceRow[], start: number, end: number): { least: number; most: number } | null {
  const beforeStart = rows.findLast((row) => row.seconds <= start);
  const afterStart = rows.find((row) => row.seconds >= start);
  const beforeEnd = rows.findLast((row) => row.seconds <= end);
  const afterEnd = rows.find((row) => row.seconds >= end);
  if (beforeStart === undefined || afterStart === undefined || beforeEnd === undefined || afterEnd === undefined) return null;
  return { least: beforeEnd.count - afterStart.count, most: afterEnd.count - beforeStart.count };
}
