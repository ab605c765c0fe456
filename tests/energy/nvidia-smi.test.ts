import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nvidiaSmiMeter } from '../../src/energy/nvidia-smi/meter.ts';
import { type NvidiaSmi, openNvidiaSmi } from '../../src/energy/nvidia-smi/open-nvidia-smi.ts';

import type { Meter } from '../../src/ports/meter.ts';

const clock = () => performance.now() / 1000;
const UUID = 'GPU-aaaa';
const OTHER = 'GPU-bbbb';

let folder: string;
let opened: NvidiaSmi[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nvidia-smi-'));
});
afterEach(() => {
  for (const smi of opened) smi.close();
  opened = [];
  rmSync(folder, { recursive: true });
});

const DEVICE = `${UUID}, 0, NVIDIA H100 80GB HBM3, 81559, 550.54.15, 700.00, 700.00, Disabled, Enabled, Enabled, 1980, 2619, 1980, 1980`;
const PEER = `${OTHER}, 1, NVIDIA H100 PCIe, 81559, 550.54.15, 310.00, 350.00, [N/A], [N/A], Disabled, 1755, 1593, [N/A], [N/A]`;

type Script = {
  devices?: string;
  /** Shell that prints the stream; its process id is written before. */
  stream?: string;
  help?: string;
};

