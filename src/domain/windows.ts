import type { EdgeReading, GpuTraceRow } from './evidence.ts';

/**
 * Longest wait for a counter's tick at an edge, in seconds: two periods of the slowest counters known (100 ms), and
 * some. A counter that is slower is read as it stands, and the bound of its error says so.
 */
export const ALIGNMENT_BOUND_SECONDS = 0.25;

/** Power at one instant. */
export type PowerPoint = { readonly seconds: number; readonly watts: number };

/** The points of one GPU at which its power was told, in order of time. */
export function powerOf(rows: readonly GpuTraceRow[], gpu: number): PowerPoint[] {
  return rows
    .flatMap((row) => (row.gpu === gpu && row.watts !== null ? [{ seconds: row.seconds, watts: row.watts }] : []))
    .sort((a, b) => a.seconds - b.seconds);
}

/**
 * Energy of a window by the trapezoid rule over samples of power, the window's edges included: where no sample lies on
 * an edge, the power there is interpolated between its neighbours. Between two samples power is taken to be linear, so
 * that a load which pulses faster than the sampling can alias.
 * @param points in order of time
 * @returns joules; null when the samples do not reach from edge to edge
 */
export function trapezoidJoules(points: readonly PowerPoint[], startSeconds: number, endSeconds: number): number | null {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined || first.seconds > startSeconds || last.seconds < endSeconds) return null;
  const from = firstAtOrAfter(points, startSeconds);
  let before: PowerPoint | null = null;
  let joules = 0;
  const add = (point: PowerPoint) => {
    if (before !== null) joules += ((before.watts + point.watts) / 2) * (point.seconds - before.seconds);
    before = point;
  };
  if (points[from]?.seconds !== startSeconds) add(between(points[from - 1] ?? first, points[from] ?? last, startSeconds));
  let index = from;
  for (; index < points.length; index += 1) {
    const point = points[index] as PowerPoint;
    if (point.seconds > endSeconds) break;
    add(point);
  }
  if (points[index - 1]?.seconds !== endSeconds) add(between(points[index - 1] ?? first, points[index] ?? last, endSeconds));
  return joules;
}

/** A window's energy by the trapezoid rule, with its standard error, both in joules. */
export type Integral = { readonly joules: number; readonly errorJoules: number };

/**
 * Energy of a window by the trapezoid rule, and how far it can be off for want of samples.
 *
 * Of the power between two samples nothing is known. If samples fall where they will, each stands for its own time with
 * an error of the power's standard deviation s, and two neighbours differ by a square of 2 s^2 on average; so that the
 * variance of the sum is that of (difference x time between them)^2 / 2, summed. A load that pulses in step with the
 * sampling shows no difference at all, and keeps its full error: this is aliasing, and no statistics can tell it.
 * @returns null when the samples do not reach from edge to edge
 */
export function integralOf(points: readonly PowerPoint[], startSeconds: number, endSeconds: number): Integral | null {
  const joules = trapezoidJoules(points, startSeconds, endSeconds);
  if (joules === null) return null;
  let variance = 0;
  for (let index = firstAtOrAfter(points, startSeconds) + 1; index < points.length; index += 1) {
    const [before, point] = [points[index - 1], points[index]] as [PowerPoint, PowerPoint];
    if (point.seconds > endSeconds) break;
    variance += ((point.watts - before.watts) * (point.seconds - before.seconds)) ** 2 / 2;
  }
  return { joules, errorJoules: Math.sqrt(variance) };
}

/** Place of the first point at or after an instant, by bisection. */
function firstAtOrAfter(points: readonly PowerPoint[], seconds: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as PowerPoint).seconds < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(before: PowerPoint, after: PowerPoint, seconds: number): PowerPoint {
  const gap = after.seconds - before.seconds;
  const part = gap === 0 ? 0 : (seconds - before.seconds) / gap;
  return { seconds, watts: before.watts + (after.watts - before.watts) * part };
}

/** One look at a counter and at the power of its device while the recorder waits for the counter's tick. */
export type Poll = PowerPoint & { readonly count: number };

/**
 * Where a counter stood at an edge, from the looks taken around it.
 *
 * A counter that ticks every T seconds tells the energy up to its last tick, so that a reading at any other instant is
 * short by up to T x power. At a tick it is exact. Therefore the recorder looks until the count changes. The tick then
 * lies between the last look before the change (at p) and the look that saw it (at q), and is taken at their middle m.
 * The count belongs to m; the energy between m and the edge e is power x wait, by the trapezoid rule over the looks:
 *
 *     energy at e = count x joulesPerCount + waitJoules
 *
 * At a start the edge comes after the tick (the backend is told to go when the tick was seen), so that the wait lies
 * before the window and waitJoules is what little was used from m to e. At an end the backend has finished at e and the
 * tick comes after it: waitJoules is negative and takes the wait out of the window again.
 *
 * What is left, at most: the tick may lie half of q - p off its middle, at the highest power seen; and power may have
 * been anything between the lowest and the highest seen during the wait, half of which is the furthest from the middle.
 * The power told last before the edge counts as seen, because sensors lag.
 *
 * @param polls in order of time; the first one lies on an ending edge, the last one on a starting edge
 * A wait never holds more energy than the tick that ends it counted: where a lagging sensor tells more, the counter is right.
 *
 * @param powerBefore the power told last before the first look; null when there was none
 * @param joulesPerCount energy of one count, in joules
 * @returns null when the count did not change while it was looked at
 */
export function alignedAt(
  edge: EdgeReading['edge'],
  polls: readonly Poll[],
  powerBefore: number | null,
  joulesPerCount: number,
): Required<Pick<EdgeReading, 'count' | 'waitJoules' | 'edgeJoules'>> | null {
  const seen = polls.findIndex((poll) => poll.count !== polls[0]?.count);
  const [last, tick] = [polls[seen - 1], polls[seen]];
  if (last === undefined || tick === undefined) return null;
  const middle = (last.seconds + tick.seconds) / 2;
  const [from, to] = edge === 'start' ? [middle, polls.at(-1)?.seconds ?? middle] : [polls[0]?.seconds ?? middle, middle];
  const waited = Math.min(trapezoidJoules(polls, from, to) ?? 0, (tick.count - last.count) * joulesPerCount);
  const watts = [...polls.map((poll) => poll.watts), ...(powerBefore === null ? [] : [powerBefore])];
  const [least, most] = [Math.min(...watts), Math.max(...watts)];
  return {
    count: tick.count,
    waitJoules: edge === 'start' ? waited : -waited,
    edgeJoules: (most * (tick.seconds - last.seconds)) / 2 + ((most - least) * (to - from)) / 2,
  };
}
