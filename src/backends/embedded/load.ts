import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, inputFault, messageOf } from '../../domain/errors.ts';
import type { RunnerMessage } from '../../ports/backend.ts';
import { type Queries, readQueries } from '../queries.ts';
import { type Applied, appliedBy } from './applied.ts';
import { inspectRows } from './inspect.ts';
import { onnxWeights } from './parameters.ts';
import { refuseUnlessHeld, sizeOf } from './prepared-size.ts';
import type { LoadedModel, LoadRequest } from './query.ts';
import { loaderOf } from './tasks/registry.ts';
import { loadTransformersJs } from './transformers-js.ts';

type LoadMessage = Extract<RunnerMessage, { type: 'load' }>;

/** A model ready to answer, and its queries. */
export type Loaded = {
  model: LoadedModel;
  queries: Queries;
  parameters: number | null;
  runtime: string[];
  /** Undefined where the weights' packing hides what they are. */
  applied: Applied | undefined;
};

/**
 * ONNX Runtime's threads sleep while they wait for each other, where by default they spin: that would burn energy that no
 * query needs, and as much more of it as the machine is busy otherwise.
 */
const WITHOUT_SPINNING = { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } };

/** Steps of a load, for progress. */
export const LOAD_STEPS = 5;

/**
 * Loads what a plan names: data set, weights' headers, library, model; then looks at every query.
 * @param step called after each of LOAD_STEPS steps with their number
 * @throws Fault of the input for the task, the data set and the model; of the operator for a missing library and too little memory
 */
export async function load(message: LoadMessage, step: (done: number) => void): Promise<Loaded> {
  const { plan, modelFolder } = message;
  const loaderFor = loaderOf(plan.task);
  const config = await readConfig(modelFolder);
  const queries = await readQueries(message.datasetFile, plan.dataset.columns);
  step(1);
  const { load: loadTask, layout } = loaderFor(plan, config);
  const weights = await onnxWeights(modelFolder, plan.model, layout);
  step(2);
  const { library, runtime } = await loadTransformersJs();
  step(3);
  const request: LoadRequest = {
    library,
    plan,
    modelFolder,
    processorFolder: message.processorFolder ?? modelFolder,
    datasetFolder: queries.folder,
    firstRow: queries.rows[0] ?? {},
    options: { dtype: weights.choice.variant.dtype, device: 'cpu', local_files_only: true, session_options: { extra: WITHOUT_SPINNING } },
    config,
  };
  const model = await loadTask(request).catch((cause: unknown) => {
    throw notLoadable(cause, plan.model.id, plan.task);
  });
  step(4);
  const truncatedQueries = await inspectRows(model, queries);
  refuseUnlessHeld(await sizeOf(model, request.firstRow), queries.rows.length, process.availableMemory());
  step(5);
  const applied = appliedBy(weights, model, truncatedQueries, plan.model.precision);
  return { model, queries, parameters: weights.parameters, runtime, applied };
}

async function readConfig(modelFolder: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(join(modelFolder, 'config.json'), 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw inputFault(`The model's config.json cannot be read: ${messageOf(cause)}`, {
      code: 'model-config-unreadable',
      mend: 'The model needs a config.json beside its tokenizer files.',
      cause,
    });
  }
}

function notLoadable(cause: unknown, model: string, task: string): Fault {
  if (cause instanceof Fault) return cause;
  const message = messageOf(cause);
  if (/unsupported model type/i.test(message)) {
    return inputFault(`${model} is no model for ${task}: ${message}`, {
      code: 'model-not-for-task',
      mend: 'Submit it for the task it was made for.',
      cause,
    });
  }
  return inputFault(`${model} cannot be loaded: ${message}`, {
    code: 'model-load-failed',
    mend: 'Check that its configuration, tokenizer and ONNX files belong together and run in transformers.js.',
    cause,
  });
}
