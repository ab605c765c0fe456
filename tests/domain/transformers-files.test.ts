import { describe, expect, test } from 'vitest';
import {
  choosePipelineFiles,
  chooseTransformersFiles,
  configurationIn,
  pipelineComponents,
  shardsOf,
  weightsVariant,
} from '../../src/domain/transformers-files.ts';
import { llama, pipeline } from '../support/transformers-models.ts';

const paths = Object.keys(llama().files);
const drawn = Object.keys(pipeline().files);
const COMPONENTS = ['scheduler', 'text_encoder', 'tokenizer', 'unet', 'vae'];

describe('of a model for transformers', () => {
  test('the configuration is what loaders read, and nothing of other frameworks', () => {
    expect(chooseTransformersFiles(paths, 'float32').configuration.sort()).toEqual([
      'additional_chat_templates/tools.jinja',
      'chat_template.jinja',
      'config.json',
      'generation_config.json',
      'special_tokens_map.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
  });

  test.each([
    'tokenizer.model',
    'spiece.model',
    'source.spm',
    'qwen.tiktoken',
    'tekken.json',
    'vocab.txt',
    'merges.txt',
    'added_tokens.json',
    'preprocessor_config.json',
    'processor_config.json',
    'video_preprocessor_config.json',
    'chat_template.json',
    'normalizer.json',
    'quantize_config.json',
  ])('%s belongs to the configuration', (path) => {
    expect(configurationIn([path])).toEqual([path]);
  });

  test.each(['adapter_config.json', 'modeling_llama.py', 'trainer_state.json', 'onnx/config.json', 'README.md', 'training_args.bin'])(
    '%s does not',
    (path) => {
      expect(configurationIn([path])).toEqual([]);
    },
  );

  test('the file without a variant comes first, whatever the precision: loaders take it unasked', () => {
    for (const precision of ['float32', 'float16', 'bfloat16'] as const) {
      expect(chooseTransformersFiles(paths, precision).weights).toEqual([{ kind: 'single', path: 'model.safetensors' }]);
    }
  });

  test('the variant of the precision serves where there is nothing else, and of no other', () => {
    const only = ['config.json', 'model.fp16.safetensors'];
    expect(chooseTransformersFiles(only, 'float16').weights).toEqual([{ kind: 'single', path: 'model.fp16.safetensors' }]);
    expect(() => chooseTransformersFiles(only, 'float32')).toThrow(/at float32.*It has model\.fp16\.safetensors/);
    expect(weightsVariant(only)).toBe('fp16');
    expect(weightsVariant(paths.filter((path) => !path.includes('fp16')))).toBeNull();
  });

  test('a repository with pickles alone is refused, with the way to convert them', () => {
    const pickled = ['config.json', 'pytorch_model-00001-of-00002.bin', 'pytorch_model-00002-of-00002.bin'];
    expect(() => chooseTransformersFiles(pickled, 'float16')).toThrow(
      expect.objectContaining({
        kind: 'input',
        code: 'model-pickle-only',
        message: expect.stringContaining('pytorch_model-00001-of-00002.bin'),
        mend: expect.stringMatching(/safetensors.*pin the commit/),
      }),
    );
  });

  test('a repository with other formats alone is told that it has no safetensors', () => {
    expect(() => chooseTransformersFiles(['config.json', 'model-q4.gguf'], 'float16')).toThrow(
      expect.objectContaining({ code: 'safetensors-missing', message: expect.stringContaining('no safetensors at all') }),
    );
  });
});

describe('the shards of an index', () => {
  const there = ['model.safetensors-00001-of-00002.safetensors', 'b.safetensors', 'sub/b.safetensors'];
  const index = (names: unknown[]) => JSON.stringify({ weight_map: Object.fromEntries(names.map((name, at) => [`t${at}`, name])) });

  test('are those that it names, once each, however they are called', () => {
    expect(shardsOf(index(['b.safetensors', there[0], 'b.safetensors']), 'model.safetensors.index.json', there)).toEqual([
      'b.safetensors',
      'model.safetensors-00001-of-00002.safetensors',
    ]);
    expect(shardsOf(index(['b.safetensors']), 'sub/x.safetensors.index.json', there)).toEqual(['sub/b.safetensors']);
  });

  test.each([
    ['a missing one', index(['c.safetensors']), 'safetensors-shard-missing', /"c\.safetensors"/],
    ['a pickle', index(['pytorch_model.bin']), 'safetensors-shard-missing', /"pytorch_model\.bin"/],
    ['one elsewhere', index(['../b.safetensors']), 'safetensors-shard-missing', /"\.\.\/b\.safetensors"/],
    ['one in a sub-folder', index(['sub/b.safetensors']), 'safetensors-shard-missing', /beside it/],
    ['what is no name', index([7]), 'safetensors-shard-missing', /7/],
    ['none', '{"weight_map":{}}', 'safetensors-index-unreadable', /names no shards/],
    ['no JSON', '{"weight_map"', 'safetensors-index-unreadable', /no JSON/],
    ['no object', '[]', 'safetensors-index-unreadable', /no JSON object/],
  ])('may not be %s', (_, text, code, message) => {
    expect(() => shardsOf(text, 'model.safetensors.index.json', there)).toThrow(
      expect.objectContaining({ kind: 'input', code, message: expect.stringMatching(message), mend: expect.any(String) }),
    );
  });
});

describe('of a pipeline for diffusers', () => {
  test('the components are those that its index names with a library', () => {
    expect(pipelineComponents(Buffer.from(pipeline().files['model_index.json'] ?? '').toString(), drawn)).toEqual(COMPONENTS);
  });

  test('each component gives its configuration and its weights, and nothing else is taken', () => {
    const { configuration, weights } = choosePipelineFiles(drawn, COMPONENTS, 'float32');
    expect(configuration.sort()).toEqual([
      'model_index.json',
      'scheduler/scheduler_config.json',
      'text_encoder/config.json',
      'tokenizer/merges.txt',
      'tokenizer/tokenizer_config.json',
      'tokenizer/vocab.json',
      'unet/config.json',
      'vae/config.json',
    ]);
    expect(weights).toEqual([
      { kind: 'single', path: 'text_encoder/model.safetensors' },
      { kind: 'single', path: 'unet/diffusion_pytorch_model.safetensors' },
      { kind: 'single', path: 'vae/diffusion_pytorch_model.safetensors' },
    ]);
  });

  test('a component has its weights of 16 bits where it has no others, and loaders have to be told', () => {
    expect(choosePipelineFiles(drawn, COMPONENTS, 'float16').weights).toEqual(choosePipelineFiles(drawn, COMPONENTS, 'float32').weights);
    const without = drawn.filter((path) => path !== 'unet/diffusion_pytorch_model.safetensors');
    const { weights } = choosePipelineFiles(without, COMPONENTS, 'float16');
    expect(weights).toContainEqual({ kind: 'single', path: 'unet/diffusion_pytorch_model.fp16.safetensors' });
    expect(weightsVariant(weights.map((entry) => (entry.kind === 'single' ? entry.path : entry.index)))).toBe('fp16');
    expect(() => choosePipelineFiles(without, COMPONENTS, 'float32')).toThrow(/component unet has no safetensors.*at float32/);
  });

  test.each([
    [
      'a component with pickles alone',
      ['unet/config.json', 'unet/diffusion_pytorch_model.bin'],
      ['unet'],
      'model-pickle-only',
      /component unet/,
    ],
    ['a component without files', ['vae/config.json'], ['unet'], 'diffusers-component-missing', /component unet/],
    ['no weights at all', ['scheduler/scheduler_config.json'], ['scheduler'], 'safetensors-missing', /The pipeline/],
  ])('%s is refused', (_, files, components, code, message) => {
    expect(() => choosePipelineFiles(files, components, 'float16')).toThrow(
      expect.objectContaining({ kind: 'input', code, message: expect.stringMatching(message), mend: expect.any(String) }),
    );
  });

  test.each([
    ['a class of its own', { _class_name: ['pipeline', 'Mine'] }, [], 'model-custom-code'],
    ['a module of the repository', { _class_name: 'X', unet: ['my_unet', 'Net'] }, ['unet/my_unet.py'], 'model-custom-code'],
    ['a folder elsewhere', { _class_name: 'X', '../up': ['diffusers', 'Net'] }, [], 'diffusers-index-unreadable'],
    ['no library', { _class_name: 'X', unet: [7] }, [], 'diffusers-index-unreadable'],
  ])('an index that names %s is refused', (_, index, files, code) => {
    expect(() => pipelineComponents(JSON.stringify(index), files)).toThrow(expect.objectContaining({ kind: 'input', code }));
  });
});
