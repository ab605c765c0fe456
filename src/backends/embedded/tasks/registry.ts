import { inputFault } from '../../../domain/errors.ts';
import type { Plan } from '../../../domain/generated/plan.ts';
import type { LoadTask } from '../query.ts';
import { loadImageClassification } from './image-classification.ts';
import { loadSummarization } from './summarization.ts';
import { loadTextForward } from './text-forward.ts';
import { loadTextGeneration } from './text-generation.ts';

/** The tasks this backend runs. */
const LOADERS: Partial<Record<Plan['task'], LoadTask>> = {
  'text-generation': loadTextGeneration,
  summarization: loadSummarization,
  'question-answering': loadTextForward('AutoModelForQuestionAnswering'),
  'text-classification': loadTextForward('AutoModelForSequenceClassification'),
  'sentence-similarity': loadTextForward('AutoModel'),
  'image-classification': loadImageClassification,
};

/**
 * How to load a task's model.
 * @throws Fault of the input, code task-not-in-embedded
 */
export function loaderOf(task: Plan['task']): LoadTask {
  const loader = LOADERS[task];
  if (loader !== undefined) return loader;
  throw inputFault(`The embedded backend does not run ${task}. It runs ${Object.keys(LOADERS).join(', ')}.`, {
    code: 'task-not-in-embedded',
    mend: 'Use the transformers backend for this task.',
  });
}
