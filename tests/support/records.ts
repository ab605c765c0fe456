/**
 * Synthetic records and the evidence behind them, made up whole: no such model, machine or measurement exists.
 * Energies follow from whole counts by the product's own arithmetic, so that recomputing them agrees to the last bit.
 */
import { digestOf, sha256 } from '../../src/domain/canonical.ts';
import type { EdgeReading, Evidence, GpuTraceRow, Manifest, TraceRow } from '../../src/domain/evidence.ts';
import type { Phase, Plan } from '../../src/domain/generated/plan.ts';
import type { MeasuredPhase, Meter, Result } from '../../src/domain/generated/result.ts';
import { watchGpu } from '../../src/domain/gpu-watch.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { energiesOf, joulesBetween, scoreOf } from '../../src/domain/score.ts';
import { taskOf } from '../../src/domain/tasks.ts';
import { integralOf, powerOf } from '../../src/domain/windows.ts';

const ROWS = 1000;
const TRACE_STEP_SECONDS = 0.5;
/** Time between two phases, in which the device idles. */
const PAUSE_SECONDS = 1;
/** Stated bound of the error at both edges of a phase, in joules. */
const EDGE_JOULES = 1;
const digits = (word: string, length: number) => sha256(word).slice(0, length);

/** What one phase is made of: seconds, and watts by meter. */
type Scene = { seconds: number; watts: Readonly<Record<string, number>>; inputTokens: number | null; outputTokens: number | null };

const NVML: Meter = {
  id: 'nvml:0',
  scope: 'gpu',
  quality: 'counter',
  joulesPerCount: 0.001,
  device: 'synthetic GPU 0',
  updatePeriodSeconds: 0.02,
  assumption: null,
};
const RAPL: Meter = {
  id: 'rapl',
  scope: 'cpu',
  quality: 'counter',
  joulesPerCount: 0.000001,
  device: 'synthetic processor package',
  updatePeriodSeconds: 0.001,
  assumption: null,
};
const ESTIMATE: Meter = {
  id: 'cpu-estimate',
  scope: 'cpu',
  quality: 'estimated',
  joulesPerCount: 0.1,
  device: "CPU time of the backend's process",
  updatePeriodSeconds: 0.01,
  assumption: '10 W per busy logical core',
};

const INPUT_TOKENS = 369_139;

const GPU_SCENES: Readonly<Partial<Record<Phase, Scene>>> = {
  preprocess: { seconds: 12, watts: { 'nvml:0': 120, rapl: 90 }, inputTokens: INPUT_TOKENS, outputTokens: null },
  prefill: { seconds: 30, watts: { 'nvml:0': 380, rapl: 80 }, inputTokens: INPUT_TOKENS, outputTokens: ROWS },
  generate: { seconds: 60, watts: { 'nvml:0': 400, rapl: 80 }, inputTokens: INPUT_TOKENS, outputTokens: 10 * ROWS },
};
const CPU_SCENES: Readonly<Partial<Record<Phase, Scene>>> = {
  preprocess: { seconds: 2, watts: { 'cpu-estimate': 10 }, inputTokens: 4000, outputTokens: null },
  prefill: { seconds: 4, watts: { 'cpu-estimate': 20 }, inputTokens: 4000, outputTokens: 200 },
  generate: { seconds: 8, watts: { 'cpu-estimate': 20 }, inputTokens: 4000, outputTokens: 2000 },
};

/** The bytes of every synthetic submission. */
const SUBMISSION = 'schemaVersion: 1\n';

