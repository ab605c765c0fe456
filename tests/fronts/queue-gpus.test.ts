import { describe, expect, test } from 'vitest';
import { exactly } from '../../src/domain/estimate/range.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { gpusNeeded, usableGpus } from '../../src/fronts/queue-gpus.ts';
import type { GpuDescription } from '../../src/ports/gpu.ts';
import type { EstimatedFile } from '../../src/stages/estimate.ts';

const gpus = (count: number, scripted = false) =>
  Array.from({ length: count }, (_, index) => ({ uuid: `GPU-${index}`, scripted, memoryBytes: 80e9 }) as GpuDescription);

const policyOf = (backend: string) => policyFrom({ schemaVersion: 1, name: 'Queue', backends: [backend] });

const submission = (parameters: number | null) =>
  ({
    submission: { schemaVersion: 1, model: 'org/model', revision: 'a'.repeat(40), task: 'text-generation' },
    parameters,
    runs: exactly(1),
  }) as unknown as EstimatedFile;

describe('the GPUs of a queue', () => {
  test('are all of the machine, or those that the operator names, in that order', () => {
    expect(usableGpus(gpus(3), {}).map(({ uuid }) => uuid)).toEqual(['GPU-0', 'GPU-1', 'GPU-2']);
    expect(usableGpus(gpus(3), { gpus: ['GPU-2', 'GPU-0'] }).map(({ uuid }) => uuid)).toEqual(['GPU-2', 'GPU-0']);
    expect(() => usableGpus(gpus(3), { gpus: ['GPU-7'] })).toThrow(expect.objectContaining({ code: 'gpu-not-found' }));
  });

  test('are held one for each model of the classes A and B, and several together in class C', () => {
    const policy = policyOf('transformers');
    expect(gpusNeeded(submission(7e9), gpus(8), policy)).toBe(1);
    expect(gpusNeeded(submission(70e9), gpus(8), policy)).toBe(3);
    expect(gpusNeeded(submission(null), gpus(8), policy)).toBe(1);
  });

  test('are all held by what computes beside them, so that nothing else runs meanwhile', () => {
    expect(gpusNeeded(submission(1e6), gpus(8), policyOf('embedded'))).toBe(8);
    expect(gpusNeeded(submission(7e9), gpus(8), policyOf('endpoint'))).toBe(8);
    expect(gpusNeeded(submission(1e6), gpus(8, true), policyOf('embedded'))).toBe(1);
  });
});
