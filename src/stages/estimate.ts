import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '../domain/errors.ts';
import { type Estimate, estimateOf, gpusFor, isLoud, runsRange } from '../domain/estimate/estimate.ts';
import { parametersFromFiles } from '../domain/estimate/file-sizes.ts';
import { settingKey, type Timed, timedFrom } from '../domain/estimate/history.ts';
import type { Range } from '../domain/estimate/range.ts';
import type { Speeds } from '../domain/estimate/speeds.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Result } from '../domain/generated/result.ts';
import type { Submission } from '../domain/generated/submission.ts';
import { gpuProfile } from '../domain/hardware/profile.ts';
import { licenceFrom } from '../domain/licence.ts';
import { variantFor } from '../domain/model-family.ts';
import type { Policy } from '../domain/policy.ts';
import { parseRows } from '../domain/rows.ts';
import { type TaskKey, taskOf } from '../domain/tasks.ts';
import type { ModelCatalogue } from '../ports/hub.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { backendOf, type RunsChoice } from './plan.ts';
import type { ValidatedFile } from './validate.ts';

/** What a backend would run on. */
type Target = {
  speeds: Speeds;
  /** The hardware profile of a processor; that of GPUs follows from their name and number. */
  profile: string;
};

export type EstimateFilesRequest = {
  policy: Policy;
  /** Folder that the policy's relative paths start from. */
  policyFolder: string;
  /** Null where nothing may be looked up: sizes are then not known. */
  catalogue: ModelCatalogue | null;
  /** A results repository whose records tell paces; null without one. */
  history: Snapshot | null;
  targetOf(backend: Plan['backend']['id']): Target;
  runs: RunsChoice | null;
};

/** A valid submission, and how long it is expected to take. */
export type EstimatedFile = {
  file: ValidatedFile;
  submission: Submission;
  parameters: number | null;
  /** What the model's card states, in the form of records; null where nothing tells it. */
  licence: string | null;
  queries: number;
  runs: Range;
  /** Whether its range has to be seen by whoever starts it. */
  loud: boolean;
  hardware: string;
  /** Null where nothing tells it; why stands in reason. */
  estimate: Estimate | null;
  reason: string | null;
};

const NO_CONFIG = { modelType: null, architectures: [] };

/** Estimates valid submissions, in their order; files that are not valid are left out. */
export async function estimateFiles(files: readonly ValidatedFile[], request: EstimateFilesRequest): Promise<EstimatedFile[]> {
  const histories = new Map<TaskKey, Promise<Map<string, Timed[]>>>();
  const historyOf = (task: TaskKey) => {
    const known = histories.get(task) ?? readHistory(request.history, task);
    histories.set(task, known);
    return known;
  };
  const estimated: EstimatedFile[] = [];
  for (const file of files) {
    if (file.submission !== null) estimated.push(await estimateFile(file, file.submission, request, await historyOf(file.submission.task)));
  }
  return estimated;
}

async function estimateFile(
  file: ValidatedFile,
  submission: Submission,
  request: EstimateFilesRequest,
  history: ReadonlyMap<string, Timed[]>,
): Promise<EstimatedFile> {
  const { policy } = request;
  const task = taskOf(submission.task);
  const backend = backendOf(submission, policy);
  const precision = submission.precision ?? task.precision;
  const quantization = submission.quantization ?? null;
  const reasoning = { state: submission.reasoning?.state ?? task.reasoning, effort: submission.reasoning?.effort ?? null };
  const { phases, newTokens } = variantFor(task, backend, NO_CONFIG) ?? task;
  const { speeds, profile } = request.targetOf(backend);
  const { parameters, licence } = await toldOf(submission, precision, request.catalogue);
  const runs = runsRange(request.runs, submission.task, policy);
  const told = { file, submission, parameters, licence, runs, loud: isLoud({ newTokens }), hardware: speeds.name };
  const model = { id: submission.model, parameters, precision, quantization };
  const profileHere = speeds.kind === 'cpu' ? profile : gpuProfile(Array(gpusFor(task, model, speeds.memoryBytes)).fill(speeds.name));
  const setting = { task: task.key, reasoning, precision, quantization, backend, profile: profileHere };
  try {
    const queries = await queriesOf(submission.task, request);
    const estimate = estimateOf({
      task,
      phases,
      newTokens,
      model,
      reasoning,
      backend,
      queries,
      runs,
      policy,
      speeds,
      history: history.get(settingKey(setting)) ?? [],
    });
    return { ...told, queries, estimate, reason: estimate === null ? "Nothing tells the model's size." : null };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { ...told, queries: task.dataset.rows, estimate: null, reason: thrown.message };
  }
}

async function toldOf(
  { model, revision }: Submission,
  precision: Plan['model']['precision'],
  catalogue: ModelCatalogue | null,
): Promise<Pick<EstimatedFile, 'parameters' | 'licence'>> {
  const found = (await catalogue?.lookUp(model, revision)) ?? { kind: 'missing' };
  if (found.kind !== 'found') return { parameters: null, licence: null };
  const { parameters, files, licence } = found.model;
  return { parameters: parameters ?? parametersFromFiles(files, precision), licence: licenceFrom(licence) };
}

/** Rows of the task's local data set; of the official one where the policy names none. */
async function queriesOf(key: TaskKey, { policy, policyFolder }: EstimateFilesRequest): Promise<number> {
  const { dataset } = taskOf(key);
  const local = policy.datasets[key];
  if (local === undefined) return dataset.rows;
  // A file that cannot be read is told by the benchmark itself, with its mend.
  const text = await readFile(join(policyFolder, local.path), 'utf8').catch(() => '');
  return parseRows(text, basename(local.path), dataset.columns).length;
}

/** The paces of a task's published results, by their setting. A record that cannot be read tells none. */
async function readHistory(snapshot: Snapshot | null, task: TaskKey): Promise<Map<string, Timed[]>> {
  const bySetting = new Map<string, Timed[]>();
  if (snapshot === null) return bySetting;
  for await (const { path, bytes } of snapshot.readAll(`results/${task}/`)) {
    const timed = path.endsWith('.json') ? timedOf(bytes) : null;
    if (timed !== null) bySetting.set(timed.setting, [...(bySetting.get(timed.setting) ?? []), timed]);
  }
  return bySetting;
}

function timedOf(bytes: Uint8Array): Timed | null {
  try {
    return timedFrom(JSON.parse(new TextDecoder().decode(bytes)) as Result);
  } catch {
    return null;
  }
}

/** A catalogue that asks once for each model: validation and estimate want the same. */
export function remembering(catalogue: ModelCatalogue): ModelCatalogue {
  const answers = new Map<string, ReturnType<ModelCatalogue['lookUp']>>();
  return {
    lookUp(id, revision) {
      const key = `${id}@${revision}`;
      const answer = answers.get(key) ?? catalogue.lookUp(id, revision);
      answers.set(key, answer);
      return answer;
    },
  };
}
