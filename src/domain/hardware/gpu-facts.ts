import type { ClockEventReason } from '../evidence.ts';

/** What a GPU is and how it is set, as its driver tells it; null where it does not. Megahertz, watts, bytes. */
export type GpuFacts = {
  uuid: string;
  index: number;
  name: string;
  memoryBytes: number;
  driver: string;
  cuda: string | null;
  powerLimitWatts: number | null;
  defaultPowerLimitWatts: number | null;
  mig: boolean;
  ecc: boolean | null;
  persistence: boolean | null;
  maximumSmClockMhz: number | null;
  maximumMemoryClockMhz: number | null;
  applicationSmClockMhz: number | null;
  defaultApplicationSmClockMhz: number | null;
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
