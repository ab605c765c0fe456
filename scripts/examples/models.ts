import { byteTokenizer } from './byte-tokenizer.ts';
import { figureNames } from './drawings.ts';
import { imageClassifierOnnx, objectDetectorOnnx } from './image-model.ts';
import { classifierOnnx, decoderOnnx } from './text-models.ts';

/** The organisation of all example models. */
export const ORGANISATION = 'ai-energy-score-examples';

/** One model: its task and every file of its folder. */
export type ExampleModel = { name: string; task: string; files: Map<string, Uint8Array> };

const POSITIONS = 256;
const END_OF_TEXT = '<|endoftext|>';
const CLASSIFIER_TOKENS = ['[PAD]', '[CLS]', '[SEP]'] as const;

/** Three generators that differ in size alone, a text classifier, an image classifier and a detector. */
export const exampleModels = (): ExampleModel[] => [
  generator('babbler-27k', { width: 24, layers: 2, heads: 2 }, 1),
  generator('babbler-83k', { width: 36, layers: 4, heads: 3 }, 2),
  generator('babbler-223k', { width: 48, layers: 7, heads: 4 }, 3),
  textClassifier('mood-dice-42k', { width: 32, layers: 2, heads: 2 }, 4),
  imageClassifier('shape-dice-61k', [16, 32, 64, 64], 5),
  objectDetector('shape-spotter-24k', [16, 32, 32, 32], 6),
];

type Shape = { width: number; layers: number; heads: number };

function generator(name: string, { width, layers, heads }: Shape, seed: number): ExampleModel {
  const vocabulary = 257;
  const endOfText = vocabulary - 1;
  return {
    name,
    task: 'text-generation',
    files: new Map([
      ['README.md', card(name, 'text-generation', 'It continues a text, one byte at a time, with bytes that mean nothing.')],
      [
        'config.json',
        json({
          architectures: ['GPT2LMHeadModel'],
          model_type: 'gpt2',
          n_ctx: POSITIONS,
          n_positions: POSITIONS,
          max_position_embeddings: POSITIONS,
          n_embd: width,
          n_layer: layers,
          n_head: heads,
          vocab_size: vocabulary,
          bos_token_id: endOfText,
          eos_token_id: endOfText,
          torch_dtype: 'float32',
        }),
      ],
      ['generation_config.json', json({ bos_token_id: endOfText, eos_token_id: endOfText })],
      ['tokenizer.json', json(byteTokenizer([END_OF_TEXT], null))],
      [
        'tokenizer_config.json',
        json({
          tokenizer_class: 'GPT2Tokenizer',
          bos_token: END_OF_TEXT,
          eos_token: END_OF_TEXT,
          unk_token: END_OF_TEXT,
          model_max_length: POSITIONS,
          add_prefix_space: false,
        }),
      ],
      ['onnx/model.onnx', decoderOnnx({ vocabulary, positions: POSITIONS, width, layers, heads }, seed)],
    ]),
  };
}

function textClassifier(name: string, { width, layers, heads }: Shape, seed: number): ExampleModel {
  const labels = ['gloomy', 'cheerful'];
  const vocabulary = 256 + CLASSIFIER_TOKENS.length;
  const [pad, first, separator] = CLASSIFIER_TOKENS;
  return {
    name,
    task: 'text-classification',
    files: new Map([
      ['README.md', card(name, 'text-classification', 'It calls a text cheerful or gloomy, by chance.')],
      [
        'config.json',
        json({
          architectures: ['DistilBertForSequenceClassification'],
          model_type: 'distilbert',
          max_position_embeddings: POSITIONS,
          dim: width,
          n_layers: layers,
          n_heads: heads,
          vocab_size: vocabulary,
          pad_token_id: 256,
          ...labelling(labels),
          torch_dtype: 'float32',
        }),
      ],
      [
        'tokenizer.json',
        json(
          byteTokenizer(CLASSIFIER_TOKENS, {
            single: [first, 'A', separator],
            pair: [first, 'A', separator, 'B', separator],
          }),
        ),
      ],
      [
        'tokenizer_config.json',
        json({
          tokenizer_class: 'PreTrainedTokenizerFast',
          pad_token: pad,
          cls_token: first,
          sep_token: separator,
          model_max_length: POSITIONS,
        }),
      ],
      ['onnx/model.onnx', classifierOnnx({ vocabulary, positions: POSITIONS, width, layers, heads }, labels.length, seed)],
    ]),
  };
}

function imageClassifier(name: string, channels: readonly number[], seed: number): ExampleModel {
  return {
    name,
    task: 'image-classification',
    files: new Map([
      ['README.md', card(name, 'image-classification', 'It names the figure in a picture, by chance.')],
      [
        'config.json',
        json({
          architectures: ['ResNetForImageClassification'],
          model_type: 'resnet',
          hidden_sizes: channels,
          num_channels: 3,
          ...labelling(figureNames),
          torch_dtype: 'float32',
        }),
      ],
      ['preprocessor_config.json', json(imageProcessor('ViTImageProcessor'))],
      ['onnx/model.onnx', imageClassifierOnnx(channels, figureNames.length, seed)],
    ]),
  };
}

function objectDetector(name: string, channels: readonly number[], seed: number): ExampleModel {
  return {
    name,
    task: 'object-detection',
    files: new Map([
      ['README.md', card(name, 'object-detection', 'It finds figures in a picture, by chance.')],
      [
        'config.json',
        json({
          architectures: ['YolosForObjectDetection'],
          model_type: 'yolos',
          hidden_size: channels.at(-1),
          num_channels: 3,
          ...labelling(figureNames),
          torch_dtype: 'float32',
        }),
      ],
      ['preprocessor_config.json', json(imageProcessor('YolosImageProcessor'))],
      ['onnx/model.onnx', objectDetectorOnnx(channels, figureNames.length, seed)],
    ]),
  };
}

const imageProcessor = (type: string) => ({
  image_processor_type: type,
  do_resize: true,
  size: { height: 64, width: 64 },
  resample: 2,
  do_rescale: true,
  rescale_factor: 0.00392156862745098,
  do_normalize: true,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
});

const labelling = (labels: readonly string[]) => ({
  id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
  label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
});

function card(name: string, task: string, what: string): Uint8Array {
  return Buffer.from(`---
license: cc0-1.0
pipeline_tag: ${task}
library_name: transformers.js
---
# ${name}

A model with random weights, made by \`npm run make-examples\` to try this tool with. ${what}
Nobody trained it and its answers mean nothing. It is dedicated to the public domain (CC0 1.0).
`);
}

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
