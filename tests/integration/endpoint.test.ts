import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinned } from '../../src/backends/endpoint/address.ts';
import { endpointCommand } from '../../src/backends/endpoint/command.ts';
import { serverPid } from '../../src/backends/endpoint/server-process.ts';
import { startBackend } from '../../src/backends/process.ts';
import { readQueries } from '../../src/backends/queries.ts';
import { readBundle } from '../../src/bundle/read.ts';
import type { Plan } from '../../src/domain/generated/plan.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { discoverMeters } from '../../src/energy/discover.ts';
import type { BackendMessage } from '../../src/ports/backend.ts';
import { benchmark } from '../../src/stages/benchmark.ts';
import { checkResult } from '../../src/stages/check.ts';
import { scriptedRun } from '../stages/scripted-run.ts';
import { type EmbeddedProcess, expectType } from '../support/embedded-process.ts';
import { endpointAt, endpointPlan, startEndpointBackend } from '../support/endpoint-server.ts';
import { folderOf } from '../support/folders.ts';
import { type LlamaServer, SERVED_MODEL, startLlamaServer } from '../support/llama-server.ts';

/** Plain text, text whose answers are made of characters of several tokens, and a long one. */
const PROMPTS = [
  'The capital of France is',
  'Emoji list: 🐉🐲😀🎉',
  '日本語の文章を書いてください。',
  'Once upon a time there was a model that was asked the same thing again and again. '.repeat(2),
];

/** Parameters of SmolLM2-135M as the server counts them. */
const PARAMETERS = 134_515_008;

/** Building the server from its source takes minutes; so long on a slow machine at most. */
const BUILD_MILLISECONDS = 3_600_000;

let server: LlamaServer;
beforeAll(async () => {
  server = await startLlamaServer();
}, BUILD_MILLISECONDS);
afterAll(() => server?.[Symbol.asyncDispose]());

type Scene = AsyncDisposable & { backend: EmbeddedProcess; load(plan?: Plan): Promise<BackendMessage> };

async function scene(prompts: readonly string[] = PROMPTS): Promise<Scene> {
  const data = await folderOf({ 'rows.jsonl': prompts.map((text) => `${JSON.stringify({ text })}\n`).join('') });
  const limits = { answerBytes: 1024 * 1024, firstTokenSeconds: 300, querySeconds: 600 };
  const backend = await startEndpointBackend(endpointAt(server.url, 'llama.cpp', { servedName: SERVED_MODEL, limits }));
  return {
    backend,
    load(plan = endpointPlan()) {
      const datasetFile = join(data.path, 'rows.jsonl');
      backend.send({ type: 'load', modelFolder: data.path, processorFolder: null, datasetFile, plan });
      return backend.next();
    },
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]();
      await data[Symbol.asyncDispose]();
    },
  };
}

async function begin(backend: EmbeddedProcess, phase: 'prefill' | 'generate', concurrency?: number) {
  backend.send({ type: 'run', phase, minimumSeconds: 0, ...(concurrency === undefined ? {} : { concurrency }) });
  expectType(await backend.next(), 'edge');
  backend.send({ type: 'go' });
}

async function measured(backend: EmbeddedProcess, phase: 'prefill' | 'generate', concurrency?: number) {
  const start = performance.now();
  await begin(backend, phase, concurrency);
  const end = expectType(await backend.next(), 'edge') as Extract<BackendMessage, { edge: 'end' }>;
  const seconds = (performance.now() - start) / 1000;
  backend.send({ type: 'go' });
  expectType(await backend.next(), 'done');
  return { ...end, seconds };
}

