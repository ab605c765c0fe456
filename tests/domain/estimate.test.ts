import { describe, expect, test } from 'vitest';
import { type EstimateRequest, estimateOf, gpusFor, isLoud, runsRange } from '../../src/domain/estimate/estimate.ts';
import { decodeSeconds, forwardSeconds, newTokensOf } from '../../src/domain/estimate/model-size.ts';
import { exactly } from '../../src/domain/estimate/range.ts';
import { cpuSpeeds, gpuSpeeds } from '../../src/domain/estimate/speeds.ts';
import { defaultPolicy, policyFrom } from '../../src/domain/policy.ts';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';

const H100 = gpuSpeeds('NVIDIA H100 80GB HBM3');
const half = { precision: 'float16', quantization: null } as const;

/** The estimate of a model of some size, ten runs of 1,000 queries on an H100 unless told otherwise. */
function request(key: TaskKey, parameters: number | null, change: Partial<EstimateRequest> = {}): EstimateRequest {
  const task = taskOf(key);
  const policy = change.policy ?? defaultPolicy();
  return {
    task,
    phases: task.phases,
    newTokens: task.newTokens,
    model: { id: 'org/model', parameters, precision: task.precision, quantization: null },
    reasoning: { state: task.reasoning, effort: null },
    backend: 'transformers',
    queries: 1000,
    runs: runsRange(null, key, policy),
    policy,
    speeds: H100,
    history: [],
    ...change,
  };
}

const minutes = (key: TaskKey, parameters: number, change: Partial<EstimateRequest> = {}) => {
  const { seconds } = estimateOf(request(key, parameters, change)) ?? { seconds: exactly(Number.NaN) };
  return { low: seconds.low / 60, expected: seconds.expected / 60, high: seconds.high / 60 };
};

describe('the speed of a model by its size', () => {
  test('7 billion parameters at 16 bits decode 100 to 150 tokens a second on an H100, where the program beside it is quick', () => {
    const { expected } = decodeSeconds({ parameters: 7e9, backend: 'endpoint', ...half }, H100);
    expect(1 / expected).toBeGreaterThan(100);
    expect(1 / expected).toBeLessThan(150);
  });

  test('never decodes faster than the memory can be read', () => {
    for (const parameters of [1e8, 1e9, 7e9, 3e10]) {
      const { low } = decodeSeconds({ parameters, backend: 'transformers', ...half }, H100);
      expect(low).toBeGreaterThan((2 * parameters) / H100.bytesPerSecond);
    }
  });

  test('never computes faster than the peak, and 32 bits take longer than 16', () => {
    const model = { parameters: 7e9, backend: 'transformers', quantization: null } as const;
    const at16 = forwardSeconds({ ...model, precision: 'float16' }, 2000, H100);
    const at32 = forwardSeconds({ ...model, precision: 'float32' }, 2000, H100);
    expect(at16.low).toBeGreaterThan((2 * 7e9 * 2000) / H100.flopsPerSecond16);
    expect(at32.low).toBeGreaterThan((2 * 7e9 * 2000) / H100.flopsPerSecond32);
    expect(at32.expected).toBeGreaterThan(at16.expected);
  });

  test('fewer bits per weight decode faster', () => {
    const model = { parameters: 3e10, backend: 'endpoint', precision: 'float16' } as const;
    const whole = decodeSeconds({ ...model, quantization: null }, H100);
    const quarter = decodeSeconds({ ...model, quantization: { method: 'gptq', bits: 4 } }, H100);
    expect(quarter.expected).toBeLessThan(whole.expected / 2);
  });

  test('an H200 reads faster than an H100, and a GPU nobody knows is taken for an H100 and said to be', () => {
    const model = { parameters: 7e9, backend: 'endpoint', ...half } as const;
    expect(decodeSeconds(model, gpuSpeeds('NVIDIA H200')).expected).toBeLessThan(decodeSeconds(model, H100).expected);
    const unknown = gpuSpeeds('Board of Tomorrow');
    expect(unknown).toMatchObject({ known: false, bytesPerSecond: H100.bytesPerSecond });
    expect(estimateOf(request('text-generation', 7e9, { speeds: unknown }))?.basis).toMatchObject({
      assumption: expect.stringContaining('Board of Tomorrow, taken for an H100'),
    });
  });
});

