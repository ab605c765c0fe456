import { classFor } from '../domain/classes.ts';
import { inputFault, operatorFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import type { Submission } from '../domain/generated/submission.ts';
import { type ModelConfig, variantFor } from '../domain/model-family.ts';
import type { Policy } from '../domain/policy.ts';
import { policyDigest } from '../domain/policy-digest.ts';
import { taskOf } from '../domain/tasks.ts';
import type { DatasetFiles, ModelFiles } from '../ports/hub.ts';

/** How many runs: a number, or as many as it takes. */
export type RunsChoice = number | 'auto';

/** How much warmer than after the warm-up a GPU may be when a run starts, in kelvins, where the policy waits at all. */
const COOL_DOWN_BAND_KELVIN = 2;

export type PlanRequest = {
  submission: Submission;
  /** The submission file: its path below the root, its variant, the SHA-256 of its bytes. */
  file: { path: string; variant: string | null; sha256: string };
  policy: Policy;
  model: ModelFiles;
  config: ModelConfig;
  dataset: DatasetFiles;
  /** Queries at one time in an extra window after the last run, at an endpoint; none where absent. */
  concurrency?: number;
  /** In place of the policy's number of runs, where an operator asks for another; auto ends them by the policy's run.auto. */
  runs: RunsChoice | null;
};

/**
 * Resolves everything one benchmark will do. The same submission, policy, model and data set give the same plan.
 * @throws Fault of the input where the submission asks for what its task does not have
 */
export function planOf(request: PlanRequest): Plan {
  const { submission, policy, model, dataset } = request;
  const task = taskOf(submission.task);
  const backend = backendOf(submission, policy);
  const variant = variantFor(task, backend, request.config);
  if (variant === null) throw notAtEndpoint(task.key);
  return {
    schemaVersion: 1,
    submission: { path: request.file.path, sha256: request.file.sha256 },
    task: submission.task,
    variant: request.file.variant,
    model: {
      id: submission.model,
      revision: submission.revision,
      source: model.source,
      parameters: model.parameters,
      class: classFor(task, model.parameters),
      precision: submission.precision ?? task.precision,
      quantization: submission.quantization ?? null,
      processor: submission.processor === undefined ? null : { id: submission.processor.model, revision: submission.processor.revision },
    },
    reasoning: { state: submission.reasoning?.state ?? task.reasoning, effort: submission.reasoning?.effort ?? null },
    backend: { id: backend, endpoint: submission.endpoint ?? null },
    dataset: {
      id: dataset.id,
      revision: dataset.revision,
      split: dataset.split,
      columns: dataset.columns,
      rows: dataset.rows,
      rowsSha256: dataset.rowsSha256,
      official: dataset.official,
    },
    generation: {
      batchSize: 1,
      newTokens: variant.newTokens?.count ?? null,
      exactNewTokens: variant.newTokens?.bound === 'exactly',
      inferenceSteps: task.inferenceSteps,
    },
    phases: [...variant.phases],
    ...concurrencyOf(request, backend),
    ...runsOf(request),
    minimumPhaseSeconds: policy.run.minimumPhaseSeconds,
    warmUp: { maximumSeconds: policy.run.warmUpMaximumSeconds },
    ...coolDownOf(policy),
    traceHertz: policy.run.traceHertz,
    policySha256: policyDigest(policy),
  };
}

function runsOf({ runs, policy, submission }: PlanRequest): Pick<Plan, 'runs' | 'stopping'> {
  if (runs !== 'auto') return { runs: runs ?? policy.run.runsByTask[submission.task] ?? policy.run.runs };
  const { minimumRuns, maximumRuns, halfWidthFraction } = policy.run.auto;
  return { runs: Math.max(minimumRuns, maximumRuns), stopping: { minimumRuns, halfWidthFraction } };
}

function coolDownOf({ run }: Policy): Pick<Plan, 'coolDown'> {
  if (run.coolDownMaximumSeconds === 0) return {};
  return { coolDown: { maximumSeconds: run.coolDownMaximumSeconds, bandKelvin: COOL_DOWN_BAND_KELVIN } };
}

function concurrencyOf({ concurrency }: PlanRequest, backend: Plan['backend']['id']): Pick<Plan, 'concurrency'> {
  if (concurrency === undefined) return {};
  if (backend === 'endpoint') return { concurrency };
  throw operatorFault(`The backend ${backend} answers one query at a time.`, {
    code: 'concurrency-not-at-endpoint',
    mend: 'Leave out --concurrency: it is for submissions with backend: endpoint.',
  });
}

const notAtEndpoint = (task: string) =>
  inputFault(`An endpoint does not run ${task}: it answers texts with texts.`, {
    code: 'task-not-at-endpoint',
    mend: 'Use the transformers backend for this task.',
  });

/**
 * The backend that a submission runs on: its own choice, else what the policy names first.
 * @throws Fault of the input, code policy-no-backend
 */
export function backendOf(submission: Pick<Submission, 'backend'>, policy: Pick<Policy, 'backends'>): Plan['backend']['id'] {
  const backend = submission.backend ?? policy.backends[0];
  if (backend !== undefined) return backend;
  throw inputFault('The policy names no backend.', { code: 'policy-no-backend', mend: 'List at least one under backends.' });
}
