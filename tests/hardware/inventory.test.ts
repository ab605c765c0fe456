import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { boardForm, contradictions, isWholeModule } from '../../src/domain/hardware/board.ts';
import { gpuRecord } from '../../src/domain/hardware/gpu-record.ts';
import { cpuProfile, gpuProfile } from '../../src/domain/hardware/profile.ts';
import { changedSettings } from '../../src/domain/hardware/settings.ts';
import { inventory } from '../../src/hardware/inventory.ts';
import { H100 } from './gpus.ts';

const RUN = { worked: true, meter: 'nvml:0', idleWatts: 71.6, observation: null, foreignProcessesNote: null, after: H100 };

test.each([
  ['NVIDIA H100 80GB HBM3', 'SXM'],
  ['NVIDIA H100 PCIe', 'PCIe'],
  ['NVIDIA H100 NVL', 'NVL'],
  ['NVIDIA H200', 'SXM'],
  ['NVIDIA A100-SXM4-80GB', 'SXM'],
  ['NVIDIA A100 80GB PCIe', 'PCIe'],
  ['NVIDIA H200 NVL', 'NVL'],
  ['NVIDIA GeForce RTX 4090', null],
])('the form of %s is %s', (name, form) => {
  expect(boardForm(name)).toBe(form);
});

test.each([
  ['NVIDIA H100 80GB HBM3', 81559, 700],
  ['NVIDIA H100 PCIe', 81559, 350],
  ['NVIDIA H100 NVL', 95830, 400],
  ['NVIDIA H200', 143771, 700],
])('%s with %d MiB and %d W is what it says', (name, mebibytes, watts) => {
  expect(contradictions({ name, memoryBytes: mebibytes * 2 ** 20, defaultPowerLimitWatts: watts })).toEqual([]);
});

test('a board whose memory or power limit belongs to another is told apart', () => {
  const memoryBytes = 95830 * 2 ** 20;
  expect(contradictions({ name: 'NVIDIA H100 80GB HBM3', memoryBytes, defaultPowerLimitWatts: 400 })).toEqual([
    '94 GiB of memory instead of 80',
    'a default power limit of 400 W instead of 700 W',
  ]);
  expect(contradictions({ name: 'Some other board', memoryBytes, defaultPowerLimitWatts: 400 })).toEqual([]);
});

test('a module whose counter covers its processor too is known by its name', () => {
  expect(['NVIDIA GH200 480GB', 'NVIDIA GB200', 'NVIDIA H200', 'NVIDIA H100 80GB HBM3'].map(isWholeModule)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  [['NVIDIA H100 80GB HBM3'], 'h100-80gb-hbm3'],
  [['NVIDIA H100 80GB HBM3', 'NVIDIA H100 80GB HBM3'], '2x-h100-80gb-hbm3'],
  [['NVIDIA H200', 'NVIDIA H100 PCIe', 'NVIDIA H200'], '1x-h100-pcie-and-2x-h200'],
  [['  '], 'gpu'],
])('the profile of %j is %s', (names, profile) => {
  expect(gpuProfile(names)).toBe(profile);
});

test('profiles fit their place in the record, however long the names are', () => {
  const long = 'NVIDIA '.concat('Very Long Name '.repeat(12));
  for (const profile of [gpuProfile([long]), gpuProfile([long, 'NVIDIA H200']), cpuProfile(long, 64)]) {
    expect(profile).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(profile.length).toBeLessThanOrEqual(80);
  }
});

test('a record publishes the SHA-256 of the UUID and nothing else of it', () => {
  const record = gpuRecord(H100, RUN);
  expect(record.uuidSha256).toBe(createHash('sha256').update(H100.uuid).digest('hex'));
  expect(JSON.stringify(record)).not.toContain('GPU-');
});

test('a record tells limits, clocks and settings before and after', () => {
  expect(gpuRecord(H100, { ...RUN, after: { ...H100, powerLimitWatts: 500 } })).toMatchObject({
    name: 'NVIDIA H100 80GB HBM3',
    cuda: '13.0',
    metered: true,
    meter: 'nvml:0',
    idleWatts: 71.6,
    powerLimitWatts: 700,
    clocks: { maximumSmMhz: 1980, maximumMemoryMhz: 2619, applicationSmMhz: 1980, defaultApplicationSmMhz: 1980 },
    after: { powerLimitWatts: 500, mig: false, ecc: true, persistence: true, applicationSmMhz: 1980, driver: '580.65.06' },
  });
});

test('an unknown number of other processes has its reason, a known one has none', () => {
  const seen = {
    temperature: { startCelsius: 60, endCelsius: 60, maximumCelsius: 61 },
    during: { meanWatts: 420, meanUtilization: 1 },
    eventReasons: [],
  };
  const noteOf = (foreignProcesses: number | null, foreignProcessesNote: string | null) =>
    gpuRecord(H100, { ...RUN, foreignProcessesNote, observation: { ...seen, foreignProcesses } }).foreignProcessesNote;
  expect(noteOf(null, 'hidden')).toBe('hidden');
  expect(noteOf(null, null)).toBe('the driver does not list the processes on it');
  expect(noteOf(0, null)).toBeNull();
  expect(noteOf(2, 'hidden at first')).toBeNull();
});

const recorded = (worked: boolean, driver = '580.65.06'): Result['hardware']['gpus'][number] =>
  gpuRecord({ ...H100, driver }, { ...RUN, worked, meter: worked ? 'nvml:0' : null });

test('the profile of a machine is that of the GPUs that worked, else of its processor', () => {
  expect(inventory([recorded(true), recorded(false)]).profile).toBe('h100-80gb-hbm3');
  expect(inventory([recorded(true), recorded(true)]).profile).toBe('2x-h100-80gb-hbm3');
  expect(inventory([recorded(false)]).profile).toBe(inventory().profile);
  expect(inventory().profile).toMatch(/-cores?$/);
});

test('hardware that a script plays is marked', () => {
  expect(inventory([recorded(true, 'rehearsal-580.65.06')]).scripted).toBe(true);
  expect(inventory([recorded(true)]).scripted).toBe(false);
});

test('every setting that a run must leave alone is compared after it', () => {
  expect(changedSettings(H100, H100)).toEqual([]);
  expect(
    changedSettings(H100, {
      ...H100,
      driver: '580.95.05',
      powerLimitWatts: 500,
      applicationSmClockMhz: null,
      mig: true,
      ecc: false,
      persistence: false,
    }),
  ).toEqual([
    'the driver changed from 580.65.06 to 580.95.05',
    'the power limit changed from 700 W to 500 W',
    'the application clock changed from 1980 MHz to unknown',
    'MIG changed from off to on',
    'ECC changed from on to off',
    'persistence mode changed from on to off',
  ]);
});
