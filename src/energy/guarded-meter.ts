import { operatorFault } from '../domain/errors.ts';
import type { Meter, Reading } from '../ports/meter.ts';

/**
 * Longest time for which a GPU's counter may stand still, in seconds. A board never takes zero watts, and counters tick
 * every 10 to 100 ms.
 */
const STUCK_SECONDS = 2;

/** A meter whose readings are held against the one before: a counter that fell or stands still ends the run. */
export type GuardedMeter = { readonly meter: Meter; read(): Promise<Reading> };

/**
 * Guards a meter.
 * @throws Fault of the operator from read(): meter-backwards when the count fell, meter-stuck when a GPU's counter stood
 * still for two seconds
 */
export function guarded(meter: Meter): GuardedMeter {
  let last: Reading | null = null;
  let moved: Reading | null = null;
  return {
    meter,
    async read() {
      const reading = await meter.read();
      const { id, scope, quality } = meter.description;
      // Two readers can be under way at once: the one that was overtaken is no step back.
      if (last !== null && reading.seconds >= last.seconds && reading.count < last.count) {
        throw operatorFault(`The counter of the meter ${id} fell from ${last.count} to ${reading.count}: it was reset.`, {
          code: 'meter-backwards',
          mend: 'Find what reset it (a driver that was loaded anew, a GPU that was reset) and measure again.',
        });
      }
      if (last === null || reading.seconds >= last.seconds) last = reading;
      if (moved === null || reading.count !== moved.count) moved = reading;
      const still = reading.seconds - moved.seconds;
      if (scope === 'gpu' && quality === 'counter' && still > STUCK_SECONDS) {
        throw operatorFault(`The counter of the meter ${id} has stood at ${reading.count} for ${still.toFixed(1)} s.`, {
          code: 'meter-stuck',
          mend: 'A GPU always takes power, so that its counter does not work: see that the driver supports it (Volta or later, no vGPU), then measure again.',
        });
      }
      return reading;
    },
  };
}
