import { fail, GRAVE_ON_GPU, noProblems, pass, percent, type RecordCheck, skip } from './check.ts';
import { scoredEnergy } from './windows.ts';

const CALM = 'Leave the machine to the benchmark alone, let it settle, and measure again.';

/** Share of the figure that the error at the phase edges may have. */
const EDGE_FRACTION = 0.01;

const NO_SUCH_ENERGY = 'The record holds no energy of the scope that is scored.';

/** Checks of how far the figures can be off: spread over the runs, drift, and the error at the edges. */
export const SPREAD_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-energy-cv',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: "The runs agree: their standard deviation is within the policy's share of their mean.",
    why: 'Runs that scatter were disturbed, and their mean says little.',
    mend: CALM,
    run: ({ record, policy }) => {
      const energy = scoredEnergy(record);
      if (energy === undefined) return fail(NO_SUCH_ENERGY);
      const variation = energy.coefficientOfVariation;
      if (variation === null) return skip('One run has no spread.');
      const most = policy.tolerances.coefficientOfVariation;
      return variation <= most
        ? pass(`The runs vary by ${percent(variation)}.`)
        : fail(`The runs vary by ${percent(variation)}; ${percent(most)} is the most.`);
    },
  },
  {
    code: 'R-energy-drift',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: "The last run is within the policy's share of the first.",
    why: 'A steady change means that the machine had not settled, or that something built up.',
    mend: CALM,
    run: ({ record, policy }) => {
      const energy = scoredEnergy(record);
      if (energy === undefined) return fail(NO_SUCH_ENERGY);
      const [first, last] = [energy.runs.at(0), energy.runs.at(-1)];
      if (first === undefined || last === undefined || energy.runs.length < 2) return skip('One run has no drift.');
      const drift = Math.abs(last - first) / energy.whPer1000Queries;
      const most = policy.tolerances.drift;
      return drift <= most
        ? pass(`First and last run differ by ${percent(drift)}.`)
        : fail(`First and last run differ by ${percent(drift)}; ${percent(most)} is the most.`);
    },
  },
  {
    code: 'R-energy-decode',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'The full pass takes no less energy than the prefill pass.',
    why: 'Decode is their difference; a negative one means that one of the two was disturbed.',
    mend: CALM,
    run: ({ record }) => {
      const decode = scoredEnergy(record)?.phases.find((phase) => phase.name === 'decode');
      if (decode === undefined) return skip('The task has no decode.');
      return decode.whPer1000Queries >= 0
        ? pass('Decode is positive.')
        : fail(`Decode is negative: ${decode.whPer1000Queries} Wh per 1,000 queries.`);
    },
  },
  {
    code: 'R-energy-edge',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: `Phases are long enough for the error at their edges to stay within ${percent(EDGE_FRACTION)}.`,
    why: 'A counter moves in steps, and at either edge up to one step is missed.',
    mend: 'Raise run.minimumPhaseSeconds in the policy: the phase then repeats the data set.',
    run: ({ record }) => {
      const energy = scoredEnergy(record);
      if (energy === undefined) return fail(NO_SUCH_ENERGY);
      if (energy.edgeWhPer1000Queries === null) return skip("The counter's update period is unknown.");
      const share = energy.edgeWhPer1000Queries / energy.whPer1000Queries;
      return share <= EDGE_FRACTION
        ? pass(`At most ${percent(share)} at the edges.`)
        : fail(`The error at the edges is up to ${percent(share)}; ${percent(EDGE_FRACTION)} is the most.`);
    },
  },
  {
    code: 'R-energy-update-period',
    effect: { gpuCounter: 'unofficial', otherwise: 'warn' },
    reads: 'record',
    title: 'The update period of every scored meter was measured.',
    why: 'It bounds the error at the edges; it differs between boards and drivers, so it is not assumed.',
    mend: 'Let the runner measure the period before the run.',
    run: ({ record }) =>
      noProblems(
        record.meters
          .filter((meter) => meter.scope === record.score.scope && meter.updatePeriodSeconds === null)
          .map((meter) => `the update period of ${meter.id} is unknown`),
        'The update periods are known.',
      ),
  },
];