/** A program that answers as nvidia-smi does. */
function program(script: Script = {}): string {
  const path = join(folder, 'nvidia-smi');
  const help = script.help ?? '"power.draw.instant"\n"clocks_event_reasons.active"\n';
  const text = `#!/bin/sh
case "$*" in
  *--help-query-gpu*) cat <<'TEXT'
${help}
TEXT
  ;;
  *--version*) echo 'CUDA Version        : 12.4' ;;
  *-lms*) echo $$ > ${folder}/pid; echo "$*" > ${folder}/asked
${script.stream ?? steady('300.00')}
  ;;
  *--query-compute-apps*) printf '4711\\n4712\\n' ;;
  *memory.total*) cat <<'TEXT'
${script.devices ?? DEVICE}
TEXT
  ;;
  *) printf '${UUID}, 71.25, 33, 345, 2619, 0, 0x0000000000000001\\n' ;;
esac
`;
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** Shell that prints a sample every 20 ms, for as long as it lives. */
const steady = (watts: string) =>
  `while :; do printf '${OTHER}, 900.00, 50, 1000, 2619, 10, 0x0\\n${UUID}, ${watts}, 55, 1980, 2619, 97, 0x0000000000000024\\n'; sleep 0.02; done`;

function open(script: Script = {}): NvidiaSmi {
  const smi = openNvidiaSmi(program(script));
  opened.push(smi);
  return smi;
}

const meterOf = (smi: NvidiaSmi) => nvidiaSmiMeter({ smi, gpu: smi.devices()[0] as ReturnType<NvidiaSmi['devices']>[number], clock });

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('GPUs are told as NVML would tell them, and what a GPU does not have is null', () => {
  const [first, second] = open({ devices: `${DEVICE}\n${PEER}` }).devices();
  expect(first).toEqual({
    uuid: UUID,
    index: 0,
    name: 'NVIDIA H100 80GB HBM3',
    memoryBytes: 81559 * 2 ** 20,
    driver: '550.54.15',
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
    scripted: false,
  });
  expect(second).toMatchObject({ index: 1, mig: false, ecc: null, persistence: false, applicationSmClockMhz: null });
});

test('its meter integrates power, says so, and asks for samples every 100 ms', async () => {
  const smi = open();
  const meter = meterOf(smi);
  await meter.open();
  const first = await meter.read();
  await vi.waitUntil(() => clock() - first.seconds > 0.5);
  const second = await meter.read();
  const watts = ((second.count - first.count) * meter.description.joulesPerCount) / (second.seconds - first.seconds);
  expect(watts).toBeCloseTo(300, 1);
  expect(meter.description).toMatchObject({ id: 'nvidia-smi:0', scope: 'gpu', quality: 'integrated', device: 'NVIDIA H100 80GB HBM3' });
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('-lms 100');
  await meter.close();
});

test('there is no energy counter to be read, and none is made up', () => {
  expect(open().energyMillijoules(UUID)).toBeNull();
});

test('a look tells power, temperature, clocks, utilisation and event reasons of the GPU with that UUID', async () => {
  const smi = open();
  expect(smi.sample(UUID)).toMatchObject({ powerWatts: 71.25, eventReasons: ['gpu-idle'], processes: [4711, 4712] });
  await smi.stream();
  expect(smi.sample(UUID)).toEqual({
    powerWatts: 300,
    temperatureCelsius: 55,
    smClockMhz: 1980,
    memoryClockMhz: 2619,
    utilization: 0.97,
    eventReasons: ['sw-power-cap', 'sw-thermal-slowdown'],
    processes: null,
  });
});

test('an older driver has only mean power, and the meter states that', async () => {
  const meter = meterOf(open({ help: '"power.draw"\n"clocks_throttle_reasons.active"\n' }));
  expect(meter.description.assumption).toContain('mean');
  await meter.open();
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('power.draw,temperature.gpu');
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('clocks_throttle_reasons.active');
});

test('the child ends when the meter is closed', async () => {
  const meter = meterOf(open());
  await meter.open();
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  expect(alive(pid)).toBe(true);
  await meter.close();
  await vi.waitUntil(() => !alive(pid), { timeout: 50_000 });
});

test('the stream is shared, ends with the last meter, and starts again for the next run', async () => {
  const smi = open();
  const [first, second] = [meterOf(smi), meterOf(smi)];
  await first.open();
  await second.open();
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await first.close();
  await second.read();
  expect(alive(pid)).toBe(true);
  await second.close();
  await vi.waitUntil(() => !alive(pid), { timeout: 50_000 });
  await first.open();
  expect((await first.read()).count).toBeGreaterThanOrEqual(0);
});

/** Reads a meter again and again, until it throws. */
async function readOn(meter: Meter): Promise<never> {
  for (;;) await meter.read();
}

const operatorFault = (code: string) => expect.objectContaining({ kind: 'operator', code, mend: expect.stringMatching(/\w/) });

test('samples that stop coming are a fault', async () => {
  const meter = meterOf(
    open({
      stream: `printf '${UUID}, 300.00, 55, 1980, 2619, 97, 0x0\\n${UUID}, 300.00, 55, 1980, 2619, 97, 0x0\\n'; sleep 0.1; printf '${UUID}, 300.00, 55, 1980, 2619, 97, 0x0\\n'; exec sleep 60`,
    }),
  );
  await meter.open();
  await expect(readOn(meter)).rejects.toEqual(operatorFault('meter-stale'));
  await expect(meter.read()).rejects.toEqual(operatorFault('meter-stale'));
});

test('an nvidia-smi that ends or is killed during a run is a fault', async () => {
  const meter = meterOf(open());
  await meter.open();
  process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
  await expect(readOn(meter)).rejects.toEqual(operatorFault('nvidia-smi-ended'));
});

test.each([
  ['[N/A]', 'power-missing'],
  ['[Not Supported]', 'power-missing'],
  ['[GPU is lost]', 'gpu-lost'],
  ['[Unknown Error]', 'nvidia-smi-unreadable'],
  ['ERR!', 'nvidia-smi-unreadable'],
])('power that reads %s is the fault %s, never a zero', async (cell, code) => {
  await expect(meterOf(open({ stream: steady(cell) })).open()).rejects.toEqual(operatorFault(code));
});

test('without the program, without a driver and without a GPU there is a fault for each', () => {
  expect(() => openNvidiaSmi(join(folder, 'none'))).toThrow(operatorFault('nvidia-smi-missing'));
  expect(() => open({ devices: '' })).toThrow(operatorFault('no-gpu'));
  const broken = join(folder, 'broken');
  writeFileSync(broken, '#!/bin/sh\necho "NVIDIA-SMI has failed because it couldn\'t communicate with the NVIDIA driver."\nexit 9\n');
  chmodSync(broken, 0o755);
  expect(() => openNvidiaSmi(broken)).toThrow(
    expect.objectContaining({ code: 'nvidia-smi-failed', message: expect.stringContaining("couldn't communicate") }),
  );
});
