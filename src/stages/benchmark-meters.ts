import type { Meter } from '../ports/meter.ts';

/**
 * A meter that counts on from where an earlier one of the same kind ended: counters that begin anew with each process
 * or each boot then still only grow over a result that was measured in several sittings. Differences of counts, and so
 * every energy, stay as they are.
 * @param from the last count of the earlier one; undefined leaves the meter as it is
 */
export function countingOn(meter: Meter, from: number | undefined): Meter {
  if (from === undefined) return meter;
  let offset: number | null = null;
  const continued: Meter = Object.create(meter);
  continued.read = async () => {
    const reading = await meter.read();
    offset ??= from - reading.count;
    return { ...reading, count: reading.count + offset };
  };
  return continued;
}
