import type { LoadTask } from '../query.ts';
import type { TransformersJs } from '../transformers-js.ts';
import { imaging } from './images.ts';

type ImageModelClass = 'AutoModelForImageClassification' | 'AutoModelForObjectDetection';

/** A network looks at one image in one forward pass. */
export const loadImageForward =
  (modelClass: ImageModelClass & keyof TransformersJs): LoadTask =>
  async (request) => {
    const images = await imaging(request);
    const model = await request.library[modelClass].from_pretrained(request.modelFolder, request.options);
    return {
      ...images,
      reasoning: null,
      async forward({ inputs }) {
        await model(inputs);
      },
      generate: null,
    };
  };
