import { expect, test } from 'vitest';
import { gpuCounterMeter } from '../../src/energy/gpu-counter.ts';

const GPU = { uuid: 'GPU-one', index: 3, name: 'NVIDIA H100 80GB HBM3' };

/** A counter on a virtual clock: what it says at each moment, in millijoules. */
function meterOf(millijoules: (seconds: number, uuid: string) => number | null) {
  let now = 100;
  const sleep = async (seconds: number) => {
    now += seconds;
  };
  const library = { id: 'nvml' as const, energyMillijoules: (uuid: string) => millijoules(now, uuid) };
  return { meter: gpuCounterMeter({ library, gpu: GPU, clock: () => now, sleep }), sleep };
}

/** A counter of 300 W that moves once in a period. */
const ticking = (period: number) => (seconds: number) => Math.floor(seconds / period + 1e-9) * period * 300_000 + 5;

test('a meter is named for its GPU without the UUID, and counts millijoules', async () => {
  const { meter } = meterOf(ticking(0.02));
  await meter.open();
  expect(meter.description).toMatchObject({
    id: 'nvml:3',
    scope: 'gpu',
    quality: 'counter',
    joulesPerCount: 0.001,
    device: 'NVIDIA H100 80GB HBM3',
    assumption: null,
  });
  expect(JSON.stringify(meter.description)).not.toContain('GPU-one');
});

test.each([0.01, 0.02, 0.1, 0.25])('an update period of %d s is measured when the meter is opened', async (period) => {
  const { meter } = meterOf(ticking(period));
  await meter.open();
  expect(meter.description.updatePeriodSeconds).toBeCloseTo(period, 3);
});

test('ten seconds at 300 W are 3,000 J', async () => {
  const { meter, sleep } = meterOf(ticking(0.02));
  await meter.open();
  const first = await meter.read();
  await sleep(10);
  const second = await meter.read();
  expect((second.count - first.count) * meter.description.joulesPerCount).toBeCloseTo(3000, 6);
  expect(second.seconds - first.seconds).toBeCloseTo(10, 9);
});

test('the counter is asked for by UUID', async () => {
  const { meter } = meterOf((seconds, uuid) => (uuid === 'GPU-one' ? ticking(0.02)(seconds) : null));
  await expect(meter.open()).resolves.toBeUndefined();
});

const operatorFault = (code: string) => expect.objectContaining({ kind: 'operator', code, mend: expect.stringMatching(/\w/) });

test('a counter that is missing is a fault and no zero', async () => {
  await expect(meterOf(() => null).meter.open()).rejects.toEqual(operatorFault('counter-missing'));
});

test('a counter that says zero is a fault', async () => {
  await expect(meterOf(() => 0).meter.open()).rejects.toEqual(operatorFault('counter-zero'));
});

test('a counter that never moves is a fault when the meter is opened', async () => {
  await expect(meterOf(() => 12_345).meter.open()).rejects.toEqual(operatorFault('counter-stuck'));
});

test('a counter that goes missing or goes back during a run, be it to zero, is a fault then', async () => {
  for (const [value, code] of [
    [null, 'counter-missing'],
    [0, 'counter-reset'],
    [17, 'counter-reset'],
  ] as const) {
    const { meter, sleep } = meterOf((seconds) => (seconds < 110 ? ticking(0.02)(seconds) : value));
    await meter.open();
    await sleep(20);
    await expect(meter.read()).rejects.toEqual(operatorFault(code));
  }
});

test('a counter that stops during a run is a fault a second later, and not before', async () => {
  const { meter, sleep } = meterOf((seconds) => ticking(0.02)(Math.min(seconds, 105)));
  await meter.open();
  await sleep(105.5 - 100.5);
  await meter.read();
  await sleep(0.9);
  await expect(meter.read()).resolves.toMatchObject({ count: expect.any(Number) });
  await sleep(0.2);
  await expect(meter.read()).rejects.toEqual(operatorFault('counter-stuck'));
});

test('a slow counter is given five of its periods before it counts as stuck', async () => {
  const { meter, sleep } = meterOf((seconds) => ticking(0.5)(Math.min(seconds, 110)));
  await meter.open();
  await sleep(9);
  await meter.read();
  await sleep(2.4);
  await meter.read();
  await sleep(0.5);
  await expect(meter.read()).rejects.toEqual(operatorFault('counter-stuck'));
});

test('a meter that is not open cannot be read', async () => {
  const { meter } = meterOf(ticking(0.02));
  await expect(meter.read()).rejects.toMatchObject({ code: 'meter-not-open' });
  await meter.open();
  await meter.close();
  await meter.close();
  await expect(meter.read()).rejects.toMatchObject({ code: 'meter-not-open' });
});