/** The plan of the good record: a synthetic model of 1.1 billion parameters, text generation, ten runs. */
export function goodPlan(overrides: Partial<Plan> = {}): Plan {
  const task = taskOf(overrides.task ?? 'text-generation');
  return {
    schemaVersion: 1,
    submission: { path: 'submissions/example-org/synthetic-1b/text-generation.yaml', sha256: sha256(SUBMISSION) },
    task: task.key,
    variant: null,
    model: {
      id: 'example-org/synthetic-1b',
      revision: digits('model revision', 40),
      source: 'hub',
      parameters: 1_100_000_000,
      class: 'A',
      precision: task.precision,
      quantization: null,
      processor: null,
    },
    reasoning: { state: task.reasoning, effort: null },
    backend: { id: 'transformers', endpoint: null },
    dataset: {
      id: task.dataset.id,
      revision: digits('data set revision', 40),
      split: task.dataset.split,
      columns: [...task.dataset.columns],
      rows: ROWS,
      rowsSha256: digits('rows', 64),
      official: true,
    },
    generation: {
      batchSize: 1,
      newTokens: task.newTokens?.count ?? null,
      exactNewTokens: task.newTokens?.bound === 'exactly',
      inferenceSteps: task.inferenceSteps,
    },
    phases: [...task.phases],
    runs: 10,
    minimumPhaseSeconds: 10,
    warmUp: { maximumSeconds: 120 },
    traceHertz: 10,
    policySha256: digestOf(defaultPolicy()),
    ...overrides,
  };
}

/** A measured phase that starts at a time, at a part per thousand of its scene's power. */
function phaseAt(
  scenes: typeof GPU_SCENES,
  meters: readonly Meter[],
  name: Phase,
  start: number,
  perMille: number,
  rows: number,
): MeasuredPhase {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`The synthetic scene has no ${name}.`);
  return {
    name,
    startSeconds: start,
    endSeconds: start + scene.seconds,
    passes: 1,
    queries: rows,
    failedQueries: 0,
    inputTokens: scene.inputTokens,
    outputTokens: scene.outputTokens,
    joules: meters.map((meter) => {
      const joules = ((scene.watts[meter.id] ?? 0) * scene.seconds * perMille) / 1000;
      const counted = joulesBetween(meter, { count: 0 }, { count: Math.round(joules / meter.joulesPerCount) });
      return { meter: meter.id, joules: counted, ...(meter.scope === 'gpu' ? { edgeJoules: EDGE_JOULES } : {}) };
    }),
  };
}

/** Runs that differ a little, up and down in turn, without a drift. */
const RUN_PER_MILLE = [1000, 1004, 997, 1002, 999, 1003, 998, 1001, 996, 1000];

function timeline(plan: Plan, scenes: typeof GPU_SCENES, meters: readonly Meter[]): Pick<Result, 'prefill' | 'runs'> {
  let clock = 100;
  const next = (name: Phase, perMille: number) => {
    const phase = phaseAt(scenes, meters, name, clock, perMille, plan.dataset.rows);
    clock = phase.endSeconds + PAUSE_SECONDS;
    return phase;
  };
  const prefill = plan.phases.includes('prefill') ? next('prefill', 1000) : null;
  const names = plan.phases.filter((name) => name !== 'prefill');
  const runs = Array.from({ length: plan.runs }, (_, index) => ({
    index: index + 1,
    phases: names.map((name) => next(name, RUN_PER_MILLE[index % RUN_PER_MILLE.length] ?? 1000)),
  }));
  return { prefill, runs };
}

/**
 * A record with everything that follows from the rest computed anew: planDigest, energies, score and bundle.
 * For a change after which the record is still consistent in itself.
 */
export function sealed(record: Result, gpuTrace: readonly GpuTraceRow[] = gpuTraceOf(record)): Result {
  const traced = withIntegrals(record, gpuTrace);
  const energy = energiesOf(traced);
  const score = scoreOf(energy) ?? record.score;
  const open = { ...traced, planDigest: digestOf(record.plan), energy, score };
  return { ...open, bundle: bundleOf(goodEvidence(open)) };
}

/** The record with the integrals of its GPUs' trace, and what the trace tells of its GPUs. */
function withIntegrals(record: Result, rows: readonly GpuTraceRow[]): Result {
  const integrated = (phase: MeasuredPhase): MeasuredPhase => ({
    ...phase,
    joules: phase.joules.map((entry) => {
      const gpu = record.hardware.gpus.findIndex(({ meter }) => meter === entry.meter);
      if (gpu < 0) return entry;
      const integral = integralOf(powerOf(rows, gpu), phase.startSeconds, phase.endSeconds);
      return { ...entry, integralJoules: integral?.joules ?? null, integralErrorJoules: integral?.errorJoules ?? null };
    }),
  });
  const gpus = record.hardware.gpus.map((gpu, place) => {
    const watch = watchGpu();
    for (const { phase } of windowsOf(record))
      for (const row of rows) if (row.gpu === place && row.seconds >= phase.startSeconds && row.seconds <= phase.endSeconds) watch.add(row);
    return { ...gpu, ...watch.observation() };
  });
  return {
    ...record,
    hardware: { ...record.hardware, gpus },
    prefill: record.prefill === null ? null : integrated(record.prefill),
    runs: record.runs.map((run) => ({ ...run, phases: run.phases.map(integrated) })),
  };
}

