import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** A machine is quiet when this share of its cores is idle over a second. */
const IDLE_SHARE = 0.9;

/** Waits until the machine is quiet, or until the bound: what others run would be in the times of both. */
export async function quietMachine(maximumSeconds: number): Promise<void> {
  const end = performance.now() + maximumSeconds * 1000;
  while (performance.now() < end && (await idleShare()) < IDLE_SHARE);
}

async function idleShare(): Promise<number> {
  const before = cpuTimes();
  await pause(1000);
  const after = cpuTimes();
  return (after.idle - before.idle) / (after.all - before.all);
}

function cpuTimes(): { idle: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const all = times.flatMap((time) => Object.values(time)).reduce((sum, value) => sum + value, 0);
  return { idle: times.reduce((sum, { idle }) => sum + idle, 0), all };
}
