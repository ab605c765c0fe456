import { operatorFault } from '../../domain/errors.ts';

/** The integral of power over time by the trapezoid rule, told for moments between two samples. */
export type PowerIntegral = {
  add(seconds: number, watts: number | null): void;
  /**
   * Energy since the first sample in joules at a moment not before the newest sample: it waits for the sample after that
   * moment, for an energy that was only foreseen could shrink again. 0 for a moment before the first sample.
   */
  joulesAt(seconds: number): Promise<number>;
  /** Everybody who waits and everybody who asks from now on gets this error. */
  fail(error: unknown): void;
  throwFailure(): void;
};

type Waiting = { seconds: number; resolve: (joules: number) => void; reject: (error: unknown) => void; timer: NodeJS.Timeout };

/** Longest wait for the first sample: nvidia-smi takes seconds to start on large machines. */
const FIRST_SAMPLE_SECONDS = 10;

/** @param staleSeconds longest time between two samples */
export function integrator(staleSeconds: number): PowerIntegral {
  let last: { seconds: number; watts: number; joules: number } | null = null;
  let failure: { error: unknown } | null = null;
  let waiting: Waiting[] = [];

  const stale = (seconds: number) =>
    operatorFault(`nvidia-smi has given no sample for ${seconds.toFixed(1)} s.`, {
      code: 'meter-stale',
      mend: 'Leave the machine alone while it measures; run nvidia-smi by hand to see whether it answers.',
    });
  const fail = (error: unknown) => {
    failure ??= { error };
    for (const one of waiting) {
      clearTimeout(one.timer);
      one.reject(failure.error);
    }
    waiting = [];
  };
  const add = (seconds: number, watts: number | null) => {
    if (watts === null) {
      return fail(
        operatorFault('nvidia-smi tells no power for this GPU.', { code: 'power-missing', mend: 'Use a GPU with a power sensor.' }),
      );
    }
    const before = last;
    if (before !== null && seconds - before.seconds > staleSeconds) return fail(stale(seconds - before.seconds));
    const joules = before === null ? 0 : before.joules + ((before.watts + watts) / 2) * (seconds - before.seconds);
    last = { seconds, watts, joules };
    const due = waiting.filter((one) => one.seconds <= seconds);
    waiting = waiting.filter((one) => one.seconds > seconds);
    for (const one of due) {
      clearTimeout(one.timer);
      one.resolve(before === null ? 0 : between(before, last, one.seconds));
    }
  };
  return {
    add,
    fail,
    throwFailure() {
      if (failure !== null) throw failure.error;
    },
    joulesAt(seconds) {
      if (failure !== null) return Promise.reject(failure.error);
      const limit = last === null ? FIRST_SAMPLE_SECONDS : staleSeconds;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => fail(stale(limit)), limit * 1000);
        waiting.push({ seconds, resolve, reject, timer });
      });
    },
  };
}

type Point = { seconds: number; watts: number; joules: number };

/** Energy at a moment between two samples, power being linear in between. */
function between(before: Point, after: Point, seconds: number): number {
  const since = Math.max(0, seconds - before.seconds);
  const watts = before.watts + ((after.watts - before.watts) * since) / (after.seconds - before.seconds || 1);
  return before.joules + ((before.watts + watts) / 2) * since;
}
