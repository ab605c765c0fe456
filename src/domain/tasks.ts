import type { Phase, Plan } from './generated/plan.ts';

export type TaskKey = Plan['task'];
type Precision = Plan['model']['precision'];

/** What goes into the model and what comes out of it. */
type Modality =
  | 'text to text'
  | 'text to label'
  | 'text to vector'
  | 'image to label'
  | 'image to text'
  | 'audio to text'
  | 'text to image';

/** New tokens per query: every query gives exactly so many, or none gives more. */
type NewTokens = { readonly count: number; readonly bound: 'exactly' | 'at most' };

/** How a kind of model runs that a task takes beside its usual ones. */
export type Variant = {
  readonly phases: readonly Phase[];
  readonly newTokens: NewTokens | null;
};

export type Task = {
  /** The Hub's pipeline tag, or reasoning. */
  readonly key: TaskKey;
  /** Name of the leaderboard's published file, without its ending. */
  readonly publishedFile: string;
  /** Name for people. */
  readonly title: string;
  readonly modality: Modality;
  readonly dataset: {
    /** The official data set on the Hub. */
    readonly id: string;
    /** The same data set under its organisation's other name. */
    readonly alias: string;
    readonly split: 'train';
    /** The columns that make one query, in order. */
    readonly columns: readonly string[];
    readonly rows: 1000;
    /** Input tokens of the whole data set as published; null where nothing is published. They vary with the tokenizer. */
    readonly inputTokens: number | null;
  };
  readonly newTokens: NewTokens | null;
  /** Diffusion steps per image; null where there is no diffusion. */
  readonly inferenceSteps: number | null;
  /** The measured phases in order; prefill runs once per result, the others once per run. */
  readonly phases: readonly Phase[];
  /** The phases that count. generate is prefill plus decode, so the prefill pass itself never counts. */
  readonly scoredPhases: readonly Phase[];
  readonly precision: Precision;
  /** stars are per model class; single: one board for all sizes. */
  readonly classes: 'stars per class' | 'single';
  /** How T5-family models run here: the text put before each column, in the order of the columns; null where they do not. */
  readonly text2text: (Variant & { readonly prefixes: readonly string[] }) | null;
  /** How models without a decoder run here (CTC, as in wav2vec2: one forward pass); null where all models are alike. */
  readonly ctc: Variant | null;
  /** How an endpoint runs the task, whose server makes tokens of the text within the measured phases; null where none can. */
  readonly endpoint: Variant | null;
  /** Tags of models on the Hub that can run the task. */
  readonly pipelineTags: readonly string[];
  /** What a submission that says nothing of reasoning gets. */
  readonly reasoning: 'off' | 'on';
};

const GENERATING: readonly Phase[] = ['preprocess', 'prefill', 'generate'];
const FORWARD: readonly Phase[] = ['preprocess', 'forward'];
const CALL: readonly Phase[] = ['preprocess', 'call'];

const SERVED: readonly Phase[] = ['prefill', 'generate'];

const exactly = (count: number): NewTokens => ({ count, bound: 'exactly' });
const atMost = (count: number): NewTokens => ({ count, bound: 'at most' });

const dataset = (name: string, columns: readonly string[], inputTokens: number | null): Task['dataset'] => ({
  id: `EnergyStarAI/${name}`,
  alias: `AIEnergyScore/${name}`,
  split: 'train',
  columns,
  rows: 1000,
  inputTokens,
});

const text2text = (newTokens: number, prefixes: readonly string[]): Task['text2text'] => ({
  phases: GENERATING,
  newTokens: exactly(newTokens),
  prefixes,
});

/** Scored is every measured phase but the prefill pass: generate holds its energy already. */
const scored = (phases: readonly Phase[]): readonly Phase[] => phases.filter((phase) => phase !== 'prefill');

type Written = Omit<
  Task,
  'scoredPhases' | 'inferenceSteps' | 'text2text' | 'ctc' | 'endpoint' | 'reasoning' | 'classes' | 'precision' | 'newTokens'
> &
  Partial<Task>;

const task = (written: Written): Task => ({
  newTokens: null,
  inferenceSteps: null,
  precision: 'float32',
  classes: 'single',
  text2text: null,
  ctc: null,
  endpoint: null,
  reasoning: 'off',
  ...written,
  scoredPhases: scored(written.phases),
});

/** T5 checkpoints are tagged as translation or text2text-generation on the Hub. */
const T5_TAGS = ['text2text-generation', 'translation'];

