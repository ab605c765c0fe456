import { type Window, windowsOf } from '../../src/domain/checks/windows.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import type { PowerPoint } from '../../src/domain/windows.ts';
import { type PowerSeries, powerSeries } from '../../src/render/power-series.ts';
import type { AnyTraceRow } from './evidence.ts';

/** What a trace tells of the power: a line for each device, and the phases that were measured. */
export type Power = { series: PowerSeries[]; windows: Window[] };

export const powerOfTrace = (result: Result, rows: readonly AnyTraceRow[]): Power => ({
  series: powerSeries({ gpus: result.hardware.gpus, meters: result.meters }, rows),
  windows: windowsOf(result),
});

/** Power over some time: its mean, least and greatest, of so many samples. */
export type Spread = { samples: number; mean: number; least: number; most: number };

/** The power of a device within a window; null where nothing was sampled in it. */
export function spreadIn({ points }: PowerSeries, { phase }: Window): Spread | null {
  return spreadOf(points.filter(({ seconds }) => seconds >= phase.startSeconds && seconds <= phase.endSeconds));
}

/** The power of a device in all measured phases together. */
export function measuredSpread(series: PowerSeries, windows: readonly Window[]): Spread | null {
  const inside = ({ seconds }: PowerPoint) => windows.some(({ phase }) => seconds >= phase.startSeconds && seconds <= phase.endSeconds);
  return spreadOf(series.points.filter(inside));
}

function spreadOf(points: readonly PowerPoint[]): Spread | null {
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (const { watts } of points) {
    sum += watts;
    least = Math.min(least, watts);
    most = Math.max(most, watts);
  }
  return points.length === 0 ? null : { samples: points.length, mean: sum / points.length, least, most };
}

/** From the first to the last instant that a trace or a phase tells of, in seconds. */
export function timeOf({ series, windows }: Power): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  const widen = (seconds: number) => {
    from = Math.min(from, seconds);
    to = Math.max(to, seconds);
  };
  for (const { points } of series) for (const { seconds } of points) widen(seconds);
  for (const { phase } of windows) for (const seconds of [phase.startSeconds, phase.endSeconds]) widen(seconds);
  return to > from ? { from, to } : { from: 0, to: 1 };
}

/** Points enough for a picture of some width: of each of its columns the least and the greatest power, in order of time. */
export function thinned(points: readonly PowerPoint[], { from, to }: { from: number; to: number }, columns: number): readonly PowerPoint[] {
  if (points.length <= 2 * columns) return points;
  const byColumn = Map.groupBy(points, ({ seconds }) => Math.floor(((seconds - from) / (to - from)) * columns));
  return [...byColumn.values()].flatMap((own) => {
    const least = own.reduce((found, point) => (point.watts < found.watts ? point : found));
    const most = own.reduce((found, point) => (point.watts > found.watts ? point : found));
    if (least === most) return [least];
    return least.seconds < most.seconds ? [least, most] : [most, least];
  });
}
