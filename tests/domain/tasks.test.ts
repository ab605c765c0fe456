import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLASSES, classDefinition, classFor, classOf } from '../../src/domain/classes.ts';
import { findTask, TASKS, type TaskKey, taskOf, taskOfPublishedFile, variantsOf } from '../../src/domain/tasks.ts';

const schemaTasks: string[] = JSON.parse(readFileSync('schemas/edition.schema.json', 'utf8')).$defs.task.enum;

describe('the registry of tasks', () => {
  test('holds exactly the tasks of the schemas', () => {
    expect(TASKS.map((task) => task.key)).toEqual(schemaTasks);
  });

  test.each([
    ['text-generation', 'EnergyStarAI/text_generation', ['text'], ['preprocess', 'prefill', 'generate'], 10, 'float16'],
    ['reasoning', 'EnergyStarAI/text_generation', ['text'], ['preprocess', 'prefill', 'generate'], 8192, 'float16'],
    ['summarization', 'EnergyStarAI/summarization', ['text'], ['preprocess', 'forward'], null, 'float32'],
    ['question-answering', 'EnergyStarAI/extractive_qa', ['question', 'context'], ['preprocess', 'forward'], null, 'float32'],
    ['text-classification', 'EnergyStarAI/text_classification', ['text'], ['preprocess', 'forward'], null, 'float32'],
    ['sentence-similarity', 'EnergyStarAI/sentence_similarity', ['sentence1', 'sentence2'], ['preprocess', 'forward'], null, 'float32'],
    ['image-classification', 'EnergyStarAI/image_classification', ['image'], ['preprocess', 'forward'], null, 'float32'],
    ['object-detection', 'EnergyStarAI/object_detection', ['image'], ['preprocess', 'forward'], null, 'float32'],
    ['automatic-speech-recognition', 'EnergyStarAI/ASR', ['audio'], ['preprocess', 'prefill', 'generate'], 100, 'float32'],
    ['text-to-image', 'EnergyStarAI/image_generation', ['prompt'], ['preprocess', 'call'], null, 'float32'],
    ['image-to-text', 'EnergyStarAI/image_captioning', ['image'], ['preprocess', 'prefill', 'generate'], 100, 'float32'],
  ] as const)('tells of %s what the methodology tells', (key, dataset, columns, phases, newTokens, precision) => {
    const task = taskOf(key);
    expect(task.dataset).toMatchObject({
      id: dataset,
      alias: dataset.replace('EnergyStarAI/', 'AIEnergyScore/'),
      columns,
      rows: 1000,
      split: 'train',
    });
    expect(task).toMatchObject({ key, phases, precision });
    expect(task.newTokens?.count ?? null).toBe(newTokens);
  });

  test('never scores the prefill pass, and scores everything else', () => {
    for (const task of TASKS) expect(task.scoredPhases).toEqual(task.phases.filter((phase) => phase !== 'prefill'));
  });

  test('bounds reasoning by its new tokens, and fixes them elsewhere', () => {
    expect(taskOf('reasoning').newTokens).toEqual({ count: 8192, bound: 'at most' });
    expect(TASKS.filter((task) => task.newTokens?.bound === 'at most').map((task) => task.key)).toEqual(['reasoning']);
  });

  test('has thinking on for reasoning alone, and stars per class for the two tasks of language models', () => {
    expect(TASKS.filter((task) => task.reasoning === 'on').map((task) => task.key)).toEqual(['reasoning']);
    expect(TASKS.filter((task) => task.classes === 'stars per class').map((task) => task.key)).toEqual(['text-generation', 'reasoning']);
  });

  test('takes 30 steps an image', () => expect(taskOf('text-to-image').inferenceSteps).toBe(30));

  test('runs T5 models with their prefixes, one for each column', () => {
    const t5 = TASKS.filter((task) => task.text2text !== null);
    expect(Object.fromEntries(t5.map((task) => [task.key, task.text2text?.prefixes]))).toEqual({
      'text-generation': [''],
      summarization: ['summarize: '],
      'question-answering': ['question: ', ' context: '],
      'text-classification': ['sst2 sentence: '],
    });
    for (const task of t5) expect(task.text2text?.prefixes.length).toBe(task.dataset.columns.length);
    expect(t5.map((task) => task.text2text?.newTokens?.count)).toEqual([10, 10, 100, 10]);
  });

  test('lets speech recognition run without a decoder', () => {
    expect(variantsOf(taskOf('automatic-speech-recognition')).map((variant) => variant.phases)).toContainEqual(['preprocess', 'forward']);
  });

  test('knows the published files of February 2025', () => {
    for (const file of readdirSync('editions/2025-02')) expect(taskOfPublishedFile(file.replace(/\.csv$/, ''))).not.toBeNull();
    expect(taskOfPublishedFile('no_such_file')).toBeNull();
  });

  test('takes the task itself among the Hub tags that fit it, reasoning apart', () => {
    for (const task of TASKS) expect(task.pipelineTags).toContain(task.key === 'reasoning' ? 'text-generation' : task.key);
  });

  test('finds a task by its key alone', () => {
    expect(findTask('image-to-text')?.publishedFile).toBe('image_captioning');
    for (const word of ['', 'Text-Generation', '__proto__', 'constructor']) expect(findTask(word)).toBeNull();
  });
});

describe('model classes', () => {
  test.each([
    [1, 'A'],
    [20_000_000_000, 'A'],
    [20_000_000_001, 'B'],
    [46_700_000_000, 'B'],
    [66_000_000_000, 'B'],
    [66_000_000_001, 'C'],
    [405_000_000_000, 'C'],
  ] as const)('%d parameters are class %s', (parameters, expected) => expect(classOf(parameters)).toBe(expected));

  test('are for text generation and reasoning, and only where the parameters are known', () => {
    const classed: TaskKey[] = ['text-generation', 'reasoning'];
    for (const task of TASKS) expect(classFor(task, 30e9)).toBe(classed.includes(task.key) ? 'B' : null);
    expect(classFor(taskOf('reasoning'), null)).toBeNull();
  });

  test('A and B take one GPU, C several', () => {
    expect(CLASSES.map(({ name, minimumGpus, maximumGpus }) => [name, minimumGpus, maximumGpus])).toEqual([
      ['A', 1, 1],
      ['B', 1, 1],
      ['C', 2, Infinity],
    ]);
    expect(classDefinition('C').fits).toContain('several');
  });
});
