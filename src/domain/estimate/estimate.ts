import { classDefinition, classFor, type ModelClass } from '../classes.ts';
import type { Phase, Plan } from '../generated/plan.ts';
import type { Policy } from '../policy.ts';
import type { Task } from '../tasks.ts';
import { type PaceOrigin, paceFrom, type Timed } from './history.ts';
import { newTokensOf, secondsPerQuery, weightBytes } from './model-size.ts';
import { combine, exactly, type Range, range, scaled, sumOf } from './range.ts';
import type { Speeds } from './speeds.ts';

export type EstimateRequest = {
  task: Task;
  phases: readonly Phase[];
  newTokens: Task['newTokens'];
  model: Pick<Plan['model'], 'id' | 'parameters' | 'precision' | 'quantization'>;
  reasoning: Plan['reasoning'];
  backend: Plan['backend']['id'];
  /** Queries in one pass. */
  queries: number;
  /** Runs; a range where they end by themselves. */
  runs: Range;
  policy: Pick<Policy, 'run'>;
  speeds: Speeds;
  /** Results of the same setting: settingKey of this request is theirs. */
  history: readonly Timed[];
};

/** What an estimate stands on. */
export type Basis = { kind: 'history'; results: number; origin: PaceOrigin } | { kind: 'model size'; assumption: string };

export type Estimate = {
  class: ModelClass | null;
  /** GPUs that are reserved together; 0 where the model runs on the processor. */
  gpus: number;
  /** From loading the model to the written record; downloads come before it. */
  seconds: Range;
  gpuMinutes: Range;
  newTokensPerQuery: Range;
  basis: Basis;
};

/** A GPU's memory has to hold the weights and a fifth more (methodology). */
const MEMORY_PER_WEIGHT_BYTE = 1.2;

/** Seconds until a backend's libraries are there, and until its weights are, in bytes per second from a local disk. */
const START_SECONDS = { gpu: range(5, 15, 60), cpu: range(0.5, 1.5, 10) } as const;
const LOAD_BYTES_PER_SECOND = range(3e9, 1e9, 0.15e9);
/** The look at GPUs at rest before, the record and its checks after. */
const FRAME_SECONDS = { gpu: range(4, 8, 20), cpu: range(0.5, 1, 5) } as const;
/** Usual end of a warm-up: on a GPU, power and temperature have to be settled over ten seconds. */
const WARM_UP_SECONDS = { gpu: range(10, 30, Infinity), cpu: range(1, 4, Infinity) } as const;

/**
 * How long one benchmark takes, and for how long it holds its GPUs: from results of the same setting where there are
 * any, else from the model's size. Every part's good ends are added up, and every part's bad ones.
 * @returns null where nothing tells it: no result, and no size
 */
export function estimateOf(request: EstimateRequest): Estimate | null {
  const paces = request.phases.map((phase) => paceOf(phase, request));
  const known = paces.filter((pace) => pace !== null);
  if (known.length < paces.length) return null;
  const { model, policy, runs, speeds } = request;
  const phaseSeconds = known.map(({ phase, perQuery }) => ({ phase, seconds: repeated(perQuery, request) }));
  const once = phaseSeconds.filter(({ phase }) => phase === 'prefill').map(({ seconds }) => seconds);
  const perRun = sumOf([
    ...phaseSeconds.filter(({ phase }) => phase !== 'prefill').map(({ seconds }) => seconds),
    range(0, policy.run.coolDownMaximumSeconds / 4, policy.run.coolDownMaximumSeconds),
  ]);
  const warmUp = combine([WARM_UP_SECONDS[speeds.kind]], ([seconds = 0]) => Math.min(seconds, policy.run.warmUpMaximumSeconds));
  const seconds = sumOf([
    FRAME_SECONDS[speeds.kind],
    loadSeconds(request),
    warmUp,
    ...once,
    combine([runs, perRun], ([count = 0, each = 0]) => count * each),
  ]);
  const gpus = speeds.kind === 'cpu' ? 0 : gpusFor(request.task, model, speeds.memoryBytes);
  return {
    class: classFor(request.task, model.parameters),
    gpus,
    seconds,
    gpuMinutes: scaled(seconds, gpus / 60),
    newTokensPerQuery: newTokensOf(request),
    basis: basisOf(known, speeds),
  };
}

