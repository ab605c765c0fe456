import type { Clock } from '../ports/meter.ts';
import { openClimateLog, type SampleGpus } from './benchmark-climate.ts';
import { settled } from './benchmark-plateau.ts';
import type { Talk } from './benchmark-talk.ts';

/** Shortest stretch of warm-up whose pace is compared with the one before, in seconds. */
const STRETCH_SECONDS = 0.5;

/** Two stretches whose times per query differ by less than this fraction have the same pace. */
const SETTLED_FRACTION = 0.05;

export type WarmUp = {
  queries: number;
  seconds: number;
  /** Whether temperature and power had settled when it ended; null where no sensor tells. */
  plateau: boolean | null;
};

export type WarmUpTools = {
  talk: Talk;
  clock: Clock;
  /** Null where no GPU is metered. */
  sampleGpus: SampleGpus | null;
};

/**
 * Has the backend answer queries until its pace, and the power and temperature of the metered GPUs, have settled, or
 * until the bound: compilers, caches, clocks and coolers are then where they stay during the measurement. One warm-up
 * of the backend (a full query, ten short ones) is the least.
 * @param maximumSeconds bound of the whole warm-up, in seconds
 */
export async function warmUp(tools: WarmUpTools, maximumSeconds: number): Promise<WarmUp> {
  const climate = openClimateLog(tools.sampleGpus, tools.clock);
  try {
    const done: WarmUp = { queries: 0, seconds: 0, plateau: null };
    let paceBefore: number | null = null;
    for (;;) {
      const stretch = await oneStretch(tools.talk, maximumSeconds - done.seconds);
      done.queries += stretch.queries;
      done.seconds += stretch.seconds;
      done.plateau = settled(climate.samples());
      const pace: number | null = stretch.queries === 0 ? null : stretch.seconds / stretch.queries;
      const steady = pace !== null && paceBefore !== null && Math.abs(pace - paceBefore) < SETTLED_FRACTION * paceBefore;
      if ((steady && done.plateau !== false) || pace === null || done.seconds >= maximumSeconds) return done;
      paceBefore = pace;
    }
  } finally {
    climate.close();
  }
}

async function oneStretch(talk: Talk, secondsLeft: number): Promise<{ queries: number; seconds: number }> {
  const stretch = { queries: 0, seconds: 0 };
  do {
    talk.send({ type: 'warm-up', maximumSeconds: Math.max(0, secondsLeft - stretch.seconds) });
    const warm = await talk.expect('warm');
    stretch.queries += warm.queries;
    stretch.seconds += warm.seconds;
    if (warm.queries === 0 || warm.seconds === 0) break;
  } while (stretch.seconds < STRETCH_SECONDS && stretch.seconds < secondsLeft);
  return stretch;
}