const CPU: Result['hardware']['cpu'] = { model: 'Synthetic Processor', logicalCores: 4 };
const GPU: Result['hardware']['gpus'][number] = {
  uuidSha256: digits('GPU', 64),
  name: 'NVIDIA H100 80GB HBM3',
  memoryBytes: 85_520_809_984,
  driver: '999.99.99',
  powerLimitWatts: 700,
  defaultPowerLimitWatts: 700,
  idleWatts: 72,
  mig: false,
  worked: true,
  metered: true,
  meter: NVML.id,
  cuda: '12.8',
  ecc: true,
  persistence: true,
  clocks: { maximumSmMhz: 1980, maximumMemoryMhz: 2619, applicationSmMhz: 1980, defaultApplicationSmMhz: 1980 },
  temperature: { startCelsius: 55, endCelsius: 57, maximumCelsius: 57 },
  during: { meanWatts: 353, meanUtilization: 0.75 },
  eventReasons: ['applications-clocks-setting'],
  foreignProcesses: 0,
  foreignProcessesNote: null,
  after: { powerLimitWatts: 700, mig: false, ecc: true, persistence: true, applicationSmMhz: 1980, driver: '999.99.99' },
};

/** A record, all its own, of one synthetic H100 that passes every check against goodEvidence(record) and the default policy. */
export function goodRecord(overrides: Partial<Result> = {}): Result {
  const plan = overrides.plan ?? goodPlan();
  const meters = overrides.meters ?? [NVML, RAPL];
  const unmeasured: Omit<Result, 'energy' | 'score' | 'bundle'> = {
    schemaVersion: 1,
    nonce: digits('nonce', 32),
    origin: 'measured',
    identity: {
      kind: 'pull-request',
      repositoryId: 1001,
      pullRequest: 7,
      head: digits('head', 40),
      blob: digits('blob', 40),
      runId: 5001,
      attempt: 1,
    },
    measuredAt: '2026-01-15T12:00:00Z',
    planDigest: digestOf(plan),
    plan,
    software: {
      runner: '0.1.0',
      backend: 'transformers@0.1.0',
      runtime: ['synthetic-runtime@1.0.0'],
      container: digits('container', 64),
      isolation: 'docker',
    },
    hardware: { profile: 'h100-80gb-hbm3', scripted: false, gpus: [GPU], cpu: CPU, memoryBytes: 256e9, os: 'Linux 6.0.0 x64' },
    meters,
    model: {
      revision: plan.model.revision,
      filesSha256: digits('files', 64),
      bytes: 2_200_000_000,
      parameters: plan.model.parameters,
      precision: plan.model.precision,
    },
    applied: {
      precision: plan.model.precision,
      quantization: null,
      reasoning: { state: 'off', effort: null, means: 'The template has no thinking mode.' },
      attention: 'sdpa',
      maximumInputTokens: 2038,
      truncatedQueries: 0,
      placement: [{ device: 'cuda:0', parameters: plan.model.parameters ?? 1 }],
    },
    dataset: { rows: plan.dataset.rows, rowsSha256: plan.dataset.rowsSha256 },
    warmUp: { queries: 11, seconds: 90, plateau: true },
    loadModelSeconds: 8,
    ...timeline(plan, GPU_SCENES, meters),
  };
  // A copy, so that a test may change its record without changing anyone else's.
  return structuredClone({ ...sealed({ ...unmeasured, ...overrides } as Result), ...overrides });
}

