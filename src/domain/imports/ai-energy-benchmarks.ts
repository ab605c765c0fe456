import { type Fields, fieldReader, fieldsOf } from './fields.ts';
import type { Told, ToldWindow } from './told.ts';

/** Whether a document is the results of ai_energy_benchmarks. */
export const isBenchmarkResults = (fields: Fields): boolean => fieldsOf(fields.summary) !== null && fieldsOf(fields.energy) !== null;

/** The name of the one window, in which everything lies. */
export const WHOLE_WINDOW = 'window';

/** The two forms of one energy have to agree so far, as a fraction. */
const ROUNDING = 1e-9;

/** Reads the results that ai_energy_benchmarks returns. */
export function readAiEnergyBenchmarks(document: Fields): Told {
  const read = fieldReader();
  const config = fieldsOf(document.config);
  const summary = fieldsOf(document.summary);
  const energy = fieldsOf(document.energy) as Fields;
  const backend = fieldsOf(document.backend_info);
  const meter = fieldsOf(document.metrics_metadata);
  const wattHours = (part: string): number | null => {
    const inWh = read.number(energy, `${part}_wh`, 'energy');
    const inKilowattHours = read.number(energy, `${part}_kwh`, 'energy');
    if (inWh === null) return inKilowattHours === null ? null : inKilowattHours * 1000;
    if (inKilowattHours !== null && Math.abs(inKilowattHours * 1000 - inWh) > ROUNDING * Math.abs(inWh))
      read.problems.push(`energy.${part}_wh is ${inWh}, but energy.${part}_kwh is ${inKilowattHours}`);
    return inWh;
  };
  const window: ToldWindow = {
    name: WHOLE_WINDOW,
    unit: 'Wh',
    gpu: wattHours('gpu_energy'),
    cpu: wattHours('cpu_energy'),
    ram: wattHours('ram_energy'),
    total: wattHours('total_energy'),
    seconds: read.number(energy, 'duration_seconds', 'energy'),
    gpuRuns: [],
  };
  const primary = wattHours('energy');
  if (primary !== null && window.gpu !== null && Math.abs(primary - window.gpu) > ROUNDING * Math.abs(window.gpu))
    read.problems.push(`energy.energy_wh is ${primary}, but energy.gpu_energy_wh, which it repeats, is ${window.gpu}`);
  const answered = read.number(summary, 'successful_prompts', 'summary');
  const failed = read.number(summary, 'failed_prompts', 'summary');
  const asked = read.number(summary, 'total_prompts', 'summary');
  if (asked !== null && answered !== null && asked !== answered + (failed ?? 0))
    read.problems.push(`summary.total_prompts is ${asked}, but ${answered} were answered and ${failed ?? 0} failed`);
  const error = read.text(energy, 'error', 'energy', 300);
  const version = read.text(meter, 'version', 'metrics_metadata', 60);
  return {
    tool: 'ai_energy_benchmarks',
    shape: 'results.json',
    version: null,
    model: read.text(config, 'model', 'config', 300),
    revision: null,
    task: null,
    windows: [window],
    empty: [],
    efficiencies: { counts: [], problems: [] },
    queries: asked ?? (answered === null ? null : answered + (failed ?? 0)),
    failedQueries: failed,
    newTokens: read.number(summary, 'total_completion_tokens', 'summary'),
    batchSize: null,
    dataset: read.text(config, 'dataset', 'config', 200),
    precision: read.text(backend, 'torch_dtype', 'backend_info', 40),
    weights: 'unknown',
    device: read.text(backend, 'device', 'backend_info', 60),
    gpus: [],
    cpu: null,
    software: [
      ...[read.text(config, 'backend', 'config', 60)].filter((name) => name !== null),
      ...(version === null ? [] : [`${read.text(meter, 'name', 'metrics_metadata', 50) ?? 'meter'}@${version}`]),
    ],
    meterError: error,
    problems: read.problems,
  };
}
