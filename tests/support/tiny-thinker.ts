import { byteTokenizer } from '../../scripts/examples/byte-tokenizer.ts';
import { newGraph } from '../../scripts/examples/onnx-graph.ts';
import { seededRandom } from '../../scripts/examples/random.ts';

const WIDTH = 8;
const SPECIAL = ['<pad>', '</s>', '<think>', '</think>'];
const VOCABULARY = 256 + SPECIAL.length;
/** Id of the token that ends an answer. */
export const END_TOKEN = 257;
/** How far one step of counting outweighs the random weights. */
const CERTAINTY = 10;

/** As Qwen writes it: thinking is on, and off where enable_thinking says so, by a thought that is already over. */
export const SWITCHING_TEMPLATE =
  "{%- for message in messages %}{{ message.role + ': ' + message.content + '\\n' }}{% endfor -%}" +
  "{%- if add_generation_prompt %}{{ 'assistant:\\n' }}" +
  "{%- if enable_thinking is defined and enable_thinking is false %}{{ '<think></think>' }}{% endif %}{% endif -%}";

/**
 * A chat model that counts: after token n it says n + 1, so that its answer's length follows from its prompt's last token.
 * @param template null for a model without a chat template
 */
export function thinkerFiles(template: string | null, positions = 16_384): Record<string, string | Uint8Array> {
  return {
    'config.json': JSON.stringify({
      architectures: ['LlamaForCausalLM'],
      model_type: 'llama',
      hidden_size: WIDTH,
      num_hidden_layers: 1,
      num_attention_heads: 1,
      num_key_value_heads: 1,
      head_dim: WIDTH,
      max_position_embeddings: positions,
      vocab_size: VOCABULARY,
      eos_token_id: END_TOKEN,
    }),
    'generation_config.json': JSON.stringify({ eos_token_id: END_TOKEN, do_sample: true, temperature: 3, max_new_tokens: 2 }),
    'tokenizer.json': JSON.stringify(byteTokenizer(SPECIAL, null)),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'PreTrainedTokenizerFast',
      eos_token: '</s>',
      pad_token: '<pad>',
      ...(template === null ? {} : { chat_template: template }),
    }),
    'onnx/model.onnx': countingDecoder(),
  };
}

function countingDecoder(): Uint8Array {
  const graph = newGraph('counting-decoder', seededRandom(31));
  const cache = (length: string) => ['batch_size', 1, length, WIDTH];
  const ids = graph.input('input_ids', 'int64', ['batch_size', 'sequence_length']);
  graph.input('attention_mask', 'int64', ['batch_size', 'total_sequence_length']);
  const hidden = graph.op('Gather', [graph.weight([VOCABULARY, WIDTH], WIDTH), ids]);
  const own = graph.op('Unsqueeze', [hidden, graph.integers([1])]);
  for (const part of ['key', 'value']) {
    const past = graph.input(`past_key_values.0.${part}`, 'float', cache('past_sequence_length'));
    graph.output(graph.op('Concat', [past, own], { axis: 2 }), `present.0.${part}`, cache('total_sequence_length'));
  }
  const next = graph.op('Mod', [graph.op('Add', [ids, graph.integer(1)]), graph.integer(VOCABULARY)]);
  const offAndOn = graph.op('Concat', [graph.filled(1, 0), graph.filled(1, CERTAINTY)], { axis: 0 });
  const counted = graph.op('OneHot', [next, graph.integer(VOCABULARY), offAndOn], { axis: -1 });
  const random = graph.op('MatMul', [hidden, graph.weight([WIDTH, VOCABULARY], WIDTH)]);
  graph.output(graph.op('Add', [counted, random]), 'logits', ['batch_size', 'sequence_length', VOCABULARY]);
  return graph.bytes();
}
