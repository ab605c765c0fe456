import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { builtFiles } from '../../scripts/bundles.ts';
import { gpuCounterMeter } from '../../src/energy/gpu-counter.ts';
import { type Nvml, openNvml } from '../../src/energy/nvml/open.ts';
import type { GpuDescription } from '../../src/ports/gpu.ts';
import { whyNoBubblewrap } from '../support/bubblewrap.ts';
import {
  buildFakeNvml,
  environmentFor,
  fakeUuid,
  type SceneOptions,
  scene,
  type VirtualClock,
  virtualClock,
  writeScene,
} from '../support/fake-nvml.ts';
import { type Ended, runCli } from '../support/quick-examples.ts';
import { workerPython } from '../support/worker-python.ts';

const run = promisify(execFile);

const changed = new Map<string, string | undefined>();
afterEach(() => {
  for (const [name, value] of changed) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  changed.clear();
});

/** Sets variables of this process until the test ends; C's getenv sees them too. */
function setEnvironment(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (!changed.has(name)) changed.set(name, process.env[name]);
    process.env[name] = value;
  }
}

/** Opens NVML while a scene plays in this process. */
async function playing(text: string, options: SceneOptions = {}): Promise<AsyncDisposable & { nvml: Nvml; gpus: GpuDescription[] }> {
  const written = await writeScene(text);
  setEnvironment(await environmentFor(written.path, options));
  const nvml = await openNvml();
  return {
    nvml,
    gpus: nvml.devices(),
    async [Symbol.asyncDispose]() {
      nvml.close();
      await written[Symbol.asyncDispose]();
    },
  };
}

/** The meter of one GPU on a virtual clock. */
const meterOn = (nvml: Nvml, gpu: GpuDescription | undefined, clock: VirtualClock) => {
  if (gpu === undefined) throw new Error('The scene has no such GPU.');
  return gpuCounterMeter({ library: nvml, gpu, clock: clock.seconds, sleep: async (seconds) => clock.advance(seconds) });
};

/** Plays a scene on a virtual clock, its cue at so many seconds, with the meter of its first GPU. */
async function metering(text: string, cueSeconds = 10) {
  const clock = await virtualClock();
  const cue = join(dirname(clock.path), 'cue');
  await writeFile(cue, String(cueSeconds));
  const played = await playing(text, { clock, cue });
  const meter = meterOn(played.nvml, played.gpus[0], clock);
  return {
    clock,
    meter,
    nvml: played.nvml,
    async [Symbol.asyncDispose]() {
      await meter.close();
      await played[Symbol.asyncDispose]();
      await clock[Symbol.asyncDispose]();
    },
  };
}

test('every board is told by its exact name, memory and power limit', async () => {
  await using played = await playing('gpu h100-sxm\ngpu h100-pcie\ngpu h100-nvl\ngpu h200\n');
  expect(
    played.gpus.map(({ name, memoryBytes, defaultPowerLimitWatts }) => [name, Math.round(memoryBytes / 2 ** 30), defaultPowerLimitWatts]),
  ).toEqual([
    ['NVIDIA H100 80GB HBM3', 80, 700],
    ['NVIDIA H100 PCIe', 80, 350],
    ['NVIDIA H100 NVL', 94, 400],
    ['NVIDIA H200', 140, 700],
  ]);
});

test('settings are told as they are set', async () => {
  const text = 'driver 580.65.06\ncuda 13.0\ngpu h100-sxm\nmig on\necc off\npersistence off\nlimit 500\napplication-clock 1200\n';
  await using played = await playing(text);
  expect(played.gpus[0]).toEqual({
    uuid: fakeUuid(0),
    index: 0,
    name: 'NVIDIA H100 80GB HBM3',
    memoryBytes: 81559 * 2 ** 20,
    driver: 'rehearsal-580.65.06',
    cuda: '13.0',
    powerLimitWatts: 500,
    defaultPowerLimitWatts: 700,
    mig: true,
    ecc: false,
    persistence: false,
    maximumSmClockMhz: 1980,
    maximumMemoryClockMhz: 2619,
    applicationSmClockMhz: 1200,
    defaultApplicationSmClockMhz: 1980,
    scripted: true,
  });
});

