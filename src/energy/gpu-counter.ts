import { operatorFault } from '../domain/errors.ts';
import type { GpuDescription, GpuLibrary } from '../ports/gpu.ts';
import type { Clock, Meter, Reading } from '../ports/meter.ts';
import { measureUpdatePeriod } from './update-period.ts';

/** A counter that shows the same for longer than this, in seconds, and than five of its periods, is stuck. */
const STUCK_SECONDS = 1;
const STUCK_PERIODS = 5;

const ALTERNATIVE = 'Without a counter, --meter nvidia-smi integrates power instead; such a result is never official.';

export type GpuCounterOptions = {
  library: Pick<GpuLibrary, 'id' | 'energyMillijoules'>;
  gpu: Pick<GpuDescription, 'uuid' | 'index' | 'name'>;
  clock: Clock;
  /** Waits this many seconds; a virtual clock moves on by it. */
  sleep: (seconds: number) => Promise<void>;
};

/**
 * The meter of one GPU's energy counter, which counts millijoules since the driver was loaded.
 * open() measures how often the counter moves. No reading is ever made up: each way in which the counter can be wrong
 * is a Fault of the operator: counter-missing, counter-zero, counter-reset (it went backwards), counter-stuck (it
 * stood still for a second and more than five of its periods), besides what the library throws, as in gpu-lost.
 */
export function gpuCounterMeter({ library, gpu, clock, sleep }: GpuCounterOptions): Meter {
  const id = `${library.id}:${gpu.index}`;
  let period: number | null = null;
  let last: { count: number; changedAt: number } | null = null;

  const look = (): Reading => {
    const before = clock();
    const count = library.energyMillijoules(gpu.uuid);
    const seconds = (before + clock()) / 2;
    return { seconds, count: soundCount(count) };
  };
  const soundCount = (count: number | null): number => {
    if (count === null) {
      throw operatorFault(`${gpu.name} has no energy counter.`, {
        code: 'counter-missing',
        mend: `Use a GPU of the Volta generation or later. ${ALTERNATIVE}`,
      });
    }
    if (last !== null && count < last.count) {
      throw operatorFault(`The energy counter of ${gpu.name} went back from ${last.count} to ${count} mJ.`, {
        code: 'counter-reset',
        mend: 'Keep the driver loaded (nvidia-smi --persistence-mode=1), leave the GPU alone while it is measured, and measure again.',
      });
    }
    if (count === 0) {
      throw operatorFault(`The energy counter of ${gpu.name} says zero.`, {
        code: 'counter-zero',
        mend: `Restart the machine or update the driver. ${ALTERNATIVE}`,
      });
    }
    return count;
  };
  const stuck = (seconds: number) =>
    operatorFault(`The energy counter of ${gpu.name} has not moved for ${seconds.toFixed(1)} s.`, {
      code: 'counter-stuck',
      mend: `Restart the machine or update the driver. ${ALTERNATIVE}`,
    });
  const follow = (reading: Reading): Reading => {
    if (last === null || reading.count > last.count) {
      last = { count: reading.count, changedAt: reading.seconds };
      return reading;
    }
    const still = reading.seconds - last.changedAt;
    if (still > Math.max(STUCK_SECONDS, STUCK_PERIODS * (period ?? 0))) throw stuck(still);
    return reading;
  };

  return {
    get description() {
      return {
        id,
        scope: 'gpu' as const,
        quality: 'counter' as const,
        joulesPerCount: 0.001,
        device: gpu.name,
        updatePeriodSeconds: period,
        assumption: null,
      };
    },
    async open() {
      last = null;
      period = await measureUpdatePeriod({ read: () => follow(look()), sleep });
      if (last === null) follow(look());
    },
    async read() {
      if (last === null) throw operatorFault(`The meter ${id} was read before it was opened.`, { code: 'meter-not-open' });
      return follow(look());
    },
    async close() {
      last = null;
    },
  };
}
