import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Answer, type Play, play } from '../fake-nvml/play.ts';
import { fakeUuid, SCENES, scene } from '../support/fake-nvml.ts';
import { scenePower, trueJoules, trueWatts } from '../support/fake-nvml-truth.ts';
import { folderOf } from '../support/folders.ts';

const NOT_SUPPORTED = 3;
const NO_PERMISSION = 4;
const DRIVER_NOT_LOADED = 9;
const GPU_IS_LOST = 15;
const UNKNOWN = 999;

const ENERGY = 83;
const AVERAGE = 185;
const INSTANT = 186;

const code = (answer: Answer) => ('code' in answer ? answer.code : 0);
const counter = (nvml: Play, gpu = 'gpu:0') => nvml.value('nvmlDeviceGetTotalEnergyConsumption', gpu) as Promise<number>;
const pids = async (nvml: Play, gpu = 'gpu:0') =>
  ((await nvml.value('nvmlDeviceGetComputeRunningProcesses', gpu)) as { pid: number }[]).map(({ pid }) => pid);
const HW_SLOWDOWN = 8;
const HW_THERMAL = 64;
const reasons = (nvml: Play, gpu = 'gpu:0') => nvml.value('nvmlDeviceGetCurrentClocksEventReasons', gpu);

describe('NVIDIA’s own binding reads the library', () => {
  const BOARDS = [
    { name: 'steady', product: 'NVIDIA H100 80GB HBM3', mebibytes: 81_559, limit: 700_000, sm: 1980, memory: 2619 },
    { name: 'h100-pcie', product: 'NVIDIA H100 PCIe', mebibytes: 81_559, limit: 350_000, sm: 1755, memory: 1593 },
    { name: 'h100-nvl', product: 'NVIDIA H100 NVL', mebibytes: 95_830, limit: 400_000, sm: 1785, memory: 2619 },
    { name: 'h200', product: 'NVIDIA H200', mebibytes: 143_771, limit: 700_000, sm: 1980, memory: 3201 },
  ];
  test.each(BOARDS)('$product tells what it is', async ({ name, product, mebibytes, limit, sm, memory }) => {
    await using nvml = await play(scene(name));
    const told: Record<string, unknown> = {};
    for (const call of ['Name', 'UUID', 'Index', 'MigMode', 'EccMode', 'PersistenceMode', 'Architecture', 'CudaComputeCapability']) {
      told[call] = await nvml.value(`nvmlDeviceGet${call}`, 'gpu:0');
    }
    expect(told).toEqual({
      Name: product,
      UUID: fakeUuid(0),
      Index: 0,
      MigMode: [0, 0],
      EccMode: [1, 1],
      PersistenceMode: 1,
      Architecture: 9,
      CudaComputeCapability: [9, 0],
    });
    expect(await nvml.value('nvmlDeviceGetMemoryInfo', 'gpu:0')).toMatchObject({ total: mebibytes * 2 ** 20, used: 2 ** 30 });
    expect(await nvml.value('nvmlDeviceGetMemoryInfo', 'gpu:0', 0x02000028)).toMatchObject({ total: mebibytes * 2 ** 20, used: 2 ** 30 });
    for (const call of ['PowerManagementLimit', 'PowerManagementDefaultLimit', 'EnforcedPowerLimit']) {
      expect(await nvml.value(`nvmlDeviceGet${call}`, 'gpu:0'), call).toBe(limit);
    }
    expect(await nvml.value('nvmlDeviceGetPowerManagementLimitConstraints', 'gpu:0')).toEqual([200_000, limit]);
    for (const call of ['ClockInfo', 'MaxClockInfo', 'ApplicationsClock', 'DefaultApplicationsClock']) {
      expect(await nvml.value(`nvmlDeviceGet${call}`, 'gpu:0', 1), call).toBe(sm);
      expect(await nvml.value(`nvmlDeviceGet${call}`, 'gpu:0', 2), call).toBe(memory);
    }
  });

  test('the machine is marked a rehearsal', async () => {
    await using nvml = await play(`driver 570.1\ncuda 12.8\n${scene('steady')}`);
    expect(await nvml.value('nvmlSystemGetDriverVersion')).toBe('rehearsal-570.1');
    expect(await nvml.value('nvmlSystemGetCudaDriverVersion_v2')).toBe(12_080);
    expect(await nvml.value('nvmlSystemGetNVMLVersion')).toMatch(/^13\./);
  });

  test('each GPU is found by UUID and by PCI bus, and is the one that was asked for', async () => {
    await using nvml = await play(scene('eight-gpus'));
    expect(await nvml.value('nvmlDeviceGetCount')).toBe(8);
    for (const gpu of [0, 3, 7]) {
      const { busId } = (await nvml.value('nvmlDeviceGetPciInfo', `gpu:${gpu}`)) as { busId: string };
      expect(await nvml.ask('nvmlDeviceGetHandleByUUID', fakeUuid(gpu))).toHaveProperty('value');
      expect(await nvml.ask('nvmlDeviceGetHandleByPciBusId', busId)).toHaveProperty('value');
      expect(await nvml.value('nvmlDeviceGetUUID', `gpu:${gpu}`)).toBe(fakeUuid(gpu));
      nvml.at(5);
      expect(await nvml.value('field', `gpu:${gpu}`, INSTANT)).toBe(1000 * (390 + 10 * gpu));
    }
    expect(code(await nvml.ask('nvmlDeviceGetHandleByUUID', 'GPU-00000000-0000-0000-0000-000000000000'))).toBe(6);
  });

  test('a call before the library is open says so', async () => {
    await using nvml = await play(scene('steady'), { init: 'no' });
    await nvml.value('nvmlInit');
    await nvml.value('nvmlShutdown');
    expect(code(await nvml.ask('nvmlDeviceGetCount'))).toBe(1);
    expect(code(await nvml.ask('nvmlShutdown'))).toBe(1);
  });

  test.each([
    'power constnat 3',
    'power constant',
    'power constant 3w',
    'power square 100 0 0.5',
    'power square 100 1 1.5',
    'power noise 10 0 1',
    'counter tick 0',
    'reason too-hot',
    'fails everything 3',
    'mig maybe',
    'process own soon',
    'colour green',
    'gpu h900',
  ])('a scene that says “%s” does not open, and the line is named', async (fact) => {
    await using nvml = await play(`gpu h100-sxm\n  ${fact}\n`, { init: 'no' });
    expect(code(await nvml.ask('nvmlInit'))).toBe(UNKNOWN);
    expect(nvml.complaints()).toContain(`played.scene:2 is not a fact of a scene:   ${fact}`);
  });
});

