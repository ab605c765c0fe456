import { type Fault, operatorFault } from '../domain/errors.ts';

/**
 * Longest times that a meter may take, in seconds. Together with what a backend gets to end by itself, a meter that
 * hangs ends a run within ten seconds; opening measures how often counters move, one GPU after the other.
 */
export const METER_SECONDS = { open: 30, read: 5, close: 2 } as const;

/** Looks at something once a second while somebody waits; gives what ends the wait, or null. */
export type Look = () => Fault | Promise<never> | null;

/**
 * Waits for a promise, with a look every second that can end the wait. Ticks are counted, not time, so that a machine
 * that was asleep is not blamed for it.
 * @throws what the promise or a look throws
 */
export async function watched<Value>(promise: Promise<Value>, look: Look): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const found = look();
      if (found === null) return;
      clearInterval(timer);
      if (found instanceof Error) reject(found);
      else found.catch(reject);
    }, 1000);
  });
  promise.catch(() => {}); // Once a look has ended the wait, nobody else listens.
  return Promise.race([promise, alarm]).finally(() => clearInterval(timer));
}

const DOING = { open: 'Opening', read: 'Reading', close: 'Closing' } as const;

/**
 * Waits for a promise of the meters no longer than METER_SECONDS.
 * @throws Fault of the operator, code meter-stalled
 */
export function soon<Value>(promise: Promise<Value>, step: keyof typeof METER_SECONDS): Promise<Value> {
  const stalled = () =>
    operatorFault(`${DOING[step]} the meters took longer than ${METER_SECONDS[step]} s.`, {
      code: 'meter-stalled',
      mend: 'A meter or its driver hangs; see that it can be read by itself, then run again.',
    });
  return watched(promise, lifeWatch(METER_SECONDS[step] - 1, stalled).look);
}

/** A look that ends the wait after so many seconds in a row without a sign of life. */
export type LifeWatch = { sign(): void; look: Look };

/** @param ended what to end the wait with */
export function lifeWatch(seconds: number, ended: () => ReturnType<Look>): LifeWatch {
  let silent = 0;
  return {
    sign: () => {
      silent = 0;
    },
    look: () => {
      silent += 1;
      return silent > seconds ? ended() : null;
    },
  };
}

/** One look made of several: the first that finds something counts. */
export const eitherOf =
  (...looks: readonly Look[]): Look =>
  () => {
    for (const look of looks) {
      const found = look();
      if (found !== null) return found;
    }
    return null;
  };