type PhasePace = { phase: Phase; perQuery: Range; history: { results: number; origin: PaceOrigin } | null };

function paceOf(phase: Phase, request: EstimateRequest): PhasePace | null {
  const { model, history, speeds } = request;
  const told = paceFrom(history, phase, { model: model.id, parameters: model.parameters });
  if (told !== null) return { phase, perQuery: told.secondsPerQuery, history: { results: told.results, origin: told.origin } };
  if (model.parameters === null) return null;
  return { phase, perQuery: secondsPerQuery(phase, { ...request, ...model, parameters: model.parameters }, speeds), history: null };
}

/** A phase goes through the whole data set again until it has lasted long enough. */
function repeated(perQuery: Range, { queries, policy }: EstimateRequest): Range {
  return combine([perQuery], ([seconds = 0]) => {
    const pass = seconds * queries;
    return pass * Math.max(1, Math.ceil(policy.run.minimumPhaseSeconds / pass));
  });
}

function loadSeconds({ model, speeds }: EstimateRequest): Range {
  const { parameters } = model;
  if (parameters === null) return START_SECONDS[speeds.kind];
  const reading = combine([LOAD_BYTES_PER_SECOND], ([speed = 1]) => weightBytes({ ...model, parameters }) / speed);
  return sumOf([START_SECONDS[speeds.kind], reading]);
}

/** What all phases stand on: results only where each phase has some, and then as few as the phase with the fewest. */
function basisOf(paces: readonly PhasePace[], speeds: Speeds): Basis {
  const histories = paces.flatMap(({ history }) => (history === null ? [] : [history]));
  const [fewest] = histories.toSorted((a, b) => a.results - b.results);
  if (fewest !== undefined && histories.length === paces.length) {
    return { kind: 'history', results: fewest.results, origin: fewest.origin };
  }
  const hardware = speeds.known || speeds.kind === 'cpu' ? speeds.name : `${speeds.name}, taken for an H100`;
  return { kind: 'model size', assumption: `weights read once per token, 2 operations per parameter and position, on ${hardware}` };
}

/**
 * GPUs that a model is given: one in the classes A and B and in tasks without classes; in class C as many as hold the
 * weights and a fifth more, at least two.
 * @param memoryBytes of one GPU
 */
export function gpusFor(
  task: Pick<Task, 'classes'>,
  model: Pick<Plan['model'], 'parameters' | 'precision' | 'quantization'>,
  memoryBytes: number,
): number {
  const modelClass = classFor(task, model.parameters);
  if (modelClass === null || model.parameters === null) return 1;
  const { minimumGpus, maximumGpus } = classDefinition(modelClass);
  const needed = Math.ceil((weightBytes({ ...model, parameters: model.parameters }) * MEMORY_PER_WEIGHT_BYTE) / memoryBytes);
  return Math.min(Math.max(needed, minimumGpus), maximumGpus);
}

/** Runs as the policy or the operator has them; auto ends them by itself. */
export function runsRange(runs: number | 'auto' | null, task: Task['key'], policy: Pick<Policy, 'run'>): Range {
  if (runs !== 'auto') return exactly(runs ?? policy.run.runsByTask[task] ?? policy.run.runs);
  const { minimumRuns, maximumRuns } = policy.run.auto;
  const most = Math.max(minimumRuns, maximumRuns);
  return range(minimumRuns, Math.min(2 * minimumRuns, most), most);
}

/** Whether an estimate has to be seen before anybody agrees: the tokens of reasoning are only bounded, and weeks are possible. */
export const isLoud = ({ newTokens }: Pick<EstimateRequest, 'newTokens'>): boolean => newTokens?.bound === 'at most';

/** Estimates as one: how long their benchmarks take one after the other. */
export const inTurn = (estimates: readonly Pick<Estimate, 'seconds'>[]): Range =>
  estimates.length === 0 ? exactly(0) : sumOf(estimates.map(({ seconds }) => seconds));
