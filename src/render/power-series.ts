import type { GpuTraceRow, TraceRow } from '../domain/evidence.ts';
import type { Result } from '../domain/generated/result.ts';
import { type PowerPoint, powerOf } from '../domain/windows.ts';

/** Power over time of one device; a line of the plot. */
export type PowerSeries = {
  readonly label: string;
  /** The label where there is little room. */
  readonly short: string;
  readonly points: readonly PowerPoint[];
};

type Machine = { readonly gpus: Result['hardware']['gpus']; readonly meters: Result['meters'] };

/** Shortest time over which a count's difference is taken for power, in seconds: coarse counters would jump otherwise. */
const COUNT_SECONDS = 0.5;

/** Power of every metered GPU as its sensor told it, and of every other meter from how its count grew. */
export function powerSeries({ gpus, meters }: Machine, rows: readonly (TraceRow | GpuTraceRow)[]): PowerSeries[] {
  const gpuRows = rows.filter((row) => 'gpu' in row);
  const counts = rows.filter((row) => 'meter' in row);
  const ofGpus = gpus.flatMap((gpu, place): PowerSeries[] => {
    const points = gpu.metered ? powerOf(gpuRows, place) : [];
    return points.length === 0 ? [] : [{ label: `GPU ${place}: ${gpu.name}`, short: `GPU ${place}`, points }];
  });
  const traced = new Set(gpus.flatMap(({ meter }, place) => (powerOf(gpuRows, place).length > 0 ? (meter ?? []) : [])));
  const ofMeters = meters
    .filter(({ id }) => !traced.has(id))
    .map((meter): PowerSeries => {
      const own = counts.filter((row) => row.meter === meter.id).sort((a, b) => a.seconds - b.seconds);
      const scope = meter.scope.toUpperCase();
      const label = meter.device.startsWith(scope) ? meter.device : `${scope}: ${meter.device}`;
      return { label, short: scope, points: fromCounts(own, meter.joulesPerCount) };
    });
  return [...ofGpus, ...ofMeters.filter(({ points }) => points.length > 0)];
}

function fromCounts(rows: readonly TraceRow[], joulesPerCount: number): PowerPoint[] {
  const points: PowerPoint[] = [];
  let before = rows[0];
  for (const row of rows) {
    if (before === undefined || row.seconds - before.seconds < COUNT_SECONDS) continue;
    const seconds = row.seconds - before.seconds;
    points.push({ seconds: before.seconds + seconds / 2, watts: ((row.count - before.count) * joulesPerCount) / seconds });
    before = row;
  }
  return points;
}
