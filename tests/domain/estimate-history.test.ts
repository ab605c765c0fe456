import { describe, expect, test } from 'vitest';
import { estimateOf, runsRange } from '../../src/domain/estimate/estimate.ts';
import { paceFrom, settingKey, type Timed, timedFrom } from '../../src/domain/estimate/history.ts';
import { gpuSpeeds } from '../../src/domain/estimate/speeds.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { taskOf } from '../../src/domain/tasks.ts';
import { goodRecord } from '../support/records.ts';

const timed = (parameters: number, generate: number, model = `org/model-${parameters}`): Timed => ({
  model,
  parameters,
  setting: '',
  secondsPerQuery: { preprocess: 0.001, prefill: generate / 4, generate },
});

/** Times that follow a power law: 0.1 s at a billion parameters. */
const lawful = (size: number, exponent = 0.8) => timed(size, 0.1 * (size / 1e9) ** exponent);

describe('the pace that results tell', () => {
  test('of one record is its seconds per query, phase by phase', () => {
    const record = goodRecord();
    const { secondsPerQuery, parameters, model } = timedFrom(record) as Timed;
    expect(model).toBe('example-org/synthetic-1b');
    expect(parameters).toBe(1_100_000_000);
    expect(secondsPerQuery).toEqual({
      preprocess: expect.closeTo(0.012, 5),
      prefill: expect.closeTo(0.03, 5),
      generate: expect.closeTo(0.06, 5),
    });
  });

  test('of hardware that a script plays is nobody’s', () => {
    const record = goodRecord();
    record.hardware.scripted = true;
    expect(timedFrom(record)).toBeNull();
  });

  test('compares only where task, reasoning, numbers, backend and hardware are the same', () => {
    const setting = {
      task: 'reasoning',
      reasoning: { state: 'on', effort: 'low' },
      precision: 'float16',
      quantization: null,
      backend: 'transformers',
      profile: 'h100',
    } as const;
    const others = [
      { task: 'text-generation' },
      { reasoning: { state: 'on', effort: 'high' } as const },
      { precision: 'bfloat16' },
      { quantization: { method: 'gptq', bits: 4 } },
      { backend: 'endpoint' },
      { profile: '2x-h100' },
    ];
    const keys = [setting, ...others.map((other) => ({ ...setting, ...other }))].map(settingKey);
    expect(new Set(keys).size).toBe(others.length + 1);
  });

  test('finds the power law that they follow, and continues it', () => {
    const pace = paceFrom(
      [1e9, 2e9, 5e9, 8e9].map((size) => lawful(size)),
      'generate',
      { model: 'org/new', parameters: 4e9 },
    );
    expect(pace).toMatchObject({ origin: 'power law', results: 4 });
    expect(pace?.secondsPerQuery.expected).toBeCloseTo(0.1 * 4 ** 0.8, 6);
    expect((pace?.secondsPerQuery.high ?? 0) / (pace?.secondsPerQuery.expected ?? 1)).toBeCloseTo(1.15, 6);
  });

  test('is wider the more they scatter, and the farther away the size is', () => {
    const scattered = [1e9, 2e9, 5e9, 8e9].map((size, index) => timed(size, 0.1 * (size / 1e9) ** 0.8 * (index % 2 ? 1.3 : 0.8)));
    const factor = (parameters: number) => {
      const { secondsPerQuery } = paceFrom(scattered, 'generate', { model: 'org/new', parameters }) ?? { secondsPerQuery: null };
      return (secondsPerQuery?.high ?? Number.NaN) / (secondsPerQuery?.low ?? Number.NaN);
    };
    expect(factor(3e9)).toBeGreaterThan(1.15 ** 2);
    expect(factor(3e11)).toBeGreaterThan(factor(3e9));
  });

  test.each([
    ['three results', [1e9, 2e9, 8e9]],
    ['results of one size', [1e9, 1.1e9, 1.2e9, 1.3e9, 1.4e9]],
  ])('of %s is that of the nearest size, between no growth and growth in proportion', (_name, sizes) => {
    const pace = paceFrom(
      sizes.map((size) => lawful(size)),
      'generate',
      { model: 'org/new', parameters: 16e9 },
    );
    const nearest = Math.max(...sizes);
    const seconds = 0.1 * (nearest / 1e9) ** 0.8;
    expect(pace).toMatchObject({ origin: 'nearest size', results: 1 });
    expect(pace?.secondsPerQuery.low).toBeLessThan(seconds);
    expect(pace?.secondsPerQuery.expected).toBeGreaterThan(seconds);
    expect(pace?.secondsPerQuery.high).toBeGreaterThan((seconds * 16e9) / nearest);
  });

  test('of the same model comes before every other', () => {
    const results = [...[1e9, 2e9, 5e9, 8e9].map((size) => lawful(size)), timed(3e9, 0.7, 'org/own'), timed(3e9, 0.9, 'org/own')];
    const pace = paceFrom(results, 'generate', { model: 'org/own', parameters: null });
    expect(pace).toMatchObject({ origin: 'same model', results: 2 });
    expect(pace?.secondsPerQuery.expected).toBeCloseTo(0.8, 9);
  });

  test('is none where there is no result, or no size to compare', () => {
    expect(paceFrom([], 'generate', { model: 'org/new', parameters: 1e9 })).toBeNull();
    expect(paceFrom([lawful(1e9)], 'generate', { model: 'org/new', parameters: null })).toBeNull();
    expect(paceFrom([lawful(1e9)], 'forward', { model: 'org/new', parameters: 1e9 })).toBeNull();
  });
});

describe('an estimate from history', () => {
  const task = taskOf('text-generation');
  const policy = defaultPolicy();
  const estimate = (history: readonly Timed[]) =>
    estimateOf({
      task,
      phases: task.phases,
      newTokens: task.newTokens,
      model: { id: 'org/new', parameters: 4e9, precision: 'float16', quantization: null },
      reasoning: { state: 'off', effort: null },
      backend: 'transformers',
      queries: 1000,
      runs: runsRange(null, 'text-generation', policy),
      policy,
      speeds: gpuSpeeds('NVIDIA H100 80GB HBM3'),
      history,
    });

  test('says so, and is narrower than one from the size alone', () => {
    const known = estimate([1e9, 2e9, 5e9, 8e9].map((size) => lawful(size)));
    const guessed = estimate([]);
    expect(known?.basis).toEqual({ kind: 'history', results: 4, origin: 'power law' });
    expect(guessed?.basis.kind).toBe('model size');
    const width = (each: typeof known) => (each?.seconds.high ?? Number.NaN) / (each?.seconds.low ?? Number.NaN);
    expect(width(known)).toBeLessThan(width(guessed) / 2);
    expect(known?.seconds.expected).toBeGreaterThan(10 * 1000 * 0.1 * 4 ** 0.8);
  });
});
