import type { EdgeReading, GpuTraceRow } from '../domain/evidence.ts';
import { ALIGNMENT_BOUND_SECONDS, alignedAt, type Poll } from '../domain/windows.ts';
import type { Meter, Reading } from '../ports/meter.ts';
import type { GpuTrace } from './gpu-trace.ts';

/** Time between two looks at a counter, in seconds: half of it, times the power, is how far a tick can be misplaced. */
const LOOK_SECONDS = 0.001;

export type Place = { run: number; phase: EdgeReading['phase']; edge: EdgeReading['edge'] };

/** Waits on the run's clock. */
export type Sleep = (seconds: number) => Promise<void>;

type Look = { reading: Reading; row: GpuTraceRow };
type Watched = { meter: Meter; gpu: number; powerBefore: number | null; looks: Look[] };

/**
 * Reads the counters of GPUs at an edge, each aligned to its tick as alignedAt tells, opens or closes the trace's window
 * there, and records the power at the edge. The backend is idle at an edge, so that the wait disturbs nothing.
 * A counter whose GPU tells no power cannot be corrected for the wait: it is not waited for.
 */
export async function readAlignedEdge(
  meters: readonly { meter: Meter; gpu: number }[],
  trace: GpuTrace,
  place: Place,
  sleep: Sleep,
): Promise<EdgeReading[]> {
  const watched: Watched[] = meters.map((entry) => ({ ...entry, powerBefore: trace.lastWatts(entry.gpu), looks: [] }));
  for (;;) {
    for (const entry of watched) {
      const reading = await entry.meter.read();
      entry.looks.push({ reading, row: trace.look(entry.gpu, reading.seconds) });
    }
    if (place.edge === 'end' && watched[0]?.looks.length === 1) closeWindow(watched, trace);
    if (watched.every(isOver)) break;
    await sleep(LOOK_SECONDS);
  }
  if (place.edge === 'start') openWindow(watched, trace);
  return watched.map((entry) => ({ meter: entry.meter.description.id, ...place, ...atEdge(entry, place.edge) }));
}

function openWindow(watched: readonly Watched[], trace: GpuTrace): void {
  trace.openWindow();
  for (const { looks } of watched) trace.record((looks.at(-1) as Look).row);
}

function closeWindow(watched: readonly Watched[], trace: GpuTrace): void {
  for (const { looks } of watched) trace.record((looks[0] as Look).row);
  trace.closeWindow();
}

function atEdge(entry: Watched, edge: EdgeReading['edge']): Reading & Pick<EdgeReading, 'waitJoules' | 'edgeJoules'> {
  const { reading } = (edge === 'start' ? entry.looks.at(-1) : entry.looks[0]) as Look;
  const polls = pollsOf(entry);
  return polls === null
    ? reading
    : { ...reading, ...(alignedAt(edge, polls, entry.powerBefore, entry.meter.description.joulesPerCount) ?? unaligned(entry, polls)) };
}

/** The looks with their power, the last one told where one look told none; null where the first told none. */
function pollsOf({ looks }: Watched): Poll[] | null {
  let watts = looks[0]?.row.watts ?? null;
  if (watts === null) return null;
  return looks.map(({ reading, row }) => {
    watts = row.watts ?? watts;
    return { ...reading, watts: watts as number };
  });
}

function isOver({ looks }: Watched): boolean {
  const [first, last] = [looks[0], looks.at(-1)] as [Look, Look];
  if (first.row.watts === null || last.reading.count !== first.reading.count) return true;
  return last.reading.seconds - first.reading.seconds >= ALIGNMENT_BOUND_SECONDS;
}

/** The bound where no tick came: the counter is late by what was waited or by its period, whichever is longer. */
function unaligned({ meter }: Watched, polls: readonly Poll[]): { edgeJoules: number } {
  const waited = (polls.at(-1)?.seconds ?? 0) - (polls[0]?.seconds ?? 0);
  const seconds = Math.max(waited, meter.description.updatePeriodSeconds ?? 0);
  return { edgeJoules: seconds * Math.max(...polls.map((poll) => poll.watts)) };
}
