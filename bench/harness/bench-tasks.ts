import type { TaskKey } from '../../src/domain/tasks.ts';
import { realEncoder } from '../../tests/support/worker-minilm.ts';
import { TINY_MODELS, TINY_ORGANISATION, type TinyModels } from '../../tests/support/worker-models.ts';

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
};

const tiny = (task: TaskKey, samples: number, more: Partial<BenchTask> = {}): BenchTask => ({
  task,
  model: `${TINY_ORGANISATION}/${TINY_MODELS[task][0]}`,
  samples,
  ...more,
});

const newTokens = (count: number) => ({ scenario: { generate_kwargs: { max_new_tokens: count, min_new_tokens: count } } });

/**
 * All tasks but two: for text-to-image and reasoning the peer's older libraries read other files than the worker's.
 * The last row is a trained model, whose own work is much larger than what a harness does around it.
 */
export const BENCH_TASKS: readonly BenchTask[] = [
  tiny('text-generation', 200, newTokens(10)),
  tiny('summarization', 600),
  tiny('question-answering', 1000),
  tiny('text-classification', 1000),
  tiny('sentence-similarity', 1000),
  tiny('image-classification', 1000),
  tiny('object-detection', 600),
  // The third sound has another rate, and the peer takes the first sound's rate for all.
  tiny('automatic-speech-recognition', 20, { rows: 2, ...newTokens(100) }),
  tiny('image-to-text', 60, newTokens(100)),
  { task: 'sentence-similarity', model: 'sentence-transformers/all-MiniLM-L6-v2', samples: 120, repeats: 16 },
];

/** Folder of a model's files. */
export async function modelFolder({ model }: BenchTask, models: TinyModels): Promise<string> {
  const [organisation, name = ''] = model.split('/');
  return organisation === TINY_ORGANISATION ? models.model(name) : (await realEncoder()).modelFolder;
}
