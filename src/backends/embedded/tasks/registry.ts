import { inputFault } from '../../../domain/errors.ts';
import type { Plan } from '../../../domain/generated/plan.ts';
import { isTextToText, modelConfigFrom } from '../../../domain/model-family.ts';
import type { OnnxLayout } from '../../../domain/onnx-files.ts';
import { type TaskKey, taskOf } from '../../../domain/tasks.ts';
import type { LoadTask } from '../query.ts';
import { loadEncoderDecoder } from './encoder-decoder.ts';
import { loadImageForward } from './image-forward.ts';
import { loadImageToText } from './image-to-text.ts';
import { loadReasoning } from './reasoning.ts';
import { isCtc, loadSpeech } from './speech.ts';
import { loadTextForward } from './text-forward.ts';
import { loadTextGeneration } from './text-generation.ts';

/** How a task's models are loaded, and how their ONNX files are laid out; null where both layouts occur. */
export type Loader = { load: LoadTask; layout: OnnxLayout | null };

/** The tasks this backend runs. */
const LOADERS: Partial<Record<TaskKey, Loader>> = {
  'text-generation': { load: loadTextGeneration, layout: 'whole' },
  reasoning: { load: loadReasoning, layout: 'whole' },
  summarization: { load: loadEncoderDecoder(null), layout: 'pair' },
  'question-answering': { load: loadTextForward('AutoModelForQuestionAnswering'), layout: 'whole' },
  'text-classification': { load: loadTextForward('AutoModelForSequenceClassification'), layout: 'whole' },
  'sentence-similarity': { load: loadTextForward('AutoModel'), layout: null },
  'image-classification': { load: loadImageForward('AutoModelForImageClassification'), layout: 'whole' },
  'object-detection': { load: loadImageForward('AutoModelForObjectDetection'), layout: 'whole' },
  'automatic-speech-recognition': { load: loadSpeech, layout: 'pair' },
  'image-to-text': { load: loadImageToText, layout: 'pair' },
};

/** Why the others cannot run, where there is a reason to tell. */
const REASONS: Partial<Record<TaskKey, string>> = {
  'text-to-image': 'transformers.js has no diffusion: its image makers draw token by token, and the task is measured over diffusion steps.',
};

/**
 * How to load the model of a plan's task.
 * @throws Fault of the input, code task-not-in-embedded
 */
export function loaderOf(task: TaskKey): (plan: Plan, config: Record<string, unknown>) => Loader {
  const loader = LOADERS[task];
  if (loader === undefined) {
    const reason = REASONS[task];
    throw inputFault(
      `The embedded backend does not run ${task}${reason === undefined ? '' : `: ${reason}`}. It runs ${Object.keys(LOADERS).join(', ')}.`,
      { code: 'task-not-in-embedded', mend: 'Use the transformers backend for this task.' },
    );
  }
  const { text2text, ctc } = taskOf(task);
  return (plan, config) => {
    if (text2text !== null && isTextToText(modelConfigFrom(config)))
      return { load: loadEncoderDecoder(text2text.prefixes), layout: 'pair' };
    return ctc !== null && isCtc({ plan }) ? { ...loader, layout: 'whole' } : loader;
  };
}
