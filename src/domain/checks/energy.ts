import { sameJson } from '../canonical.ts';
import type { Energy } from '../generated/result.ts';
import { energiesOf, joulesFromReadings, scoreOf, windowKey } from '../score.ts';
import { fail, noProblems, pass, type RecordCheck, skip, withEvidence } from './check.ts';
import { joulesOf, secondsOf, windowName, windowsOf } from './windows.ts';

const DEFECT = 'The record was changed or written by a defective release; measure again.';

/** Energy has to lie between these shares of idle energy and of the power limit's. */
const LEAST_OF_IDLE = 0.8;
const MOST_OF_LIMIT = 1.1;

/** Checks of the figures. */
export const ENERGY_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-energy-scope',
    effect: 'unofficial',
    reads: 'record',
    title: 'The score is GPU energy.',
    why: 'The AI Energy Score is GPU energy; anything else is of use at home, on a board of its own.',
    mend: 'Run on a machine with a GPU whose energy counter can be read.',
    run: ({ record }) =>
      record.score.scope === 'gpu'
        ? pass('The score is GPU energy.')
        : fail(`The score is ${record.score.scope.toUpperCase()} energy; no GPU energy was measured.`),
  },
  {
    code: 'R-energy-quality',
    effect: 'unofficial',
    reads: 'record',
    title: 'The score comes from an energy counter of the hardware.',
    why: 'An estimate rests on an assumption, and integrated power on what happened between two samples.',
    mend: 'Run on hardware with an energy counter, and let the runner read it.',
    run: ({ record }) =>
      record.score.quality === 'counter'
        ? pass('Read from a counter.')
        : fail(`The energy is ${record.score.quality}, not read from a counter.`),
  },
  {
    code: 'R-energy-meters',
    effect: 'invalid',
    reads: 'record',
    title: 'Every phase has one energy of every meter, and of no other.',
    why: 'A phase without a meter counts as free.',
    mend: DEFECT,
    run: ({ record }) => {
      const ids = record.meters.map((meter) => meter.id);
      const wanted = [...ids].sort().join(', ');
      const problems = windowsOf(record)
        .filter(
          ({ phase }) =>
            phase.joules
              .map((entry) => entry.meter)
              .sort()
              .join(', ') !== wanted,
        )
        .map(
          (window) =>
            `${windowName(window)} has the meters ${window.phase.joules.map((entry) => entry.meter).join(', ')} and not ${wanted}`,
        );
      if (new Set(ids).size < ids.length) problems.unshift('two meters have the same id');
      return noProblems(problems, `Meters: ${wanted}.`);
    },
  },
  {
    code: 'R-energy-zero',
    effect: 'invalid',
    reads: 'record',
    title: 'No meter stood still during a phase.',
    why: 'Everything that runs takes energy; a zero is a meter that failed.',
    mend: 'Raise run.minimumPhaseSeconds in the policy; if the meter still stands, it does not work on this machine.',
    run: ({ record }) =>
      noProblems(
        windowsOf(record).flatMap((window) =>
          window.phase.joules.filter((entry) => entry.joules === 0).map((entry) => `${entry.meter} stood still in ${windowName(window)}`),
        ),
        'Every meter moved in every phase.',
      ),
  },
  {
    code: 'R-energy-windows',
    effect: 'invalid',
    reads: 'record',
    title: 'The phases follow each other: each ends after it starts, and none overlaps the one before.',
    why: 'Energy of overlapping phases would be counted twice or not at all.',
    mend: DEFECT,
    run: ({ record }) => {
      let clock = 0;
      const problems: string[] = [];
      for (const window of windowsOf(record)) {
        const { startSeconds, endSeconds } = window.phase;
        if (endSeconds <= startSeconds) problems.push(`${windowName(window)} ends at ${endSeconds} s, before it starts`);
        if (startSeconds < clock) problems.push(`${windowName(window)} starts at ${startSeconds} s, before the phase before it has ended`);
        clock = Math.max(clock, endSeconds);
      }
      return noProblems(problems, 'The phases follow each other.');
    },
  },
  {
    code: 'R-energy-total',
    effect: 'invalid',
    reads: 'record',
    title: 'Every energy, its spread and its interval follow from the phases of the runs, to the last bit.',
    why: 'A sceptic has to be able to recompute each figure from the ones below it.',
    mend: DEFECT,
    run: ({ record }) => {
      const computed = energiesOf(record);
      const problems = record.energy.flatMap((stated, position) => differences(stated, computed[position]));
      if (computed.length !== record.energy.length)
        problems.unshift(`${record.energy.length} energies are stated where the meters give ${computed.length}`);
      return noProblems(problems, 'Every energy follows from the phases.');
    },
  },
  {
    code: 'R-energy-score',
    effect: 'invalid',
    reads: 'record',
    title: 'The score is the energy stated for its scope: GPU wherever a GPU was metered.',
    why: 'The score is what the board ranks by.',
    mend: DEFECT,
    run: ({ record }) => {
      const due = scoreOf(record.energy);
      if (due === null) return fail('The record holds neither GPU nor CPU energy.');
      return sameJson(due, record.score)
        ? pass('The score is the mean of the runs, of the energy that ranks.')
        : fail(`The score says ${scoreText(record.score)}; the energies say ${scoreText(due)}.`);
    },
  },
  {
    code: 'R-energy-recomputed',
    effect: 'invalid',
    reads: 'record',
    title: "Every phase's energy follows from the meters' readings in the bundle, to the last bit.",
    why: 'The readings are the measurement; everything else is derived from them.',
    mend: DEFECT,
    run: withEvidence((evidence, { record }) => {
      const windows = windowsOf(record);
      const { energies, missing } = joulesFromReadings(
        evidence.readings,
        record.meters,
        windows.map(({ run, phase }) => ({ run, phase: phase.name })),
      );
      const problems = missing.map(({ meter, run, phase }) => `${meter} was not read once at each edge of ${phase}, run ${run}`);
      for (const window of windows)
        for (const stated of window.phase.joules) {
          const recomputed = energies.get(windowKey(stated.meter, window.run, window.phase.name));
          if (recomputed === undefined) continue;
          if (recomputed.joules !== stated.joules)
            problems.push(`${stated.meter} gives ${recomputed.joules} J for ${windowName(window)}, not ${stated.joules} J`);
          if (recomputed.edgeJoules !== stated.edgeJoules)
            problems.push(`the error at the edges of ${windowName(window)} by ${stated.meter} does not follow from its readings`);
        }
      return noProblems(problems, `${energies.size} energies recomputed from the readings.`);
    }),
  },
  {
    code: 'R-energy-assumption',
    effect: 'invalid',
    reads: 'record',
    title: 'An estimate states what it assumes, and a measurement assumes nothing.',
    why: 'A reader has to see at once what an estimate rests on.',
    mend: 'Mend the meter: it has to describe itself.',
    run: ({ record }) =>
      noProblems(
        record.meters
          .filter((meter) => (meter.quality === 'estimated') !== (meter.assumption !== null))
          .map((meter) =>
            meter.quality === 'estimated'
              ? `${meter.id} estimates without saying what it assumes`
              : `${meter.id} measures and yet assumes something`,
          ),
        'Assumptions are stated.',
      ),
  },
  {
    code: 'R-energy-bounds',
    effect: 'invalid',
    reads: 'record',
    title: `GPU energy lies between ${LEAST_OF_IDLE} times idle power and ${MOST_OF_LIMIT} times the power limit, times the time.`,
    why: 'A board takes neither less than at rest nor more than its limit; a wrong unit is a factor of a thousand.',
    mend: "See which meter is wrong: its unit, its board or its counter's reset.",
    run: ({ record }) => {
      const gpus = record.hardware.gpus.filter((gpu) => gpu.metered);
      const meters = record.meters.filter((meter) => meter.scope === 'gpu');
      if (gpus.length === 0 || meters.length === 0) return skip('No GPU was metered.');
      const least = gpus.reduce((watts, gpu) => watts + (gpu.idleWatts ?? 0), 0) * LEAST_OF_IDLE;
      const most = gpus.reduce((watts, gpu) => watts + (gpu.powerLimitWatts ?? Infinity), 0) * MOST_OF_LIMIT;
      const problems = windowsOf(record).flatMap((window) => {
        const watts = joulesOf(window.phase, meters) / secondsOf(window.phase);
        return watts >= least && watts <= most
          ? []
          : [`${windowName(window)} took ${watts.toPrecision(3)} W, outside ${least.toPrecision(3)} to ${most.toPrecision(3)} W`];
      });
      return noProblems(problems, 'Power stayed between idle and the limit.');
    },
  },
];

const scoreText = (score: { scope: string; quality: string; whPer1000Queries: number }) =>
  `${score.whPer1000Queries} Wh (${score.scope}, ${score.quality})`;

function differences(stated: Energy, computed: Energy | undefined): string[] {
  if (computed === undefined) return [`no meter gives the ${stated.scope} energy`];
  const fields = Object.keys(computed) as (keyof Energy)[];
  return fields
    .filter((field) => stated[field] !== undefined) // The schema asks for all but those that earlier records lack.
    .filter((field) => !sameJson(stated[field], computed[field]))
    .map((field) => `${field} of the ${stated.scope} energy does not follow from the phases`);
}
