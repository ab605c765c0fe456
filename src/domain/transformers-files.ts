import { inputFault, messageOf } from './errors.ts';
import type { Plan } from './generated/plan.ts';

type Precision = Plan['model']['precision'];

/** The safetensors of one network: one file, or shards that an index names. */
type NetworkWeights = { kind: 'single'; path: string } | { kind: 'sharded'; index: string };

/** What a run with transformers or diffusers loads of a repository: paths with forward slashes. */
export type TransformersChoice = {
  /** Configuration, tokenizer, processor and chat template files. */
  configuration: string[];
  weights: NetworkWeights[];
};

/** Base names of weights: the one of transformers, and the one of diffusers. */
const BASES = ['model', 'diffusion_pytorch_model'] as const;

/** Endings between base name and .safetensors under which repositories keep weights of less than 32 bits. */
const VARIANT_OF: Readonly<Record<Precision, string | null>> = { float32: null, float16: 'fp16', bfloat16: 'bf16' };

const CONFIGURATION: readonly RegExp[] = [
  // A file of an adapter would make the loader ask for the model that it adapts.
  /^(?!adapter_)[a-z0-9_]*config\.json$/,
  /^(?:tokenizer|special_tokens_map|added_tokens|vocab|entity_vocab|normalizer|tekken)\.json$/,
  /^(?:vocab|merges|dict)\.txt$/,
  /^(?:vocab\.bpe|bpe\.codes)$/,
  /\.(?:model|spm|tiktoken)$/,
  /^chat_template[A-Za-z0-9_-]*\.(?:jinja|json)$/,
];

const PICKLE = /\.(?:bin|pt|pth|ckpt|pkl|pickle)$/;

/** Whether a name is that of a configuration, tokenizer, processor or chat template file. */
const isConfiguration = (name: string): boolean => CONFIGURATION.some((pattern) => pattern.test(name));

/** Paths of the configuration, tokenizer, processor and chat template files in a folder of a repository; '' is its root. */
export function configurationIn(paths: readonly string[], folder = ''): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return paths.filter((path) => {
    if (!path.startsWith(prefix)) return false;
    const name = path.slice(prefix.length);
    return isConfiguration(name) || /^additional_chat_templates\/[^/]+\.jinja$/.test(name);
  });
}

/**
 * Chooses what transformers loads of a repository at its root.
 * @throws Fault of the input: model-pickle-only, safetensors-missing (naming what is there)
 */
export function chooseTransformersFiles(paths: readonly string[], precision: Precision): TransformersChoice {
  const weights = weightsIn(paths, '', precision);
  if (weights === null) throw weightsMissing(paths, 'The repository', precision);
  return { configuration: configurationIn(paths), weights: [weights] };
}

/**
 * Chooses what diffusers loads of a pipeline: the sub-folders that model_index.json names.
 * @param components those of pipelineComponents
 * @throws Fault of the input: model-pickle-only, safetensors-missing, diffusers-component-missing
 */
export function choosePipelineFiles(paths: readonly string[], components: readonly string[], precision: Precision): TransformersChoice {
  const choice: TransformersChoice = { configuration: ['model_index.json'], weights: [] };
  for (const component of components) {
    const inside = paths.filter((path) => path.startsWith(`${component}/`));
    if (inside.length === 0) {
      throw inputFault(`model_index.json names the component ${component}, of which the repository has no files.`, {
        code: 'diffusers-component-missing',
        mend: 'Pin a commit that holds the whole pipeline.',
      });
    }
    choice.configuration.push(...configurationIn(inside, component));
    const weights = weightsIn(inside, component, precision);
    if (weights !== null) choice.weights.push(weights);
    else if (inside.some((path) => PICKLE.test(path) || path.endsWith('.safetensors'))) {
      throw weightsMissing(inside, `The component ${component}`, precision);
    }
  }
  if (choice.weights.length === 0) throw weightsMissing(paths, 'The pipeline', precision);
  return choice;
}

/** The variant that loaders have to be told to find these weights: fp16, bf16, or null for files without such an ending. */
export function weightsVariant(paths: readonly string[]): 'fp16' | 'bf16' | null {
  const named = paths.map((path) => /\.(fp16|bf16)(?:-\d+-of-\d+)?\.safetensors$/.exec(path)?.[1]).find((variant) => variant !== undefined);
  return (named as 'fp16' | 'bf16' | undefined) ?? null;
}

/**
 * The weights in a folder; null where there are none for the precision. Files without a variant's ending come first: loaders
 * take them unasked and convert them, so that a variant serves only where there is nothing else.
 */
function weightsIn(paths: readonly string[], folder: string, precision: Precision): NetworkWeights | null {
  const there = new Set(paths);
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const variant of [null, VARIANT_OF[precision]]) {
    for (const base of BASES) {
      const path = `${prefix}${base}${variant === null ? '' : `.${variant}`}.safetensors`;
      if (there.has(path)) return { kind: 'single', path };
      const index = `${prefix}${base}.safetensors.index.${variant === null ? '' : `${variant}.`}json`;
      if (there.has(index)) return { kind: 'sharded', index };
    }
  }
  return null;
}

