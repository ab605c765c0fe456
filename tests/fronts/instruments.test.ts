import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { machineInstruments } from '../../src/fronts/instruments.ts';

test.each(['transformers', 'endpoint'] as const)(
  'a model of the %s backend that lies on a GPU nobody meters gives no figure of the processor',
  async (backend) => {
    const { instrument } = machineInstruments({ meter: 'cpu-estimate', policy: defaultPolicy() });
    const clock = () => performance.now() / 1000;
    const device = 'cuda:GPU-11111111-2222-3333-4444-555555555555';
    await expect(instrument({ pid: process.pid, device, clock, backend })).rejects.toMatchObject({
      kind: 'operator',
      code: 'gpu-not-metered',
      message: expect.stringContaining('--meter cpu-estimate'),
    });
    await expect(instrument({ pid: process.pid, device: 'cpu', clock, backend })).resolves.toMatchObject({ tracedGpus: null });
  },
);
