import type { GpuSample } from '../ports/gpu.ts';
import type { Clock } from '../ports/meter.ts';
import { type Climate, PLATEAU_SECONDS } from './benchmark-plateau.ts';

/** One look at every metered GPU, in one order. */
export type SampleGpus = () => GpuSample[];

/** A record of the last seconds of power and temperature, kept while it is open. */
export type ClimateLog = {
  /** The samples of the last ten seconds and a little more, in order of time. @throws what a sensor threw */
  samples(): readonly Climate[];
  close(): void;
};

const SAMPLE_MILLISECONDS = 100;

/** Starts to sample the GPUs ten times a second; without GPUs there are no samples. */
export function openClimateLog(sampleGpus: SampleGpus | null, clock: Clock): ClimateLog {
  const kept: Climate[] = [];
  let failure: { reason: unknown } | null = null;
  const sample = () => {
    try {
      if (sampleGpus !== null) kept.push({ seconds: clock(), gpus: sampleGpus() });
      while ((kept[1]?.seconds ?? Infinity) < clock() - PLATEAU_SECONDS) kept.shift();
    } catch (reason) {
      failure ??= { reason };
    }
  };
  const timer = sampleGpus === null ? undefined : setInterval(sample, SAMPLE_MILLISECONDS);
  return {
    samples() {
      if (failure !== null) throw failure.reason;
      return kept;
    },
    close: () => clearInterval(timer),
  };
}
