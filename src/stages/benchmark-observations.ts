import type { GpuTraceRow } from '../domain/evidence.ts';
import { type GpuObservation, type GpuWatch, watchGpu } from '../domain/gpu-watch.ts';

/** What the trace tells of the GPUs during the measured phases, over all sittings of one result. */
export type Observations = {
  /** Takes a row of the trace, measured phase or not. */
  add(row: GpuTraceRow): void;
  /** A phase was measured: its rows count, and everything before it is forgotten. */
  endPhase(phase: { startSeconds: number; endSeconds: number }): void;
  /** In the order of the record's hardware.gpus. */
  all(): GpuObservation[];
};

export function observations(): Observations {
  const watches: GpuWatch[] = [];
  let waiting: GpuTraceRow[] = [];
  return {
    add: (row) => void waiting.push(row),
    endPhase({ startSeconds, endSeconds }) {
      for (const row of waiting) {
        if (row.seconds < startSeconds || row.seconds > endSeconds) continue;
        while (watches.length <= row.gpu) watches.push(watchGpu());
        watches[row.gpu]?.add(row);
      }
      waiting = waiting.filter(({ seconds }) => seconds > endSeconds);
    },
    all: () => watches.map((watch) => watch.observation()),
  };
}
