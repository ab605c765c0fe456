import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discoverMeters } from '../../src/energy/discover.ts';
import { raplMeters } from '../../src/energy/rapl.ts';
import type { Meter } from '../../src/ports/meter.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'powercap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const clock = () => performance.now() / 1000;

function zone(name: string, label: string, energy: string, range = 1_000_000): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'name'), `${label}\n`);
  writeFileSync(join(folder, name, 'energy_uj'), energy);
  writeFileSync(join(folder, name, 'max_energy_range_uj'), String(range));
}

const setEnergy = (name: string, energy: number) => writeFileSync(join(folder, name, 'energy_uj'), String(energy));

async function opened(id: string): Promise<Meter> {
  const meter = raplMeters(clock, folder).find((candidate) => candidate.description.id === id);
  if (meter === undefined) throw new Error(`no meter ${id}`);
  await meter.open();
  return meter;
}

test('every package and every memory zone becomes a meter; cores and uncore, which packages hold already, do not', () => {
  zone('intel-rapl:0', 'package-0', '1');
  zone('intel-rapl:0:0', 'core', '1');
  zone('intel-rapl:0:1', 'uncore', '1');
  zone('intel-rapl:0:2', 'dram', '1');
  zone('intel-rapl:1', 'package-1', '1');
  zone('intel-rapl:2', 'psys', '1');
  const described = raplMeters(clock, folder).map(({ description }) => [description.id, description.scope, description.quality]);
  expect(described).toEqual([
    ['rapl:0', 'cpu', 'counter'],
    ['rapl-dram:0', 'ram', 'counter'],
    ['rapl:1', 'cpu', 'counter'],
  ]);
});

test('a reading is the energy since opening, in microjoules', async () => {
  zone('intel-rapl:0', 'package-0', '500');
  const meter = await opened('rapl:0');
  setEnergy('intel-rapl:0', 1_500);
  expect((await meter.read()).count).toBe(1_000);
  expect(meter.description.joulesPerCount).toBe(1e-6);
});

test('a counter that wraps around goes on growing, twice over', async () => {
  zone('intel-rapl:0', 'package-0', '900', 1_000);
  const meter = await opened('rapl:0');
  setEnergy('intel-rapl:0', 100);
  expect((await meter.read()).count).toBe(200);
  setEnergy('intel-rapl:0', 950);
  expect((await meter.read()).count).toBe(1_050);
  setEnergy('intel-rapl:0', 50);
  expect((await meter.read()).count).toBe(1_150);
});

test('a counter that vanishes or holds no number is a fault, never a zero', async () => {
  zone('intel-rapl:0', 'package-0', '500');
  const meter = await opened('rapl:0');
  writeFileSync(join(folder, 'intel-rapl:0', 'energy_uj'), 'n/a');
  await expect(meter.read()).rejects.toMatchObject({ kind: 'operator', code: 'meter-unreadable' });
  rmSync(join(folder, 'intel-rapl:0', 'energy_uj'));
  await expect(meter.read()).rejects.toMatchObject({ kind: 'operator', code: 'meter-unreadable' });
});

test('a counter that does not move has no update period', async () => {
  zone('intel-rapl:0', 'package-0', '500');
  expect((await opened('rapl:0')).description.updatePeriodSeconds).toBeNull();
});

test('without readable counters, auto estimates and rapl says what is missing', () => {
  const request = { pid: process.pid, clock, powercapFolder: folder };
  expect(discoverMeters({ ...request, choice: 'auto' }).map((meter) => meter.description.quality)).toEqual(['estimated']);
  expect(() => discoverMeters({ ...request, choice: 'rapl' })).toThrow(/No RAPL energy counter/);
});

test('with readable counters, auto takes them and cpu-estimate leaves them', () => {
  zone('intel-rapl:0', 'package-0', '1');
  const request = { pid: process.pid, clock, powercapFolder: folder };
  expect(discoverMeters({ ...request, choice: 'auto' }).map((meter) => meter.description.id)).toEqual(['rapl:0']);
  expect(discoverMeters({ ...request, choice: 'cpu-estimate' }).map((meter) => meter.description.id)).toEqual(['cpu-estimate']);
});

test('a counter that falls too far to have wrapped around was reset: a fault, never a whole range of joules', async () => {
  zone('intel-rapl:0', 'package-0', '200000000000', 262_143_328_850);
  const meter = await opened('rapl:0');
  setEnergy('intel-rapl:0', 5);
  await expect(meter.read()).rejects.toMatchObject({ kind: 'operator', code: 'counter-reset' });
});

test('a machine of which only some packages can be read has no meter: its figure would be too small', () => {
  zone('intel-rapl:0', 'package-0', '1');
  zone('intel-rapl:1', 'package-1', '1');
  rmSync(join(folder, 'intel-rapl:1', 'energy_uj'));
  expect(() => raplMeters(clock, folder)).toThrow(/package-1 cannot be read/);
});
