import { inputFault } from '../domain/errors.ts';
import type { Plan } from '../domain/generated/plan.ts';
import { chooseOnnxFiles } from '../domain/onnx-files.ts';
import {
  choosePipelineFiles,
  chooseTransformersFiles,
  configurationIn,
  pipelineComponents,
  shardsOf,
  type TransformersChoice,
} from '../domain/transformers-files.ts';
import { requireSafe } from './safe-path.ts';

type Weights = Pick<Plan['model'], 'precision' | 'quantization'>;

/** Which of a repository's files a run needs. */
export type ModelFormat =
  /** What the embedded backend loads. */
  | ({ kind: 'onnx' } & Weights)
  /** What transformers and diffusers load: safetensors. */
  | ({ kind: 'transformers'; task: Plan['task'] } & Weights)
  /** The tokenizer or processor of another model. */
  | { kind: 'processor' };

/** What a run needs of a repository. Configuration is small, and is read before any weights are fetched. */
export type NeededFiles = { configuration: string[]; weights: string[] };

/** Configuration, tokenizer and processor files that the embedded backend reads, where a model has them. */
const EMBEDDED: ReadonlySet<string> = new Set([
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'preprocessor_config.json',
  'processor_config.json',
  'chat_template.jinja',
  'chat_template.json',
]);

/** The name of what a format needs, as part of a file's name. */
export function formatName(format: ModelFormat): string {
  if (format.kind === 'processor') return 'processor';
  const { quantization, precision } = format;
  const held = quantization === null ? precision : `${precision}-${quantization.method}-${quantization.bits}`;
  return format.kind === 'onnx' ? `onnx-${held}` : `transformers-${format.task}-${held}`;
}

/**
 * The paths a run needs of a repository.
 * @param paths every path of the repository
 * @param read gives the text of one of its small files: model_index.json, the index of shards
 * @throws Fault of the input: hub-unsafe-path, diffusers-index-missing, and those of chooseOnnxFiles and of transformers-files
 */
export async function neededFiles(
  paths: readonly string[],
  format: ModelFormat,
  read: (path: string) => Promise<string>,
): Promise<NeededFiles> {
  const needed = await chosen(paths, format, async (path) => {
    requireSafe(path);
    return read(path);
  });
  const configuration = [...new Set(needed.configuration)].sort();
  const weights = [...new Set(needed.weights)].sort();
  for (const path of [...configuration, ...weights]) requireSafe(path);
  return { configuration, weights };
}

async function chosen(paths: readonly string[], format: ModelFormat, read: (path: string) => Promise<string>): Promise<NeededFiles> {
  switch (format.kind) {
    case 'processor':
      return { configuration: configurationIn(paths), weights: [] };
    case 'onnx': {
      const { networks, externalData } = chooseOnnxFiles(paths, format);
      return { configuration: paths.filter((path) => EMBEDDED.has(path)), weights: [...networks, ...externalData] };
    }
    case 'transformers':
      return withShards(await transformersChoice(paths, format, read), paths, read);
  }
}

async function transformersChoice(
  paths: readonly string[],
  { task, precision }: Extract<ModelFormat, { kind: 'transformers' }>,
  read: (path: string) => Promise<string>,
): Promise<TransformersChoice> {
  if (task !== 'text-to-image') return chooseTransformersFiles(paths, precision);
  if (!paths.includes('model_index.json')) {
    throw inputFault('The repository has no model_index.json, by which diffusers knows a pipeline.', {
      code: 'diffusers-index-missing',
      mend: 'Submit a model in the layout of diffusers: text-to-image runs nothing else.',
    });
  }
  return choosePipelineFiles(paths, pipelineComponents(await read('model_index.json'), paths), precision);
}

async function withShards(
  choice: TransformersChoice,
  paths: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<NeededFiles> {
  const needed: NeededFiles = { configuration: [...choice.configuration], weights: [] };
  for (const network of choice.weights) {
    if (network.kind === 'single') needed.weights.push(network.path);
    else {
      needed.configuration.push(network.index);
      needed.weights.push(...shardsOf(await read(network.index), network.index, paths));
    }
  }
  return needed;
}
