import type { ClockEventReason } from '../evidence.ts';
import { GRAVE_ON_GPU, noProblems, pass, percent, type RecordCheck, skip } from './check.ts';
import { type Gpu, NO_GPU, ofWorked, type PlacedGpu, peerGpus, workedGpus } from './gpu.ts';

/** A GPU that computes for less of the time than this stands idle; sensors round to whole per cents. */
const IDLE_UTILIZATION = 0.02;

/** Power above this many times idle power is that of a GPU that computes. */
const ABOVE_IDLE = 1.1;

/** Largest change of temperature over the measured phases, in kelvins. */
const TEMPERATURE_KELVIN = 10;

const ALONE = 'Keep every other job off the machine, and measure again.';

/** Reasons for which clocks are held although the load asks for more, and which the operator has to mend. */
const SLOWDOWNS: Readonly<Partial<Record<ClockEventReason, string>>> = {
  'hw-slowdown': 'the hardware slowed it down',
  'hw-thermal-slowdown': 'the hardware slowed it down because it was too hot',
  'hw-power-brake-slowdown': 'the power supply slowed it down (power brake)',
  'sw-thermal-slowdown': 'the driver slowed it down because it was too hot',
};

/**
 * Whether a GPU computed. Where utilisation is not told, power well above idle tells that it did; less tells nothing,
 * because idle power may have been measured beside a model that was loaded already.
 */
function computed({ during, idleWatts }: Gpu): boolean | null {
  if (during.meanUtilization !== null) return during.meanUtilization >= IDLE_UTILIZATION;
  if (during.meanWatts === null || idleWatts === null) return null;
  return during.meanWatts > ABOVE_IDLE * idleWatts ? true : null;
}

const load = ({ during }: Gpu): string =>
  [
    during.meanUtilization === null ? [] : [`busy for ${percent(during.meanUtilization)} of the time`],
    during.meanWatts === null ? [] : [`at ${during.meanWatts.toPrecision(3)} W`],
  ]
    .flat()
    .join(' ') || 'nothing is told of its load';

