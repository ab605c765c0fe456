import { noProblems, type RecordCheck, skip } from './check.ts';
import { type Gpu, ofWorked, SAME_MACHINE } from './gpu.ts';

type Setting = {
  readonly name: string;
  readonly unit: string;
  readonly before: (gpu: Gpu) => Told;
  readonly after: (after: NonNullable<Gpu['after']>) => Told;
};
type Told = number | string | boolean | null;

const SETTINGS: readonly Setting[] = [
  { name: 'the power limit', unit: ' W', before: (gpu) => gpu.powerLimitWatts, after: (after) => after.powerLimitWatts },
  { name: 'the application clock', unit: ' MHz', before: (gpu) => gpu.clocks.applicationSmMhz, after: (after) => after.applicationSmMhz },
  { name: 'MIG', unit: '', before: (gpu) => gpu.mig, after: (after) => after.mig },
  { name: 'ECC', unit: '', before: (gpu) => gpu.ecc, after: (after) => after.ecc },
  { name: 'persistence mode', unit: '', before: (gpu) => gpu.persistence, after: (after) => after.persistence },
  { name: 'the driver', unit: '', before: (gpu) => gpu.driver, after: (after) => after.driver },
];

const spoken = (value: Told): string => (value === null ? 'unknown' : value === true ? 'on' : value === false ? 'off' : String(value));

/** Checks of how the GPUs were set: before the first run, and that nobody changed it. */
export const GPU_SETTING_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-hardware-unchanged',
    effect: { gpuCounter: 'invalid', otherwise: 'warn' },
    reads: 'record',
    title: 'Power limit, clocks, MIG, ECC, persistence mode and driver are after the last run what they were before the first.',
    why: 'Whoever changes a setting while a model runs measures two machines.',
    mend: 'Keep everything that sets GPUs (management daemons, other jobs) off the machine, and measure again.',
    run: ofWorked((gpus) =>
      noProblems(
        gpus.flatMap(({ gpu, place }) => {
          const { after } = gpu;
          if (after === null) return [`the settings of GPU ${place} were not read again after the last run`];
          return SETTINGS.filter((setting) => setting.before(gpu) !== setting.after(after)).map(
            (setting) =>
              `${setting.name} of GPU ${place} went from ${spoken(setting.before(gpu))} to ${spoken(setting.after(after))}${setting.unit}`,
          );
        }),
        'Nothing was changed during the runs.',
      ),
    ),
  },
  {
    code: 'R-hardware-clocks',
    effect: 'unofficial',
    reads: 'record',
    title: "The application clock is the board's default.",
    why: 'A lower clock makes the same model look more frugal.',
    mend: 'Set the clocks back with nvidia-smi --reset-applications-clocks.',
    run: ofWorked((gpus) => {
      const told = gpus.filter(({ gpu }) => gpu.clocks.applicationSmMhz !== null && gpu.clocks.defaultApplicationSmMhz !== null);
      if (told.length === 0) return skip('The driver tells no application clocks.');
      return noProblems(
        told
          .filter(({ gpu: { clocks } }) => clocks.applicationSmMhz !== clocks.defaultApplicationSmMhz)
          .map(
            ({ gpu: { clocks }, place }) =>
              `the application clock of GPU ${place} is ${clocks.applicationSmMhz} MHz, the default ${clocks.defaultApplicationSmMhz} MHz`,
          ),
        'The application clock is the default.',
      );
    }),
  },
  {
    code: 'R-hardware-ecc',
    effect: 'warn',
    reads: 'record',
    title: 'Error correction of the memory (ECC) is on.',
    why: 'Data-centre boards ship with it on, and it takes a little energy.',
    mend: 'Turn it on with nvidia-smi --ecc-config=1 and restart the machine.',
    run: ofWorked((gpus) => {
      if (gpus.every(({ gpu }) => gpu.ecc === null)) return skip('The driver does not tell whether ECC is on.');
      return noProblems(
        gpus.filter(({ gpu }) => gpu.ecc === false).map(({ place }) => `ECC of GPU ${place} is off`),
        'ECC is on.',
      );
    }),
  },
  {
    code: 'R-hardware-persistence',
    effect: 'warn',
    reads: 'record',
    title: 'Persistence mode is on.',
    why: 'Without it the driver unloads between two clients, which resets the energy counter and lets the board wake from cold.',
    mend: 'Turn it on with nvidia-smi --persistence-mode=1, or run nvidia-persistenced.',
    run: ofWorked((gpus) => {
      if (gpus.every(({ gpu }) => gpu.persistence === null)) return skip('The driver does not tell whether persistence mode is on.');
      return noProblems(
        gpus.filter(({ gpu }) => gpu.persistence === false).map(({ place }) => `persistence mode of GPU ${place} is off`),
        'Persistence mode is on.',
      );
    }),
  },
  {
    code: 'R-hardware-power-limit',
    effect: 'unofficial',
    reads: 'record',
    title: "The power limit is the board's default.",
    why: 'A lower limit makes the same model look more frugal.',
    mend: `Set the power limit back to its default. ${SAME_MACHINE}`,
    run: ofWorked((gpus) => {
      if (gpus.every(({ gpu }) => gpu.powerLimitWatts === null)) return skip('The driver tells no power limit.');
      return noProblems(
        gpus
          .filter(({ gpu }) => gpu.powerLimitWatts !== gpu.defaultPowerLimitWatts)
          .map(({ gpu }) => `the power limit is ${spoken(gpu.powerLimitWatts)} W, the default ${spoken(gpu.defaultPowerLimitWatts)} W`),
        'The power limit is the default.',
      );
    }),
  },
];
