import { windowsOf } from '../domain/checks/windows.ts';
import type { GpuTraceRow, TraceRow } from '../domain/evidence.ts';
import type { Result } from '../domain/generated/result.ts';
import { powerPlot } from '../render/power-plot.ts';
import { powerSeries } from '../render/power-series.ts';

/** The picture of a result's power over time, as its bundle holds it: the same bytes for the same record and trace. */
export function plotOf(
  { plan, hardware, meters, prefill, runs }: Pick<Result, 'plan' | 'hardware' | 'meters' | 'prefill' | 'runs'>,
  rows: readonly (TraceRow | GpuTraceRow)[],
): string {
  const title = `${plan.model.id} · ${plan.task}${hardware.scripted ? ' · rehearsal on scripted hardware' : ''}`;
  return powerPlot({ title, windows: windowsOf({ prefill, runs }), series: powerSeries({ gpus: hardware.gpus, meters }, rows) });
}
