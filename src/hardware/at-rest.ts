import type { GpuAtRest } from '../domain/hardware/gpu-facts.ts';
import { NOT_LISTED } from '../domain/hardware/gpu-record.ts';
import type { GpuLibrary, GpuSample } from '../ports/gpu.ts';
import type { Clock } from '../ports/meter.ts';
import type { ProcessMatcher } from './processes.ts';

/** How long GPUs are looked at, and the time between two looks, in seconds. */
const WINDOW_SECONDS = 2;
const LOOK_SECONDS = 0.1;

export type AtRestRequest = {
  library: Pick<GpuLibrary, 'sample'>;
  uuids: readonly string[];
  matcher: ProcessMatcher;
  clock: Clock;
  sleep: (seconds: number) => Promise<void>;
};

/**
 * Looks at GPUs for two seconds before anything is loaded: idle power and utilisation as means, the rest as it was last.
 * @throws what the library throws, as in gpu-lost
 */
export async function gpusAtRest({ library, uuids, matcher, clock, sleep }: AtRestRequest): Promise<GpuAtRest[]> {
  const samples = uuids.map((): GpuSample[] => []);
  for (const start = clock(); clock() - start < WINDOW_SECONDS; await sleep(LOOK_SECONDS)) {
    for (const [position, uuid] of uuids.entries()) samples[position]?.push(library.sample(uuid));
  }
  return samples.map((seen) => atRest(seen, matcher));
}

function atRest(samples: readonly GpuSample[], matcher: ProcessMatcher): GpuAtRest {
  const last = samples.at(-1);
  const foreign = samples.map(({ processes }) => (processes === null ? null : matcher.countForeign(processes)));
  const counted = foreign.filter((count) => count !== null);
  const processes = counted.length < foreign.length ? null : Math.max(0, ...counted);
  return {
    idleWatts: meanOf(samples.map(({ powerWatts }) => powerWatts)),
    temperatureCelsius: last?.temperatureCelsius ?? null,
    utilization: meanOf(samples.map(({ utilization }) => utilization)),
    eventReasons: last?.eventReasons ?? null,
    processes,
    processesNote: processes === null ? (matcher.note() ?? NOT_LISTED) : null,
  };
}

/** The mean; null when a single value is missing, for the rest might not stand for it. */
function meanOf(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 || told.length < values.length ? null : told.reduce((sum, value) => sum + value, 0) / told.length;
}