test('a GPU is found by its UUID, whatever its place', async () => {
  await using played = await playing(
    'gpu h100-sxm\npower constant 72\nutilization 0\ngpu h100-sxm\npower constant 420\nprocess 4711\nreason sw-power-cap\n',
  );
  expect(played.nvml.sample(fakeUuid(1))).toMatchObject({
    powerWatts: 420,
    utilization: 1,
    processes: [4711],
    eventReasons: ['sw-power-cap'],
  });
  expect(played.nvml.sample(fakeUuid(0))).toMatchObject({ powerWatts: 72, utilization: 0, processes: [], eventReasons: [] });
  expect(() => played.nvml.sample('GPU-none')).toThrow(expect.objectContaining({ kind: 'operator', code: 'gpu-not-found' }));
});

test.each([
  ['power', 3, 'powerWatts'],
  ['temperature', 3, 'temperatureCelsius'],
  ['clocks', 3, 'smClockMhz'],
  ['utilization', 3, 'utilization'],
  ['reasons', 3, 'eventReasons'],
  ['processes', 3, 'processes'],
  ['processes', 4, 'processes'],
] as const)('%s that is not supported (code %d) is null, never a zero', async (subject, code, field) => {
  await using played = await playing(`gpu h100-sxm\npower constant 420\nfails ${subject} ${code}\n`);
  expect(played.nvml.sample(fakeUuid(0))[field]).toBeNull();
});

test('instant power that a driver lacks is not replaced by the mean that it has', async () => {
  await using played = await playing('gpu h100-sxm\npower constant 420\nfails power 2\n');
  expect(played.nvml.sample(fakeUuid(0)).powerWatts).toBeNull();
});

test.each([
  [15, 'gpu-lost'],
  [16, 'gpu-reset-required'],
  [999, 'nvml-unknown'],
])('an answer with code %d is the fault %s', async (code, name) => {
  await using played = await metering(`gpu h100-sxm\npower constant 420\nfails all ${code} cue\n`);
  played.clock.set(10);
  expect(() => played.nvml.sample(fakeUuid(0))).toThrow(expect.objectContaining({ kind: 'operator', code: name }));
  expect(() => played.nvml.energyMillijoules(fakeUuid(0))).toThrow(expect.objectContaining({ code: name }));
});

test.each([
  ['steady', 0.02],
  ['coarse-tick', 0.1],
])('on the scene %s an update period of %d s is measured', async (name, period) => {
  await using played = await metering(scene(name));
  await played.meter.open();
  expect(played.meter.description.updatePeriodSeconds).toBeCloseTo(period, 3);
});

test('ten seconds of a steady load are metered within one tick at each edge', async () => {
  await using played = await metering(scene('steady'));
  await played.meter.open();
  const start = await played.meter.read();
  played.clock.advance(10);
  const end = await played.meter.read();
  const joules = (end.count - start.count) * played.meter.description.joulesPerCount;
  expect(Math.abs(joules - 4200)).toBeLessThanOrEqual(2 * 0.02 * 420);
});

test.each([
  ['not-supported', 'counter-missing'],
  ['zero-counter', 'counter-zero'],
])('the scene %s ends as %s before anything runs', async (name, code) => {
  await using played = await metering(scene(name));
  await expect(played.meter.open()).rejects.toMatchObject({ kind: 'operator', code });
});

