import type { Plan } from './generated/plan.ts';
import type { Task, Variant } from './tasks.ts';

/** What a model's config.json says of its kind; nulls and no names where it says nothing. */
export type ModelConfig = { modelType: string | null; architectures: readonly string[] };

/** Model types that do every task as text to text, told apart by a prefix. */
const TEXT_TO_TEXT: ReadonlySet<string | null> = new Set(['t5', 'mt5', 'umt5', 'longt5', 'switch_transformers']);

/** Whether the model is of the T5 family. */
export const isTextToText = ({ modelType }: Pick<ModelConfig, 'modelType'>): boolean => TEXT_TO_TEXT.has(modelType);

/** Whether the model labels each stretch of sound in one pass (connectionist temporal classification), as wav2vec2 does. */
const isCtc = ({ architectures }: ModelConfig): boolean => architectures.some((name) => name.endsWith('ForCTC'));

/** Reads what config.json holds; anything may stand in it. */
export function modelConfigFrom(value: unknown): ModelConfig {
  const { model_type, architectures } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    modelType: typeof model_type === 'string' ? model_type : null,
    architectures: Array.isArray(architectures) ? architectures.filter((name) => typeof name === 'string') : [],
  };
}

/**
 * How a model runs a task: which phases, how many new tokens.
 * @returns null where an endpoint cannot run the task
 */
export function variantFor(task: Task, backend: Plan['backend']['id'], config: ModelConfig): Variant | null {
  if (backend === 'endpoint') return task.endpoint;
  if (task.text2text !== null && isTextToText(config)) return task.text2text;
  if (task.ctc !== null && isCtc(config)) return task.ctc;
  return { phases: task.phases, newTokens: task.newTokens };
}