/** A record of a synthetic laptop: one estimated CPU meter, a local data set of 200 rows, three runs. Unofficial, and sound otherwise. */
export function cpuRecord(overrides: Partial<Result> = {}): Result {
  const official = goodPlan();
  const plan: Plan = overrides.plan ?? {
    ...official,
    model: { ...official.model, id: 'example-org/synthetic-tiny', source: 'local', parameters: 200_000, precision: 'float32' },
    backend: { id: 'embedded', endpoint: null },
    dataset: { ...official.dataset, id: 'text-generation.jsonl', revision: null, rows: 200, official: false },
    runs: 3,
    minimumPhaseSeconds: 2,
  };
  return goodRecord({
    identity: { kind: 'local' },
    plan,
    software: { runner: '0.1.0', backend: 'embedded@0.1.0', runtime: ['synthetic-runtime@1.0.0'], container: null, isolation: 'none' },
    hardware: { profile: 'synthetic-processor-4-cores', scripted: false, gpus: [], cpu: CPU, memoryBytes: 16e9, os: 'Linux 6.0.0 x64' },
    meters: [ESTIMATE],
    model: { revision: plan.model.revision, filesSha256: digits('files', 64), bytes: 800_000, parameters: 200_000, precision: 'float32' },
    applied: {
      precision: 'float32',
      quantization: null,
      reasoning: null,
      attention: null,
      maximumInputTokens: 502,
      truncatedQueries: 0,
      placement: [{ device: 'cpu', parameters: 200_000 }],
    },
    warmUp: { queries: 11, seconds: 3, plateau: null },
    ...timeline(plan, CPU_SCENES, [ESTIMATE]),
    ...overrides,
  });
}

type Window = { run: number; phase: MeasuredPhase };

const windowsOf = (record: Pick<Result, 'prefill' | 'runs'>): Window[] => [
  ...(record.prefill === null ? [] : [{ run: 0, phase: record.prefill }]),
  ...record.runs.flatMap((run) => run.phases.map((phase) => ({ run: run.index, phase }))),
];

const countsIn = (phase: MeasuredPhase, meter: Meter): number =>
  Math.round((phase.joules.find((entry) => entry.meter === meter.id)?.joules ?? 0) / meter.joulesPerCount);

/** The readings at every edge: each meter's count starts at 1,000 and rests between the phases. */
function readingsOf(record: Pick<Result, 'prefill' | 'runs' | 'meters'>): EdgeReading[] {
  const counts = new Map(record.meters.map((meter) => [meter.id, 1000]));
  return windowsOf(record).flatMap(({ run, phase }) =>
    (['start', 'end'] as const).flatMap((edge) =>
      record.meters.map((meter) => {
        const count = (counts.get(meter.id) ?? 0) + (edge === 'end' ? countsIn(phase, meter) : 0);
        counts.set(meter.id, count);
        const seconds = edge === 'start' ? phase.startSeconds : phase.endSeconds;
        const stated = phase.joules.find((entry) => entry.meter === meter.id)?.edgeJoules;
        const aligned = stated === undefined ? {} : { waitJoules: 0, edgeJoules: stated / 2 };
        return { meter: meter.id, run, phase: phase.name, edge, seconds, count, ...aligned };
      }),
    ),
  );
}

/** Samples twice a second along straight lines between the readings, with a second to spare on either side. */
function traceOf(meters: readonly Meter[], readings: readonly EdgeReading[]): TraceRow[] {
  return meters.flatMap((meter) => {
    const knots = readings.filter((reading) => reading.meter === meter.id);
    const first = knots.at(0);
    const last = knots.at(-1);
    if (first === undefined || last === undefined) return [];
    const rows: TraceRow[] = [];
    let index = 0;
    for (let seconds = first.seconds - 1; seconds <= last.seconds + 1; seconds += TRACE_STEP_SECONDS) {
      while (index < knots.length - 2 && (knots[index + 1]?.seconds ?? Infinity) < seconds) index += 1;
      const [from, to] = [knots[index] ?? first, knots[index + 1] ?? last];
      const part = Math.min(Math.max((seconds - from.seconds) / (to.seconds - from.seconds), 0), 1);
      rows.push({ meter: meter.id, seconds, count: Math.round(from.count + (to.count - from.count) * part) });
    }
    return rows;
  });
}

