import { setTimeout as sleep } from 'node:timers/promises';

/** Answers that another try may change. */
const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** Waits before the second and the third try, in milliseconds; there is no fourth. */
const WAITS = [500, 3000] as const;

/** Longest wait that an answer's Retry-After can ask for, in milliseconds. */
const LONGEST_WAIT = 30_000;

export type Wait = (milliseconds: number) => Promise<unknown>;

/** A fetch that tries again, a little later, where an answer or a failed connection may be passing. */
export function patientFetch(fetch: typeof globalThis.fetch, wait: Wait = sleep): typeof globalThis.fetch {
  return async (input, init) => {
    for (const pause of WAITS) {
      try {
        const response = await fetch(input, init);
        if (!PASSING.has(response.status)) return response;
        await response.body?.cancel();
        await wait(askedFor(response) ?? pause);
      } catch {
        // A connection that could not be made; the last try tells why.
        await wait(pause);
      }
    }
    return fetch(input, init);
  };
}

/** The wait of a Retry-After in seconds, within its bound; null where there is none. */
function askedFor(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT) : null;
}
