import type { ClockEventReason, GpuTraceRow } from './evidence.ts';
import type { Result } from './generated/result.ts';

/** What the samples of the measured phases tell of one GPU, as its record holds it. */
export type GpuObservation = Pick<Result['hardware']['gpus'][number], 'temperature' | 'during' | 'eventReasons' | 'foreignProcesses'>;

/** Takes samples one by one, so that an hour of them need not be kept. */
export type GpuWatch = {
  /** Takes one sample of a measured phase. */
  add(row: GpuTraceRow): void;
  observation(): GpuObservation;
};

/** Watches one GPU over the measured phases. What no sample told stays null. */
export function watchGpu(): GpuWatch {
  const watts = running();
  const utilization = running();
  const celsius = running();
  const reasons = new Set<ClockEventReason>();
  const told = { reasons: false, unmatched: false, foreign: null as number | null };
  return {
    add(row) {
      watts.add(row.watts);
      utilization.add(row.utilization);
      celsius.add(row.celsius);
      for (const reason of row.reasons ?? []) reasons.add(reason);
      if (row.reasons !== null) told.reasons = true;
      if (row.foreign === null) told.unmatched = true;
      else told.foreign = Math.max(told.foreign ?? 0, row.foreign);
    },
    observation: () => ({
      temperature: { startCelsius: celsius.first(), endCelsius: celsius.last(), maximumCelsius: celsius.most() },
      during: { meanWatts: watts.mean(), meanUtilization: utilization.mean() },
      eventReasons: told.reasons ? [...reasons].sort() : null,
      // Processes seen are told even where others could not be matched: the number is then a least one.
      foreignProcesses: told.unmatched && !told.foreign ? null : told.foreign,
    }),
  };
}

function running() {
  const values = { count: 0, sum: 0, first: null as number | null, last: null as number | null, most: null as number | null };
  return {
    add(value: number | null) {
      if (value === null) return;
      values.count += 1;
      values.sum += value;
      values.first ??= value;
      values.last = value;
      values.most = Math.max(values.most ?? value, value);
    },
    mean: () => (values.count === 0 ? null : values.sum / values.count),
    first: () => values.first,
    last: () => values.last,
    most: () => values.most,
  };
}
