import type { LoadTask } from '../query.ts';
import type { TransformersJs } from '../transformers-js.ts';
import { tokenizing } from './tokenizing.ts';

type TextModelClass = 'AutoModel' | 'AutoModelForSequenceClassification' | 'AutoModelForQuestionAnswering';

/** An encoder reads a text, or a pair of texts in one sequence, in one forward pass. */
export const loadTextForward =
  (modelClass: TextModelClass & keyof TransformersJs): LoadTask =>
  async (request) => {
    const texts = await tokenizing(request);
    const model = await request.library[modelClass].from_pretrained(request.modelFolder, request.options);
    return {
      ...texts,
      reasoning: null,
      async forward({ inputs }) {
        await model(inputs);
      },
      generate: null,
    };
  };
