import type { Tensor } from '@huggingface/transformers';
import type { Plan } from '../../domain/generated/plan.ts';
import type { OnnxVariant } from '../../domain/onnx-files.ts';
import type { Row } from '../../domain/rows.ts';
import type { Applied } from './applied.ts';
import type { TransformersJs } from './transformers-js.ts';

/** One query, ready for the model. */
export type PreparedQuery = {
  inputs: Record<string, Tensor>;
  /** Null where the inputs are no tokens. */
  inputTokens: number | null;
};

/** How a row's input goes into a model: whole, or with its end cut off. */
type Fit = 'whole' | 'cut';

/** A model on its device, and what can be asked of it. Nothing is kept from one call to the next. */
export type LoadedModel = {
  /** Longest input in tokens; null where inputs are no tokens. */
  maximumInputTokens: number | null;
  /** Reasoning as the chat template took it; null for other tasks. */
  reasoning: Applied['reasoning'];
  /** Looks at a row before anything is measured. @throws Fault of the input for a file that cannot be read */
  inspect(row: Row): Promise<Fit>;
  /** Tokenises or processes one row. */
  prepare(row: Row): Promise<PreparedQuery>;
  /** One forward pass. */
  forward(query: PreparedQuery): Promise<void>;
  /** Generates greedily and gives the number of tokens made; null where the model does not generate. */
  generate: ((query: PreparedQuery, newTokens: number, onToken: () => void) => Promise<number>) | null;
};

/** Everything that loading one task's model takes. */
export type LoadRequest = {
  library: TransformersJs;
  plan: Plan;
  modelFolder: string;
  /** Folder of the tokenizer, the image processor or the feature extractor. */
  processorFolder: string;
  /** Folder that file columns are relative to. */
  datasetFolder: string;
  /** The first row: what the chat template is tried with. */
  firstRow: Row;
  options: { dtype: OnnxVariant['dtype']; device: 'cpu'; local_files_only: true; session_options: { extra: Record<string, unknown> } };
  /** config.json as it was read. */
  config: Record<string, unknown>;
};

/** Loads the model of one task. */
export type LoadTask = (request: LoadRequest) => Promise<LoadedModel>;
