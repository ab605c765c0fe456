import type { Phase, Plan } from '../generated/plan.ts';
import type { Task } from '../tasks.ts';
import { combine, exactly, type Range, range, scaled, sumOf } from './range.ts';
import type { Speeds } from './speeds.ts';

/** What of a plan its duration follows from, where nobody has measured anything like it. */
export type Sized = {
  task: Task;
  parameters: number;
  precision: Plan['model']['precision'];
  quantization: Plan['model']['quantization'];
  reasoning: Plan['reasoning'];
  backend: Plan['backend']['id'];
  newTokens: Task['newTokens'];
};

/** Share of the memory's bandwidth that reading weights gets; low is the good end of the time, hence the large share. */
const MEMORY_SHARE: Range = range(0.85, 0.6, 0.4);
/** Share of the peak that a forward pass of one query gets: matrices are small, and tensor cores hunger the more for it. */
const COMPUTE_SHARE = { tensor: range(0.7, 0.4, 0.1), float32: range(0.9, 0.6, 0.2) } as const;

/**
 * Time in which a backend's own program goes through one layer, in seconds. It runs beside the GPU and is the longer
 * of the two for most models at batch 1. Our assumption: eager PyTorch, against servers that replay recorded graphs.
 */
const HOST_SECONDS_PER_LAYER: Readonly<Record<Plan['backend']['id'], Range>> = {
  transformers: range(1e-4, 7e-4, 1.5e-3),
  endpoint: range(2e-5, 1e-4, 3e-4),
  embedded: range(0, 2e-5, 1e-4),
};

/** Numbers per query that go through all weights: mean tokens of the official data, patches of an image, frames of sound, latents of a picture. */
const INPUT_POSITIONS: Readonly<Record<Task['key'], number>> = {
  'text-generation': 369,
  reasoning: 400,
  summarization: 384,
  'question-answering': 160,
  'text-classification': 157,
  'sentence-similarity': 23,
  'image-classification': 200,
  'object-detection': 1000,
  'automatic-speech-recognition': 1000,
  'text-to-image': 2048,
  'image-to-text': 600,
};

/** New tokens per query where the task only bounds them: nobody knows how long a model thinks before it has. */
const THINKING_TOKENS = {
  off: range(50, 400, 2000),
  on: range(300, 2000, 8192),
  low: range(100, 600, 4000),
  medium: range(300, 1500, 8192),
  high: range(1000, 4000, 8192),
} as const;

/** Seconds to prepare one query, by what it is made of. */
const PREPROCESS_SECONDS = { text: range(2e-4, 1e-3, 5e-3), file: range(5e-3, 2e-2, 8e-2) } as const;

/** Layers of a transformer by its size: 32 at 7 billion parameters, 80 at 70, as in the Llama family. Rough below a billion. */
const layersOf = (parameters: number): number => Math.min(Math.max(32 * (parameters / 7e9) ** 0.38, 4), 200);

/** Bytes of a model's weights in memory. */
export function weightBytes({ parameters, precision, quantization }: Pick<Sized, 'parameters' | 'precision' | 'quantization'>): number {
  return parameters * (quantization === null ? (precision === 'float32' ? 4 : 2) : quantization.bits / 8);
}

/**
 * Seconds per new token at batch 1: every weight is read once for each, so the memory's bandwidth bounds it, unless the
 * backend's own program is slower still.
 *
 * The roofline model (Williams, Waterman and Patterson, Communications of the ACM 52, 2009) applied to decoding (Pope et
 * al., Efficiently Scaling Transformer Inference, MLSys 2023, section 2). A mixture of experts reads less than all its
 * weights and is faster than this says.
 */
export function decodeSeconds(model: Omit<Sized, 'task' | 'reasoning' | 'newTokens'>, speeds: Speeds): Range {
  const reading = combine([MEMORY_SHARE], ([share = 1]) => weightBytes(model) / (speeds.bytesPerSecond * share));
  return combine([reading, hostSeconds(model)], (values) => Math.max(...values));
}

/**
 * Seconds of one forward pass over some positions: 2 operations per parameter and position (Kaplan et al., Scaling Laws
 * for Neural Language Models, 2020, section 2.1) at a share of the peak, and never less than reading all weights once.
 */
export function forwardSeconds(model: Omit<Sized, 'task' | 'reasoning' | 'newTokens'>, positions: number, speeds: Speeds): Range {
  const [peak, shares] =
    model.precision === 'float32' ? [speeds.flopsPerSecond32, COMPUTE_SHARE.float32] : [speeds.flopsPerSecond16, COMPUTE_SHARE.tensor];
  const computing = combine([shares], ([share = 1]) => (2 * model.parameters * positions) / (peak * share));
  return combine([computing, decodeSeconds(model, speeds)], (values) => Math.max(...values));
}

const hostSeconds = ({ backend, parameters }: Pick<Sized, 'backend' | 'parameters'>): Range =>
  scaled(HOST_SECONDS_PER_LAYER[backend], layersOf(parameters));

/** New tokens per query; zero where the task makes none. */
export function newTokensOf({ newTokens, reasoning }: Pick<Sized, 'newTokens' | 'reasoning'>): Range {
  if (newTokens === null) return exactly(0);
  if (newTokens.bound === 'exactly') return exactly(newTokens.count);
  return combine([THINKING_TOKENS[reasoning.effort ?? reasoning.state]], ([tokens = 0]) => Math.min(tokens, newTokens.count));
}

/** Seconds per query of one phase, from the model's size and the hardware's speeds alone. */
export function secondsPerQuery(phase: Phase, model: Sized, speeds: Speeds): Range {
  const { task } = model;
  if (phase === 'preprocess') return PREPROCESS_SECONDS[task.dataset.columns.some((column) => FILES.has(column)) ? 'file' : 'text'];
  const pass = forwardSeconds(model, INPUT_POSITIONS[task.key], speeds);
  if (phase === 'generate') {
    const later = combine([newTokensOf(model)], ([tokens = 0]) => Math.max(tokens - 1, 0));
    return sumOf([pass, combine([later, decodeSeconds(model, speeds)], ([tokens = 0, seconds = 0]) => tokens * seconds)]);
  }
  return phase === 'call' ? scaled(pass, task.inferenceSteps ?? 1) : pass;
}

const FILES: ReadonlySet<string> = new Set(['image', 'audio']);
