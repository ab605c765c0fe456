import type { LoadTask } from '../query.ts';
import { generateGreedily } from './greedy.ts';
import { tokenizing } from './tokenizing.ts';

/** A decoder goes on from a text. */
export const loadTextGeneration: LoadTask = async (request) => {
  const tokenize = await tokenizing(request);
  const model = await request.library.AutoModelForCausalLM.from_pretrained(request.modelFolder, request.options);
  const { exactNewTokens: exact } = request.plan.generation;
  return {
    prepare: async (row) => tokenize(row),
    async forward({ inputs }) {
      await model(inputs);
    },
    generate: (query, newTokens) => generateGreedily(model, query, { newTokens, exact }, query.inputTokens ?? 0),
  };
};