/**
 * Looks at every GPU twice a second and at every edge: one with a meter takes its phase's mean power, one that did not
 * work rests. What its record says of temperature, reasons and processes is what every look tells.
 */
export function gpuTraceOf({ hardware, prefill, runs }: Pick<Result, 'hardware' | 'prefill' | 'runs'>): GpuTraceRow[] {
  const windows = windowsOf({ prefill, runs });
  const [first, last] = [windows.at(0)?.phase.startSeconds ?? 0, windows.at(-1)?.phase.endSeconds ?? 0];
  const times = new Set(windows.flatMap(({ phase }) => [phase.startSeconds, phase.endSeconds]));
  for (let seconds = first - 1; seconds <= last + 1; seconds += TRACE_STEP_SECONDS) times.add(seconds);
  return [...times]
    .sort((a, b) => a - b)
    .flatMap((seconds) => {
      const phase = windows.find((window) => seconds >= window.phase.startSeconds && seconds <= window.phase.endSeconds)?.phase;
      return hardware.gpus.map((gpu, place): GpuTraceRow => {
        const joules = phase?.joules.find((entry) => entry.meter === gpu.meter)?.joules;
        const watts = phase === undefined || joules === undefined ? 72 : joules / (phase.endSeconds - phase.startSeconds);
        const { maximumSmMhz: smMhz, maximumMemoryMhz: memoryMhz } = gpu.clocks;
        const celsius = seconds < (first + last) / 2 ? gpu.temperature.startCelsius : gpu.temperature.endCelsius;
        const { meanUtilization: utilization } = gpu.during;
        return {
          gpu: place,
          seconds,
          watts,
          celsius,
          smMhz,
          memoryMhz,
          utilization,
          reasons: gpu.eventReasons,
          foreign: gpu.foreignProcesses,
        };
      });
    });
}

const linesOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The evidence from which a record's energies follow. */
export function goodEvidence(record: Pick<Result, 'plan' | 'prefill' | 'runs' | 'meters' | 'hardware' | 'software' | 'pauses'>): Evidence {
  const readings = readingsOf(record);
  const trace = traceOf(record.meters, readings);
  const gpuTrace = gpuTraceOf(record);
  const contents: [string, string][] = [
    [
      'environment.json',
      `${JSON.stringify({ software: record.software, hardware: record.hardware, pauses: record.pauses ?? [] }, null, 2)}\n`,
    ],
    ['log.txt', ''],
    ['plan.json', `${JSON.stringify(record.plan, null, 2)}\n`],
    ['readings.jsonl', linesOf(readings)],
    ['submission.yaml', SUBMISSION],
    ['trace.jsonl.gz', linesOf([...trace, ...gpuTrace])],
  ];
  const files = contents.map(([path, content]) => ({ path, bytes: Buffer.byteLength(content), sha256: sha256(content) }));
  const manifest: Manifest = { schemaVersion: 1, files };
  return {
    manifestSha256: sha256(manifestText(manifest)),
    manifest,
    damage: [],
    environment: structuredClone({ software: record.software, hardware: record.hardware, pauses: record.pauses ?? [] }),
    readings,
    trace,
    gpuTrace,
  };
}

/** goodRecord() on hardware that a script plays, and says so. */
export function scriptedRecord(): Result {
  const record = goodRecord();
  const driver = 'rehearsal-1.0';
  const gpus = record.hardware.gpus.map((gpu) => ({ ...gpu, driver, after: gpu.after === null ? null : { ...gpu.after, driver } }));
  return sealed({ ...record, hardware: { ...record.hardware, gpus, scripted: true } });
}

/** What a record says of its bundle. */
export function bundleOf(evidence: Evidence): Result['bundle'] {
  const bytes = evidence.manifest.files.reduce((total, file) => total + file.bytes, Buffer.byteLength(manifestText(evidence.manifest)));
  return { manifestSha256: evidence.manifestSha256, files: evidence.manifest.files.length + 1, bytes };
}

/** The text of a record's file, as the benchmark writes it. */
export const recordText = (record: Result): string => `${JSON.stringify(record, null, 2)}\n`;
