import type { GpuTraceRow } from '../domain/evidence.ts';
import { type Integral, integralOf, type PowerPoint } from '../domain/windows.ts';
import type { GpuLibrary } from '../ports/gpu.ts';

/** The GPUs that a recorder looks at beside the meters: those that work and their idle peers. */
export type TracedGpus = {
  library: Pick<GpuLibrary, 'sample'>;
  /** In the order of the record's hardware.gpus; meter is the id of the meter that reads this GPU, null for a peer. */
  gpus: readonly { uuid: string; meter: string | null }[];
  /** How many of these process ids are not the backend's; null when they cannot be matched. */
  countForeign(processes: readonly number[]): number | null;
};

/** Looks at GPUs, keeps what the running window needs, and passes every row on. */
export type GpuTrace = {
  /** Place of the GPU that a meter reads; null for a meter that reads none. */
  placeOf(meter: string): number | null;
  /** Takes a sample of one GPU without recording it. */
  look(gpu: number, seconds: number): GpuTraceRow;
  /** Records a row: in the trace, and in the window where one is open. */
  record(row: GpuTraceRow): void;
  /** The power that was recorded last; null when none was told. */
  lastWatts(gpu: number): number | null;
  openWindow(): void;
  closeWindow(): void;
  /** Energy of the window that was opened last, by the trapezoid rule; null when its samples do not reach from edge to edge. */
  integral(gpu: number, startSeconds: number, endSeconds: number): Integral | null;
};

type State = { points: PowerPoint[]; lastWatts: number | null };

export function gpuTrace({ library, gpus, countForeign }: TracedGpus, onRow: (row: GpuTraceRow) => void): GpuTrace {
  const states: State[] = gpus.map(() => ({ points: [], lastWatts: null }));
  let open = false;
  const stateOf = (gpu: number) => states[gpu] as State;
  return {
    placeOf(meter) {
      const place = gpus.findIndex((gpu) => gpu.meter === meter);
      return place < 0 ? null : place;
    },
    look(gpu, seconds) {
      const sample = library.sample((gpus[gpu] as TracedGpus['gpus'][number]).uuid);
      return {
        gpu,
        seconds,
        watts: sample.powerWatts,
        celsius: sample.temperatureCelsius,
        smMhz: sample.smClockMhz,
        memoryMhz: sample.memoryClockMhz,
        utilization: sample.utilization,
        reasons: sample.eventReasons,
        foreign: sample.processes === null ? null : countForeign(sample.processes),
      };
    },
    record(row) {
      onRow(row);
      const state = stateOf(row.gpu);
      if (row.watts !== null) state.lastWatts = row.watts;
      if (open && row.watts !== null) state.points.push({ seconds: row.seconds, watts: row.watts });
    },
    lastWatts: (gpu) => stateOf(gpu).lastWatts,
    openWindow() {
      open = true;
      for (const state of states) state.points = [];
    },
    closeWindow() {
      open = false;
    },
    integral: (gpu, startSeconds, endSeconds) => {
      // The row of an ending edge can follow one that was taken in between.
      const points = stateOf(gpu).points.toSorted((a, b) => a.seconds - b.seconds);
      return integralOf(points, startSeconds, endSeconds);
    },
  };
}
