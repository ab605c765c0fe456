import { efficienciesOf, impliedQueries, type PerQuery } from './efficiencies.ts';
import { type FieldReader, type Fields, fieldReader, fieldsOf } from './fields.ts';
import type { Told, ToldEfficiencies, ToldWindow } from './told.ts';

/** Phases of its energy_star and inference scenarios; earlier releases of the first say preprocess, and keep every run. */
const PHASES = [
  'load_dataset',
  'preprocess_dataset',
  'preprocess',
  'load_model',
  'prefill',
  'generate',
  'decode',
  'forward',
  'call',
] as const;

/** Most runs of a phase. */
const MOST_RUNS = 100;

/** Whether a document is a benchmark_report.json: phases, of which at least one that is scored. */
export const isBenchmarkReport = (fields: Fields): boolean =>
  ['prefill', 'decode', 'forward', 'call', 'preprocess_dataset', 'preprocess'].some((phase) => Object.hasOwn(fields, phase));

/** Whether a document is a benchmark.json: a configuration beside a report. */
export const isBenchmark = (fields: Fields): boolean => fieldsOf(fields.config) !== null && fieldsOf(fields.report) !== null;

/** Reads a benchmark_report.json, or with its configuration a benchmark.json, of optimum-benchmark. */
export function readOptimumBenchmark(document: Fields): Told {
  const whole = isBenchmark(document);
  const report = whole ? (fieldsOf(document.report) as Fields) : document;
  const config = whole ? fieldsOf(document.config) : null;
  const read = fieldReader();
  const { windows, empty } = phasesOf(report, read);
  const settings = settingsOf(config, read);
  const efficiencies = efficienciesOf(report, PHASES, perQueryOf(config, read), read);
  const counted = countsOf(efficiencies);
  if (settings.samples !== null && settings.samples > 0 && counted.queries !== null && settings.samples !== counted.queries)
    read.problems.push(`config.scenario.num_samples is ${settings.samples}, but the efficiencies were computed from ${counted.queries}`);
  const { samples: _, ...told } = settings;
  return {
    tool: 'optimum-benchmark',
    shape: whole ? 'benchmark.json' : 'benchmark_report.json',
    ...told,
    windows,
    empty,
    efficiencies,
    queries: counted.queries ?? settings.samples,
    // A query that fails ends this harness, so that none fails in silence.
    failedQueries: 0,
    newTokens: counted.newTokens,
    meterError: null,
    problems: read.problems,
  };
}

/** GPU energies of the runs that a phase is the mean of; none where the report keeps none. */
function runsOf(measures: unknown, unit: string, where: string, read: FieldReader): number[] {
  if (!Array.isArray(measures)) return [];
  if (measures.length > MOST_RUNS) read.problems.push(`${where} is of ${measures.length} runs`);
  return measures.slice(0, MOST_RUNS).map((measure) => {
    const gpu = read.number(fieldsOf(measure), 'gpu', where);
    const own = read.text(fieldsOf(measure), 'unit', where, 40);
    if (own !== null && own !== unit) read.problems.push(`a run of ${where} is in another unit than their mean`);
    if (gpu === null) read.problems.push(`a run of ${where} has no GPU energy`);
    return gpu ?? 0;
  });
}

function phasesOf(report: Fields, read: FieldReader): { windows: ToldWindow[]; empty: string[] } {
  const windows: ToldWindow[] = [];
  const empty: string[] = [];
  for (const name of PHASES) {
    if (!Object.hasOwn(report, name)) continue;
    const phase = fieldsOf(report[name]);
    const energy = fieldsOf(phase?.energy);
    if (energy === null) {
      empty.push(name);
      continue;
    }
    const latency = fieldsOf(phase?.latency);
    const seconds = read.text(latency, 'unit', `${name}.latency`, 10) === 's' ? read.number(latency, 'total', `${name}.latency`) : null;
    const where = `${name}.energy`;
    const unit = read.text(energy, 'unit', where, 40) ?? '';
    windows.push({
      name,
      unit,
      gpu: read.number(energy, 'gpu', where),
      cpu: read.number(energy, 'cpu', where),
      ram: read.number(energy, 'ram', where),
      total: read.number(energy, 'total', where),
      seconds,
      gpuRuns: runsOf(phase?.measures, unit, where, read),
    });
  }
  return { windows, empty };
}

