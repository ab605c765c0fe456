/** A scripted server on the loopback with the interfaces of vLLM, SGLang, TGI, llama.cpp and OpenAI: a word is a token. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type PinnedEndpoint, pinned, type Resolve } from '../../src/backends/endpoint/address.ts';
import { endpointCommand } from '../../src/backends/endpoint/command.ts';
import type { Endpoint } from '../../src/domain/endpoints.ts';
import type { Plan } from '../../src/domain/generated/plan.ts';
import { type EmbeddedProcess, planOf, startEmbedded } from './embedded-process.ts';

export const MODEL = 'example-org/synthetic-1b';
export const KEY = 'sk-synthetic-0123456789';

/** What goes wrong with the answer to a query. */
export type Fault =
  | { status: number; body?: string; location?: string }
  | 'cut'
  | 'endless'
  | 'long line'
  | 'not a stream'
  | 'error event'
  | 'silent'
  | 'no ids'
  | 'one token less'
  | 'tells one more'
  | 'tells other input'
  | 'cached';

export type Script = {
  server: Endpoint['server'];
  models?: readonly string[];
  key?: string;
  fault?: Fault;
  /** What a chat's prompt is made of; by default it opens a thought where it is told to think. */
  template?: (text: string, variables: Record<string, unknown>) => string;
  /** Awaited before each query is answered. */
  gate?: () => Promise<void>;
};

export type EndpointServer = AsyncDisposable & {
  url: string;
  port: number;
  requests: { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }[];
  /** Queries under way now, the most there were, and those whose client went away. */
  queries: { open: number; most: number; left: number };
};

type Query = { text: string; wanted: number; chat: boolean };
type Counts = { input: number; output: number };
/** One answer in the words of one server: an event for each token, then those that end it. */
type Wire = {
  token(word: number, counts: Counts, ids: boolean): object;
  ends(counts: Counts, cached: number): (object | '[DONE]')[];
};

const tokensOf = (text: string): number[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.length);
const usage = ({ input, output }: Counts, cached: number) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  ...(cached > 0 ? { prompt_tokens_details: { cached_tokens: cached } } : {}),
});

const openAi = (chat: boolean, list: 'ids' | 'log probabilities'): Wire => ({
  token(word, { input, output }, ids) {
    const listed =
      list === 'ids'
        ? { token_ids: [word], ...(output === 1 ? { prompt_token_ids: Array.from({ length: input }, () => 1) } : {}) }
        : { logprobs: chat ? { content: [{ token: 'a', logprob: 0 }] } : { tokens: ['a'], token_logprobs: [0] } };
    return {
      choices: [{ index: 0, ...(chat ? { delta: { content: 'a ' } } : { text: 'a ' }), ...(ids ? listed : {}), finish_reason: null }],
    };
  },
  ends: (counts, cached) => [{ choices: [], usage: usage(counts, cached) }, '[DONE]'],
});

const GENERATE: Wire = {
  token: (_, counts, ids) => ({
    text: 'a '.repeat(counts.output),
    ...(ids ? { output_ids: Array.from({ length: counts.output }, () => 7) } : {}),
    meta_info: { prompt_tokens: counts.input, completion_tokens: counts.output, cached_tokens: 0 },
  }),
  ends: (counts, cached) => [
    {
      text: 'a '.repeat(counts.output),
      output_ids: Array.from({ length: counts.output }, () => 7),
      meta_info: {
        prompt_tokens: counts.input,
        completion_tokens: counts.output,
        cached_tokens: cached,
        finish_reason: { type: 'length' },
      },
    },
    '[DONE]',
  ],
};

const GENERATE_STREAM: Wire = {
  token: (word, _, ids) => ({
    index: 0,
    token: { ...(ids ? { id: word } : {}), text: 'a ', special: false },
    generated_text: null,
    details: null,
  }),
  ends: ({ input, output }) => [
    {
      index: 0,
      token: { text: '' },
      generated_text: 'a',
      details: { finish_reason: 'length', generated_tokens: output, input_length: input },
    },
  ],
};

const COMPLETION: Wire = {
  token: (word, { input, output }, ids) => ({
    content: 'a ',
    ...(ids ? { tokens: [word] } : {}),
    stop: false,
    tokens_predicted: output,
    tokens_evaluated: input,
  }),
  ends: ({ input, output }, cached) => [
    { content: '', tokens: [], stop: true, tokens_predicted: output, tokens_evaluated: input, timings: { cache_n: cached } },
  ],
};

const WIRES: Record<Endpoint['server'], (chat: boolean) => Wire> = {
  vllm: (chat) => openAi(chat, 'ids'),
  openai: (chat) => openAi(chat, 'log probabilities'),
  sglang: (chat) => (chat ? openAi(chat, 'log probabilities') : GENERATE),
  tgi: (chat) => (chat ? openAi(chat, 'log probabilities') : GENERATE_STREAM),
  'llama.cpp': () => COMPLETION,
};

const QUERY_PATHS = ['/v1/completions', '/v1/chat/completions', '/generate', '/generate_stream', '/completion'];