test.each([
  ['counter-reset', 'counter-reset'],
  ['stuck-counter', 'counter-stuck'],
  ['counter-lost', 'nvml-unknown'],
  ['gpu-lost', 'gpu-lost'],
  ['driver-gone', 'nvml-driver-not-loaded'],
])('the scene %s ends as %s while it is metered', async (name, code) => {
  await using played = await metering(scene(name));
  await played.meter.open();
  played.clock.set(9.5);
  await expect(played.meter.read()).resolves.toMatchObject({ seconds: 9.5 });
  const readTenTimesASecond = async () => {
    for (; played.clock.seconds() < 12; played.clock.advance(0.1)) await played.meter.read();
  };
  await expect(readTenTimesASecond()).rejects.toMatchObject({ kind: 'operator', code });
});

test('a library without a driver is no GPU', async () => {
  setEnvironment({ AI_ENERGY_SCORE_NVML: await buildFakeNvml() });
  delete process.env.FAKE_NVML_SCENE;
  await expect(openNvml()).rejects.toMatchObject({
    kind: 'operator',
    code: 'no-gpu',
    message: expect.stringContaining('driver is not loaded'),
  });
});

/** An older library: event reasons by their old name, a hundred processes in version 2, no fields, no limits, no clocks. */
const OLD_DRIVER = `
#include <string.h>
typedef void *device;
typedef struct { unsigned pid; unsigned long long memory; unsigned gpu, compute; } process;
int nvmlInit_v2(void) { return 0; }
int nvmlShutdown(void) { return 0; }
int nvmlSystemGetDriverVersion(char *text, unsigned size) { strncpy(text, "450.51.06", size); return 0; }
int nvmlDeviceGetCount_v2(unsigned *count) { *count = 1; return 0; }
int nvmlDeviceGetHandleByIndex_v2(unsigned index, device *found) { *found = (device)(long)(index + 1); return 0; }
int nvmlDeviceGetHandleByUUID(const char *uuid, device *found) { *found = (device)1; return strcmp(uuid, "GPU-old") == 0 ? 0 : 6; }
int nvmlDeviceGetUUID(device d, char *text, unsigned size) { strncpy(text, "GPU-old", size); return 0; }
int nvmlDeviceGetName(device d, char *text, unsigned size) { strncpy(text, "Tesla V100-SXM2-32GB", size); return 0; }
int nvmlDeviceGetMemoryInfo(device d, unsigned long long *memory) { memory[0] = 34089730048ULL; return 0; }
int nvmlDeviceGetTotalEnergyConsumption(device d, unsigned long long *mj) { *mj = 12345; return 0; }
int nvmlDeviceGetCurrentClocksThrottleReasons(device d, unsigned long long *bits) { *bits = 0x40; return 0; }
int nvmlDeviceGetComputeRunningProcesses_v2(device d, unsigned *count, process *list) {
  unsigned room = *count;
  *count = 100;
  for (unsigned i = 0; i < 100 && room >= 100; i += 1) list[i].pid = 1000 + i;
  return room < 100 ? 7 : 0;
}
`;

