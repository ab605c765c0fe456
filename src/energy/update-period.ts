import type { Reading } from '../ports/meter.ts';

/** How long a counter is usually looked at, and at most where it moves rarely, in seconds. */
const USUAL_SEARCH_SECONDS = 0.5;
const LONGEST_SEARCH_SECONDS = 2;
/** Time between two looks, in seconds: the period is found to about this. */
const LOOK_SECONDS = 0.001;

/**
 * The time between two updates of a counter, in seconds: the median of what is seen in half a second, or in up to two
 * where it moved less than twice. The mean of the gaps near their median: a look that came late makes one gap long and
 * the next one short, a look that came too late hides a change.
 * @returns null where the counter moved less than twice
 */
export async function measureUpdatePeriod(port: {
  read: () => Reading;
  sleep: (seconds: number) => Promise<void>;
}): Promise<number | null> {
  const first = port.read();
  const changes: number[] = [];
  for (let count = first.count, elapsed = 0; elapsed < USUAL_SEARCH_SECONDS || (changes.length < 2 && elapsed < LONGEST_SEARCH_SECONDS); ) {
    await port.sleep(LOOK_SECONDS);
    const reading = port.read();
    elapsed = reading.seconds - first.seconds;
    if (reading.count !== count) changes.push(reading.seconds);
    count = reading.count;
  }
  const gaps = changes.slice(1).map((seconds, position) => seconds - (changes[position] ?? seconds));
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (median === undefined) return null;
  const usual = gaps.filter((gap) => gap > median / 2 && gap < median * 1.5);
  return usual.reduce((total, gap) => total + gap, 0) / usual.length;
}