/** The tokens of a query as the server lists them in one piece, without streaming, and as it counts them. */
async function wholeAnswer(prompt: string, newTokens: number): Promise<{ listed: number; counted: number; input: number }> {
  const body = { prompt, n_predict: newTokens, temperature: 0, ignore_eos: true, cache_prompt: false, return_tokens: true };
  const response = await fetch(`${server.url.replace('/v1', '')}/completion`, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as { tokens: number[]; tokens_predicted: number; tokens_evaluated: number };
  return { listed: answer.tokens.length, counted: answer.tokens_predicted, input: answer.tokens_evaluated };
}

describe('behind llama.cpp with SmolLM2', () => {
  test('the counts are those of the server itself, streamed or not, also where characters take several tokens', async () => {
    const newTokens = 16;
    const whole = await Promise.all(PROMPTS.map((prompt) => wholeAnswer(prompt, newTokens)));
    expect(whole.map(({ listed, counted }) => [listed, counted])).toEqual(PROMPTS.map(() => [newTokens, newTokens]));
    await using run = await scene();
    expect(await run.load(endpointPlan({ newTokens }))).toMatchObject({
      type: 'ready',
      device: 'cpu',
      rows: PROMPTS.length,
      parameters: PARAMETERS,
      runtime: [expect.stringMatching(/^llama\.cpp@/)],
    });
    const inputTokens = whole.reduce((sum, { input }) => sum + input, 0);
    expect(await measured(run.backend, 'prefill')).toMatchObject({ queries: 4, inputTokens, outputTokens: 4, failedQueries: 0 });
    const generate = await measured(run.backend, 'generate');
    expect(generate).toMatchObject({ queries: 4, inputTokens, outputTokens: 4 * newTokens, failedQueries: 0 });
    const { meanSeconds = 0, medianSeconds = 0, p95Seconds = 0 } = generate.firstToken ?? {};
    expect(meanSeconds).toBeGreaterThan(0);
    expect(p95Seconds).toBeGreaterThanOrEqual(medianSeconds);
    // The first tokens of all queries come before the last of them all.
    expect(meanSeconds * 4).toBeLessThan(generate.seconds);
  });

  test('two queries at once take both slots, with the same counts', async () => {
    await using run = await scene();
    expectType(await run.load(endpointPlan({ newTokens: 24 })), 'ready');
    await begin(run.backend, 'generate', 2);
    await expect.poll(() => server.busySlots(), { timeout: 300_000, interval: 5 }).toBe(2);
    expect(await run.backend.next()).toMatchObject({ edge: 'end', passes: 1, queries: 4, outputTokens: 96 });
  });

  test('a shutdown in the middle of an answer frees the slot', async () => {
    await using run = await scene(['Tell me everything.']);
    // More than the server makes before the test ends.
    expectType(await run.load(endpointPlan({ newTokens: 900 })), 'ready');
    await begin(run.backend, 'generate');
    await expect.poll(() => server.busySlots(), { timeout: 300_000, interval: 5 }).toBe(1);
    run.backend.send({ type: 'shutdown' });
    expect(await run.backend.ended).toEqual({ code: 0, signal: null });
    await expect.poll(() => server.busySlots(), { timeout: 300_000 }).toBe(0);
  });

  test('a query that is longer than the context is refused by name', async () => {
    await using run = await scene(['word '.repeat(3000)]);
    expectType(await run.load(), 'ready');
    await begin(run.backend, 'generate');
    expect(await run.backend.next()).toMatchObject({ type: 'error', kind: 'input', code: 'prompt-too-long' });
  });

  test('a model whose template knows no thinking is refused with reasoning on, and answers a chat with it off', async () => {
    await using on = await scene(['What is one and one?']);
    const refused = await on.load(endpointPlan({ newTokens: 30, reasoning: { state: 'on', effort: null } }));
    expect(refused).toMatchObject({ type: 'error', kind: 'input', code: 'reasoning-not-taken' });

    await using off = await scene(['What is one and one?']);
    expectType(await off.load(endpointPlan({ newTokens: 200, reasoning: { state: 'off', effort: null } })), 'ready');
    const { queries, outputTokens } = await measured(off.backend, 'generate');
    expect(queries).toBe(1);
    // It ends its answer by itself: its end token is counted by both sides.
    expect(outputTokens).toBeGreaterThan(1);
    expect(outputTokens).toBeLessThan(200);
  });

  test("the server's process is found by its port, for the meters to follow", async () => {
    await using run = await startEndpointBackend(endpointAt(server.url, 'llama.cpp', { servedName: SERVED_MODEL }));
    expect(await serverPid(run.endpoint)).toBe(server.pid);
  });

  test('a whole benchmark follows the CPU time of the server, has one window of two queries at once, and can be recomputed', async () => {
    await using run = await scriptedRun();
    await using data = await folderOf({ 'rows.jsonl': PROMPTS.map((text) => `${JSON.stringify({ text })}\n`).join('') });
    const datasetFile = join(data.path, 'rows.jsonl');
    const { rowsSha256 } = await readQueries(datasetFile, ['text']);
    const { plan } = run.request;
    Object.assign(plan, endpointPlan(), {
      submission: plan.submission,
      model: { ...plan.model, source: 'endpoint', parameters: PARAMETERS, class: 'A' },
      dataset: { ...plan.dataset, id: 'local.jsonl', official: false, revision: null, rows: PROMPTS.length, rowsSha256 },
      runs: 2,
      concurrency: 2,
      traceHertz: 10,
      minimumPhaseSeconds: 1,
    });
    const limits = { answerBytes: 1024 * 1024, firstTokenSeconds: 300, querySeconds: 600 };
    const endpoint = await pinned(endpointAt(server.url, 'llama.cpp', { servedName: SERVED_MODEL, limits }));
    const outcome = await benchmark(
      {
        ...run.request,
        model: { ...run.request.model, source: 'endpoint', bytes: null, filesSha256: null, parameters: PARAMETERS },
        dataset: { ...run.request.dataset, file: datasetFile },
        deadlineSeconds: 3600,
        stallSeconds: 600,
      },
      {
        ...run.ports,
        startBackend: ({ plan: _, readable: __, ...request }) =>
          startBackend({ ...endpointCommand(endpoint, process.env), folder: data.path, ...request }),
        async instrument(request) {
          const pid = (await serverPid(endpoint)) ?? request.pid;
          const meters = discoverMeters({ choice: 'cpu-estimate', pid, clock: request.clock });
          return { ...(await run.ports.instrument(request)), meters };
        },
      },
    );
    const { record } = outcome;
    expect(record.software).toMatchObject({
      backend: expect.stringMatching(/^endpoint@/),
      runtime: [expect.stringMatching(/^llama\.cpp@/)],
    });
    expect(record.runs).toHaveLength(2);
    expect(record.concurrent).toMatchObject({ concurrency: 2, phase: { name: 'generate', failedQueries: 0 } });
    expect(record.runs[0]?.phases.map(({ name }) => name)).toEqual(['generate']);
    expect(record.runs[0]?.phases[0]?.firstToken?.meanSeconds).toBeGreaterThan(0);
    // The server computes, so that its process takes CPU time; the backend alone would hardly take any.
    expect(record.score).toMatchObject({ scope: 'cpu', quality: 'estimated' });
    const evidence = await readBundle(outcome.bundleFolder);
    const text = await readFile(outcome.recordFile, 'utf8');
    const { findings } = checkResult({ text, policy: defaultPolicy(), evidence, expected: null, published: null, now: new Date() });
    expect(findings.filter(({ status, effect }) => status === 'fail' && effect === 'invalid')).toEqual([]);
  });
});
