import { newGraph } from '../../scripts/examples/onnx-graph.ts';
import { seededRandom } from '../../scripts/examples/random.ts';
import { decoder } from './tiny-models.ts';

type Files = Record<string, string | Uint8Array>;

const WIDTH = 8;
const END = 257;
/** Samples a second that the speech models want, and the second of sound that a transcriber listens to. */
export const MODEL_RATE = 16_000;
const MELS = 8;

const json = (value: unknown): string => JSON.stringify(value);

/** What no plain greedy search does: all of it has to be overruled. */
const WILD_GENERATION = {
  eos_token_id: END,
  do_sample: true,
  num_beams: 4,
  temperature: 2,
  repetition_penalty: 1.5,
  no_repeat_ngram_size: 2,
  guidance_scale: 3,
  max_length: 5,
  max_new_tokens: 3,
  forced_eos_token_id: END,
  suppress_tokens: [1, 2],
  begin_suppress_tokens: [3],
  return_dict_in_generate: true,
};

/** A transcriber with the file layout of exported Whisper models: it hears one second, as 8 bands in 100 frames. */
export function transcriberFiles(): Files {
  return {
    'config.json': json({
      architectures: ['WhisperForConditionalGeneration'],
      model_type: 'whisper',
      is_encoder_decoder: true,
      d_model: WIDTH,
      encoder_layers: 1,
      encoder_attention_heads: 1,
      decoder_layers: 1,
      decoder_attention_heads: 1,
      decoder_start_token_id: 256,
      eos_token_id: END,
      max_source_positions: 50,
    }),
    'generation_config.json': json({
      ...WILD_GENERATION,
      decoder_start_token_id: 256,
      is_multilingual: true,
      lang_to_id: { '<|en|>': 10, '<|fr|>': 11 },
      task_to_id: { transcribe: 12, translate: 13 },
      no_timestamps_token_id: 14,
      return_timestamps: true,
      language: 'fr',
    }),
    'preprocessor_config.json': json({
      feature_extractor_type: 'WhisperFeatureExtractor',
      feature_size: MELS,
      sampling_rate: MODEL_RATE,
      n_fft: 400,
      hop_length: 160,
      chunk_length: 1,
      n_samples: MODEL_RATE,
      nb_max_frames: 100,
    }),
    'onnx/encoder_model.onnx': soundEncoder(),
    'onnx/decoder_model_merged.onnx': decoder(),
  };
}

function soundEncoder(): Uint8Array {
  const graph = newGraph('sound-encoder', seededRandom(21));
  const features = graph.input('input_features', 'float', ['batch_size', MELS, 100]);
  const frames = graph.op('Transpose', [features], { perm: [0, 2, 1] });
  graph.output(graph.op('MatMul', [frames, graph.weight([MELS, WIDTH], MELS)]), 'last_hidden_state', ['batch_size', 100, WIDTH]);
  return graph.bytes();
}

/** A model that labels every 320th sample, as wav2vec2 does. */
export function ctcFiles(): Files {
  const graph = newGraph('ctc', seededRandom(22));
  const values = graph.op('Unsqueeze', [graph.input('input_values', 'float', ['batch_size', 'samples']), graph.integers([1])]);
  const labelled = graph.op('Conv', [values, graph.weight([32, 1, 400], 400)], { strides: [320] });
  graph.output(graph.op('Transpose', [labelled], { perm: [0, 2, 1] }), 'logits', ['batch_size', 'frames', 32]);
  return {
    'config.json': json({ architectures: ['Wav2Vec2ForCTC'], model_type: 'wav2vec2', vocab_size: 32 }),
    'preprocessor_config.json': json({
      feature_extractor_type: 'Wav2Vec2FeatureExtractor',
      do_normalize: true,
      sampling_rate: MODEL_RATE,
    }),
    'onnx/model.onnx': graph.bytes(),
  };
}

const imageProcessor = (type: string): string =>
  json({
    image_processor_type: type,
    do_resize: true,
    size: { height: 32, width: 32 },
    resample: 2,
    do_rescale: true,
    do_normalize: true,
    image_mean: [0.5, 0.5, 0.5],
    image_std: [0.5, 0.5, 0.5],
  });

/** A captioning model with the file layout of exported vision-encoder-decoder models. */
export function captionerFiles(): Files {
  const graph = newGraph('image-encoder', seededRandom(23));
  const pixels = graph.input('pixel_values', 'float', ['batch_size', 3, 32, 32]);
  const patches = graph.op('Conv', [pixels, graph.weight([WIDTH, 3, 8, 8], 192)], { strides: [8, 8] });
  const places = graph.op('Transpose', [graph.op('Reshape', [patches, graph.integers([0, 0, -1])])], { perm: [0, 2, 1] });
  graph.output(places, 'last_hidden_state', ['batch_size', 16, WIDTH]);
  return {
    'config.json': json({
      architectures: ['VisionEncoderDecoderModel'],
      model_type: 'vision-encoder-decoder',
      is_encoder_decoder: true,
      encoder: { model_type: 'vit' },
      decoder: { model_type: 'gpt2', n_head: 1, n_layer: 1, n_embd: WIDTH },
      decoder_start_token_id: 256,
      eos_token_id: END,
    }),
    'generation_config.json': json({ ...WILD_GENERATION, decoder_start_token_id: 256 }),
    'preprocessor_config.json': imageProcessor('ViTImageProcessor'),
    'onnx/encoder_model.onnx': graph.bytes(),
    'onnx/decoder_model_merged.onnx': decoder(),
  };
}

/** A detector that takes a pixel mask beside its pixels, as DETR does. */
export function maskedDetectorFiles(): Files {
  const graph = newGraph('detector', seededRandom(24));
  const pixels = graph.input('pixel_values', 'float', ['batch_size', 3, 'height', 'width']);
  const mask = graph.input('pixel_mask', 'int64', ['batch_size', 64, 64]);
  const seen = graph.op('Cast', [graph.op('ReduceMin', [mask, graph.integers([1, 2])], { keepdims: 1 })], { to: 1 });
  const patches = graph.op('Conv', [pixels, graph.weight([WIDTH, 3, 8, 8], 192)], { strides: [8, 8] });
  const places = graph.op('Transpose', [graph.op('Reshape', [patches, graph.integers([0, 0, -1])])], { perm: [0, 2, 1] });
  const masked = graph.op('Mul', [places, seen]);
  graph.output(graph.op('MatMul', [masked, graph.weight([WIDTH, 4], WIDTH)]), 'logits', ['batch_size', 'places', 4]);
  graph.output(graph.op('MatMul', [masked, graph.weight([WIDTH, 4], WIDTH)]), 'pred_boxes', ['batch_size', 'places', 4]);
  return {
    'config.json': json({ architectures: ['DetrForObjectDetection'], model_type: 'detr' }),
    'preprocessor_config.json': imageProcessor('DetrImageProcessor'),
    'onnx/model.onnx': graph.bytes(),
  };
}
