import { inputFault, internalFault } from '../../../domain/errors.ts';
import type { LoadTask } from '../query.ts';
import { greedily } from './greedy.ts';
import { imaging } from './images.ts';

/** The kind of model that this backend runs: an encoder of images and a decoder of text in one repository. */
const MODEL_TYPE = 'vision-encoder-decoder';

/**
 * A decoder tells in words what an encoder sees.
 * @throws Fault of the input, code model-not-for-task
 */
export const loadImageToText: LoadTask = async (request) => {
  const { library, plan, config } = request;
  if (config.model_type !== MODEL_TYPE) {
    throw inputFault(`For ${plan.task} the embedded backend runs ${MODEL_TYPE} models, and this one is ${String(config.model_type)}.`, {
      code: 'model-not-for-task',
      mend: 'Use the transformers backend for models that take an image and a prompt.',
    });
  }
  const images = await imaging(request);
  const model = await library.AutoModelForVision2Seq.from_pretrained(request.modelFolder, request.options);
  return {
    ...images,
    reasoning: null,
    forward: () => {
      throw internalFault('A captioning model answers by generating.', { code: 'phase-not-in-embedded' });
    },
    generate: greedily(model, plan.generation),
  };
};
