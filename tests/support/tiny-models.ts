import { byteTokenizer } from '../../scripts/examples/byte-tokenizer.ts';
import { ELEMENT, newGraph } from '../../scripts/examples/onnx-graph.ts';
import { seededRandom } from '../../scripts/examples/random.ts';

const VOCABULARY = 258;
const WIDTH = 8;

const json = (value: unknown): string => JSON.stringify(value);

/** An encoder-decoder of a few hundred weights with the file layout and the names of exported BART and T5 models. */
export function encoderDecoderFiles(config: Record<string, unknown>): Record<string, string | Uint8Array> {
  return {
    'config.json': json({ is_encoder_decoder: true, pad_token_id: 256, eos_token_id: 257, decoder_start_token_id: 257, ...config }),
    'generation_config.json': json({ eos_token_id: 257, decoder_start_token_id: 257, num_beams: 4, do_sample: true }),
    'tokenizer.json': json(byteTokenizer(['<pad>', '</s>'], { single: ['A', '</s>'], pair: ['A', '</s>', 'B', '</s>'] })),
    'tokenizer_config.json': json({
      tokenizer_class: 'PreTrainedTokenizerFast',
      pad_token: '<pad>',
      eos_token: '</s>',
      model_max_length: 512,
    }),
    'onnx/encoder_model.onnx': encoder(),
    'onnx/decoder_model_merged.onnx': decoder(),
  };
}

function encoder(): Uint8Array {
  const graph = newGraph('encoder', seededRandom(11));
  const ids = graph.input('input_ids', 'int64', ['batch_size', 'encoder_length']);
  const hidden = graph.op('Gather', [graph.weight([VOCABULARY, WIDTH], WIDTH), ids]);
  graph.output(hidden, 'last_hidden_state', ['batch_size', 'encoder_length', WIDTH]);
  return graph.bytes();
}

/** A decoder of 258 tokens over what an encoder says, 8 numbers a place. */
export function decoder(): Uint8Array {
  const graph = newGraph('decoder', seededRandom(12));
  const ids = graph.input('input_ids', 'int64', ['batch_size', 'decoder_length']);
  const encoded = graph.input('encoder_hidden_states', 'float', ['batch_size', 'encoder_length', WIDTH]);
  const context = graph.op('ReduceMean', [encoded, graph.integers([1])], { keepdims: 1 });
  const hidden = graph.op('Add', [graph.op('Gather', [graph.weight([VOCABULARY, WIDTH], WIDTH), ids]), context]);
  const logits = graph.op('MatMul', [hidden, graph.weight([WIDTH, VOCABULARY], WIDTH)]);
  graph.output(logits, 'logits', ['batch_size', 'decoder_length', VOCABULARY]);
  return graph.bytes();
}

/** A decoder whose cache and logits are float16, as in exported half-precision models. */
export function halfPrecisionDecoderFiles(): Record<string, string | Uint8Array> {
  const shape = { n_embd: WIDTH, n_layer: 1, n_head: 1, n_positions: 128, vocab_size: VOCABULARY, eos_token_id: 257 };
  return {
    'config.json': json({ model_type: 'gpt2', ...shape }),
    'tokenizer.json': json(byteTokenizer(['<pad>', '</s>'], null)),
    'tokenizer_config.json': json({ tokenizer_class: 'GPT2Tokenizer', eos_token: '</s>', model_max_length: 128 }),
    'onnx/model_fp16.onnx': halfPrecisionDecoder(),
  };
}

function halfPrecisionDecoder(): Uint8Array {
  const graph = newGraph('decoder', seededRandom(13));
  const cache = (length: string) => ['batch_size', 1, length, WIDTH];
  const ids = graph.input('input_ids', 'int64', ['batch_size', 'sequence_length']);
  graph.input('attention_mask', 'int64', ['batch_size', 'total_sequence_length']);
  const hidden = graph.op('Gather', [graph.weight([VOCABULARY, WIDTH], WIDTH), ids]);
  const half = graph.op('Cast', [graph.op('Unsqueeze', [hidden, graph.integers([1])])], { to: ELEMENT.float16 });
  for (const part of ['key', 'value']) {
    const past = graph.input(`past_key_values.0.${part}`, 'float16', cache('past_sequence_length'));
    graph.output(graph.op('Concat', [past, half], { axis: 2 }), `present.0.${part}`, cache('total_sequence_length'), 'float16');
  }
  const logits = graph.op('MatMul', [hidden, graph.weight([WIDTH, VOCABULARY], WIDTH)]);
  graph.output(graph.op('Cast', [logits], { to: ELEMENT.float16 }), 'logits', ['batch_size', 'sequence_length', VOCABULARY], 'float16');
  return graph.bytes();
}
