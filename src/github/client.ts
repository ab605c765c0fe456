import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { VERSION } from '../version.ts';

/** A client of GitHub's API. Only this folder talks to it. */
export type GitHub = Octokit;

export type GitHubAccess = {
  token: string;
  /** The API's address, as GITHUB_API_URL tells it. */
  apiUrl: string;
  /** How the pauses between tries pass; a timer where left out. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** An answer that takes longer counts as lost; 20 s where left out. */
  timeoutMilliseconds?: number;
  /** How that time passes; a timer where left out. */
  timeLimit?: TimeLimit;
};

/** Gives a signal that ends what is waited for once so many milliseconds have passed, by an error of the name TimeoutError. */
export type TimeLimit = (milliseconds: number) => AbortSignal;

/** A timer that keeps no process alive. */
export const timer: TimeLimit = (milliseconds) => AbortSignal.timeout(milliseconds);

/** Answers that another try may change. A 403 is among them only where it is a rate limit. */
const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** Pauses before the second, third and fourth try, in milliseconds. */
const PAUSES = [500, 2000, 8000] as const;

/** What answers a deletion, without a word. */
const NO_CONTENT = 204;

/** Longest wait that one answer can ask for, in milliseconds; one that asks for more is the last. */
const LONGEST_WAIT = 90_000;

/**
 * Requests of the method POST that may be made twice: they change nothing, GitHub shows the newest alone, or, as with a commit
 * on an expected head, the second one is refused.
 */
const REPEATABLE_POST = /\/graphql$|\/check-runs$|\/reactions$|\/cancel$|\/access_tokens$/;

/** What is looked at of whatever a request has thrown. */
type Failure = { status?: unknown; message?: unknown; response?: { headers?: Record<string, unknown>; data?: { message?: unknown } } };

/** Opens a client. */
export function openGitHub({ token, apiUrl, wait = sleep, timeoutMilliseconds = 20_000, timeLimit = timer }: GitHubAccess): GitHub {
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: `ai-energy-score/${VERSION}`,
    // The library would print what servers say, for example that an operation is deprecated, into the log.
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  octokit.hook.wrap('request', (request, options) =>
    withTries(
      async () => {
        bound(options, timeLimit(timeoutMilliseconds));
        return whole(await request(options));
      },
      { method: options.method, url: options.url, wait },
    ),
  );
  return octokit;
}

/**
 * Gives the next try its time limit, and lets it follow no redirect: a token is sent to the API's own address alone. The
 * library's own hooks were given these very options before, so they are changed in place.
 */
function bound(options: { request?: object }, signal: AbortSignal): void {
  options.request = { ...options.request, redirect: 'error', signal };
}

export type Tries = { method: string; url: string; wait: (milliseconds: number) => Promise<unknown> };

/** Makes a request, and makes it again where another try may end otherwise. All tries are made here, and nowhere else. */
export async function withTries<Answer>(once: () => Promise<Answer>, { method, url, wait }: Tries): Promise<Answer> {
  for (const pause of PAUSES) {
    try {
      return await once();
    } catch (thrown) {
      const asked = retryAfter(thrown as Failure, { pause, method, url, now: Date.now() });
      if (asked === null) throw thrown;
      await wait(asked);
    }
  }
  return once();
}

/** An answer that breaks off half-way is as good as none: the library gives its beginning as a text. */
function whole<Response extends { data: unknown; status: number }>(response: Response): Response {
  if (typeof response.data === 'object' || response.status === NO_CONTENT) return response;
  throw Object.assign(new Error('the answer broke off'), { status: 500 });
}

type Try = { pause: number; method: string; url: string; now: number };

/** How long to wait before another try, in milliseconds; null where none is made. */
function retryAfter(failure: Failure, { pause, method, url, now }: Try): number | null {
  if (isRateLimit(failure)) {
    const asked = askedFor(failure, now) ?? jittered(pause);
    return asked <= LONGEST_WAIT ? asked : null;
  }
  // It may have been done although no answer came: whoever made the request has to look.
  if (method === 'POST' && !REPEATABLE_POST.test(url)) return null;
  if (!PASSING.has(Number(failure.status))) return null;
  const asked = askedFor(failure, now) ?? jittered(pause);
  return asked <= LONGEST_WAIT ? asked : null;
}

/** Many jobs that fail at the same time do not come back at the same time. */
const jittered = (pause: number): number => Math.round(pause * (0.5 + Math.random()));

/** Whether GitHub asks for patience: the primary limit of requests, or a secondary one. Nothing was done then. */
export function isRateLimit({ status, message, response }: Failure): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const { 'retry-after': asked, 'x-ratelimit-remaining': remaining } = response?.headers ?? {};
  return asked !== undefined || String(remaining) === '0' || /rate limit/i.test(String(message));
}

/** The wait an answer asks for, in milliseconds; null where it asks for none. */
function askedFor({ response }: Failure, now: number): number | null {
  const { 'retry-after': seconds, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = response?.headers ?? {};
  if (seconds !== undefined && /^\d+$/.test(String(seconds))) return Number(seconds) * 1000;
  if (String(remaining) === '0' && /^\d+$/.test(String(reset))) return Math.max(0, Number(reset) * 1000 - now);
  return null;
}
