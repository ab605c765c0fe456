import { setTimeout as pause } from 'node:timers/promises';
import type { Plan } from '../domain/generated/plan.ts';
import type { Clock } from '../ports/meter.ts';
import type { SampleGpus } from './benchmark-climate.ts';
import type { Announce } from './benchmark-talk.ts';

const LOOK_MILLISECONDS = 500;

export type CoolDownRequest = {
  bounds: NonNullable<Plan['coolDown']>;
  sampleGpus: SampleGpus;
  /** Temperature of each GPU after the warm-up, in the same order; null where it was not told. */
  reference: readonly (number | null)[];
  run: number;
  clock: Clock;
  announce: Announce;
  signal: AbortSignal;
};

/**
 * Waits until no GPU is warmer than after the warm-up plus the band, or until the bound.
 * A GPU whose temperature is not told is not waited for.
 * @returns seconds waited
 */
export async function coolDown(request: CoolDownRequest): Promise<number> {
  const { bounds, sampleGpus, reference, run, clock, announce, signal } = request;
  const start = clock();
  for (;;) {
    const waited = clock() - start;
    const warm = sampleGpus().some(({ temperatureCelsius }, index) => {
      const wanted = reference[index] ?? null;
      return temperatureCelsius !== null && wanted !== null && temperatureCelsius > wanted + bounds.bandKelvin;
    });
    if (!warm || waited >= bounds.maximumSeconds) return waited;
    announce({ phase: 'cool-down', run, done: Math.floor(waited), of: Math.ceil(bounds.maximumSeconds) });
    await pause(Math.min(LOOK_MILLISECONDS, (bounds.maximumSeconds - waited) * 1000), undefined, { signal }).catch(() => {
      throw signal.reason;
    });
  }
}
