import type { Tensor } from '@huggingface/transformers';
import type { Plan } from '../../domain/generated/plan.ts';
import type { OnnxVariant } from '../../domain/onnx-files.ts';
import type { Row } from '../../domain/rows.ts';
import type { TransformersJs } from './transformers-js.ts';

/** One query, ready for the model. */
export type PreparedQuery = {
  inputs: Record<string, Tensor>;
  /** Null where the task has no tokens. */
  inputTokens: number | null;
};

/** A model on its device, and what can be asked of it. Nothing is kept from one call to the next. */
export type LoadedModel = {
  /** Tokenises or processes one row. */
  prepare(row: Row): Promise<PreparedQuery>;
  /** One forward pass. */
  forward(query: PreparedQuery): Promise<void>;
  /** Generates greedily and gives the number of tokens made; null where the model does not generate. */
  generate: ((query: PreparedQuery, newTokens: number) => Promise<number>) | null;
};

/** Everything that loading one task's model takes. */
export type LoadRequest = {
  library: TransformersJs;
  plan: Plan;
  modelFolder: string;
  /** Folder of the tokenizer or the image processor. */
  processorFolder: string;
  /** Folder that file columns are relative to. */
  datasetFolder: string;
  options: { dtype: OnnxVariant['dtype']; device: 'cpu'; local_files_only: true; session_options: { extra: Record<string, unknown> } };
  /** config.json as it was read. */
  config: Record<string, unknown>;
};

/** Loads the model of one task. */
export type LoadTask = (request: LoadRequest) => Promise<LoadedModel>;
