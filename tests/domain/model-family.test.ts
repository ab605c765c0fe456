import { describe, expect, test } from 'vitest';
import { modelConfigFrom, variantFor } from '../../src/domain/model-family.ts';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';

const phasesOf = (task: TaskKey, config: unknown, backend: 'transformers' | 'embedded' | 'endpoint' = 'transformers') =>
  variantFor(taskOf(task), backend, modelConfigFrom(config))?.phases;

describe('how a model runs a task', () => {
  test.each(['t5', 'mt5', 'longt5'])('a %s answers in new tokens where others have one forward pass', (model_type) => {
    const variant = variantFor(taskOf('question-answering'), 'transformers', modelConfigFrom({ model_type }));
    expect(variant).toEqual(
      expect.objectContaining({ phases: ['preprocess', 'prefill', 'generate'], newTokens: { count: 100, bound: 'exactly' } }),
    );
    expect(phasesOf('question-answering', { model_type: 'bert' })).toEqual(['preprocess', 'forward']);
  });

  test('a model of speech without a decoder has one forward pass', () => {
    expect(phasesOf('automatic-speech-recognition', { architectures: ['Wav2Vec2ForCTC'] })).toEqual(['preprocess', 'forward']);
    expect(phasesOf('automatic-speech-recognition', { architectures: ['WhisperForConditionalGeneration'] })).toContain('generate');
  });

  test('an endpoint makes tokens of the text within its phases, and runs texts alone', () => {
    expect(phasesOf('text-generation', { model_type: 't5' }, 'endpoint')).toEqual(['prefill', 'generate']);
    expect(phasesOf('text-to-image', null, 'endpoint')).toBeUndefined();
  });

  test.each([[null], [[]], ['t5'], [{ model_type: 7, architectures: 'Wav2Vec2ForCTC' }], [{ architectures: [null, 3] }]])(
    'a config.json of %j leaves the usual way',
    (config) => expect(phasesOf('summarization', config)).toEqual(['preprocess', 'forward']),
  );
});