/**
 * The components of a pipeline, by the text of its model_index.json: names of sub-folders.
 * @throws Fault of the input: diffusers-index-unreadable, model-custom-code where it names code of the repository
 */
export function pipelineComponents(text: string, paths: readonly string[]): string[] {
  const index = jsonObject(text, 'model_index.json', 'diffusers-index-unreadable');
  if (typeof index._class_name !== 'string') throw customCode('model_index.json names a pipeline class of its own');
  const components: string[] = [];
  for (const [name, value] of Object.entries(index)) {
    if (name.startsWith('_') || !Array.isArray(value)) continue;
    const [library] = value as unknown[];
    if (library === null) continue;
    if (typeof library !== 'string' || !/^[A-Za-z0-9_-]+$/.test(name)) {
      throw inputFault(`model_index.json does not name the component ${JSON.stringify(name)} as diffusers does.`, {
        code: 'diffusers-index-unreadable',
        mend: 'Pin a commit that diffusers has written.',
      });
    }
    if (paths.includes(`${name}/${library}.py`)) throw customCode(`The component ${name} brings ${name}/${library}.py`);
    components.push(name);
  }
  return components.sort();
}

/**
 * The shards that an index names.
 * @param index the index's path
 * @throws Fault of the input: safetensors-index-unreadable, safetensors-shard-missing
 */
export function shardsOf(text: string, index: string, paths: readonly string[]): string[] {
  const { weight_map: map } = jsonObject(text, index, 'safetensors-index-unreadable');
  const names = typeof map === 'object' && map !== null ? [...new Set(Object.values(map))].sort() : [];
  const folder = index.slice(0, index.lastIndexOf('/') + 1);
  const there = new Set(paths);
  for (const name of names) {
    if (typeof name === 'string' && name.endsWith('.safetensors') && !name.includes('/') && there.has(folder + name)) continue;
    throw inputFault(`${index} names the shard ${JSON.stringify(name)}, which is no safetensors file beside it.`, {
      code: 'safetensors-shard-missing',
      mend: 'Pin a commit that holds every shard.',
    });
  }
  if (names.length > 0) return names.map((name) => `${folder}${name}`);
  throw inputFault(`${index} names no shards.`, {
    code: 'safetensors-index-unreadable',
    mend: 'Pin a commit whose index names its shards.',
  });
}

/** The weights of a choice by their names alone, where no index has been read: every numbered shard beside an index. */
export function likelyWeights(paths: readonly string[], { weights }: TransformersChoice): string[] {
  return weights.flatMap((entry) => {
    if (entry.kind === 'single') return [entry.path];
    const folder = entry.index.slice(0, entry.index.lastIndexOf('/') + 1);
    const variant = /\.index\.(\w+)\.json$/.exec(entry.index)?.[1] ?? null;
    return paths.filter((path) => {
      const name = path.slice(folder.length);
      if (!path.startsWith(folder) || !/^[^/]*\d+-of-\d+[^/]*\.safetensors$/.test(name) || name.startsWith('consolidated')) return false;
      return (/\.(fp16|bf16)[.-]/.exec(name)?.[1] ?? null) === variant;
    });
  });
}

function weightsMissing(paths: readonly string[], where: string, precision: Precision) {
  const safe = paths.filter((path) => path.endsWith('.safetensors'));
  const pickles = paths.filter((path) => PICKLE.test(path));
  if (safe.length === 0 && pickles.length > 0) {
    return inputFault(`${where} has its weights as Python pickles alone (${some(pickles)}), which run code when they are loaded.`, {
      code: 'model-pickle-only',
      mend: 'Convert them to safetensors (https://huggingface.co/spaces/safetensors/convert opens a pull request) and pin the commit that has them.',
    });
  }
  const there = safe.length === 0 ? 'It has no safetensors at all.' : `It has ${some(safe)}.`;
  return inputFault(`${where} has no safetensors that are loaded at ${precision}: no model.safetensors and no index of shards. ${there}`, {
    code: 'safetensors-missing',
    mend: 'Pin a commit with model.safetensors, or declare the precision of the weights that are there.',
  });
}

const some = (paths: readonly string[]): string =>
  paths.length <= 5 ? paths.join(', ') : `${paths.slice(0, 5).join(', ')} and ${paths.length - 5} more`;

/** The fault of a model that asks for code of its repository. */
export const customCode = (what: string) =>
  inputFault(`${what}; code of a model is never run.`, {
    code: 'model-custom-code',
    mend: 'Submit a model that the libraries know without code of its own.',
  });

function jsonObject(text: string, path: string, code: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (cause) {
    throw inputFault(`${path} is no JSON: ${messageOf(cause)}.`, {
      code,
      mend: 'Mend the file in the repository, and pin that commit.',
      cause,
    });
  }
  throw inputFault(`${path} holds no JSON object.`, { code, mend: 'Mend the file in the repository, and pin that commit.' });
}
