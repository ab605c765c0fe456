import { inputFault } from '../../../domain/errors.ts';
import { type TaskKey, taskOf } from '../../../domain/tasks.ts';
import type { LoadTask } from '../query.ts';
import { loadEncoderDecoder } from './encoder-decoder.ts';
import { loadImageClassification } from './image-classification.ts';
import { loadTextForward } from './text-forward.ts';
import { loadTextGeneration } from './text-generation.ts';

/** The tasks this backend runs, and how it loads their models. */
const LOADERS: Partial<Record<TaskKey, LoadTask>> = {
  'text-generation': loadTextGeneration,
  summarization: loadEncoderDecoder(null),
  'question-answering': loadTextForward('AutoModelForQuestionAnswering'),
  'text-classification': loadTextForward('AutoModelForSequenceClassification'),
  'sentence-similarity': loadTextForward('AutoModel'),
  'image-classification': loadImageClassification,
};

/** Models that do every task as text to text, told apart by a prefix. */
const T5_FAMILY: ReadonlySet<unknown> = new Set(['t5', 'mt5', 'longt5']);

/**
 * How to load a task's model, by the model_type of its config.json.
 * @throws Fault of the input, code task-not-in-embedded
 */
export function loaderOf(task: TaskKey): (modelType: unknown) => LoadTask {
  const loader = LOADERS[task];
  if (loader === undefined) {
    throw inputFault(`The embedded backend does not run ${task}. It runs ${Object.keys(LOADERS).join(', ')}.`, {
      code: 'task-not-in-embedded',
      mend: 'Use the transformers backend for this task.',
    });
  }
  const { text2text } = taskOf(task);
  return (modelType) => (text2text !== null && T5_FAMILY.has(modelType) ? loadEncoderDecoder(text2text.prefixes) : loader);
}
