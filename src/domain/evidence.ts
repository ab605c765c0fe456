import type { Phase } from './generated/plan.ts';
import type { Result } from './generated/result.ts';

/** A meter's reading at one edge of one measured phase; one line of a bundle's readings.jsonl. */
export type EdgeReading = {
  meter: string;
  /** Number of the run, from 1; 0 for the prefill pass before the first run; one more than the last, the window with several queries at once. */
  run: number;
  phase: Phase;
  edge: 'start' | 'end';
  /** Seconds on the record's clock. */
  seconds: number;
  /**
   * The meter's count at its tick nearest to the edge. Energy at the edge = count x joulesPerCount + waitJoules; the
   * energy of a window is the difference at its two edges.
   */
  count: number;
  /**
   * Energy from the tick to the edge, in joules: positive where the tick came before the edge, negative where the edge
   * was over and the recorder waited for the tick. Absent where the count was taken as it stood.
   */
  waitJoules?: number;
  /** Bound of the error of the energy at this edge, in joules; absent where it is update period x power. */
  edgeJoules?: number;
};

/** One sample of a meter's count; one line of a bundle's trace.jsonl. */
export type TraceRow = {
  meter: string;
  seconds: number;
  count: number;
};

/** Why a GPU's clocks are what they are; NVML's names. */
export type ClockEventReason = NonNullable<Result['hardware']['gpus'][number]['eventReasons']>[number];

/** One look at a GPU; another kind of line of a bundle's trace.jsonl. A field is null where the driver does not tell it. */
export type GpuTraceRow = {
  /** Place in the record's hardware.gpus, from 0. */
  gpu: number;
  /** Seconds on the record's clock. */
  seconds: number;
  watts: number | null;
  celsius: number | null;
  smMhz: number | null;
  memoryMhz: number | null;
  /** From 0 to 1. */
  utilization: number | null;
  reasons: ClockEventReason[] | null;
  /** Processes on the GPU that are not the backend's; null when they could not be matched. */
  foreign: number | null;
};

/** A bundle's manifest.json: every other file with its size and digest, sorted by path. */
export type Manifest = {
  schemaVersion: 1;
  files: { path: string; bytes: number; sha256: string }[];
};

/** A bundle as it was read back. */
export type Evidence = {
  manifestSha256: string;
  manifest: Manifest;
  /** One sentence per file that is missing, surplus or differs from the manifest. */
  damage: string[];
  /** What environment.json holds; null where it cannot be read. */
  environment: unknown;
  readings: EdgeReading[];
  trace: TraceRow[];
  gpuTrace: GpuTraceRow[];
};
