import type { GpuSample } from '../ports/gpu.ts';

/** Power and temperature of every metered GPU at one moment. */
export type Climate = { seconds: number; gpus: readonly Pick<GpuSample, 'powerWatts' | 'temperatureCelsius'>[] };

/** Length of the stretch over which power and temperature have to stay, in seconds. */
export const PLATEAU_SECONDS = 10;

/** Largest change of a GPU's temperature over the stretch, in kelvins. */
const TEMPERATURE_KELVIN = 1;

/** Largest change of a GPU's power over the stretch, as a fraction. */
const POWER_FRACTION = 0.02;

/** Fewest samples in either half of the stretch. */
const LEAST_SAMPLES = 5;

/**
 * Whether power and temperature have settled: over the last ten seconds, the mean of the second half differs from that
 * of the first by less than 1 K and less than 2 %, on every GPU. Halves are compared, as a single sample of power jumps
 * between queries and temperature is told in whole degrees.
 * @param samples in order of time
 * @returns null where a sensor is missing, or nothing was sampled
 */
export function settled(samples: readonly Climate[]): boolean | null {
  const last = samples.at(-1);
  const first = samples[0];
  if (last === undefined || first === undefined || last.gpus.length === 0) return null;
  if (samples.some(({ gpus }) => gpus.some((gpu) => gpu.powerWatts === null || gpu.temperatureCelsius === null))) return null;
  const start = last.seconds - PLATEAU_SECONDS;
  if (first.seconds > start) return false;
  const middle = last.seconds - PLATEAU_SECONDS / 2;
  const before = samples.filter(({ seconds }) => seconds >= start && seconds < middle);
  const after = samples.filter(({ seconds }) => seconds >= middle);
  if (before.length < LEAST_SAMPLES || after.length < LEAST_SAMPLES) return false;
  return last.gpus.every((_, index) => {
    const power = [meanOf(before, index, 'powerWatts'), meanOf(after, index, 'powerWatts')] as const;
    const temperature = [meanOf(before, index, 'temperatureCelsius'), meanOf(after, index, 'temperatureCelsius')] as const;
    return Math.abs(power[1] - power[0]) < POWER_FRACTION * power[0] && Math.abs(temperature[1] - temperature[0]) < TEMPERATURE_KELVIN;
  });
}

function meanOf(samples: readonly Climate[], index: number, field: 'powerWatts' | 'temperatureCelsius'): number {
  return samples.reduce((sum, { gpus }) => sum + (gpus[index]?.[field] ?? Number.NaN), 0) / samples.length;
}