/** Checks of what the GPUs did while the phases were measured. */
export const GPU_RUN_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-hardware-worked',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'The GPU that was metered computed.',
    why: 'CUDA and the driver number GPUs differently, so that a model can run on one board while the meter reads another, idle one.',
    mend: 'Select the GPU by its UUID, for the model (CUDA_VISIBLE_DEVICES=GPU-…) and for the meter.',
    run: ({ record }) => {
      const gpus = workedGpus(record);
      if (gpus.length === 0) return skip(NO_GPU);
      const busy = peerGpus(record).filter(({ gpu }) => computed(gpu) === true);
      const instead = busy.length === 0 ? '' : `, while GPU ${busy.map(({ place }) => place).join(', ')} worked`;
      // A GPU of which nothing is told is suspect only where another one worked.
      const idle = gpus.filter(({ gpu }) => computed(gpu) === false || (computed(gpu) === null && busy.length > 0));
      if (idle.length > 0)
        return noProblems(
          idle.map(({ gpu, place }) => `GPU ${place} stood idle (${load(gpu)})${instead}`),
          '',
        );
      if (gpus.every(({ gpu }) => computed(gpu) === null)) return skip('The driver does not tell whether the GPU computed.');
      return pass(`${gpus.map(({ gpu, place }) => `GPU ${place} was ${load(gpu)}`).join('; ')}.`);
    },
  },
  {
    code: 'R-hardware-peers',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'The GPUs that the model did not run on stood idle.',
    why: 'A neighbour that works shares the power supply, the cooling and the processor.',
    mend: ALONE,
    run: ({ record }) => {
      if (record.hardware.gpus.length === 0) return skip(NO_GPU);
      const peers = peerGpus(record);
      return noProblems(
        peers
          .filter(({ gpu }) => computed(gpu) === true)
          .map(({ gpu, place }) => `GPU ${place}, which should stand idle, was ${load(gpu)}`),
        peers.length === 0 ? 'There are no other GPUs.' : 'All others stood idle.',
      );
    },
  },
  {
    code: 'R-hardware-foreign',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'No other process computed on the GPU.',
    why: 'Its energy would be counted as that of the model.',
    mend: ALONE,
    run: ofWorked((gpus) => {
      const unmatched = gpus.find(({ gpu }) => gpu.foreignProcesses === null);
      const seen = gpus.filter(({ gpu }) => (gpu.foreignProcesses ?? 0) > 0);
      if (seen.length === 0 && unmatched !== undefined) {
        return skip(unmatched.gpu.foreignProcessesNote ?? 'The processes on the GPU could not be matched with those of the run.');
      }
      return noProblems(
        seen.map(({ gpu, place }) => `up to ${gpu.foreignProcesses} foreign processes at once computed on GPU ${place}`),
        'No other process was on it.',
      );
    }),
  },
  {
    code: 'R-hardware-throttle',
    effect: GRAVE_ON_GPU,
    reads: 'record',
    title: 'Neither heat nor the power supply slowed the GPU down.',
    why: 'A GPU that is slowed down gives another figure, and another one tomorrow. Idle and set application clocks are no slowdown.',
    mend: 'See to its cooling and its power supply, let it cool down, and measure again.',
    run: ofWorked((gpus) =>
      reasonsOf(gpus, (reasons, { place }) =>
        reasons.flatMap((reason) => {
          const what = SLOWDOWNS[reason];
          return what === undefined ? [] : [`GPU ${place} ran slower: ${what} (${reason})`];
        }),
      ),
    ),
  },
  {
    code: 'R-hardware-power-cap',
    effect: 'warn',
    reads: 'record',
    title: 'The GPU did not run into its power limit.',
    why: 'At the limit, time grows instead of power. It is normal for heavy models, and good to know beside the figure.',
    mend: 'Nothing, if the limit is the default: the board is then used as it was built.',
    run: ofWorked((gpus) =>
      reasonsOf(gpus, (reasons, { place }) =>
        reasons.includes('sw-power-cap') ? [`GPU ${place} ran into its power limit (sw-power-cap)`] : [],
      ),
    ),
  },
  {
    code: 'R-hardware-temperature',
    effect: 'warn',
    reads: 'record',
    title: `The temperature stayed within ${TEMPERATURE_KELVIN} °C from the first measured phase to the last.`,
    why: 'A board that goes on heating up leaks more current from run to run.',
    mend: 'Raise run.warmUpMaximumSeconds in the policy, and see to the cooling.',
    run: ofWorked((gpus) => {
      const told = gpus.flatMap(({ gpu: { temperature }, place }) =>
        temperature.startCelsius === null || temperature.endCelsius === null
          ? []
          : [{ place, from: temperature.startCelsius, to: temperature.endCelsius }],
      );
      if (told.length === 0) return skip('No sensor tells the temperature.');
      return noProblems(
        told
          .filter(({ from, to }) => Math.abs(to - from) > TEMPERATURE_KELVIN)
          .map(({ place, from, to }) => `GPU ${place} went from ${from} to ${to} °C`),
        `${told.map(({ from, to }) => `${from} to ${to} °C`).join('; ')}.`,
      );
    }),
  },
];

function reasonsOf(
  gpus: readonly PlacedGpu[],
  problemsOf: (reasons: readonly ClockEventReason[], gpu: PlacedGpu) => string[],
): ReturnType<RecordCheck['run']> {
  if (gpus.every(({ gpu }) => gpu.eventReasons === null)) return skip('The driver does not tell why clocks are held.');
  const problems = gpus.flatMap((entry) => problemsOf(entry.gpu.eventReasons ?? [], entry));
  return problems.length === 0 ? pass('No such reason was told.') : noProblems(problems, '');
}
