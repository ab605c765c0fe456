import { operatorFault } from '../domain/errors.ts';
import type { GpuDescription } from '../ports/gpu.ts';
import type { Clock, Meter } from '../ports/meter.ts';
import { cpuEstimateMeter } from './cpu-estimate.ts';
import type { GpuAccess } from './gpu-access.ts';
import { gpuCounterMeter } from './gpu-counter.ts';
import { nvidiaSmiMeter } from './nvidia-smi/meter.ts';
import { POWERCAP_FOLDER, raplMeters } from './rapl.ts';

/**
 * Meters an operator can ask for. auto takes the GPU where the model runs on one (NVML, else nvidia-smi); without a GPU,
 * and beside it, RAPL where it can be read, else the estimate.
 */
export const METER_CHOICES = ['auto', 'nvml', 'nvidia-smi', 'rapl', 'cpu-estimate'] as const;
export type MeterChoice = (typeof METER_CHOICES)[number];

export type MeterRequest = {
  choice: MeterChoice;
  /** The process that does the work: the estimate follows its CPU time. */
  pid: number;
  clock: Clock;
  /** The GPUs whose energy is the score, and the way to them; left out where the model runs on the CPU. */
  gpus?: { access: GpuAccess; scored: readonly GpuDescription[] };
  wattsPerBusyCore?: number;
  powercapFolder?: string;
  /** For virtual clocks. */
  sleep?: (seconds: number) => Promise<void>;
};

const realSleep = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * The meters for one benchmark, not yet open: one for each scored GPU, then those of CPU and memory.
 * @throws Fault of the operator, code meter-missing, when the meter asked for is not on this machine
 */
export function discoverMeters(request: MeterRequest): Meter[] {
  return [...gpuMeters(request), ...cpuMeters(request)];
}

function gpuMeters({ gpus, clock, sleep = realSleep }: MeterRequest): Meter[] {
  if (gpus === undefined) return [];
  const { access, scored } = gpus;
  return scored.map((gpu) =>
    access.id === 'nvml' ? gpuCounterMeter({ library: access, gpu, clock, sleep }) : nvidiaSmiMeter({ smi: access, gpu, clock }),
  );
}

function cpuMeters({ choice, pid, clock, powercapFolder, wattsPerBusyCore }: MeterRequest): Meter[] {
  const rapl = choice === 'cpu-estimate' ? [] : raplMeters(clock, powercapFolder ?? POWERCAP_FOLDER);
  if (rapl.length > 0) return rapl;
  if (choice === 'rapl') {
    throw operatorFault('No RAPL energy counter can be read on this machine.', {
      code: 'meter-missing',
      mend: 'Run as a user who may read /sys/class/powercap/intel-rapl*/energy_uj, or pass --meter cpu-estimate.',
    });
  }
  return [cpuEstimateMeter({ pid, clock, ...(wattsPerBusyCore === undefined ? {} : { wattsPerBusyCore }) })];
}