describe('energy is exactly known', () => {
  const SPANS = [
    [0, 10],
    [0.4, 1.4],
    [3.21, 13.0177],
    [63, 71],
    [400.05, 402],
  ] as const;

  test.each(Object.keys(SCENES))('%s: the library, our own sums and a fine integral agree', async (name) => {
    await using nvml = await play(scene(name));
    const power = scenePower(scene(name));
    for (const [gpu] of power.entries()) {
      for (const [from, to] of SPANS) {
        const joules = trueJoules(power, gpu, from, to);
        expect(joules).toBeGreaterThan(0);
        expect((await nvml.value('true_millijoules', gpu, from, to)) as number).toBeCloseTo(1000 * joules, 3);
        // Every edge of every scene lies on a tenth of a millisecond, so the midpoints between them miss none.
        let integral = 0;
        const steps = Math.round((to - from) * 10_000);
        for (let step = 0; step < steps; step += 1) integral += trueWatts(power, gpu, from + (step + 0.5) / 10_000) / 10_000;
        expect(Math.abs(integral / joules - 1)).toBeLessThan(1e-6);
      }
    }
  });

  test.each(['stepped', 'bursty-slow', 'noisy', 'thermal-drift'])('%s: instant power is that of the moment', async (name) => {
    await using nvml = await play(scene(name));
    const power = scenePower(scene(name));
    for (const at of [0.0005, 1.2345, 1.3005, 2.4015, 9.9995, 70.0005]) {
      nvml.at(at);
      expect((await nvml.value('field', 'gpu:0', INSTANT)) as number).toBeCloseTo(1000 * trueWatts(power, 0, at), -1);
    }
  });

  test.each(['stepped', 'bursty-fast', 'noisy'])('%s: average power is the mean of the second before', async (name) => {
    await using nvml = await play(scene(name));
    const power = scenePower(scene(name));
    for (const at of [1.5, 5.0625, 9.5]) {
      nvml.at(at);
      const mean = 1000 * trueJoules(power, 0, at - 1, at);
      expect((await nvml.value('nvmlDeviceGetPowerUsage', 'gpu:0')) as number).toBeCloseTo(mean, -1);
      expect((await nvml.value('field', 'gpu:0', AVERAGE)) as number).toBeCloseTo(mean, -1);
    }
  });

  test.each([
    { name: 'noisy', tick: 0.02 },
    { name: 'coarse-tick', tick: 0.1 },
  ])('$name: the counter moves every $tick s, and then holds the energy so far', async ({ name, tick }) => {
    await using nvml = await play(scene(name));
    const power = scenePower(scene(name));
    nvml.at(0);
    const start = await counter(nvml);
    for (let step = 1; step < 400; step += 1) {
      const at = step * 0.0071;
      nvml.at(at);
      const onTick = Math.floor(at / tick + 1e-9) * tick;
      const passed = (await counter(nvml)) - start;
      expect(Math.abs(passed - 1000 * trueJoules(power, 0, 0, onTick))).toBeLessThan(1.5);
      expect(await nvml.value('field', 'gpu:0', ENERGY)).toBe(start + passed);
    }
  });

  test('a noise of another seed is another noise of the same size', async () => {
    const samples = (seed: number) => {
      const power = scenePower(`gpu h100-sxm\npower noise 40 0.005 ${seed}`);
      return Array.from({ length: 20_000 }, (_, cell) => trueWatts(power, 0, (cell + 0.5) * 0.005));
    };
    const [one, two] = [samples(1), samples(2)];
    for (const values of [one, two]) {
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length)).toBeLessThan(1);
      expect(Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length)).toBeCloseTo(40, 0);
    }
    const product = one.reduce((sum, value, at) => sum + value * (two[at] ?? 0), 0) / one.length;
    expect(Math.abs(product)).toBeLessThan(40);
  });
});

