import type { BundleWriter } from '../bundle/write.ts';
import type { EdgeReading } from '../domain/evidence.ts';
import { type Observations, observations } from './benchmark-observations.ts';
import type { AnyTraceRow } from './checkpoint.ts';

/** Passes everything that is read on to the bundle, and remembers what a checkpoint and a later sitting need of it. */
export type Journal = {
  /** @throws what the bundle throws once it cannot be written; a recorder ends the phase with it */
  addTrace(row: AnyTraceRow): void;
  /** @throws what the bundle throws once it cannot be written */
  addReadings(readings: readonly EdgeReading[]): void;
  /** Every reading so far. */
  readonly readings: readonly EdgeReading[];
  /** Rows of the trace since the last call. */
  takeNewTrace(): AnyTraceRow[];
  /** The last count of every meter, by its id. */
  readonly counts: ReadonlyMap<string, number>;
  /** Seconds of the latest row or reading; 0 before the first. */
  readonly seconds: number;
  /** What the rows tell of the GPUs, phase by phase. */
  readonly gpus: Omit<Observations, 'add'>;
  /** Rows so far: it grows as long as the meters are read. */
  readonly rows: number;
};

/** @param keepsTrace whether rows are kept until a checkpoint takes them */
export function openJournal(bundle: Pick<BundleWriter, 'addTrace' | 'addReadings'>, keepsTrace: 'for checkpoints' | 'never'): Journal {
  const readings: EdgeReading[] = [];
  const counts = new Map<string, number>();
  const gpus = observations();
  let fresh: AnyTraceRow[] = [];
  let seconds = 0;
  let rows = 0;
  const note = (row: AnyTraceRow | EdgeReading) => {
    seconds = Math.max(seconds, row.seconds);
    if ('meter' in row) counts.set(row.meter, Math.max(row.count, counts.get(row.meter) ?? row.count));
  };
  return {
    addTrace(row) {
      bundle.addTrace(row);
      note(row);
      if ('gpu' in row) gpus.add(row);
      rows += 1;
      if (keepsTrace === 'for checkpoints') fresh.push(row);
    },
    addReadings(more) {
      bundle.addReadings(more);
      for (const reading of more) note(reading);
      readings.push(...more);
    },
    readings,
    takeNewTrace() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    counts,
    gpus,
    get seconds() {
      return seconds;
    },
    get rows() {
      return rows;
    },
  };
}
