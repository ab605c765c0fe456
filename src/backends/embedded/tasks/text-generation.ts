import type { LoadTask } from '../query.ts';
import { greedily } from './greedy.ts';
import { tokenizing } from './tokenizing.ts';

/** A decoder goes on from a text. */
export const loadTextGeneration: LoadTask = async (request) => {
  const texts = await tokenizing(request);
  const model = await request.library.AutoModelForCausalLM.from_pretrained(request.modelFolder, request.options);
  return {
    ...texts,
    reasoning: null,
    async forward({ inputs }) {
      await model(inputs);
    },
    generate: greedily(model, request.plan.generation),
  };
};
