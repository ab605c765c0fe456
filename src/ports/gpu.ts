import type { ClockEventReason } from '../domain/evidence.ts';
import type { GpuFacts } from '../domain/hardware/gpu-facts.ts';

/** What a GPU is, as its driver tells it. */
export type GpuDescription = GpuFacts;

/** One look at a GPU. A field is null where this GPU or driver does not tell it, never a zero in its place. */
export type GpuSample = {
  /** Instant power in watts (NVML_FI_DEV_POWER_INSTANT), not the one-second average. */
  powerWatts: number | null;
  temperatureCelsius: number | null;
  smClockMhz: number | null;
  memoryClockMhz: number | null;
  /** From 0 to 1. */
  utilization: number | null;
  eventReasons: ClockEventReason[] | null;
  /** Ids of the processes that compute on it, in the namespace of the driver; null where they are not told. */
  processes: number[] | null;
};

/**
 * A way to the GPUs of this machine. Every call throws a Fault of the operator that names NVML's return code
 * (gpu-lost, gpu-not-supported, nvml-…); a GPU that is lost is never a zero.
 */
export type GpuLibrary = {
  /** nvml or nvidia-smi. */
  readonly id: 'nvml' | 'nvidia-smi';
  devices(): GpuDescription[];
  /** Energy since the driver was loaded, in millijoules; null where the GPU or the way has no such counter. */
  energyMillijoules(uuid: string): number | null;
  sample(uuid: string): GpuSample;
  close(): void;
};
