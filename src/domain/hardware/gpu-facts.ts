import type { ClockEventReason } from '../evidence.ts';

/** What a GPU is and how it is set, as its driver tells it; null where it does not. Megahertz, watts, bytes. */
export type GpuFacts = {
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

/** What was seen of a GPU over a short while before anything was loaded; null where it is not told. */
export type GpuAtRest = {
  /** Mean instant power in watts. */
  idleWatts: number | null;
  temperatureCelsius: number | null;
  /** Mean, from 0 to 1. */
  utilization: number | null;
  eventReasons: readonly ClockEventReason[] | null;
  /** Processes that compute on it, none of them ours; null where they cannot be told. */
  processes: number | null;
  /** Why they cannot be told; null where they are. */
  processesNote: string | null;
};