test('two processes with the same time zero read the same energy', async () => {
  const epoch = process.hrtime.bigint();
  await using one = await play(scene('steady'), { epoch });
  await using other = await play(scene('steady'), { epoch });
  const before = await counter(one);
  const between = await counter(other);
  const after = await counter(one);
  const seconds = (await one.value('seconds')) as number;
  expect(between).toBeGreaterThanOrEqual(before);
  expect(between).toBeLessThanOrEqual(after);
  expect(Math.abs(seconds - Number(process.hrtime.bigint() - epoch) / 1e9)).toBeLessThan(0.5);
  expect(Math.abs(after - 123_456_789 - 420_000 * seconds)).toBeLessThan(420_000 * 0.5);
});

describe('the run’s own processes', () => {
  test('are those named in a file', async () => {
    await using folder = await folderOf({ pids: '4711 4712\n' });
    await using nvml = await play(scene('steady'), { pids: `${folder.path}/pids` });
    expect(await pids(nvml)).toEqual([4711, 4712]);
  });

  test('are otherwise those below the process that plays whose command has the word', async () => {
    await using nvml = await play(scene('steady'));
    await nvml.value('start', 'something-else');
    expect(await nvml.value('nvmlDeviceGetUtilizationRates', 'gpu:0')).toEqual({ gpu: 0, memory: 0 });
    const worker = await nvml.value('start', 'a-backend.js');
    expect(await nvml.value('nvmlDeviceGetUtilizationRates', 'gpu:0')).toEqual({ gpu: 100, memory: 50 });
    expect(await pids(nvml)).toEqual([worker]);
    // One that is itself below, as a meter in a process of its own, sees the same.
    const fromBelow = await nvml.value('below', 'nvmlDeviceGetComputeRunningProcesses', 0, '--backend');
    expect(fromBelow).toEqual([expect.objectContaining({ pid: worker })]);
  });

  test('are those that compute, not what is wrapped around them', async () => {
    await using nvml = await play(scene('steady'));
    const worker = await nvml.value('start_wrapped', 'a-backend.js');
    expect(await pids(nvml)).toEqual([worker]);
  });

  test('are not those of another run', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'a-backend'], { stdio: 'ignore' });
    try {
      await using nvml = await play(scene('steady'));
      expect(await pids(nvml)).toEqual([]);
    } finally {
      stranger.kill('SIGKILL');
    }
  });
});

