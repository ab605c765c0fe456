import { classOf, type ModelClass } from './classes.ts';
import { Fault, inputFault } from './errors.ts';
import type { Plan } from './generated/plan.ts';
import { choosePipelineFiles, chooseTransformersFiles, likelyWeights } from './transformers-files.ts';

type Precision = Plan['model']['precision'];
type Quantization = Plan['model']['quantization'];

/** Weights, and a fifth more for activations, the cache of keys and values, and the runtime (methodology: x 1.2). */
const MEMORY_PER_WEIGHT_BYTE = 1.2;

const BYTES_PER_PARAMETER: Readonly<Record<Precision, number>> = { float32: 4, float16: 2, bfloat16: 2 };

/** Quantisations whose checkpoints hold the weights as they lie in memory; others are quantised while they are loaded. */
const STORED_QUANTISED: ReadonlySet<string> = new Set(['gptq', 'awq', 'fp8', 'mxfp4', 'onnx', 'gguf']);

/** Bits per weight that the transformers backend quantises to by itself (bitsandbytes), the finer first. */
const QUANTISED_BITS = [8, 4] as const;

export type FitQuestion = {
  /** Parameters in all, those of every expert of a mixture included; null where nothing tells them. */
  parameters: number | null;
  /** Bytes of the files of weights; null where nothing tells them. */
  weightsBytes: number | null;
  precision: Precision;
  quantization: Quantization;
  /** Null for tasks without classes. */
  class: ModelClass | null;
  /** GPUs of the machine. */
  gpus: number;
  /** Memory of the smallest of them, in bytes. */
  memoryBytesPerGpu: number;
};

/** What would fit in place of what was asked for, and the bytes of memory it needs. */
type Remedy =
  | { kind: 'precision'; precision: 'float16'; neededBytes: number }
  | { kind: 'quantize'; bits: 8 | 4; neededBytes: number }
  | { kind: 'class-c'; gpus: number; neededBytes: number };

export type Fit =
  /** Nothing tells the size. */
  | { kind: 'unknown' }
  | { kind: 'fits'; neededBytes: number; availableBytes: number }
  | { kind: 'does-not-fit'; neededBytes: number; availableBytes: number; gpus: number; remedies: Remedy[] };

/**
 * Whether a model's weights at their declared precision, x 1.2, fit into the memory of the GPUs of its class: class C
 * uses every GPU, all others exactly one.
 */
export function fitOf(question: FitQuestion): Fit {
  const weights = weightsInMemory(question);
  if (weights === null) return { kind: 'unknown' };
  const gpus = question.class === 'C' ? Math.max(question.gpus, 1) : 1;
  const availableBytes = gpus * question.memoryBytesPerGpu;
  const neededBytes = weights * MEMORY_PER_WEIGHT_BYTE;
  if (neededBytes <= availableBytes) return { kind: 'fits', neededBytes, availableBytes };
  return { kind: 'does-not-fit', neededBytes, availableBytes, gpus, remedies: remediesFor(question, neededBytes, availableBytes) };
}

/** Bytes of the weights as they lie in memory, the least they can be; null where nothing tells them. */
function weightsInMemory({ parameters, weightsBytes, precision, quantization }: FitQuestion): number | null {
  // Packed integers hold several weights each, so that a count of elements says less than the files do.
  if (quantization !== null && STORED_QUANTISED.has(quantization.method) && weightsBytes !== null) return weightsBytes;
  const bytesEach = quantization === null ? BYTES_PER_PARAMETER[precision] : quantization.bits / 8;
  if (parameters !== null) return parameters * bytesEach;
  // Files hold at most four bytes of each parameter: whoever counts so refuses nothing that would fit.
  return weightsBytes === null ? null : (weightsBytes / BYTES_PER_PARAMETER.float32) * bytesEach;
}

function remediesFor(question: FitQuestion, neededBytes: number, availableBytes: number): Remedy[] {
  const { parameters, precision, quantization } = question;
  const remedies: Remedy[] = [];
  const bitsNow = quantization?.bits ?? BYTES_PER_PARAMETER[precision] * 8;
  const at = (bits: number): number =>
    parameters === null ? (neededBytes * bits) / bitsNow : (parameters * bits * MEMORY_PER_WEIGHT_BYTE) / 8;
  if (quantization === null && precision === 'float32' && at(16) <= availableBytes) {
    remedies.push({ kind: 'precision', precision: 'float16', neededBytes: at(16) });
  }
  const bits = QUANTISED_BITS.find((candidate) => candidate < bitsNow && at(candidate) <= availableBytes);
  if (bits !== undefined) remedies.push({ kind: 'quantize', bits, neededBytes: at(bits) });
  if (question.class !== null) {
    remedies.push({ kind: 'class-c', gpus: Math.max(2, Math.ceil(neededBytes / question.memoryBytesPerGpu)), neededBytes });
  }
  return remedies;
}