/** Starts a server that answers as its script says. */
export async function startEndpointServer(script: Script): Promise<EndpointServer> {
  const requests: EndpointServer['requests'] = [];
  const queries = { open: 0, most: 0, left: 0 };
  const template =
    script.template ?? ((text, { enable_thinking: thinks }) => `user: ${text} assistant: ${thinks === true ? '<think>' : ''}`);

  function queryOf(body: Record<string, unknown>): Query {
    const parameters = { ...(body.parameters as object), ...(body.sampling_params as object) } as Record<string, unknown>;
    const wanted = Number(body.max_tokens ?? body.n_predict ?? parameters.max_new_tokens);
    const { messages } = body as { messages?: { content: string }[] };
    if (messages === undefined) return { text: String(body.prompt ?? body.text ?? body.inputs), wanted, chat: false };
    return { text: filledIn(body), wanted, chat: true };
  }
  const filledIn = (body: Record<string, unknown>): string => {
    const [message] = body.messages as { content: string }[];
    const effort = body.reasoning_effort === undefined ? {} : { reasoning_effort: body.reasoning_effort };
    return template(message?.content ?? '', { ...(body.chat_template_kwargs as object), ...effort });
  };

  async function answer(path: string, body: Record<string, unknown>, response: ServerResponse): Promise<void> {
    const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    const models = script.models ?? [MODEL];
    if (path === '/health') return void response.end();
    if (path === '/version') return void json({ version: '0.11.0' });
    if (path === '/get_server_info') return void json({ version: '0.5.3' });
    if (path === '/info') return void json({ version: '3.3.6', model_id: models[0] });
    if (path === '/props') return void json({ build_info: 'b11434-abcdef' });
    if (path === '/v1/models') return void json({ object: 'list', data: models.map((id) => ({ id, meta: { n_params: 1_000_000 } })) });
    if (path === '/apply-template') return void json({ prompt: filledIn(body) });
    if (path === '/tokenize') {
      const text = body.messages === undefined ? String(body.prompt ?? body.content ?? body.inputs) : filledIn(body);
      const tokens = tokensOf(text);
      return void json(script.server === 'tgi' ? tokens.map((id) => ({ id })) : { tokens, count: tokens.length });
    }
    if (QUERY_PATHS.includes(path)) return stream(queryOf(body), response);
    response.statusCode = 404;
    json({ error: { message: 'Not Found' } });
  }

  async function stream(query: Query, response: ServerResponse): Promise<void> {
    const { fault } = script;
    queries.open += 1;
    queries.most = Math.max(queries.most, queries.open);
    response.once('close', () => {
      queries.open -= 1;
      if (!response.writableFinished) queries.left += 1;
    });
    await script.gate?.();
    if (typeof fault === 'object') {
      response.statusCode = fault.status;
      if (fault.location !== undefined) response.setHeader('location', fault.location);
      return void response.end(fault.body ?? '');
    }
    if (fault === 'not a stream') return void response.setHeader('content-type', 'application/json').end('{"choices":[]}');
    response.setHeader('content-type', 'text/event-stream; charset=utf-8');
    const send = (event: object | string) => response.write(`data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`);
    if (fault === 'silent') return void response.write(': ping\n\n');
    if (fault === 'long line') return void response.write(`data: ${'x'.repeat(2 * 1024 * 1024)}`);
    if (fault === 'error event') {
      send({ error: { message: `worker died; key was ${script.key ?? ''}` } });
      return void response.end();
    }
    const wire = WIRES[script.server](query.chat);
    const input = tokensOf(query.text).length;
    const made = fault === 'one token less' ? query.wanted - 1 : fault === 'endless' ? 1_000_000 : query.wanted;
    for (let output = 1; output <= made && !response.destroyed; output += 1) {
      send(wire.token(output, { input, output }, fault !== 'no ids'));
      if (fault === 'endless' && output % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (fault === 'cut') return void response.end();
    const told = { input: input + (fault === 'tells other input' ? 1 : 0), output: made + (fault === 'tells one more' ? 1 : 0) };
    for (const event of wire.ends(told, fault === 'cached' ? input : 0)) send(event);
    response.end();
  }

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString();
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      const path = request.url ?? '';
      requests.push({ path, headers: request.headers, body });
      if (script.key !== undefined && request.headers.authorization !== `Bearer ${script.key}`) {
        response.statusCode = 401;
        response.end(`no such key: ${request.headers.authorization}`);
        return;
      }
      void answer(path, body, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    queries,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An operator's entry for a server on the loopback. */
export const endpointAt = (url: string, server: Endpoint['server'], changes: Partial<Endpoint> = {}): Endpoint => ({
  alias: 'lab',
  url,
  server,
  model: MODEL,
  revision: '0'.repeat(40),
  parameters: null,
  servedName: MODEL,
  keyVariable: null,
  gpus: [],
  privateAddress: true,
  limits: { answerBytes: 1024 * 1024, firstTokenSeconds: 30, querySeconds: 60 },
  ...changes,
});

const PROGRAM = fileURLToPath(new URL('../../src/backends/endpoint/main.ts', import.meta.url));

/** Starts the endpoint backend as a process of its own. */
export async function startEndpointBackend(
  endpoint: Endpoint,
  options: { environment?: NodeJS.ProcessEnv; resolve?: Resolve } = {},
): Promise<EmbeddedProcess & { endpoint: PinnedEndpoint }> {
  const found = await pinned(endpoint, options.resolve);
  const { environment } = endpointCommand(found, options.environment ?? {});
  return Object.assign(startEmbedded({ program: PROGRAM, environment }), { endpoint: found });
}

/** A plan for an endpoint: text generation of exactly so many tokens, or reasoning of at most so many. */
export function endpointPlan(changes: { newTokens?: number; reasoning?: Plan['reasoning'] } = {}): Plan {
  const { newTokens = 10, reasoning } = changes;
  const plan = planOf({ task: reasoning === undefined ? 'text-generation' : 'reasoning', columns: ['text'], newTokens });
  return {
    ...plan,
    backend: { id: 'endpoint', endpoint: 'lab' },
    phases: ['prefill', 'generate'],
    generation: { ...plan.generation, exactNewTokens: reasoning === undefined },
    reasoning: reasoning ?? plan.reasoning,
  };
}