describe('every scene does what it says', () => {
  type Wrong = (nvml: Play) => Promise<void>;
  const cued =
    (before: Wrong, after: Wrong): Wrong =>
    async (nvml) => {
      nvml.at(7);
      await before(nvml);
      await nvml.cue(7.5);
      nvml.at(8.2);
      await after(nvml);
    };
  const energyBetween = async (nvml: Play, from: number, to: number, gpu = 'gpu:0') => {
    nvml.at(from);
    const start = await counter(nvml, gpu);
    nvml.at(to);
    return ((await counter(nvml, gpu)) - start) / 1000;
  };
  const joules =
    (gpu: number, expected: number): Wrong =>
    async (nvml) =>
      expect(await energyBetween(nvml, 2, 7, `gpu:${gpu}`)).toBeCloseTo(expected, 0);
  const asks =
    (call: string, expected: number, ...more: number[]): Wrong =>
    async (nvml) =>
      expect(code(await nvml.ask(call, 'gpu:0', ...more))).toBe(expected);
  const all =
    (...checks: Wrong[]): Wrong =>
    async (nvml) => {
      for (const check of checks) await check(nvml);
    };
  const ownAndOthers =
    (...others: number[]): Wrong =>
    async (nvml) =>
      expect(await pids(nvml)).toEqual(others);
  const READS = 'nvmlDeviceGetTotalEnergyConsumption';

  const SAYS: Record<string, Wrong> = {
    steady: all(joules(0, 2100), async (nvml) => expect(await reasons(nvml)).toBe(0)),
    stepped: joules(0, 500 * 2.7 + 300 * 2.3),
    'bursty-fast': all(joules(0, 5 * 240), async (nvml) => {
      nvml.at(4.05);
      // The sensor saw the last quarter of a period, and the burst lies elsewhere.
      expect((await nvml.value('field', 'gpu:0', INSTANT)) as number).toBe(120_000 + 480_000 * 0.52);
    }),
    'bursty-slow': joules(0, 120 * 5 + 480 * (0.4 * 3 + 0)),
    noisy: async (nvml) => expect(Math.abs((await energyBetween(nvml, 2, 7)) / 2000 - 1)).toBeLessThan(0.02),
    'thermal-drift': async (nvml) => {
      expect(await energyBetween(nvml, 0, 1)).toBeLessThan(352);
      expect(await energyBetween(nvml, 300, 301)).toBeCloseTo(400, 0);
      expect(await nvml.value('nvmlDeviceGetTemperature', 'gpu:0', 0)).toBe(68);
      expect(await nvml.value('nvmlDeviceGetTemperatureV', 'gpu:0', 0)).toBe(68);
    },
    throttle: async (nvml) => expect(await reasons(nvml)).toBe(HW_SLOWDOWN | HW_THERMAL),
    'power-cap': async (nvml) => expect(await nvml.value('nvmlDeviceGetCurrentClocksThrottleReasons', 'gpu:0')).toBe(4),
    'foreign-process': cued(ownAndOthers(), ownAndOthers(4_194_303)),
    'counter-reset': cued(
      async (nvml) => expect(await counter(nvml)).toBeGreaterThan(123_456_789),
      async (nvml) => expect(await counter(nvml)).toBeCloseTo(700 * 420, -4),
    ),
    'wrong-gpu': all(joules(0, 360), joules(1, 2100)),
    'gpu-lost': cued(
      all(asks(READS, 0), asks('nvmlDeviceGetName', 0)),
      all(asks(READS, GPU_IS_LOST), asks('nvmlDeviceGetName', GPU_IS_LOST), asks('nvmlDeviceGetTemperature', GPU_IS_LOST, 0)),
    ),
    'driver-gone': cued(
      async (nvml) => expect(code(await nvml.ask('nvmlDeviceGetCount'))).toBe(0),
      async (nvml) => {
        expect(code(await nvml.ask('nvmlDeviceGetCount'))).toBe(DRIVER_NOT_LOADED);
        expect(code(await nvml.ask('nvmlSystemGetDriverVersion'))).toBe(DRIVER_NOT_LOADED);
        expect(code(await nvml.ask(READS, 'gpu:0'))).toBe(DRIVER_NOT_LOADED);
      },
    ),
    hanging: async (nvml) => {
      nvml.at(7);
      await asks(READS, 0)(nvml);
      await nvml.cue(7.5);
      nvml.at(8);
      let answered = false;
      nvml.ask(READS, 'gpu:0').then(
        () => {
          answered = true;
        },
        () => {}, // The call ends when its process does.
      );
      // Another process would have answered many times over.
      await using other = await play(scene('steady'));
      for (let call = 0; call < 50; call += 1) await counter(other);
      expect(answered).toBe(false);
    },
    'not-supported': all(asks(READS, NOT_SUPPORTED), async (nvml) =>
      expect(code(await nvml.ask('field', 'gpu:0', ENERGY))).toBe(NOT_SUPPORTED),
    ),
    'counter-lost': cued(asks(READS, 0), all(asks(READS, UNKNOWN), asks('nvmlDeviceGetPowerUsage', 0))),
    'stuck-counter': cued(joules(0, 2100), async (nvml) => expect(await energyBetween(nvml, 7.6, 30)).toBe(0)),
    'zero-counter': async (nvml) => {
      nvml.at(9);
      expect(await counter(nvml)).toBe(0);
      expect(await nvml.value('field', 'gpu:0', INSTANT)).toBe(420_000);
    },
    'counter-gain': joules(0, 2100 * 1.08),
    'coarse-tick': async (nvml) => {
      expect(await energyBetween(nvml, 2.01, 2.09)).toBe(0);
      expect(await energyBetween(nvml, 2.09, 2.11)).toBeCloseTo(42, 1);
    },
    'two-gpus': all(joules(0, 2100), joules(1, 360), async (nvml) => expect(await reasons(nvml, 'gpu:1')).toBe(1)),
    'busy-peer': async (nvml) => expect(await pids(nvml, 'gpu:1')).toEqual([4_194_303]),
    'eight-gpus': all(joules(0, 1950), joules(7, 2300)),
    mig: all(asks('nvmlDeviceGetUtilizationRates', NOT_SUPPORTED), async (nvml) =>
      expect(await nvml.value('nvmlDeviceGetMigMode', 'gpu:0')).toEqual([1, 1]),
    ),
    'h100-pcie': joules(0, 1450),
    'h100-nvl': joules(0, 1700),
    h200: joules(0, 2150),
    'limit-changed': cued(
      async (nvml) => expect(await nvml.value('nvmlDeviceGetPowerManagementLimit', 'gpu:0')).toBe(700_000),
      async (nvml) => {
        expect(await nvml.value('nvmlDeviceGetPowerManagementLimit', 'gpu:0')).toBe(500_000);
        expect(await nvml.value('nvmlDeviceGetPowerManagementDefaultLimit', 'gpu:0')).toBe(700_000);
      },
    ),
    'clock-changed': cued(
      async (nvml) => expect(await nvml.value('nvmlDeviceGetApplicationsClock', 'gpu:0', 1)).toBe(1980),
      async (nvml) => {
        expect(await nvml.value('nvmlDeviceGetApplicationsClock', 'gpu:0', 1)).toBe(1410);
        expect(await nvml.value('nvmlDeviceGetDefaultApplicationsClock', 'gpu:0', 1)).toBe(1980);
      },
    ),
    'no-processes': asks('nvmlDeviceGetComputeRunningProcesses', NO_PERMISSION),
  };

  test('none is left out', () => expect(Object.keys(SAYS).sort()).toEqual(Object.keys(SCENES)));

  test.each(Object.entries(SAYS))('%s', async (name, says) => {
    await using nvml = await play(scene(name), { worker: 'no-such-word-anywhere' });
    await says(nvml);
  });
});
