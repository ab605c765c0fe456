import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Fault, messageOf, operatorFault } from '../../domain/errors.ts';
import { type PinnedEndpoint, refuse } from './address.ts';
import { connectionFault, refusal, withoutKey } from './http-faults.ts';
import { eventsIn } from './server-sent-events.ts';

/** What an answer other than a stream may have at most, in bytes. */
const JSON_BYTES = 16 * 1024 * 1024;

/** Longest wait for an answer other than a stream, in seconds. */
const JSON_SECONDS = 60;

/** How much of a refusal is read, in bytes. */
const REFUSAL_BYTES = 4096;

/** A path below the endpoint's base (/v1), or below the server's root, where its own interface lies. */
export type Place = { readonly below: 'base' | 'root'; readonly path: string };

export type Call = { place: Place; body?: object; signal: AbortSignal };

/** Talks to one endpoint: to its pinned address alone, without redirects, within its limits. */
export type HttpClient = {
  /** @throws Fault of the operator; of the input, code prompt-too-long */
  json(call: Call): Promise<unknown>;
  /** Whether the server answers at all with a success. A refusal is false; no answer throws. */
  succeeds(call: Call): Promise<boolean>;
  /** The data of every event that answers a query. Ending the loop early, or the signal, ends the request, so that the server stops. */
  events(call: Call): AsyncGenerator<string>;
  close(): void;
};

/** @param key the server's key, or null; it goes to this endpoint alone and into no message */
export function openHttp(endpoint: PinnedEndpoint, key: string | null): HttpClient {
  refuse(endpoint, endpoint.address);
  const base = new URL(endpoint.url);
  const secure = base.protocol === 'https:';
  const options = { keepAlive: true, lookup: lookupOf(endpoint) };
  const agent = secure ? new HttpsAgent(options) : new HttpAgent(options);
  const { limits } = endpoint;

  async function send(call: Call): Promise<IncomingMessage> {
    const { place, body, signal } = call;
    signal.throwIfAborted();
    const content = body === undefined ? null : Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const request = (secure ? httpsRequest : httpRequest)(
        new URL(pathOf(base, place), base),
        {
          agent,
          method: content === null ? 'GET' : 'POST',
          maxHeaderSize: 64 * 1024,
          headers: {
            accept: 'application/json, text/event-stream',
            'user-agent': 'ai-energy-score',
            ...(content === null ? {} : { 'content-type': 'application/json', 'content-length': content.length }),
            ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          },
          signal,
        },
        resolve,
      );
      request.on('error', (cause: NodeJS.ErrnoException) => {
        if (signal.aborted) reject(signal.reason);
        // The server may close a connection that it kept in the very moment in which it is used again: nothing was asked yet.
        else if (request.reusedSocket && cause.code === 'ECONNRESET') resolve(send(call));
        else reject(connectionFault(endpoint, cause));
      });
      request.end(content ?? undefined);
    });
  }

  /** The pieces of a body up to a limit. */
  async function* piecesOf(message: IncomingMessage, most: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const chunk of message as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > most) throw tooLarge(endpoint, most);
        yield chunk;
      }
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      throw cause instanceof Fault ? cause : connectionFault(endpoint, cause);
    } finally {
      message.destroy();
    }
  }

  async function text(message: IncomingMessage, most: number, signal: AbortSignal): Promise<string> {
    const pieces: Uint8Array[] = [];
    for await (const piece of piecesOf(message, most, signal)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }

  async function accepted(call: Call): Promise<IncomingMessage> {
    const message = await send(call);
    const status = message.statusCode ?? 0;
    if (status >= 200 && status < 300) return message;
    const said = await text(message, REFUSAL_BYTES, call.signal).catch((cause: unknown) => {
      if (cause instanceof Fault && cause.code === 'endpoint-answer-too-large') return '';
      throw cause;
    });
    throw refusal(endpoint, { status, path: pathOf(base, call.place), said: withoutKey(said, key) });
  }

  /** Each call has a deadline of its own. */
  const within = (call: Call, seconds: number): Call & { done(): void } => {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(tooSlow(endpoint, seconds, 'whole answer')), seconds * 1000);
    return { ...call, signal: AbortSignal.any([call.signal, deadline.signal]), done: () => clearTimeout(timer) };
  };

  return {
    async json(call) {
      const bounded = within(call, Math.min(JSON_SECONDS, limits.querySeconds));
      try {
        const message = await accepted(bounded);
        const body = await text(message, Math.min(JSON_BYTES, limits.answerBytes), bounded.signal);
        return parsed(endpoint, body, pathOf(base, call.place));
      } finally {
        bounded.done();
      }
    },
    async succeeds(call) {
      const bounded = within(call, Math.min(JSON_SECONDS, limits.querySeconds));
      try {
        const message = await send(bounded);
        message.destroy();
        return message.statusCode !== undefined && message.statusCode >= 200 && message.statusCode < 300;
      } finally {
        bounded.done();
      }
    },
    async *events(call) {
      const bounded = within(call, limits.querySeconds);
      try {
        const message = await accepted(bounded);
        const type = message.headers['content-type'] ?? '';
        if (!type.startsWith('text/event-stream')) {
          message.destroy();
          throw noStream(endpoint, type);
        }
        yield* eventsIn(piecesOf(message, limits.answerBytes, bounded.signal));
      } finally {
        bounded.done();
      }
    },
    close: () => agent.destroy(),
  };
}

/** Whatever name is asked for, the answer is the pinned address. */
function lookupOf({ address, family }: PinnedEndpoint): LookupFunction {
  return (_, options, callback) => {
    if (options.all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

function pathOf(base: URL, { below, path }: Place): string {
  const folder = base.pathname.replace(/\/+$/, '');
  return `${below === 'base' ? folder : folder.replace(/\/v1$/, '')}${path}`;
}

function parsed({ alias }: PinnedEndpoint, text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw operatorFault(`The endpoint ${alias} answered ${path} with something else than JSON: ${messageOf(cause)}.`, {
      code: 'endpoint-answer-unreadable',
      mend: "See that url and server in the operator's endpoints belong together.",
      cause,
    });
  }
}

const tooLarge = ({ alias }: PinnedEndpoint, most: number) =>
  operatorFault(`The endpoint ${alias} answered with more than ${most} bytes.`, {
    code: 'endpoint-answer-too-large',
    mend: 'Raise limits.answerBytes of the endpoint if answers are so long.',
  });

/** A wait that took too long. */
export const tooSlow = ({ alias }: Pick<PinnedEndpoint, 'alias'>, seconds: number, what: 'whole answer' | 'first token') =>
  operatorFault(
    `The endpoint ${alias} took longer than ${seconds} s for ${what === 'whole answer' ? 'an' : 'the'} ${what === 'whole answer' ? 'answer' : what}.`,
    {
      code: what === 'whole answer' ? 'endpoint-query-deadline' : 'endpoint-first-token-deadline',
      mend: `Raise limits.${what === 'whole answer' ? 'querySeconds' : 'firstTokenSeconds'} of the endpoint if queries take so long.`,
    },
  );

const noStream = ({ alias }: PinnedEndpoint, type: string) =>
  operatorFault(`The endpoint ${alias} does not stream: its answer is ${JSON.stringify(type.slice(0, 60))}.`, {
    code: 'endpoint-no-stream',
    mend: "See that url and server in the operator's endpoints belong together.",
  });
