import type { Tensor } from '@huggingface/transformers';
import type { LoadTask } from '../query.ts';
import type { TransformersJs } from '../transformers-js.ts';
import { greedily } from './greedy.ts';
import { tokenizing } from './tokenizing.ts';

/**
 * An encoder-decoder reads a text. Its forward pass is the plain one of the reference: the decoder sees the text itself,
 * shifted right by one token.
 * @param prefixes written before each column, for models that were trained so; the columns then make one text
 */
export const loadEncoderDecoder =
  (prefixes: readonly string[] | null): LoadTask =>
  async (request) => {
    const { library, config, plan } = request;
    const texts = await tokenizing(request, prefixes);
    const model = await library.AutoModelForSeq2SeqLM.from_pretrained(request.modelFolder, request.options);
    const start = BigInt(startToken(config));
    return {
      ...texts,
      reasoning: null,
      async forward({ inputs }) {
        await model({ ...inputs, decoder_input_ids: shiftedRight(library, inputs.input_ids as Tensor, start) });
      },
      generate: greedily(model, plan.generation),
    };
  };

function startToken(config: Record<string, unknown>): number {
  const token = [config.decoder_start_token_id, config.bos_token_id, config.pad_token_id].find((id) => Number.isInteger(id));
  return typeof token === 'number' ? token : 0;
}

function shiftedRight(library: TransformersJs, tokens: Tensor, start: bigint): Tensor {
  const ids = tokens.data as BigInt64Array;
  return new library.Tensor('int64', BigInt64Array.of(start, ...ids.subarray(0, -1)), tokens.dims);
}
