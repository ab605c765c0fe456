/** A GPU and its counter on a virtual clock, played in TypeScript: its energy at every instant is known exactly. */
import type { GpuSample } from '../../src/ports/gpu.ts';
import type { Meter } from '../../src/ports/meter.ts';

/** Power in watts, and energy in joules since the start, over seconds. */
export type Load = { watts(seconds: number): number; joules(seconds: number): number };

export const steady = (watts: number): Load => ({ watts: () => watts, joules: (seconds) => watts * seconds });

/** Adds watts from an instant on. */
export const stepAt = (watts: number, at: number): Load => ({
  watts: (seconds) => (seconds >= at ? watts : 0),
  joules: (seconds) => watts * Math.max(0, seconds - at),
});

/** Adds watts for the first part of every period. */
export const bursts = (watts: number, period: number, duty: number, offset = 0): Load => ({
  watts: (seconds) => (((seconds + offset) / period) % 1 < duty ? watts : 0),
  joules: (seconds) => {
    const upTo = (at: number) => {
      const whole = Math.floor(at / period);
      return watts * period * (whole * duty + Math.min(at / period - whole, duty));
    };
    return upTo(seconds + offset) - upTo(offset);
  },
});

/** Adds noise that stays for a while: evenly distributed, and the same for the same seed. */
export function noise(amplitude: number, cell: number, random: () => number): Load {
  const cells = Array.from({ length: 16_384 }, () => amplitude * (2 * random() - 1));
  const prefix = [0];
  for (const watts of cells) prefix.push((prefix.at(-1) as number) + watts);
  const round = prefix.at(-1) as number;
  return {
    watts: (seconds) => cells[Math.floor(seconds / cell) % cells.length] as number,
    joules: (seconds) => {
      const place = seconds / cell;
      const whole = Math.floor(place);
      const rounds = Math.floor(whole / cells.length);
      const index = whole - rounds * cells.length;
      return cell * (rounds * round + (prefix[index] as number) + (place - whole) * (cells[index] as number));
    },
  };
}

export const together = (...loads: readonly Load[]): Load => ({
  watts: (seconds) => loads.reduce((sum, load) => sum + load.watts(seconds), 0),
  joules: (seconds) => loads.reduce((sum, load) => sum + load.joules(seconds), 0),
});

/** Mulberry32: even numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A clock that moves on only when everybody sleeps, to whoever wakes first.
 * @param onMove told each new time, for a second clock that follows this one
 */
export function virtualClock(onMove: (seconds: number) => void = () => {}) {
  let now = 0;
  const sleepers: { wake: number; resolve: () => void }[] = [];
  return {
    clock: () => now,
    sleep: (seconds: number) =>
      new Promise<void>((resolve) => {
        sleepers.push({ wake: now + seconds, resolve });
      }),
    /** Runs something to its end, moving the clock on. */
    async run<Value>(work: Promise<Value>): Promise<Value> {
      let over = false;
      const ended = work.finally(() => {
        over = true;
      });
      ended.catch(() => {});
      for (;;) {
        await new Promise(setImmediate); // Lets everything that can go on without time go on.
        if (over) return ended;
        sleepers.sort((a, b) => a.wake - b.wake);
        const next = sleepers.shift();
        if (next === undefined) throw new Error('Nobody sleeps, and the work is not over.');
        now = Math.max(now, next.wake);
        onMove(now);
        next.resolve();
      }
    },
  };
}

/** How a simulated GPU differs from a good one. */
export type Quirks = {
  tickSeconds: number;
  /** When the counter's first tick is, from 0 to tickSeconds. */
  tickOffset?: number;
  sample?: (sample: GpuSample, seconds: number) => GpuSample;
};

/** A meter of a load's energy that ticks, in millijoules, and samples of its power. */
export function simulatedGpu(load: Load, clock: () => number, quirks: Quirks) {
  const { tickSeconds, tickOffset = 0, sample = (value) => value } = quirks;
  const meter: Meter = {
    description: {
      id: 'nvml:0',
      scope: 'gpu',
      quality: 'counter',
      joulesPerCount: 0.001,
      device: 'simulated GPU',
      updatePeriodSeconds: tickSeconds,
      assumption: null,
    },
    async open() {},
    async read() {
      const seconds = clock();
      const ticked = Math.floor((seconds - tickOffset) / tickSeconds + 1e-9) * tickSeconds + tickOffset;
      return { seconds, count: Math.floor(1000 * load.joules(Math.max(0, ticked))) + 5_000_000 };
    },
    async close() {},
  };
  const look = (): GpuSample => ({
    powerWatts: load.watts(clock()),
    temperatureCelsius: 60,
    smClockMhz: 1980,
    memoryClockMhz: 2619,
    utilization: 1,
    eventReasons: [],
    processes: [],
  });
  const gpus = {
    library: { sample: () => sample(look(), clock()) },
    gpus: [{ uuid: 'GPU-simulated', meter: 'nvml:0' }],
    countForeign: (processes: readonly number[]) => processes.length,
  };
  return { meter, gpus };
}
