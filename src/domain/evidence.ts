import type { Phase } from './generated/plan.ts';

/** A meter's reading at one edge of one measured phase; one line of a bundle's readings.jsonl. */
export type EdgeReading = {
  meter: string;
  /** Number of the run, from 1; 0 for the prefill pass before the first run. */
  run: number;
  phase: Phase;
  edge: 'start' | 'end';
  /** Seconds on the record's clock. */
  seconds: number;
  /** The meter's count; energy = difference of counts x joulesPerCount. */
  count: number;
};

/** One sample of the trace; one line of a bundle's trace.jsonl. */
export type TraceRow = {
  meter: string;
  seconds: number;
  count: number;
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
  readings: EdgeReading[];
  trace: TraceRow[];
};
