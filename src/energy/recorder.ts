import { messageOf, operatorFault } from '../domain/errors.ts';
import type { EdgeReading, TraceRow } from '../domain/evidence.ts';
import type { Phase } from '../domain/generated/plan.ts';
import type { Meter, MeterDescription } from '../ports/meter.ts';

/** Reads meters at phase edges and, in between, at a steady rate. */
export type Recorder = {
  readonly meters: readonly MeterDescription[];
  /** Reads every meter at an edge of a phase. Run 0 is the prefill pass. */
  readEdge(place: { run: number; phase: Phase; edge: EdgeReading['edge'] }): Promise<EdgeReading[]>;
  /** Ends the trace and closes the meters; may be called twice. Throws what went wrong while sampling. */
  stop(): Promise<void>;
};

/**
 * Opens the meters and starts the trace.
 * @param traceHertz samples per second of the trace
 * @param onSample takes each sample, in order of time
 */
export async function startRecorder(meters: readonly Meter[], traceHertz: number, onSample: (row: TraceRow) => void): Promise<Recorder> {
  for (const meter of meters) await meter.open();
  let failure: unknown = null;
  let sampling: Promise<void> = Promise.resolve();
  let busy = false;

  const sample = async () => {
    try {
      for (const meter of meters) onSample({ meter: meter.description.id, ...(await meter.read()) });
    } catch (error) {
      failure ??= error;
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (busy || failure !== null) return;
    busy = true;
    sampling = sample();
  }, 1000 / traceHertz);

  const throwFailure = () => {
    if (failure === null) return;
    throw operatorFault(`The trace broke off: ${messageOf(failure)}`, { code: 'trace-broken', cause: failure });
  };
  return {
    meters: meters.map((meter) => meter.description),
    async readEdge(place) {
      throwFailure();
      const readings: EdgeReading[] = [];
      for (const meter of meters) readings.push({ meter: meter.description.id, ...place, ...(await meter.read()) });
      return readings;
    },
    async stop() {
      clearInterval(timer);
      await sampling;
      for (const meter of meters) await meter.close();
      throwFailure();
    },
  };
}
