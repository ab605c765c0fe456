import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { cpuEstimateMeter, ticksFromPs, ticksFromStat } from '../../src/energy/cpu-estimate.ts';

const clock = () => performance.now() / 1000;
const STAT_TAIL = 'S 1 2 3 4 5 6 7 8 9 10 120 30 4 1 20 0 11 0';

test('CPU time is the sum of user, system and ended children, whatever the command is called', () => {
  expect(ticksFromStat(`17 (node) ${STAT_TAIL}`)).toBe(155);
  expect(ticksFromStat(`17 (a) b (c) S 1) ${STAT_TAIL}`)).toBe(155);
  expect(() => ticksFromStat('17 (node) S 1')).toThrow(/cannot be read/);
});

test('the CPU time that ps prints on macOS is read with hours, minutes and hundredths', () => {
  expect(ticksFromPs('  0:01.25\n')).toBe(125);
  expect(ticksFromPs('12:00.07')).toBe(72_007);
  expect(ticksFromPs('1:00:00.00')).toBe(360_000);
  expect(() => ticksFromPs('')).toThrow(/cannot be read/);
});

test.runIf(process.platform === 'linux')(
  'a process that computes for a while is seen to use CPU time, and its energy follows the stated watts',
  async () => {
    const child = spawn(
      process.execPath,
      ['-e', 'const end = Date.now() + 600; while (Date.now() < end); process.stdout.write("done"); setInterval(() => {}, 1e6)'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const meter = cpuEstimateMeter({ pid: child.pid as number, clock, wattsPerBusyCore: 20 });
    await meter.open();
    const before = await meter.read();
    await once(child.stdout, 'data');
    const after = await meter.read();
    child.kill();
    expect(after.count).toBeGreaterThan(before.count);
    expect(meter.description.joulesPerCount).toBeCloseTo(0.2, 12);
    expect(meter.description.assumption).toContain('20 W per busy logical core');
  },
);

test.runIf(process.platform === 'linux')('a process that is gone is a fault, never a zero', async () => {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'close');
  const meter = cpuEstimateMeter({ pid: child.pid as number, clock });
  await expect(meter.read()).rejects.toMatchObject({ code: 'meter-lost-process' });
});