describe('the estimate of a benchmark', () => {
  test('ten runs of text generation with 7 billion parameters take from ten minutes to two hours of an H100', () => {
    const { low, expected, high } = minutes('text-generation', 7e9);
    expect(low).toBeGreaterThan(5);
    expect(expected).toBeGreaterThan(15);
    expect(expected).toBeLessThan(90);
    expect(high).toBeLessThan(180);
  });

  test('a small image classifier takes minutes, most of them for phases of their shortest length', () => {
    const { expected } = minutes('image-classification', 86e6);
    expect(expected).toBeGreaterThan((2 * 10 * 10) / 60);
    expect(expected).toBeLessThan(20);
  });

  test('low is never above expected, nor expected above high, whatever the task and size', () => {
    for (const key of ['text-generation', 'reasoning', 'summarization', 'text-to-image', 'image-to-text', 'sentence-similarity'] as const) {
      for (const parameters of [1e6, 1e9, 4e11]) {
        const { low, expected, high } = minutes(key, parameters);
        expect(low).toBeLessThanOrEqual(expected);
        expect(expected).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThan(0);
      }
    }
  });

  test('grows with runs, queries and the shortest phase', () => {
    const usual = minutes('text-generation', 7e9).expected;
    expect(minutes('text-generation', 7e9, { runs: exactly(20) }).expected).toBeGreaterThan(1.7 * usual);
    expect(minutes('text-generation', 7e9, { queries: 2000 }).expected).toBeGreaterThan(1.7 * usual);
    const patient = policyFrom({ schemaVersion: 1, name: 'Patient', run: { minimumPhaseSeconds: 600 } });
    expect(minutes('text-generation', 7e9, { policy: patient }).low).toBeGreaterThan(2 * 10 * 10);
  });

  test('a phase repeats the data set in whole passes until it has lasted long enough', () => {
    const policy = policyFrom({ schemaVersion: 1, name: 'Short', run: { minimumPhaseSeconds: 10, warmUpMaximumSeconds: 0 } });
    const history = [{ model: 'org/model', parameters: null, setting: '', secondsPerQuery: { preprocess: 0.004, forward: 0.02 } }];
    const given = { policy, history, runs: exactly(1) };
    const more = { ...given, runs: exactly(2) };
    const [one, two] = [minutes('text-classification', 1e8, given).expected, minutes('text-classification', 1e8, more).expected];
    // 1,000 queries of 4 ms take 4 s: three passes; of 20 ms take 20 s: one.
    expect((two - one) * 60).toBeCloseTo(12 + 20, 6);
  });

  test('reasoning says that its tokens are only bounded, and its bad end is days', () => {
    const given = request('reasoning', 7e9);
    expect(isLoud(given)).toBe(true);
    expect(isLoud(request('text-generation', 7e9))).toBe(false);
    const { expected, high } = minutes('reasoning', 7e9);
    expect(high).toBeGreaterThan(24 * 60);
    expect(high).toBeGreaterThan(3 * expected);
    expect(newTokensOf(given).high).toBe(8192);
    expect(newTokensOf({ newTokens: { count: 100, bound: 'at most' }, reasoning: { state: 'on', effort: 'high' } }).high).toBe(100);
  });

  test('runs come from the policy by task, from the operator, or end by themselves', () => {
    const policy = policyFrom({ schemaVersion: 1, name: 'Runs', run: { runs: 4, runsByTask: { reasoning: 2 } } });
    expect(runsRange(null, 'text-generation', policy)).toEqual(exactly(4));
    expect(runsRange(null, 'reasoning', policy)).toEqual(exactly(2));
    expect(runsRange(7, 'reasoning', policy)).toEqual(exactly(7));
    expect(runsRange('auto', 'reasoning', policy)).toEqual({ low: 5, expected: 10, high: 100 });
  });

  test('class C takes as many GPUs as hold it, and GPU minutes count each', () => {
    const task = taskOf('text-generation');
    expect(gpusFor(task, { parameters: 7e9, ...half }, H100.memoryBytes)).toBe(1);
    expect(gpusFor(task, { parameters: 67e9, precision: 'float16', quantization: { method: 'gptq', bits: 4 } }, H100.memoryBytes)).toBe(2);
    expect(gpusFor(task, { parameters: 405e9, ...half }, H100.memoryBytes)).toBe(13);
    expect(gpusFor(taskOf('text-to-image'), { parameters: 405e9, ...half }, H100.memoryBytes)).toBe(1);
    const estimate = estimateOf(request('text-generation', 70e9));
    expect(estimate).toMatchObject({ class: 'C', gpus: 3 });
    expect(estimate?.gpuMinutes.expected).toBeCloseTo(((estimate?.seconds.expected ?? 0) / 60) * 3);
  });

  test('a model on the processor holds no GPU', () => {
    const estimate = estimateOf(request('text-classification', 1e8, { speeds: cpuSpeeds('Example CPU', 8), backend: 'embedded' }));
    expect(estimate).toMatchObject({ gpus: 0, gpuMinutes: exactly(0) });
    expect(estimate?.seconds.expected).toBeGreaterThan(10);
  });

  test('nothing is made up where neither size nor result is known', () => {
    expect(estimateOf(request('text-generation', null))).toBeNull();
  });
});
