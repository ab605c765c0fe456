import { operatorFault } from '../../domain/errors.ts';
import type { GpuDescription } from '../../ports/gpu.ts';
import type { Clock, Meter, Reading } from '../../ports/meter.ts';
import type { NvidiaSmi } from './open-nvidia-smi.ts';
import type { SmiStream } from './stream.ts';

const JOULES_PER_COUNT = 0.001;

/**
 * The meter of one GPU's power, streamed by nvidia-smi ten times a second and integrated by the trapezoid rule.
 * A reading is true for the moment at which it was asked for, and is given when the next sample has come.
 */
export function nvidiaSmiMeter(options: { smi: NvidiaSmi; gpu: Pick<GpuDescription, 'uuid' | 'index' | 'name'>; clock: Clock }): Meter {
  const { smi, gpu, clock } = options;
  const id = `nvidia-smi:${gpu.index}`;
  let stream: SmiStream | null = null;
  return {
    description: {
      id,
      scope: 'gpu',
      quality: 'integrated',
      joulesPerCount: JOULES_PER_COUNT,
      device: gpu.name,
      updatePeriodSeconds: null,
      assumption:
        smi.powerField === 'power.draw'
          ? 'power.draw of nvidia-smi, on newer GPUs a mean of the last second: this driver tells no instant power'
          : null,
    },
    async open() {
      stream = await smi.stream();
    },
    async read(): Promise<Reading> {
      if (stream === null) throw operatorFault(`The meter ${id} was read before it was opened.`, { code: 'meter-not-open' });
      const seconds = clock();
      return { seconds, count: Math.round((await stream.joulesNow(gpu.uuid)) / JOULES_PER_COUNT) };
    },
    async close() {
      if (stream !== null) smi.release();
      stream = null;
    },
  };
}
