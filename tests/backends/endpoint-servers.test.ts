import { describe, expect, test } from 'vitest';
import { pinned } from '../../src/backends/endpoint/address.ts';
import { openHttp } from '../../src/backends/endpoint/http-client.ts';
import { type Loaded, load } from '../../src/backends/endpoint/load.ts';
import { runPasses, wantedIn } from '../../src/backends/endpoint/phases.ts';
import { SERVERS } from '../../src/backends/endpoint/servers/registry.ts';
import type { Endpoint } from '../../src/domain/endpoints.ts';
import type { Plan } from '../../src/domain/generated/plan.ts';
import {
  type EndpointServer,
  endpointAt,
  endpointPlan,
  type Fault,
  MODEL,
  type Script,
  startEndpointServer,
} from '../support/endpoint-server.ts';
import { folderOf } from '../support/folders.ts';

const ROWS = ['One two three', 'Four five', 'Six'];
const INPUT_TOKENS = 6;
const KINDS = ['vllm', 'sglang', 'tgi', 'llama.cpp', 'openai'] as const;

type Scene = AsyncDisposable & {
  server: EndpointServer;
  load(plan?: Plan): Promise<Loaded>;
  /** Loads, and answers every query once with all its new tokens. */
  generate(plan?: Plan): ReturnType<typeof runPasses>;
};

/** The backend's own way of asking, in this process, behind a scripted server. */
async function scene(script: Script, changes: Partial<Endpoint> = {}): Promise<Scene> {
  const data = await folderOf({ 'rows.jsonl': ROWS.map((text) => `${JSON.stringify({ text })}\n`).join('') });
  const server = await startEndpointServer(script);
  const endpoint = await pinned(endpointAt(server.url, script.server, changes));
  const http = openHttp(endpoint, null);
  const target = { endpoint, http, server: SERVERS[script.server] };
  const { signal } = new AbortController();
  const loadPlan = (plan: Plan) => {
    const datasetFile = `${data.path}/rows.jsonl`;
    const message = { type: 'load', modelFolder: data.path, processorFolder: null, datasetFile, plan } as const;
    return load(message, target, { signal, onProgress: () => undefined });
  };
  return {
    server,
    load: (plan = endpointPlan()) => loadPlan(plan),
    async generate(plan = endpointPlan()) {
      const loaded = await loadPlan(plan);
      const wanted = wantedIn('generate', plan);
      return runPasses({ loaded, wanted, phase: 'generate', minimumSeconds: 0, concurrency: 1, signal, onProgress: () => undefined });
    },
    async [Symbol.asyncDispose]() {
      http.close();
      await server[Symbol.asyncDispose]();
      await data[Symbol.asyncDispose]();
    },
  };
}

describe.each(KINDS)('behind %s', (kind) => {
  test('every token of text that is continued is counted, and the first one is timed', async () => {
    await using run = await scene({ server: kind });
    const counts = await run.generate();
    expect(counts).toMatchObject({ passes: 1, queries: 3, failedQueries: 0, inputTokens: INPUT_TOKENS, outputTokens: 30 });
    expect(counts.firstToken?.meanSeconds).toBeGreaterThan(0);
    expect(counts.firstToken?.p95Seconds).toBeGreaterThanOrEqual(counts.firstToken?.medianSeconds ?? Infinity);
  });

  test('a model thinks where its template can be told to, and what it says is counted', async () => {
    await using run = await scene({
      server: kind,
      template: (text, { enable_thinking: thinks }) => `u ${text} a${thinks ? ' <think>' : ''}`,
    });
    const counts = await run.generate(endpointPlan({ newTokens: 50, reasoning: { state: 'on', effort: null } }));
    expect(counts).toMatchObject({ queries: 3, inputTokens: INPUT_TOKENS + 9, outputTokens: 150 });
  });

  test('reasoning that the template does not take is refused', async () => {
    await using run = await scene({ server: kind, template: (text) => `user: ${text} assistant:` });
    const plan = endpointPlan({ reasoning: { state: 'on', effort: null } });
    await expect(run.load(plan)).rejects.toMatchObject({ kind: 'input', code: 'reasoning-not-taken' });
  });

  // A list that is longer or shorter than the counts say is read as another number of new tokens.
  const disagrees = expect.stringMatching(/^token-count(?:-disagrees)?$/);
  const faults: [Fault, unknown][] = [
    ['one token less', 'token-count'],
    ['tells one more', disagrees],
    ['cut', 'endpoint-answer-cut'],
    ['endless', 'token-count'],
    ['no ids', kind === 'tgi' ? 'token-count-disagrees' : 'tokens-not-countable'],
    ['error event', 'endpoint-failed'],
    ...(kind === 'openai' ? [] : [['tells other input', 'token-count-disagrees'] as [Fault, unknown]]),
    ...(kind === 'tgi' ? [] : [['cached', 'prompt-cached'] as [Fault, unknown]]),
  ];
  test.each(faults)('a fault of an answer is told by name: %s', async (fault, code) => {
    await using run = await scene({ server: kind, fault });
    await expect(run.generate()).rejects.toMatchObject({ kind: 'operator', code, message: expect.stringMatching(/^generate, query \d: /) });
  });
});

test('llama.cpp holds back the ids of tokens that end in the middle of a character, and they are counted', () => {
  const read = SERVERS['llama.cpp'].reader({ kind: 'text', text: '' });
  const event = (content: string, output: number, stop = false) =>
    read(JSON.stringify({ content, tokens: stop ? [] : [1], tokens_predicted: output, tokens_evaluated: 2, stop })).newTokens;
  expect([event('a', 1), event('🐉', 5), event('b', 6), event('', 8, true)]).toEqual([1, 4, 1, 2]);
});

