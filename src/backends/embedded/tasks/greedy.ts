import type { PreTrainedModel } from '@huggingface/transformers';
import type { Plan } from '../../../domain/generated/plan.ts';
import type { LoadedModel, PreparedQuery } from '../query.ts';

/**
 * Greedy search with a cache, whatever a model's generation_config.json says: every new token is the likeliest one. What
 * would sample, search more widely, guide, forbid or force tokens is off.
 */
const GREEDY = {
  do_sample: false,
  num_beams: 1,
  num_beam_groups: 1,
  num_return_sequences: 1,
  penalty_alpha: null,
  guidance_scale: null,
  temperature: 1,
  repetition_penalty: 1,
  no_repeat_ngram_size: 0,
  bad_words_ids: null,
  suppress_tokens: null,
  begin_suppress_tokens: null,
  forced_bos_token_id: null,
  forced_eos_token_id: null,
  min_length: 0,
  use_cache: true,
  output_attentions: false,
  return_dict_in_generate: false,
} as const;

/**
 * How a model answers one query: with exactly as many new tokens as are asked for, or with at most so many, ending where
 * the model ends. The count is that of the tokens that were made, an end token among them.
 * @param extra what a kind of model takes besides
 */
export function greedily(
  model: PreTrainedModel,
  { exactNewTokens }: Plan['generation'],
  extra: Readonly<Record<string, unknown>> = {},
): NonNullable<LoadedModel['generate']> {
  return async (query: PreparedQuery, newTokens: number, onToken: () => void) => {
    // generate tells the tokens it starts from first, then each new one.
    let told = 0;
    const streamer = {
      put() {
        told += 1;
        if (told > 1) onToken();
      },
      end() {},
    };
    await model.generate({
      ...query.inputs,
      ...GREEDY,
      ...extra,
      max_new_tokens: newTokens,
      min_new_tokens: exactNewTokens ? newTokens : 0,
      streamer,
    } as unknown as Parameters<PreTrainedModel['generate']>[0]);
    return told - 1;
  };
}
