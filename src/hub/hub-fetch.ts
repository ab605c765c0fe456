import { Fault, operatorFault } from '../domain/errors.ts';

/** Redirects that one request may take. */
const MOST_REDIRECTS = 5;

/** A request that gives no byte for so long counts as cut, in milliseconds. */
const STALL_MILLISECONDS = 60_000;

/** Longest text of a refusal that is read. */
const LONGEST_REFUSAL = 65_536;

export type HubFetchOptions = {
  hubUrl: string;
  accessToken: string | undefined;
  signal: AbortSignal | undefined;
  stallMilliseconds?: number | undefined;
};

/**
 * A fetch that sends the token to the Hub's own origin alone: neither along a redirect, nor to any other address that an
 * answer names. A refusal that repeats the token comes without it.
 * @returns fetch; it throws a Fault of the operator: hub-unreachable, hub-redirect-refused; or the signal's reason
 */
export function hubFetch({
  hubUrl,
  accessToken,
  signal,
  stallMilliseconds = STALL_MILLISECONDS,
}: HubFetchOptions): typeof globalThis.fetch {
  const hubOrigin = new URL(hubUrl).origin;
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : `${input}`);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const headers = new Headers(init?.headers);
      headers.delete('authorization');
      if (accessToken !== undefined && url.origin === hubOrigin) headers.set('authorization', `Bearer ${accessToken}`);
      const response = await ask(url, { ...init, headers, redirect: 'manual' });
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location === null) return response.ok ? response : withoutToken(response, accessToken);
      await response.body?.cancel();
      url = redirected(url, location);
    }
    throw refusedRedirect(`${new URL(hubUrl).host} redirects more than ${MOST_REDIRECTS} times.`);
  };

  async function ask(url: URL, init: RequestInit): Promise<Response> {
    const stall = stallWatch(stallMilliseconds);
    const signals = [stall.signal, ...(signal === undefined ? [] : [signal])];
    try {
      const response = await fetch(url.href, { ...init, signal: AbortSignal.any(signals) });
      return watched(response, stall);
    } catch (cause) {
      stall.end();
      signal?.throwIfAborted();
      throw unreachable(url.host, cause);
    }
  }
}

/** The fault of a host that does not answer, or no longer. */
const unreachable = (host: string, cause: unknown): Fault =>
  cause instanceof Fault
    ? cause
    : operatorFault(`${host} cannot be reached: ${reasonOf(cause)}.`, {
        code: 'hub-unreachable',
        mend: 'Check the network (and HF_ENDPOINT, where it is set), and try again; with --offline the Hub is left out.',
        cause,
      });

/** What the system says of a connection that failed: fetch itself only says that it did. */
export function reasonOf(thrown: unknown): string {
  const { message, cause } = thrown as { message?: unknown; cause?: { code?: unknown; message?: unknown } };
  return String(cause?.message || cause?.code || message || thrown).replace(/\.$/, '');
}

function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (to === null || !/^https?:$/.test(to.protocol)) throw refusedRedirect(`${from.host} redirects to what is no web address.`);
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw refusedRedirect(`${from.host} redirects to ${to.host} without encryption.`);
  }
  return to;
}

const refusedRedirect = (message: string) =>
  operatorFault(message, {
    code: 'hub-redirect-refused',
    mend: 'Check HF_ENDPOINT and the proxies between here and the Hub.',
  });

/** Ends a request that gives nothing for too long. */
function stallWatch(milliseconds: number) {
  const controller = new AbortController();
  const stalled = () => controller.abort(new Error(`nothing came for ${milliseconds / 1000} s`));
  const timeout = setTimeout(stalled, milliseconds);
  return { signal: controller.signal, touch: () => timeout.refresh(), end: () => clearTimeout(timeout) };
}

/** The response with its body under the watch. */
function watched(response: Response, stall: ReturnType<typeof stallWatch>): Response {
  if (response.body === null) {
    stall.end();
    return response;
  }
  stall.touch();
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          stall.end();
          controller.close();
        } else {
          stall.touch();
          controller.enqueue(value);
        }
      } catch (thrown) {
        stall.end();
        controller.error(stall.signal.aborted ? stall.signal.reason : thrown);
      }
    },
    async cancel(reason) {
      stall.end();
      await reader.cancel(reason);
    },
  });
  return sameAnswer(response, body);
}

/** A refusal with its text shortened, and the token struck out of it. */
async function withoutToken(response: Response, accessToken: string | undefined): Promise<Response> {
  const text = await response.text().catch(() => '');
  const isShort = text.length <= LONGEST_REFUSAL;
  const told = isShort ? text : JSON.stringify({ error: 'an answer too long to show' });
  const type = isShort ? {} : { 'content-type': 'application/json' };
  return sameAnswer(response, accessToken === undefined ? told : told.replaceAll(accessToken, '…'), type);
}

function sameAnswer(response: Response, body: ReadableStream<Uint8Array> | string, changes: Record<string, string> = {}): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(changes)) headers.set(name, value);
  const answer = new Response(body, { status: response.status, statusText: response.statusText, headers });
  return Object.defineProperty(answer, 'url', { value: response.url });
}
