import { byteTokenizer } from '../../scripts/examples/byte-tokenizer.ts';
import { newGraph } from '../../scripts/examples/onnx-graph.ts';
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

function decoder(): Uint8Array {
  const graph = newGraph('decoder', seededRandom(12));
  const ids = graph.input('input_ids', 'int64', ['batch_size', 'decoder_length']);
  const encoded = graph.input('encoder_hidden_states', 'float', ['batch_size', 'encoder_length', WIDTH]);
  const context = graph.op('ReduceMean', [encoded, graph.integers([1])], { keepdims: 1 });
  const hidden = graph.op('Add', [graph.op('Gather', [graph.weight([VOCABULARY, WIDTH], WIDTH), ids]), context]);
  const logits = graph.op('MatMul', [hidden, graph.weight([WIDTH, VOCABULARY], WIDTH)]);
  graph.output(logits, 'logits', ['batch_size', 'decoder_length', VOCABULARY]);
  return graph.bytes();
}
