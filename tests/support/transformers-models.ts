import type { HubRepository } from './hub-server.ts';

/** One tensor of a file to be made. */
type Tensor = { dtype: 'F32' | 'F16' | 'BF16'; shape: number[] };

const BYTES = { F32: 4, F16: 2, BF16: 2 } as const;

/** A safetensors file with these tensors; their bytes count upwards. */
export function safetensors(tensors: Record<string, Tensor>): Buffer {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  let end = 0;
  for (const [name, { dtype, shape }] of Object.entries(tensors)) {
    const begin = end;
    end += shape.reduce((product, length) => product * length, 1) * BYTES[dtype];
    header[name] = { dtype, shape, data_offsets: [begin, end] };
  }
  const data = Buffer.from(Array.from({ length: end }, (_, index) => index % 251));
  return safetensorsOf(JSON.stringify(header), data);
}

/** A file whose head is any text: its length, the text, then the bytes. */
export function safetensorsOf(header: string, data: Uint8Array): Buffer {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

export const jsonFile = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

export const COMMIT = '1234567890abcdef1234567890abcdef12345678';

/** A repository with the layout of a small language model's: safetensors beside what other frameworks read. */
export function llama(changes: Partial<HubRepository> = {}): HubRepository {
  return {
    kind: 'model',
    id: 'someone/llama',
    commit: COMMIT,
    files: {
      '.gitattributes': Buffer.from('*.safetensors filter=lfs'),
      'README.md': Buffer.from('# Llama'),
      'config.json': jsonFile({ model_type: 'llama', architectures: ['LlamaForCausalLM'] }),
      'generation_config.json': jsonFile({ eos_token_id: 2 }),
      'tokenizer.json': jsonFile({ model: { vocab: { auto_map: 0 } } }),
      'tokenizer_config.json': jsonFile({ tokenizer_class: 'PreTrainedTokenizerFast' }),
      'special_tokens_map.json': jsonFile({}),
      'chat_template.jinja': Buffer.from('{{ messages }}'),
      'additional_chat_templates/tools.jinja': Buffer.from('{{ tools }}'),
      'model.safetensors': safetensors({
        'embed.weight': { dtype: 'F32', shape: [64, 32] },
        'head.weight': { dtype: 'F32', shape: [64, 32] },
      }),
      'model.fp16.safetensors': safetensors({ 'embed.weight': { dtype: 'F16', shape: [64, 32] } }),
      'original/consolidated.00.pth': Buffer.from('PK\u0003\u0004'),
      'consolidated.safetensors': safetensors({ a: { dtype: 'F32', shape: [2] } }),
      'pytorch_model.bin': Buffer.from([0x80, 2, 0]),
      'tf_model.h5': Buffer.from('h5'),
      'flax_model.msgpack': Buffer.from('flax'),
      'onnx/model.onnx': Buffer.from([8, 9]),
      'model-q4.gguf': Buffer.from('GGUF'),
    },
    large: ['model.safetensors', 'model.fp16.safetensors', 'pytorch_model.bin', 'consolidated.safetensors'],
    pipelineTag: 'text-generation',
    licence: 'apache-2.0',
    ...changes,
  };
}

/** The same model in two shards. */
export function shardedLlama(changes: Partial<HubRepository> = {}): HubRepository {
  const whole = llama();
  const { 'model.safetensors': _, 'model.fp16.safetensors': __, ...files } = whole.files;
  const [first, second] = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'] as const;
  return {
    ...whole,
    id: 'someone/sharded',
    files: {
      ...files,
      [first]: safetensors({ 'embed.weight': { dtype: 'BF16', shape: [64, 32] } }),
      [second]: safetensors({ 'head.weight': { dtype: 'BF16', shape: [64, 32] } }),
      'model.safetensors.index.json': jsonFile({ metadata: {}, weight_map: { 'embed.weight': first, 'head.weight': second } }),
    },
    large: [first, second],
    ...changes,
  };
}

/** A pipeline of diffusers, with weights of 32 and, where a component has them, of 16 bits. */
export function pipeline(changes: Partial<HubRepository> = {}): HubRepository {
  const network = (dtype: 'F32' | 'F16') => safetensors({ weight: { dtype, shape: [16, 16] } });
  const index = {
    _class_name: 'StableDiffusionPipeline',
    _diffusers_version: '0.30.0',
    safety_checker: [null, null],
    requires_safety_checker: false,
    scheduler: ['diffusers', 'EulerDiscreteScheduler'],
    text_encoder: ['transformers', 'CLIPTextModel'],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    unet: ['diffusers', 'UNet2DConditionModel'],
    vae: ['diffusers', 'AutoencoderKL'],
  };
  return {
    kind: 'model',
    id: 'someone/painter',
    commit: COMMIT,
    files: {
      'model_index.json': jsonFile(index),
      'sd_model.safetensors': network('F32'),
      'sd_model.ckpt': Buffer.from('PK\u0003\u0004'),
      'scheduler/scheduler_config.json': jsonFile({ _class_name: 'EulerDiscreteScheduler' }),
      'text_encoder/config.json': jsonFile({ model_type: 'clip_text_model' }),
      'text_encoder/model.safetensors': network('F32'),
      'text_encoder/model.fp16.safetensors': network('F16'),
      'text_encoder/pytorch_model.bin': Buffer.from([0x80, 2]),
      'tokenizer/vocab.json': jsonFile({ a: 0 }),
      'tokenizer/merges.txt': Buffer.from('#version: 0.2'),
      'tokenizer/tokenizer_config.json': jsonFile({}),
      'unet/config.json': jsonFile({ _class_name: 'UNet2DConditionModel' }),
      'unet/diffusion_pytorch_model.safetensors': network('F32'),
      'unet/diffusion_pytorch_model.fp16.safetensors': network('F16'),
      'unet/diffusion_pytorch_model.non_ema.safetensors': network('F32'),
      'vae/config.json': jsonFile({ _class_name: 'AutoencoderKL' }),
      'vae/diffusion_pytorch_model.safetensors': network('F32'),
      'vae_decoder/model.onnx': Buffer.from([8]),
      'safety_checker/model.safetensors': network('F32'),
    },
    ...changes,
  };
}
