import type { BackendProcess } from '../backends/process.ts';
import { type Announce, expectMessage } from './benchmark-phase.ts';

/** Shortest stretch of warm-up whose pace is compared with the one before, in seconds. */
const STRETCH_SECONDS = 0.5;

/** Two stretches whose times per query differ by less than this fraction have the same pace. */
const SETTLED_FRACTION = 0.05;

/**
 * Has the backend answer queries until its pace has settled, or until the bound: compilers, caches and clocks are then
 * where they stay during the measurement. One warm-up of the backend (a full query, ten short ones) is the least.
 * @param maximumSeconds bound of the whole warm-up, in seconds
 */
export async function warmUp(
  backend: BackendProcess,
  maximumSeconds: number,
  announce: Announce,
): Promise<{ queries: number; seconds: number }> {
  const done = { queries: 0, seconds: 0 };
  let paceBefore: number | null = null;
  for (;;) {
    const stretch = { queries: 0, seconds: 0 };
    do {
      backend.send({ type: 'warm-up', maximumSeconds: Math.max(0, maximumSeconds - done.seconds - stretch.seconds) });
      const warm = await expectMessage(backend, 'warm', announce);
      stretch.queries += warm.queries;
      stretch.seconds += warm.seconds;
      if (warm.queries === 0 || warm.seconds === 0) break;
    } while (stretch.seconds < STRETCH_SECONDS && done.seconds + stretch.seconds < maximumSeconds);
    done.queries += stretch.queries;
    done.seconds += stretch.seconds;
    const pace: number | null = stretch.queries === 0 ? null : stretch.seconds / stretch.queries;
    const settled = pace !== null && paceBefore !== null && Math.abs(pace - paceBefore) < SETTLED_FRACTION * paceBefore;
    if (settled || pace === null || done.seconds >= maximumSeconds) return done;
    paceBefore = pace;
  }
}
