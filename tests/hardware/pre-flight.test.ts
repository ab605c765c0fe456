import { expect, test } from 'vitest';
import type { Purpose } from '../../src/domain/hardware/finding.ts';
import type { GpuAtRest, GpuFacts } from '../../src/domain/hardware/gpu-facts.ts';
import { preFlightFindings } from '../../src/domain/hardware/pre-flight.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { AT_REST, H100 } from './gpus.ts';

type Case = { gpu?: Partial<GpuFacts>; atRest?: Partial<GpuAtRest>; rehearsal?: boolean };

function statuses({ gpu, atRest, rehearsal = false }: Case, purpose: Purpose): Record<string, string> {
  const policy = { ...defaultPolicy(), rehearsal };
  const findings = preFlightFindings({ gpu: { ...H100, ...gpu }, atRest: { ...AT_REST, ...atRest }, purpose, policy });
  for (const finding of findings) {
    expect(finding.message).toMatch(/^[A-Z].*\.$/);
    if (finding.status !== 'ok') expect(finding.mend, finding.code).toMatch(/\w{3}/);
    else expect(finding.mend).toBeNull();
  }
  return Object.fromEntries(findings.map(({ code, status }) => [code, status]));
}

test('an H100 as it should be has nothing to mend, for any purpose', () => {
  for (const purpose of ['any', 'official'] as const) {
    expect(new Set(Object.values(statuses({}, purpose)))).toEqual(new Set(['ok']));
  }
});

test.each<[string, Case, string, string]>([
  ['another board', { gpu: { name: 'NVIDIA H100 PCIe', powerLimitWatts: 350, defaultPowerLimitWatts: 350 } }, 'gpu-sku', 'warn fail'],
  ['a name that does not fit the power limit', { gpu: { powerLimitWatts: 350, defaultPowerLimitWatts: 350 } }, 'gpu-board', 'warn fail'],
  ['a name that does not fit the memory', { gpu: { memoryBytes: 95830 * 2 ** 20 } }, 'gpu-board', 'warn fail'],
  ['a counter of the whole module', { gpu: { name: 'NVIDIA GH200 480GB' } }, 'gpu-module', 'warn fail'],
  ['MIG', { gpu: { mig: true } }, 'gpu-mig', 'fail fail'],
  ['a lowered power limit', { gpu: { powerLimitWatts: 500 } }, 'gpu-power-limit', 'warn fail'],
  ['an unknown power limit', { gpu: { powerLimitWatts: null } }, 'gpu-power-limit', 'warn fail'],
  ['a lowered application clock', { gpu: { applicationSmClockMhz: 1200 } }, 'gpu-clocks', 'warn fail'],
  ['persistence mode that is off', { gpu: { persistence: false } }, 'gpu-persistence', 'warn warn'],
  ['ECC that is off', { gpu: { ecc: false } }, 'gpu-ecc', 'warn warn'],
  ['another process', { atRest: { processes: 1 } }, 'gpu-processes', 'fail fail'],
  ['processes that cannot be told', { atRest: { processes: null, processesNote: 'hidden' } }, 'gpu-processes', 'warn warn'],
  ['power that cannot be told', { atRest: { idleWatts: null } }, 'gpu-idle', 'warn fail'],
  ['work at rest', { atRest: { utilization: 0.4 } }, 'gpu-idle', 'warn warn'],
  ['heat at rest', { atRest: { temperatureCelsius: 74 } }, 'gpu-temperature', 'warn warn'],
  ['no temperature', { atRest: { temperatureCelsius: null } }, 'gpu-temperature', 'warn warn'],
  ['a thermal slowdown', { atRest: { eventReasons: ['hw-thermal-slowdown'] } }, 'gpu-slowdown', 'fail fail'],
  ['a power brake', { atRest: { eventReasons: ['hw-power-brake-slowdown'] } }, 'gpu-slowdown', 'fail fail'],
  ['a software power cap', { atRest: { eventReasons: ['sw-power-cap'] } }, 'gpu-slowdown', 'ok ok'],
  ['a script that plays it', { gpu: { scripted: true } }, 'gpu-scripted', 'warn fail'],
  ['a script, under a policy that rehearses', { gpu: { scripted: true }, rehearsal: true }, 'gpu-scripted', 'ok ok'],
])('%s is told', (_, changed, code, expected) => {
  expect(`${statuses(changed, 'any')[code]} ${statuses(changed, 'official')[code]}`).toBe(expected);
});

test('a mend for one GPU of several names that GPU', () => {
  const policy = defaultPolicy();
  const gpu = { ...H100, index: 5, powerLimitWatts: 500 };
  const finding = preFlightFindings({ gpu, atRest: AT_REST, purpose: 'official', policy }).find(({ code }) => code === 'gpu-power-limit');
  expect(finding?.mend).toBe('Set it back: sudo nvidia-smi --id=5 --power-limit=700');
});
