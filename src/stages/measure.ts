import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onnxWeights } from '../backends/embedded/parameters.ts';
import { internalFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Result } from '../domain/generated/result.ts';
import type { Submission } from '../domain/generated/submission.ts';
import { type ModelConfig, modelConfigFrom } from '../domain/model-family.ts';
import { fitFault } from '../domain/model-fit.ts';
import type { Policy } from '../domain/policy.ts';
import { submissionPath } from '../domain/submission/location.ts';
import { taskOf } from '../domain/tasks.ts';
import { readableFolders } from '../hub/hub-cache.ts';
import type { DatasetFiles, ModelFiles, ModelMetadata } from '../ports/hub.ts';
import {
  type BenchmarkOutcome,
  type BenchmarkPorts,
  type BenchmarkRequest,
  benchmark,
  type Checkpointing,
  type StarsStableOn,
} from './benchmark.ts';
import { type AgainstOutcome, benchmarkAgainst } from './benchmark-against.ts';
import type { Announce } from './benchmark-talk.ts';
import { backendOf, planOf, type RunsChoice } from './plan.ts';
import type { ValidatedFile } from './validate.ts';

/** Where models and data sets come from. */
export type Sources = {
  /** What is known of a model before anything is downloaded; null where nothing can be asked. */
  metadata(submission: Submission): Promise<ModelMetadata | null>;
  /** Parameters of what the submission's endpoint serves; null where its operator does not tell them. */
  servedParameters(submission: Submission): number | null;
  /** What the model's card states, where its files lie behind an endpoint; null where nothing tells it, and where the Hub cannot. */
  servedLicence(submission: Submission): Promise<string | null>;
  model(submission: Submission, policy: Policy): Promise<ModelFiles>;
  processor(submission: Submission, policy: Policy): Promise<ModelFiles | null>;
  dataset(task: Submission['task'], policy: Policy): Promise<DatasetFiles>;
};

export type MeasureRequest = {
  /** A file that has been found valid. */
  file: ValidatedFile;
  root: string;
  policy: Policy;
  sources: Sources;
  identity: Result['identity'];
  /** In place of the policy's number of runs. */
  runs: RunsChoice | null;
  /** Queries at one time in an extra window at an endpoint; none where absent. */
  concurrency?: number;
  /** Whether finished runs are kept until the result is whole; off where absent. */
  checkpoint?: Omit<Extract<Checkpointing, { mode: 'keep' | 'resume' }>, 'afterSeconds'>;
  starsStableOn?: StarsStableOn;
  runnerVersion: string;
  outFolder: string;
  signal: AbortSignal;
  /** Learns what will run, and gives what takes the progress. */
  onPlan(plan: Plan): Announce;
  onPartial?: (folder: string) => void;
};

/**
 * Measures one valid submission: fetches model and data set, resolves the plan, runs the benchmark.
 * @throws Fault naming what went wrong
 */
export async function measure(request: MeasureRequest, ports: BenchmarkPorts): Promise<BenchmarkOutcome> {
  return benchmark(await benchmarkRequest(request, ports), ports);
}

/**
 * Measures one valid submission and, run by run in between, a base to compare it with.
 * @throws Fault naming what went wrong; neither has a result then
 */
export async function measureAgainst(own: MeasureRequest, base: MeasureRequest, ports: BenchmarkPorts): Promise<AgainstOutcome> {
  return benchmarkAgainst(await benchmarkRequest(own, ports), await benchmarkRequest(base, ports), ports);
}

async function benchmarkRequest(request: MeasureRequest, ports: BenchmarkPorts): Promise<BenchmarkRequest> {
  const { file, policy, sources, checkpoint } = request;
  const { submission, location, sha256 } = file;
  if (submission === null || location === null || sha256 === null) {
    throw internalFault(`${file.path} was to be measured though it is not valid.`, { code: 'not-valid' });
  }
  const backend = backendOf(submission, policy);
  if (backend === 'transformers') await refuseUnfit(submission, sources, ports);
  const files = await modelFiles(submission, request);
  const model = backend === 'embedded' ? await withParameters(files, submission) : files;
  const processor = await sources.processor(submission, policy);
  const dataset = await sources.dataset(submission.task, policy);
  const path = submissionPath(location);
  const plan = planOf({
    submission,
    file: { path, variant: location.variant, sha256 },
    policy,
    model,
    config: await configOf(model),
    dataset,
    runs: request.runs,
    ...(request.concurrency === undefined ? {} : { concurrency: request.concurrency }),
  });
  return {
    plan,
    identity: request.identity,
    submission: await readFile(join(request.root, path)),
    model,
    processorFolder: processor?.folder ?? null,
    readable: [model, ...(processor === null ? [] : [processor])].flatMap(readableFolders).concat(dirname(dataset.file)),
    dataset,
    runnerVersion: request.runnerVersion,
    deadlineSeconds: policy.run.deadlineSeconds,
    stallSeconds: policy.run.stallSeconds,
    ...(checkpoint === undefined ? {} : { checkpoint: { ...checkpoint, afterSeconds: policy.run.checkpointAfterSeconds } }),
    ...(request.starsStableOn === undefined ? {} : { starsStableOn: request.starsStableOn }),
    outFolder: request.outFolder,
    signal: request.signal,
    announce: request.onPlan(plan),
    ...(request.onPartial === undefined ? {} : { onPartial: request.onPartial }),
  };
}

/** @throws Fault of the input, code model-does-not-fit, before anything is downloaded */
async function refuseUnfit(submission: Submission, sources: Sources, ports: BenchmarkPorts): Promise<void> {
  const gpus = await ports.gpus();
  const model = gpus.length === 0 ? null : await sources.metadata(submission);
  if (model === null) return;
  const { classes, precision } = taskOf(submission.task);
  const fault = fitFault({
    model,
    precision: submission.precision ?? precision,
    quantization: submission.quantization ?? null,
    classes,
    gpus: { count: gpus.length, memoryBytesPerGpu: Math.min(...gpus.map(({ memoryBytes }) => memoryBytes)) },
  });
  if (fault !== null) throw fault;
}

/** The model's files; behind an endpoint there are none to be seen. */
async function modelFiles(submission: Submission, { sources, policy }: MeasureRequest): Promise<ModelFiles> {
  if (backendOf(submission, policy) !== 'endpoint') return sources.model(submission, policy);
  const parameters = sources.servedParameters(submission) ?? (await sources.metadata(submission))?.parameters ?? null;
  const licence = await sources.servedLicence(submission);
  return { folder: '', source: 'endpoint', revision: submission.revision, files: [], bytes: null, filesSha256: null, parameters, licence };
}

/** What config.json tells of the model's kind; nothing where there is none that can be read, which the backend then tells. */
async function configOf({ folder, source }: ModelFiles): Promise<ModelConfig> {
  if (source === 'endpoint') return modelConfigFrom(null);
  const text = await readFile(join(folder, 'config.json'), 'utf8').catch(() => 'null');
  try {
    return modelConfigFrom(JSON.parse(text));
  } catch {
    return modelConfigFrom(null);
  }
}

/** Counts the parameters in the weights where nothing else tells them: the model's class depends on them. */
async function withParameters(model: ModelFiles, submission: Submission): Promise<ModelFiles> {
  if (model.parameters !== null) return model;
  const precision = submission.precision ?? taskOf(submission.task).precision;
  const { parameters } = await onnxWeights(model.folder, { precision, quantization: submission.quantization ?? null });
  return { ...model, parameters };
}
