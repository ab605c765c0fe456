import { expect, test } from 'vitest';
import { nvmlFault } from '../../src/energy/nvml/return-codes.ts';

const NVML_CODES = [...Array.from({ length: 30 }, (_, position) => position + 1), 999];

test('every return code of NVML is a fault of the operator with a name, the call in its message, and a mend', () => {
  for (const returned of NVML_CODES) {
    const fault = nvmlFault(returned, 'nvmlDeviceGetTemperature');
    expect(fault.kind).toBe('operator');
    expect(fault.code).toMatch(/^(nvml|gpu)-[a-z]+(-[a-z]+)*$/);
    expect(fault.message).toContain('nvmlDeviceGetTemperature');
    expect(fault.mend).toMatch(/\w{3}/);
  }
});

test('the codes that decide what a run does next go by their own names', () => {
  const names = [3, 4, 9, 15, 16, 18].map((returned) => nvmlFault(returned, 'x').code);
  expect(names).toEqual([
    'gpu-not-supported',
    'nvml-no-permission',
    'nvml-driver-not-loaded',
    'gpu-lost',
    'gpu-reset-required',
    'nvml-version-mismatch',
  ]);
});

test('only the two codes for a GPU that is not there share a name', () => {
  const names = NVML_CODES.map((returned) => nvmlFault(returned, 'x').code);
  expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual(['gpu-not-found']);
});

test('a code that NVML does not have yet is told by its number', () => {
  expect(nvmlFault(77, 'nvmlInit')).toMatchObject({ code: 'nvml-77', message: 'NVML answers nvmlInit with the unknown code 77.' });
});