/** Every task of the AI Energy Score as its methodology tells it, in the order of its tables. */
export const TASKS: readonly Task[] = [
  task({
    key: 'text-generation',
    publishedFile: 'text_generation',
    title: 'Text generation',
    modality: 'text to text',
    dataset: dataset('text_generation', ['text'], 369_139),
    newTokens: exactly(10),
    phases: GENERATING,
    precision: 'float16',
    classes: 'stars per class',
    text2text: text2text(10, ['']),
    endpoint: { phases: SERVED, newTokens: exactly(10) },
    pipelineTags: ['text-generation', 'image-text-to-text', ...T5_TAGS],
  }),
  task({
    key: 'reasoning',
    publishedFile: 'reasoning',
    title: 'Reasoning',
    modality: 'text to text',
    dataset: dataset('text_generation', ['text'], 369_139),
    newTokens: atMost(8192),
    phases: GENERATING,
    precision: 'float16',
    classes: 'stars per class',
    pipelineTags: ['text-generation', 'image-text-to-text'],
    reasoning: 'on',
    endpoint: { phases: SERVED, newTokens: atMost(8192) },
  }),
  task({
    key: 'summarization',
    publishedFile: 'summarization',
    title: 'Summarization',
    modality: 'text to text',
    dataset: dataset('summarization', ['text'], 383_715),
    phases: FORWARD,
    text2text: text2text(10, ['summarize: ']),
    pipelineTags: ['summarization', ...T5_TAGS],
  }),
  task({
    key: 'question-answering',
    publishedFile: 'question_answering',
    title: 'Question answering',
    modality: 'text to label',
    dataset: dataset('extractive_qa', ['question', 'context'], 10_904),
    phases: FORWARD,
    text2text: text2text(100, ['question: ', ' context: ']),
    pipelineTags: ['question-answering', ...T5_TAGS],
  }),
  task({
    key: 'text-classification',
    publishedFile: 'text_classification',
    title: 'Text classification',
    modality: 'text to label',
    dataset: dataset('text_classification', ['text'], 156_925),
    phases: FORWARD,
    text2text: text2text(10, ['sst2 sentence: ']),
    pipelineTags: ['text-classification', ...T5_TAGS],
  }),
  task({
    key: 'sentence-similarity',
    publishedFile: 'sentence_similarity',
    title: 'Sentence similarity',
    modality: 'text to vector',
    // The two sentences are tokenised together, as one pair.
    dataset: dataset('sentence_similarity', ['sentence1', 'sentence2'], 22_919),
    phases: FORWARD,
    pipelineTags: ['sentence-similarity', 'feature-extraction'],
  }),
  task({
    key: 'image-classification',
    publishedFile: 'image_classification',
    title: 'Image classification',
    modality: 'image to label',
    dataset: dataset('image_classification', ['image'], null),
    phases: FORWARD,
    pipelineTags: ['image-classification'],
  }),
  task({
    key: 'object-detection',
    publishedFile: 'object_detection',
    title: 'Object detection',
    modality: 'image to label',
    dataset: dataset('object_detection', ['image'], null),
    phases: FORWARD,
    pipelineTags: ['object-detection'],
  }),
  task({
    key: 'automatic-speech-recognition',
    publishedFile: 'asr',
    title: 'Speech recognition',
    modality: 'audio to text',
    dataset: dataset('ASR', ['audio'], null),
    newTokens: exactly(100),
    phases: GENERATING,
    ctc: { phases: FORWARD, newTokens: null },
    pipelineTags: ['automatic-speech-recognition'],
  }),
  task({
    key: 'text-to-image',
    publishedFile: 'image_generation',
    title: 'Image generation',
    modality: 'text to image',
    dataset: dataset('image_generation', ['prompt'], null),
    inferenceSteps: 30,
    phases: CALL,
    pipelineTags: ['text-to-image'],
  }),
  task({
    key: 'image-to-text',
    publishedFile: 'image_captioning',
    title: 'Image captioning',
    modality: 'image to text',
    dataset: dataset('image_captioning', ['image'], null),
    newTokens: exactly(100),
    phases: GENERATING,
    pipelineTags: ['image-to-text', 'image-text-to-text'],
  }),
];

const BY_KEY: ReadonlyMap<string, Task> = new Map(TASKS.map((entry) => [entry.key, entry]));

/** The task of a key that has passed its schema. */
export const taskOf = (key: TaskKey): Task => BY_KEY.get(key) as Task;

/** The task a word names, or null. */
export const findTask = (word: string): Task | null => BY_KEY.get(word) ?? null;

/** The task of a published file's name without its ending, or null. */
export const taskOfPublishedFile = (name: string): Task | null => TASKS.find((entry) => entry.publishedFile === name) ?? null;

/** Every way the task may run where its model is at hand: the usual one first. */
export const variantsOf = (entry: Task): readonly Variant[] =>
  [{ phases: entry.phases, newTokens: entry.newTokens }, entry.text2text, entry.ctc].filter((variant) => variant !== null);

/** The ways that a backend runs the task whose phases are exactly these, in this order. */
export const variantsWith = (entry: Task, { phases, backend }: Pick<Plan, 'phases' | 'backend'>): Variant[] =>
  (backend.id === 'endpoint' ? [entry.endpoint].filter((variant) => variant !== null) : variantsOf(entry)).filter(
    (variant) => variant.phases.length === phases.length && variant.phases.every((phase, index) => phase === phases[index]),
  );