/** The number of queries, and of new tokens: the pass over the queries makes one token in prefill and the others in decode. */
function countsOf({ counts }: ToldEfficiencies): { queries: number | null; newTokens: number | null } {
  const queries = counts.map(impliedQueries).find((implied) => implied !== null) ?? null;
  const decoded = counts.find(({ phase }) => phase === 'decode')?.count ?? null;
  return { queries, newTokens: queries === null || decoded === null ? null : decoded + queries };
}

/** What one query makes, as the configuration says it: of its new tokens, prefill makes one. */
function perQueryOf(config: Fields | null, read: FieldReader): PerQuery {
  const scenario = fieldsOf(config?.scenario);
  const [generate, call] = [fieldsOf(scenario?.generate_kwargs), fieldsOf(scenario?.call_kwargs)];
  const newTokens = read.number(generate, 'max_new_tokens', 'config.scenario.generate_kwargs');
  const beams = read.number(generate, 'num_beams', 'config.scenario.generate_kwargs') ?? 1;
  const images = read.number(call, 'num_images_per_prompt', 'config.scenario.call_kwargs');
  const decodedTokens = newTokens === null ? null : (newTokens - 1) * beams;
  const whole = (count: number | null) => (count !== null && Number.isSafeInteger(count) && count >= 1 ? count : null);
  return { decodedTokens: whole(decodedTokens), images: whole(images) };
}

type Settings = Omit<
  Told,
  'tool' | 'shape' | 'windows' | 'empty' | 'efficiencies' | 'queries' | 'failedQueries' | 'newTokens' | 'meterError' | 'problems'
> & {
  samples: number | null;
};

const LIBRARIES = ['transformers', 'diffusers', 'accelerate', 'optimum', 'timm', 'peft'];

function settingsOf(config: Fields | null, read: FieldReader): Settings {
  const backend = fieldsOf(config?.backend);
  const scenario = fieldsOf(config?.scenario);
  const environment = fieldsOf(config?.environment);
  const [at, with_, on] = ['config.backend', 'config.scenario', 'config.environment'];
  const engine = read.text(backend, 'version', at, 60);
  const libraries = LIBRARIES.map((name) => ({ name, version: read.text(environment, `${name}_version`, on, 60) }));
  return {
    version: read.text(environment, 'optimum_benchmark_version', on, 40),
    model: read.text(backend, 'model', at, 300),
    revision: read.text(fieldsOf(backend?.model_kwargs), 'revision', `${at}.model_kwargs`, 100),
    task: read.text(backend, 'task', at, 100),
    batchSize: read.number(fieldsOf(scenario?.input_shapes), 'batch_size', `${with_}.input_shapes`),
    dataset: read.text(scenario, 'dataset_name', with_, 200),
    precision: read.text(backend, 'torch_dtype', at, 40),
    weights: backend?.no_weights === true ? 'random' : backend?.no_weights === false ? 'real' : 'unknown',
    device: read.text(backend, 'device', at, 60),
    gpus: read.texts(environment, 'gpu', on, { length: 200, items: 64 }),
    cpu: read.text(environment, 'cpu', on, 200),
    software: [
      ...(engine === null ? [] : [`${read.text(backend, 'name', at, 50) ?? 'backend'}@${engine}`]),
      ...libraries.flatMap(({ name, version }) => (version === null ? [] : [`${name}@${version}`])),
    ],
    samples: read.number(scenario, 'num_samples', with_),
  };
}