export type FitSubject = {
  /** What a catalogue tells of the model before anything is downloaded. */
  model: { id: string; parameters: number | null; files: readonly { path: string; bytes: number | null }[] };
  precision: Precision;
  quantization: Quantization;
  /** Whether stars are per class (text-generation and reasoning). */
  classes: 'stars per class' | 'single';
  gpus: { count: number; memoryBytesPerGpu: number };
};

/**
 * The fault of a model that does not fit the machine's GPUs; null where it fits, or where nothing tells its size.
 * Code model-does-not-fit, of the input: it says how much is needed, how much there is, and what would fit.
 */
export function fitFault({ model, precision, quantization, classes, gpus }: FitSubject): Fault | null {
  const { parameters } = model;
  const modelClass = classes === 'single' || parameters === null ? null : classOf(parameters);
  const fit = fitOf({
    parameters,
    weightsBytes: weightsBytes(model.files, precision),
    precision,
    quantization,
    class: modelClass,
    gpus: gpus.count,
    memoryBytesPerGpu: gpus.memoryBytesPerGpu,
  });
  if (fit.kind !== 'does-not-fit') return null;
  const held = quantization === null ? precision : `${quantization.bits} bits (${quantization.method})`;
  const size = parameters === null ? 'its weights, by their files,' : `${count(parameters)} parameters`;
  const place = fit.gpus === 1 ? 'one GPU' : `${fit.gpus} GPUs`;
  return inputFault(
    `${model.id} does not fit: ${size} at ${held} need ${parameters === null ? 'at least ' : ''}${gigabytes(fit.neededBytes)} of GPU memory (weights x 1.2)` +
      `${modelClass === null ? '' : `, class ${modelClass} runs on ${modelClass === 'C' ? 'all GPUs' : 'one GPU'}`}, and ${place} of this machine ${fit.gpus === 1 ? 'has' : 'have'} ${gigabytes(fit.availableBytes)}.`,
    { code: 'model-does-not-fit', mend: mendOf(fit.remedies) },
  );
}

function mendOf(remedies: readonly Remedy[]): string {
  if (remedies.length === 0) return 'Submit a smaller model: nothing is offloaded to other memory.';
  const sentence = remedies.map(wordsOf).join(', or ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}; nothing is offloaded to other memory.`;
}

function wordsOf(remedy: Remedy): string {
  const needs = gigabytes(remedy.neededBytes);
  switch (remedy.kind) {
    case 'precision':
      return `declare precision: ${remedy.precision} (${needs})`;
    case 'quantize':
      return `quantise to ${remedy.bits} bits (${needs})`;
    case 'class-c':
      return `measure it in class C on ${remedy.gpus} GPUs of this size (${needs})`;
  }
}

/** Bytes of the safetensors that a run would load, as far as names tell; null where there are none, or a size is not told. */
function weightsBytes(files: FitSubject['model']['files'], precision: Precision): number | null {
  const paths = files.map(({ path }) => path);
  const weights = new Set(namedWeights(paths, precision));
  let sum = 0;
  for (const { path, bytes } of files) {
    if (!weights.has(path)) continue;
    if (bytes === null) return null;
    sum += bytes;
  }
  return sum > 0 ? sum : null;
}

/** Paths of the weights; none where there are none, which is another fault's to tell. */
function namedWeights(paths: readonly string[], precision: Precision): string[] {
  const folders = [
    ...new Set(paths.filter((path) => /^[^/]+\/[^/]*config\.json$/.test(path)).map((path) => path.slice(0, path.indexOf('/')))),
  ];
  try {
    const choice = paths.includes('model_index.json')
      ? choosePipelineFiles(paths, folders, precision)
      : chooseTransformersFiles(paths, precision);
    return likelyWeights(paths, choice);
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.kind === 'input') return [];
    throw thrown;
  }
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

const count = (parameters: number): string =>
  parameters >= 1e9 ? `${(parameters / 1e9).toFixed(1)} billion` : `${(parameters / 1e6).toFixed(1)} million`;
