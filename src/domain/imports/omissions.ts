import type { Import } from '../generated/import.ts';
import { taskOf } from '../tasks.ts';
import { figureOf, queriesAsked, runsTold, scoredPhases, waysOf } from './figure.ts';
import type { ImportRequest, Told } from './told.ts';

type Facts = { told: Told; request: ImportRequest };

/** What a measurement of the AI Energy Score has and an imported figure may not have. */
export type Omission = {
  /** Stable. */
  readonly code: string;
  /** What it means for the figure, in one sentence. */
  readonly sentence: string;
  readonly applies: (facts: Facts) => boolean;
};

const always = () => true;
const optimum = ({ told }: Facts) => told.tool === 'optimum-benchmark';
const oneWindow = ({ told }: Facts) => told.tool === 'ai_energy_benchmarks';
const generates = ({ request }: Facts) => taskOf(request.task).newTokens !== null;

/** New tokens per answered query as the task asks for them; null where the report does not tell, or the task makes none. */
export function newTokensFit({ told, request }: Facts): boolean | null {
  const figure = figureOf(told, request);
  const scored = scoredPhases(told, request.task);
  if (figure?.newTokensPerQuery == null || scored === null) return null;
  const generated = waysOf(request.task).flatMap(({ phases, newTokens }) =>
    phases.includes('generate') && newTokens !== null ? [newTokens] : [],
  );
  const actual = figure.newTokensPerQuery;
  return generated.some(({ count, bound }) => (bound === 'exactly' ? actual === count : actual <= count));
}

/** Whether the report names the task's own data set, under either of its names. */
export const isOfficialDataset = ({ told, request }: Facts): boolean => {
  const { id, alias } = taskOf(request.task).dataset;
  return told.dataset === id || told.dataset === alias;
};

/** Everything that can be missing, in the order in which it is told. */
export const OMISSIONS: readonly Omission[] = [
  {
    code: 'one-run',
    sentence: 'One pass was measured, where the method asks for the mean of ten runs.',
    applies: ({ told, request }) => runsTold(told, request.task) === 1,
  },
  {
    code: 'few-runs',
    sentence: 'Fewer runs were measured than the ten that the method asks for.',
    applies: ({ told, request }) => runsTold(told, request.task) > 1 && runsTold(told, request.task) < 10,
  },
  { code: 'no-interval', sentence: 'How far the figure can be off is not known: no interval is given.', applies: always },
  {
    code: 'no-evidence',
    sentence: 'There are no meter readings and no trace: nothing below the harness’s own sums can be recomputed.',
    applies: always,
  },
  {
    code: 'polled-meter',
    sentence:
      'The energies come from CodeCarbon, which polls on its own schedule: how well its readings meet the edges of a phase is not told.',
    applies: always,
  },
  { code: 'phase-length', sentence: 'No phase was held to a least length, so that a short one rests on few readings.', applies: always },
  { code: 'gpu-not-matched', sentence: 'Nothing proves that the GPU whose energy was read is the one that worked.', applies: always },
  {
    code: 'gpu-settings-unknown',
    sentence: 'Power limit, clocks, throttling, temperature and other processes on the GPU are not told.',
    applies: always,
  },
  { code: 'hardware-unknown', sentence: 'The report does not name the GPU.', applies: ({ told }) => told.gpus.length === 0 },
  {
    code: 'rows-not-hashed',
    sentence: 'The queries have no digest: which rows were asked, and in which order, is not proven.',
    applies: always,
  },
  { code: 'truncation-unknown', sentence: 'How long inputs were cut is not told.', applies: always },
  { code: 'dataset-unknown', sentence: 'The report does not name its data set.', applies: ({ told }) => told.dataset === null },
  {
    code: 'other-dataset',
    sentence: 'The queries are not the task’s official data set.',
    applies: (facts) => facts.told.dataset !== null && !isOfficialDataset(facts),
  },
  {
    code: 'other-query-count',
    sentence: 'The pass did not have the 1,000 queries of the official data set.',
    applies: ({ told, request }) => queriesAsked(told, request) !== taskOf(request.task).dataset.rows,
  },
  {
    code: 'query-count-told',
    sentence: 'The number of queries, by which the figure is divided, was told by whoever imported it.',
    applies: ({ told }) => told.queries === null,
  },
  {
    code: 'failed-queries',
    sentence: 'Queries failed: their energy is in the figure, but they are not in its divisor.',
    applies: ({ told }) => (told.failedQueries ?? 0) > 0,
  },
  {
    code: 'failures-unknown',
    sentence: 'Whether queries failed is not told.',
    applies: ({ told }) => told.failedQueries === null,
  },
  {
    code: 'revision-unknown',
    sentence: 'The model’s revision is not told, so that others may get another model.',
    applies: ({ request }) => request.revision === null,
  },
  {
    code: 'weights-unknown',
    sentence: 'Whether the model’s own weights were loaded is not told; random ones take other power.',
    applies: ({ told }) => told.weights === 'unknown',
  },
  {
    code: 'precision-unknown',
    sentence: 'The number format of the weights is not told.',
    applies: ({ told }) => told.precision === null || told.precision === 'auto',
  },
  {
    code: 'batch-unknown',
    sentence: 'How many queries went at once is not told; the method asks for one.',
    applies: (facts) => facts.told.batchSize === null,
  },
  {
    code: 'batched',
    sentence: 'Several queries went at once, where the method asks for one.',
    applies: ({ told }) => (told.batchSize ?? 1) > 1,
  },
  {
    code: 'new-tokens-unknown',
    sentence: 'The number of new tokens is not told.',
    applies: (facts) =>
      generates(facts) &&
      facts.told.newTokens === null &&
      (scoredPhases(facts.told, facts.request.task) ?? []).some(({ name }) => name === 'decode' || name === 'window'),
  },
  {
    code: 'other-new-tokens',
    sentence: 'The answers are not as long as the task asks for.',
    applies: (facts) => newTokensFit(facts) === false,
  },
  {
    code: 'reasoning-unverified',
    sentence:
      'Whether the model thought before it answered is not verified: these harnesses drop some flags in silence, and leave thinking on for some models.',
    applies: ({ request }) => request.task === 'reasoning' || request.task === 'text-generation',
  },
  {
    code: 'derived-decode',
    sentence: 'Decode is one pass minus another, each measured once, so that the errors of both are in it.',
    applies: (facts) => optimum(facts) && (scoredPhases(facts.told, facts.request.task) ?? []).some(({ name }) => name === 'decode'),
  },
  {
    code: 'one-window',
    sentence: 'Everything lies in one window: preprocessing, prefill and decode are not told apart.',
    applies: oneWindow,
  },
  {
    code: 'idle-between-queries',
    sentence: 'The window holds the time between the queries as well, and the look at the GPUs after the last.',
    applies: oneWindow,
  },
  {
    code: 'model-load-possible',
    sentence: 'The window can hold the loading of the model, which the method never scores.',
    applies: oneWindow,
  },
  {
    code: 'sampled',
    sentence: 'Answers were sampled at a temperature, where the method asks for greedy ones of one length.',
    applies: oneWindow,
  },
  { code: 'no-warm-up', sentence: 'The first queries were measured cold, where the method warms up first.', applies: oneWindow },
];

/** What the figure of a report omits, by code and sentence, in the order of the table. */
export const omissionsOf = (told: Told, request: ImportRequest): Import['omits'] =>
  OMISSIONS.filter(({ applies }) => applies({ told, request })).map(({ code, sentence }) => ({ code, sentence }));