test('a count that no character can hide is not believed', () => {
  const read = SERVERS['llama.cpp'].reader({ kind: 'text', text: '' });
  const event = (content: string, output: number) =>
    read(JSON.stringify({ content, tokens: [1], tokens_predicted: output, tokens_evaluated: 2, stop: false })).newTokens;
  expect([event('a', 3), event('é', 9)]).toEqual([1, 1]);
});

test('SGLang lists all ids of an answer or only the new ones, as it was started', () => {
  const count = (lists: number[][]) => {
    const read = SERVERS.sglang.reader({ kind: 'text', text: '' });
    let output = 0;
    const told = (ids: number[], whole: boolean) => (whole ? ids.length : output + ids.length);
    return lists.map((ids, index) => {
      output = told(ids, lists[index]?.length !== 1 || index === 0);
      return read(JSON.stringify({ output_ids: ids, meta_info: { completion_tokens: output, prompt_tokens: 1 } })).newTokens;
    });
  };
  expect(count([[5], [5, 5], [5, 5, 5]])).toEqual([1, 1, 1]);
  expect(count([[5], [5], [5]])).toEqual([1, 1, 1]);
});

describe('a query asks', () => {
  const asked = async (kind: Endpoint['server'], path: string) => {
    await using run = await scene({ server: kind });
    await run.generate();
    return run.server.requests.findLast((request) => request.path === path)?.body;
  };

  test('vLLM for all tokens, greedily, past the end token, with nothing cached', async () => {
    const greedy = { model: MODEL, max_tokens: 10, min_tokens: 10, ignore_eos: true, temperature: 0, return_token_ids: true, stream: true };
    expect(await asked('vllm', '/v1/completions')).toMatchObject({ ...greedy, cache_salt: expect.any(String) });
  });

  test('SGLang and llama.cpp likewise, in their own words', async () => {
    expect(await asked('sglang', '/generate')).toMatchObject({
      sampling_params: { max_new_tokens: 10, min_new_tokens: 10, ignore_eos: true },
    });
    expect(await asked('llama.cpp', '/completion')).toMatchObject({
      n_predict: 10,
      ignore_eos: true,
      cache_prompt: false,
      return_tokens: true,
    });
  });
});

describe('the effort of reasoning', () => {
  const plan = endpointPlan({ reasoning: { state: 'on', effort: 'high' } });

  test('reaches a template that takes it', async () => {
    await using run = await scene({
      server: 'vllm',
      template: (text, { reasoning_effort: effort }) => `${text} ${effort === 'low' ? 'little' : 'so much'} :`,
    });
    await run.generate(plan);
    const { body } = run.server.requests.findLast(({ path }) => path === '/v1/chat/completions') ?? {};
    expect(body).toMatchObject({ reasoning_effort: 'high', chat_template_kwargs: { enable_thinking: true } });
  });

  test('is refused where the template does not', async () => {
    await using run = await scene({ server: 'vllm' });
    await expect(run.load(plan)).rejects.toMatchObject({ kind: 'input', code: 'reasoning-effort-not-taken' });
  });
});

describe('a server that refuses a query', () => {
  const cases: [string, Fault, object][] = [
    ['for want of a model', { status: 404 }, { code: 'endpoint-not-found' }],
    ['because it is busy', { status: 429 }, { code: 'endpoint-busy' }],
    ['because it failed', { status: 500, body: 'CUDA error' }, { code: 'endpoint-failed', message: expect.stringContaining('CUDA error') }],
    ['by a redirect', { status: 307, location: 'http://127.0.0.1:1/' }, { code: 'endpoint-redirects' }],
    [
      'as too long',
      { status: 400, body: '{"message":"This model\'s maximum context length is 4096 tokens."}' },
      { code: 'prompt-too-long', kind: 'input' },
    ],
    ['with other things than a stream', 'not a stream', { code: 'endpoint-no-stream' }],
    ['with a line without end', 'long line', { code: 'endpoint-event-too-long' }],
  ];
  test.each(cases)('%s is told by name', async (_, fault, error) => {
    await using run = await scene(
      { server: 'vllm', fault },
      { limits: { answerBytes: 8 * 1024 * 1024, firstTokenSeconds: 30, querySeconds: 60 } },
    );
    await expect(run.generate()).rejects.toMatchObject(error);
  });

  test('by an answer that is larger than allowed is told by name', async () => {
    const limits = { answerBytes: 1024, firstTokenSeconds: 30, querySeconds: 60 };
    await using run = await scene({ server: 'vllm' }, { limits });
    await expect(run.generate(endpointPlan({ newTokens: 500 }))).rejects.toMatchObject({ code: 'endpoint-answer-too-large' });
  });

  // Loading asks as well, so that the second limit has to leave it time.
  test.each([
    ['firstTokenSeconds', 0.5],
    ['querySeconds', 5],
  ] as const)('by silence is given up after %s, and let go', async (limit, seconds) => {
    const limits = { answerBytes: 1024 * 1024, firstTokenSeconds: 60, querySeconds: 60, [limit]: seconds };
    await using run = await scene({ server: 'vllm', fault: 'silent' }, { limits });
    const code = limit === 'querySeconds' ? 'endpoint-query-deadline' : 'endpoint-first-token-deadline';
    await expect(run.generate()).rejects.toMatchObject({ code });
    await expect.poll(() => run.server.queries).toMatchObject({ open: 0, left: 1 });
  });

  test('by serving another model is told before anything is asked', async () => {
    await using run = await scene({ server: 'vllm', models: ['example-org/synthetic-2b'] });
    await expect(run.load()).rejects.toMatchObject({
      code: 'endpoint-serves-other-model',
      mend: expect.stringContaining('example-org/synthetic-2b'),
    });
    expect(run.server.queries.most).toBe(0);
  });
});
