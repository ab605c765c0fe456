import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/domain/errors.ts';
import type { Estimate } from '../../src/domain/estimate/estimate.ts';
import { legOf, type MatrixLeg, matrixOf } from '../../src/domain/estimate/matrix.ts';
import { exactly, range } from '../../src/domain/estimate/range.ts';
import { policyFrom } from '../../src/domain/policy.ts';

const policy = policyFrom({ schemaVersion: 1, name: 'Five days', run: { deadlineSeconds: 432_000 } });
const estimate = (low: number, expected: number, high: number, gpus = 1): Estimate => ({
  class: null,
  gpus,
  seconds: range(low * 60, expected * 60, high * 60),
  gpuMinutes: range(low * gpus, expected * gpus, high * gpus),
  newTokensPerQuery: exactly(10),
  basis: { kind: 'model size', assumption: 'none' },
});
const named = {
  submission: 'submissions/org/Model_A/reasoning.yaml',
  model: 'org/Model_A',
  task: 'reasoning',
  variant: null,
  sha256: 'ab'.repeat(32),
};
const leg = (given: Estimate | null, change = {}, of = policy) => legOf({ ...named, ...change, estimate: given }, of);

describe('a leg of the matrix', () => {
  test('names submission, plan, GPUs, and a timeout beyond the bad end of the estimate', () => {
    expect(leg(estimate(10, 20, 100, 2))).toEqual({
      submission: 'submissions/org/Model_A/reasoning.yaml',
      'plan-key': 'org-model-a.reasoning.abababab',
      gpus: 2,
      'timeout-minutes': 160,
    });
  });

  test('never runs longer than five days', () => {
    expect(leg(estimate(10, 6000, 90_000))).toMatchObject({ 'timeout-minutes': 7200 });
  });

  test('never outlives the policy’s own deadline by more than what a job does beside the benchmark', () => {
    const short = policyFrom({ schemaVersion: 1, name: 'Six hours' });
    expect(leg(estimate(10, 20, 90_000), {}, short)).toMatchObject({ 'timeout-minutes': 360 + 60 });
    expect(leg(null, {}, short)).toMatchObject({ gpus: 1, 'timeout-minutes': 360 + 60 });
  });

  test('is refused where five days or the deadline will not do, with what to do', () => {
    const late = leg(estimate(5000, 8000, 9000));
    expect(late).toBeInstanceOf(Fault);
    expect(late).toMatchObject({
      code: 'estimate-past-job',
      message: expect.stringContaining('5.6 days'),
      mend: expect.stringContaining('runsByTask'),
    });
    const short = policyFrom({ schemaVersion: 1, name: 'Six hours' });
    expect(leg(estimate(100, 400, 900), {}, short)).toMatchObject({
      code: 'estimate-past-deadline',
      mend: expect.stringContaining('deadlineSeconds'),
    });
  });

  test('has a key of its own for each submission, fit for a file name', () => {
    const keys = [leg(null), leg(null, { sha256: 'cd'.repeat(32) }), leg(null, { variant: '4-bit' })].map(
      (each) => (each as MatrixLeg)['plan-key'],
    );
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
  });
});

test('a matrix takes 256 legs and no more', () => {
  const one = leg(estimate(1, 2, 3)) as MatrixLeg;
  const legs = Array.from({ length: 257 }, () => one);
  expect(matrixOf(legs.slice(1)).include).toHaveLength(256);
  expect(() => matrixOf(legs)).toThrow(expect.objectContaining({ code: 'matrix-too-large' }));
});
