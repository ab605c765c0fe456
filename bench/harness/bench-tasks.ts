import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TaskKey } from '../../src/domain/tasks.ts';
import { realEncoder } from '../../tests/support/worker-minilm.ts';
import { TINY_MODELS, TINY_ORGANISATION, type TinyModels } from '../../tests/support/worker-models.ts';
import { workerPython } from '../../tests/support/worker-python.ts';

const run = promisify(execFile);

/** One task that both harnesses run, on the same files. */
export type BenchTask = {
  task: TaskKey;
  /** <organisation>/<name> of the model. */
  model: string;
  /** Queries of one pass. */
  samples: number;
  /** Different rows of the tiny data set that they go round; all where it is absent. */
  rows?: number;
  /** How often each text is said in a row; once where it is absent. */
  repeats?: number;
  /** What the peer's scenario is told beside the data set. */
  scenario?: Record<string, unknown>;
  /** How many times as wide as the tiny model the model is, and its number of layers. */
  size?: { width: number; layers: number };
};

const MODELS = {
  'text-generation': TINY_MODELS['text-generation'][0],
  summarization: TINY_MODELS.summarization[0],
  'question-answering': TINY_MODELS['question-answering'][0],
  'text-classification': TINY_MODELS['text-classification'][0],
  'sentence-similarity': TINY_MODELS['sentence-similarity'][0],
  'image-classification': TINY_MODELS['image-classification'][0],
  'object-detection': TINY_MODELS['object-detection'][0],
  'automatic-speech-recognition': TINY_MODELS['automatic-speech-recognition'][0],
  'image-to-text': TINY_MODELS['image-to-text'][0],
} as const;

const tiny = (task: keyof typeof MODELS, samples: number, more: Partial<BenchTask> = {}): BenchTask => ({
  task,
  model: `${TINY_ORGANISATION}/${MODELS[task]}`,
  samples,
  ...more,
});

const newTokens = (count: number) => ({ scenario: { generate_kwargs: { max_new_tokens: count, min_new_tokens: count } } });

/** The third sound has another rate, and the peer takes the first sound's rate for all. */
const SPEECH = { rows: 2, ...newTokens(100) };

/**
 * All tasks but two on models that are next to nothing, so that what a harness does around a model is seen: for text-to-image and
 * reasoning the peer's older libraries read other files than the worker's.
 */
export const TINY_TASKS: readonly BenchTask[] = [
  tiny('text-generation', 200, newTokens(10)),
  tiny('summarization', 600),
  tiny('question-answering', 1000),
  tiny('text-classification', 1000),
  tiny('sentence-similarity', 1000),
  tiny('image-classification', 1000),
  tiny('object-detection', 600),
  tiny('automatic-speech-recognition', 20, SPEECH),
  tiny('image-to-text', 60, newTokens(100)),
];

const ORDINARY = { size: { width: 24, layers: 12 } };

/** The same tasks on models whose own work is far larger than what a harness does around it; the last one is a trained one. */
export const ORDINARY_TASKS: readonly BenchTask[] = [
  tiny('text-generation', 8, { ...newTokens(10), ...ORDINARY }),
  tiny('summarization', 8, { ...newTokens(10), ...ORDINARY }),
  tiny('question-answering', 40, { repeats: 4, ...ORDINARY }),
  tiny('text-classification', 40, { repeats: 4, ...ORDINARY }),
  tiny('sentence-similarity', 40, { repeats: 4, ...ORDINARY }),
  tiny('image-classification', 40, ORDINARY),
  tiny('object-detection', 40, ORDINARY),
  tiny('automatic-speech-recognition', 2, { ...SPEECH, size: { width: 12, layers: 4 } }),
  tiny('image-to-text', 4, { ...newTokens(100), size: { width: 24, layers: 4 } }),
  { task: 'sentence-similarity', model: 'sentence-transformers/all-MiniLM-L6-v2', samples: 120, repeats: 16 },
];

/** Writes a model's files into a folder that is not there yet. */
export async function writeModel({ model, size }: BenchTask, models: TinyModels, folder: string): Promise<void> {
  const [organisation, name = ''] = model.split('/');
  const source = organisation === TINY_ORGANISATION ? models.model(name) : (await realEncoder()).modelFolder;
  if (size === undefined) return cp(source, folder, { recursive: true });
  const script = join(import.meta.dirname, 'widened.py');
  await run(await workerPython(), ['-B', script, source, folder, String(size.width), String(size.layers)], {
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
}
