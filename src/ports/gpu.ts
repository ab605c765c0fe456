import type { ClockEventReason } from '../domain/evidence.ts';

/** What a GPU is, as its driver tells it. */
export type GpuDescription = {
  /** As in GPU-1b2c3d4e-…: the only name a GPU is selected by. Never published; the record holds its SHA-256. */
  uuid: string;
  /** The driver's number, by PCI bus. */
  index: number;
  /** Product name as NVML tells it, as in NVIDIA H100 80GB HBM3. */
  name: string;
  memoryBytes: number;
  driver: string;
  /** CUDA version that the driver supports, as in 12.8; null where it is not told. */
  cuda: string | null;
  powerLimitWatts: number | null;
  defaultPowerLimitWatts: number | null;
  /** Whether the GPU is sliced (MIG); false where it cannot be. */
  mig: boolean;
  ecc: boolean | null;
  persistence: boolean | null;
  maximumSmClockMhz: number | null;
  maximumMemoryClockMhz: number | null;
  /** The application clock that is set; null where none can be. */
  applicationSmClockMhz: number | null;
  defaultApplicationSmClockMhz: number | null;
  /** Whether a script plays the hardware: the driver version says so. */
  scripted: boolean;
};

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
