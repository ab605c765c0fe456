import type { PreTrainedModel, Tensor } from '@huggingface/transformers';
import type { PreparedQuery } from '../query.ts';

/** Greedy search with a cache, whatever a model's generation_config.json says. */
const GREEDY = {
  do_sample: false,
  num_beams: 1,
  num_beam_groups: 1,
  num_return_sequences: 1,
  use_cache: true,
  return_dict_in_generate: false,
} as const;

/** How many tokens to make; exactly so many, or at most. */
export type Length = { newTokens: number; exact: boolean };

/**
 * Answers one query and counts the tokens made.
 * @param given tokens of the answer that were there before the first new one
 */
export async function generateGreedily(model: PreTrainedModel, query: PreparedQuery, length: Length, given: number): Promise<number> {
  const sequences = await model.generate({
    ...query.inputs,
    ...GREEDY,
    max_new_tokens: length.newTokens,
    min_new_tokens: length.exact ? length.newTokens : 0,
  } as Parameters<PreTrainedModel['generate']>[0]);
  return ((sequences as Tensor).dims.at(-1) ?? 0) - given;
}
