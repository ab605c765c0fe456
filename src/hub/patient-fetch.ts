import { setTimeout as sleep } from 'node:timers/promises';

/** Answers that another try may change. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Waits before the second and the third try, in milliseconds; there is no fourth. */
const WAITS = [500, 3000] as const;

/** Longest wait that an answer's Retry-After can ask for, in milliseconds; an answer that asks for more is the last. */
const LONGEST_WAIT = 30_000;

/** Lets time pass; ends early where the signal does. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;

export const timer: Wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal });

/** Whether an answer of this status may change by itself. */
export const isPassing = (status: number): boolean => PASSING.has(status);

/** A fetch that tries again, a little later, where an answer or a failed connection may be passing. */
export function patientFetch(fetch: typeof globalThis.fetch, wait: Wait = timer, signal?: AbortSignal): typeof globalThis.fetch {
  return async (input, init) => {
    for (const pause of WAITS) {
      try {
        const response = await fetch(input, init);
        const asked = askedFor(response, Date.now());
        if (!isPassing(response.status) || (asked ?? 0) > LONGEST_WAIT) return response;
        await response.body?.cancel();
        await pauseFor(wait, asked ?? pause, signal);
      } catch (thrown) {
        signal?.throwIfAborted();
        if (isLasting(thrown)) throw thrown;
        // A connection that could not be made; the last try tells why.
        await pauseFor(wait, pause, signal);
      }
    }
    return fetch(input, init);
  };
}

/** A wait that ends with the signal's own reason where it ends early. */
export async function pauseFor(wait: Wait, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(milliseconds, signal);
  } finally {
    signal?.throwIfAborted();
  }
}

/** A redirect that is not followed stays so, however often it is asked for. */
const isLasting = (thrown: unknown): boolean => (thrown as { code?: unknown }).code === 'hub-redirect-refused';

/** The wait of a Retry-After, in milliseconds: seconds or a date; null where there is none. */
export function askedFor(response: Response, now: number): number | null {
  const text = response.headers.get('retry-after');
  if (text === null) return null;
  const wait = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.max(wait, 0) : null;
}