test('a driver that lacks functions is read as far as it goes, by the older names where it has those', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'old-driver-'));
  try {
    await writeFile(join(folder, 'old.c'), OLD_DRIVER);
    const library = join(folder, 'libnvidia-ml.so.1');
    await run('cc', ['-shared', '-fPIC', '-w', '-o', library, join(folder, 'old.c')]);
    const nvml = await openNvml({ library });
    expect(nvml.version).toBeNull();
    expect(nvml.devices()).toEqual([
      expect.objectContaining({
        uuid: 'GPU-old',
        cuda: null,
        powerLimitWatts: null,
        mig: false,
        ecc: null,
        persistence: null,
        maximumSmClockMhz: null,
      }),
    ]);
    expect(nvml.sample('GPU-old')).toEqual({
      powerWatts: null,
      temperatureCelsius: null,
      smClockMhz: null,
      memoryClockMhz: null,
      utilization: null,
      eventReasons: ['hw-thermal-slowdown'],
      processes: Array.from({ length: 100 }, (_, position) => 1000 + position),
    });
    expect(nvml.energyMillijoules('GPU-old')).toBe(12345);
    nvml.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

type Doctor = { findings: { code: string; status: string; message: string; mend: string | null }[]; hardware: { gpus: unknown[] } };

const failed = (ended: Ended): string[] =>
  (JSON.parse(ended.stdout) as Doctor).findings.filter(({ status }) => status === 'fail').map(({ code }) => code);

async function doctorOn(text: string, args: readonly string[] = []): Promise<Ended> {
  await using played = await writeScene(text);
  return await runCli(['doctor', '--json', ...args], { env: await environmentFor(played.path) });
}

const AT_REST = 'gpu h100-sxm\npower constant 72\nutilization 0\n';

test('doctor finds nothing to mend on a scripted H100 at rest, and says that it is scripted', async () => {
  const ended = await doctorOn(AT_REST);
  expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('A script plays GPU 0.') });
  expect(failed(ended)).toEqual([]);
  expect(ended.stderr).toContain(fakeUuid(0));
  const { hardware } = JSON.parse(ended.stdout) as Doctor;
  expect(hardware.gpus).toEqual([expect.objectContaining({ name: 'NVIDIA H100 80GB HBM3', worked: false, idleWatts: 72 })]);
  expect(JSON.stringify(hardware)).not.toContain('GPU-5');
});

const unsealed = await whyNoBubblewrap();

test.skipIf(unsealed !== null)(
  `doctor --official takes a scripted H100 under a policy that rehearses, and under no other${unsealed === null ? '' : ` (${unsealed})`}`,
  async () => {
    const python = await workerPython();
    const folder = await mkdtemp(join(tmpdir(), 'policy-'));
    try {
      const policy = join(folder, 'policy.yaml');
      await writeFile(policy, 'schemaVersion: 1\nname: Rehearsal\nrehearsal: true\n');
      expect(await doctorOn(AT_REST, ['--official', '--python', python, '--policy', policy])).toMatchObject({ code: 0 });
      const ended = await doctorOn(AT_REST, ['--official', '--python', python]);
      expect(ended.code).toBe(2);
      expect(failed(ended)).toEqual(['gpu-scripted']);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

test.each<[string, string, string[]]>([
  ['MIG', `${AT_REST}mig on\n`, ['gpu-mig']],
  ['another process', `${AT_REST}process 4194303\n`, ['gpu-processes']],
  ['no counter', `${AT_REST}fails counter 3\n`, ['counter-missing']],
  ['a counter at zero', `${AT_REST}counter zero\n`, ['counter-zero']],
  ['a counter that stands still', `${AT_REST}counter stuck 0\n`, ['counter-stuck']],
  ['a power brake', `${AT_REST}reason hw-power-brake-slowdown\n`, ['gpu-slowdown']],
  ['a lost GPU', `${AT_REST}fails all 15\n`, ['gpu-lost']],
])('doctor ends with exit 2 and one mend on %s', async (_, text, codes) => {
  const ended = await doctorOn(text);
  expect(ended.code).toBe(2);
  expect(failed(ended)).toEqual(codes);
});

test('a driver that hangs ends doctor, with a message', async () => {
  const ended = await doctorOn(`${AT_REST}hangs 1 3600\n`);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('error[nvml-hang]') });
});

test('the bundles read NVML where there is no node_modules', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    for (const [path, content] of await builtFiles()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await using played = await writeScene(AT_REST);
    const { stdout } = await run(process.execPath, [join(folder, 'dist/cli.js'), 'doctor', '--json'], {
      cwd: folder,
      env: { ...process.env, ...(await environmentFor(played.path)) },
    }).catch((ended: { stdout: string }) => ended);
    const { findings } = JSON.parse(stdout) as Doctor;
    expect(findings).toContainEqual(expect.objectContaining({ code: 'gpu-counter', status: 'ok' }));
    // The library of the embedded backend is not part of the bundles, and doctor says how to get it.
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'embedded-backend', status: 'fail', mend: expect.stringContaining('npm install') }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
