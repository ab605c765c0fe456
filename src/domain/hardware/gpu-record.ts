import { sha256 } from '../canonical.ts';
import type { Result } from '../generated/result.ts';
import type { GpuObservation } from '../gpu-watch.ts';
import type { GpuFacts } from './gpu-facts.ts';

export type GpuRecord = Result['hardware']['gpus'][number];
type SettingsAfter = NonNullable<GpuRecord['after']>;

/** What a run adds to what a GPU is. */
export type GpuRun = {
  worked: boolean;
  /** Id of the meter that reads it; null when it is not metered. */
  meter: string | null;
  idleWatts: number | null;
  /** What the samples of the measured phases told; null before there are any. */
  observation: GpuObservation | null;
  /** Why the driver's process ids could not be matched with this machine's; null when they could. */
  foreignProcessesNote: string | null;
  /** The same GPU, described again after the last run; null when it was not. */
  after: GpuFacts | null;
};

/** Why the processes on a GPU are unknown where the driver tells none. */
export const NOT_LISTED = 'the driver does not list the processes on it';

const NOTHING_SEEN: GpuObservation = {
  temperature: { startCelsius: null, endCelsius: null, maximumCelsius: null },
  during: { meanWatts: null, meanUtilization: null },
  eventReasons: null,
  foreignProcesses: null,
};

/** One GPU as a record publishes it: its UUID only as SHA-256. */
export function gpuRecord(gpu: GpuFacts, run: GpuRun): GpuRecord {
  return {
    uuidSha256: sha256(gpu.uuid),
    name: gpu.name.slice(0, 200),
    memoryBytes: gpu.memoryBytes,
    driver: gpu.driver.slice(0, 64),
    powerLimitWatts: gpu.powerLimitWatts,
    defaultPowerLimitWatts: gpu.defaultPowerLimitWatts,
    idleWatts: run.idleWatts,
    mig: gpu.mig,
    worked: run.worked,
    metered: run.meter !== null,
    meter: run.meter,
    cuda: gpu.cuda,
    ecc: gpu.ecc,
    persistence: gpu.persistence,
    clocks: {
      maximumSmMhz: gpu.maximumSmClockMhz,
      maximumMemoryMhz: gpu.maximumMemoryClockMhz,
      applicationSmMhz: gpu.applicationSmClockMhz,
      defaultApplicationSmMhz: gpu.defaultApplicationSmClockMhz,
    },
    ...(run.observation ?? NOTHING_SEEN),
    foreignProcessesNote: noteOf(run),
    after: run.after === null ? null : settingsOf(run.after),
  };
}

/** An unknown number of processes always has its reason, a known one never has. */
function noteOf({ observation, foreignProcessesNote }: GpuRun): string | null {
  if (observation === null) return foreignProcessesNote;
  return observation.foreignProcesses === null ? (foreignProcessesNote ?? NOT_LISTED) : null;
}

/** The settings that must be the same before and after. */
const settingsOf = (gpu: GpuFacts): SettingsAfter => ({
  powerLimitWatts: gpu.powerLimitWatts,
  mig: gpu.mig,
  ecc: gpu.ecc,
  persistence: gpu.persistence,
  applicationSmMhz: gpu.applicationSmClockMhz,
  driver: gpu.driver.slice(0, 64),
});
