import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuEstimateMeter } from '../../src/energy/cpu-estimate.ts';

/** Largest share of the cores that others may take while something is measured. */
const FOREIGN_SHARE = 0.1;

/** A run that others disturb is made again, so often at most; then the least disturbed one counts. */
const TRIES = 6;

/** Longest wait for a quiet machine before each try. */
const QUIET_SECONDS = 30;

export type Undisturbed<Measured> = {
  measured: Measured;
  /** Share of the cores that others took meanwhile. */
  foreignShare: number;
};

/** Measures while others leave the machine alone: waits until they do, and measures again where they did not. */
export async function undisturbed<Measured>(measure: () => Promise<Measured>): Promise<Undisturbed<Measured>> {
  let best: Undisturbed<Measured> | null = null;
  for (let left = TRIES; left > 0; left -= 1) {
    await quietMachine();
    const before = await cpuSeconds();
    const measured = await measure();
    const foreignShare = foreignBetween(before, await cpuSeconds());
    if (best === null || foreignShare < best.foreignShare) best = { measured, foreignShare };
    if (best.foreignShare <= FOREIGN_SHARE) break;
  }
  return best as Undisturbed<Measured>;
}

async function quietMachine(): Promise<void> {
  const end = performance.now() + QUIET_SECONDS * 1000;
  while (performance.now() < end) {
    const before = await cpuSeconds();
    await pause(1000);
    if (foreignBetween(before, await cpuSeconds()) <= FOREIGN_SHARE) return;
  }
}

/** CPU time in seconds since the machine started. */
type CpuSeconds = { all: number; idle: number; own: number };

async function cpuSeconds(): Promise<CpuSeconds> {
  const times = cpus().map((cpu) => cpu.times);
  const all = times.flatMap((time) => Object.values(time)).reduce((sum, value) => sum + value, 0) / 1000;
  // This process, and those it started that have ended.
  const meter = cpuEstimateMeter({ pid: process.pid, clock: () => 0, wattsPerBusyCore: 1 });
  const own = (await meter.read()).count * meter.description.joulesPerCount;
  return { all, idle: times.reduce((sum, { idle }) => sum + idle, 0) / 1000, own };
}

function foreignBetween(before: CpuSeconds, after: CpuSeconds): number {
  const all = after.all - before.all;
  const busy = all - (after.idle - before.idle);
  return Math.max(0, busy - (after.own - before.own)) / all;
}
