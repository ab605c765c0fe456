import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discoverMeters } from '../../src/energy/discover.ts';
import { openGpuAccess, scoredGpus } from '../../src/energy/gpu-access.ts';
import type { GpuDescription } from '../../src/ports/gpu.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gpus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Options under which this machine has no NVML, and an nvidia-smi that ends as told. */
function without(script: string) {
  const nvidiaSmi = join(folder, 'nvidia-smi');
  writeFileSync(nvidiaSmi, `#!/bin/sh\n${script}\n`);
  chmodSync(nvidiaSmi, 0o755);
  return { places: [join(folder, 'libnvidia-ml.so.1')], nvidiaSmi };
}

const gpu = (index: number, driver = '550.54.15'): GpuDescription => ({
  uuid: `GPU-${index}`,
  index,
  name: 'NVIDIA H100 80GB HBM3',
  memoryBytes: 85_520_809_984,
  driver,
  cuda: '12.4',
  powerLimitWatts: 700,
  defaultPowerLimitWatts: 700,
  mig: false,
  ecc: true,
  persistence: true,
  maximumSmClockMhz: 1980,
  maximumMemoryClockMhz: 2619,
  applicationSmClockMhz: 1980,
  defaultApplicationSmClockMhz: 1980,
  scripted: driver.startsWith('rehearsal-'),
});

const libraryOf = (...gpus: GpuDescription[]) => ({ devices: () => gpus });
const real = libraryOf(gpu(0), gpu(1));
const scripted = libraryOf(gpu(0, 'rehearsal-580.65.06'), gpu(1, 'rehearsal-580.65.06'));
const uuids = (gpus: readonly GpuDescription[]) => gpus.map(({ uuid }) => uuid);

test('auto finds no GPU on a machine without one, and says nothing', async () => {
  await expect(openGpuAccess('auto', without('exit 9'))).resolves.toBeNull();
});

test('auto tells of an nvidia-smi that is there and fails, and says nothing where there is none', async () => {
  const told: string[] = [];
  const onPassedOver = ({ code }: { code: string }) => told.push(code);
  await expect(openGpuAccess('auto', { ...without('exit 9'), onPassedOver })).resolves.toBeNull();
  expect(told).toEqual(['nvidia-smi-failed']);
  await expect(openGpuAccess('auto', { ...without('exit 9'), nvidiaSmi: '/none/nvidia-smi', onPassedOver })).resolves.toBeNull();
  expect(told).toHaveLength(1);
});

test('a GPU meter that was asked for on a machine without GPU is a fault of the operator', async () => {
  await expect(openGpuAccess('nvml', without('exit 9'))).rejects.toMatchObject({ kind: 'operator', code: 'no-gpu' });
  await expect(openGpuAccess('nvidia-smi', without('exit 9'))).rejects.toMatchObject({ kind: 'operator', code: 'nvidia-smi-failed' });
});

test('a named library that does not open is told by auto too: a broken GPU is no missing one', async () => {
  await expect(openGpuAccess('auto', { library: join(folder, 'libnvidia-ml.so.1') })).rejects.toMatchObject({ code: 'nvml-library' });
});

test('meters of the CPU look for no GPU', async () => {
  await expect(openGpuAccess('rapl', { library: '/none' })).resolves.toBeNull();
  await expect(openGpuAccess('cpu-estimate', { library: '/none' })).resolves.toBeNull();
});

test('nvidia-smi steps in where NVML is not found', async () => {
  const line = 'GPU-a, 0, NVIDIA H200, 143771, 550.1, 700.00, 700.00, Disabled, Enabled, Enabled, 1980, 3201, 1980, 1980';
  const access = await openGpuAccess('auto', without(`echo '${line}'`));
  expect(access?.id).toBe('nvidia-smi');
  expect(access?.devices()[0]?.name).toBe('NVIDIA H200');
});

test('the GPU that the backend names is the one that is scored, by UUID and not by place', () => {
  expect(uuids(scoredGpus({ library: real, choice: 'auto', device: 'cuda:GPU-1' }))).toEqual(['GPU-1']);
  expect(uuids(scoredGpus({ library: real, choice: 'nvml', device: 'cuda:GPU-1,GPU-0' }))).toEqual(['GPU-1', 'GPU-0']);
});

test('a backend on the CPU has no GPU scored beside it', () => {
  expect(scoredGpus({ library: real, choice: 'auto', device: 'cpu' })).toEqual([]);
});

test('a GPU meter that was asked for while the model ran on the CPU is a fault', () => {
  expect(() => scoredGpus({ library: real, choice: 'nvml', device: 'cpu' })).toThrow(
    expect.objectContaining({ kind: 'operator', code: 'gpu-not-the-device' }),
  );
});

test('a GPU that a script plays is taken as the device: the first, or those that were asked for', () => {
  expect(uuids(scoredGpus({ library: scripted, choice: 'auto', device: 'cpu' }))).toEqual(['GPU-0']);
  expect(uuids(scoredGpus({ library: scripted, choice: 'nvml', device: 'cpu', requested: ['GPU-1'] }))).toEqual(['GPU-1']);
});

test('a UUID that is not there and a device without UUID are faults', () => {
  for (const device of ['cuda:GPU-7', 'cuda:0', 'cuda:']) {
    expect(() => scoredGpus({ library: real, choice: 'auto', device })).toThrow(expect.objectContaining({ code: 'gpu-not-found' }));
  }
  expect(() => scoredGpus({ library: scripted, choice: 'auto', device: 'cpu', requested: ['GPU-7'] })).toThrow(
    expect.objectContaining({ code: 'gpu-not-found' }),
  );
  expect(() => scoredGpus({ library: real, choice: 'auto', device: 'mps' })).toThrow(expect.objectContaining({ code: 'device-unknown' }));
});

test('CPU energy is measured beside the GPU, after it', async () => {
  const access = await openGpuAccess(
    'auto',
    without("echo 'GPU-a, 0, NVIDIA H200, 143771, 550.1, 700.00, 700.00, Disabled, Enabled, Enabled, 1980, 3201, 1980, 1980'"),
  );
  if (access === null) throw new Error('no way to the GPU');
  const meters = discoverMeters({
    choice: 'auto',
    pid: process.pid,
    clock: () => 0,
    gpus: { access, scored: access.devices() },
    powercapFolder: folder,
  });
  expect(meters.map(({ description }) => [description.id, description.scope])).toEqual([
    ['nvidia-smi:0', 'gpu'],
    ['cpu-estimate', 'cpu'],
  ]);
});
