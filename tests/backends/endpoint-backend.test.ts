import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src/domain/endpoints.ts';
import type { Plan } from '../../src/domain/generated/plan.ts';
import type { BackendMessage } from '../../src/ports/backend.ts';
import { type EmbeddedProcess, expectType } from '../support/embedded-process.ts';
import {
  type EndpointServer,
  endpointAt,
  endpointPlan,
  KEY,
  type Script,
  startEndpointBackend,
  startEndpointServer,
} from '../support/endpoint-server.ts';
import { folderOf } from '../support/folders.ts';

const ROWS = ['One two three', 'Four five', 'Six'];

type Scene = AsyncDisposable & { server: EndpointServer; backend: EmbeddedProcess; load(plan?: Plan): Promise<BackendMessage> };

async function scene(script: Script, changes: Partial<Endpoint> = {}, environment: NodeJS.ProcessEnv = {}): Promise<Scene> {
  const data = await folderOf({ 'rows.jsonl': ROWS.map((text) => `${JSON.stringify({ text })}\n`).join('') });
  const server = await startEndpointServer(script);
  const backend = await startEndpointBackend(endpointAt(server.url, script.server, changes), { environment });
  return {
    server,
    backend,
    load(plan = endpointPlan()) {
      backend.send({ type: 'load', modelFolder: data.path, processorFolder: null, datasetFile: join(data.path, 'rows.jsonl'), plan });
      return backend.next();
    },
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await data[Symbol.asyncDispose]();
    },
  };
}

async function begin(
  backend: EmbeddedProcess,
  phase: 'prefill' | 'generate',
  more: { minimumSeconds?: number; concurrency?: number } = {},
) {
  backend.send({ type: 'run', phase, minimumSeconds: 0, ...more });
  expect(await backend.next()).toEqual({ type: 'edge', phase, edge: 'start' });
  backend.send({ type: 'go' });
}

async function measured(backend: EmbeddedProcess, phase: 'prefill' | 'generate', more: Parameters<typeof begin>[2] = {}) {
  await begin(backend, phase, more);
  const end = expectType(await backend.next(), 'edge');
  backend.send({ type: 'go' });
  expectType(await backend.next(), 'done');
  return end as Extract<BackendMessage, { edge: 'end' }>;
}

test('the backend warms up, measures each phase between its edges, and tells what it counted', async () => {
  await using run = await scene({ server: 'vllm' });
  const ready = expectType(await run.load(), 'ready');
  expect(ready).toMatchObject({ device: 'cpu', rows: 3, runtime: ['vllm@0.11.0'], backend: expect.stringMatching(/^endpoint@\d/) });
  run.backend.send({ type: 'warm-up', maximumSeconds: 30 });
  expect(expectType(await run.backend.next(), 'warm').queries).toBe(11);
  expect(await measured(run.backend, 'prefill')).toMatchObject({ queries: 3, failedQueries: 0, inputTokens: 6, outputTokens: 3 });
  expect(await measured(run.backend, 'generate')).toMatchObject({ passes: 1, queries: 3, inputTokens: 6, outputTokens: 30 });
});

test('nothing is asked before the runner says go', async () => {
  await using run = await scene({ server: 'vllm' });
  expectType(await run.load(), 'ready');
  run.backend.send({ type: 'run', phase: 'generate', minimumSeconds: 0 });
  expect(await run.backend.next()).toEqual({ type: 'edge', phase: 'generate', edge: 'start' });
  run.backend.send({ type: 'warm-up', maximumSeconds: 1 });
  expect(await run.backend.next()).toMatchObject({ type: 'error', code: 'protocol-order' });
  expect(run.server.queries.most).toBe(0);
});

test('the GPUs that the operator names are the device', async () => {
  await using run = await scene({ server: 'vllm' }, { gpus: ['GPU-0a', 'GPU-0b'] });
  expect(await run.load()).toMatchObject({ type: 'ready', device: 'cuda:GPU-0a,GPU-0b' });
});

test('a server that is not there is told by name', async () => {
  await using data = await folderOf({ 'rows.jsonl': '{"text":"One"}\n' });
  await using backend = await startEndpointBackend(endpointAt('http://127.0.0.1:9/v1', 'vllm'));
  const datasetFile = join(data.path, 'rows.jsonl');
  backend.send({ type: 'load', modelFolder: data.path, processorFolder: null, datasetFile, plan: endpointPlan() });
  expect(await backend.next()).toMatchObject({ type: 'error', kind: 'operator', code: 'endpoint-connection' });
  expect(await backend.ended).toEqual({ code: 1, signal: null });
});

test('a name that leads elsewhere meanwhile still leads to the address of the start', async () => {
  await using data = await folderOf({ 'rows.jsonl': '{"text":"One"}\n' });
  await using server = await startEndpointServer({ server: 'vllm' });
  const addresses = ['127.0.0.1', '127.0.0.2'];
  const resolve = async () => [{ address: addresses.shift() ?? '127.0.0.3', family: 4 }];
  // No name service knows the name: only the pinned address can be where the answers come from.
  const endpoint = endpointAt(`http://model.invalid:${server.port}/v1`, 'vllm');
  await using backend = await startEndpointBackend(endpoint, { resolve });
  const datasetFile = join(data.path, 'rows.jsonl');
  backend.send({ type: 'load', modelFolder: data.path, processorFolder: null, datasetFile, plan: endpointPlan() });
  expectType(await backend.next(), 'ready');
  await measured(backend, 'generate');
  expect(new Set(server.requests.map(({ headers }) => headers.host))).toEqual(new Set([`model.invalid:${server.port}`]));
});

describe('the key', () => {
  test('goes to the server, and into no message and no log', async () => {
    await using run = await scene({ server: 'vllm', key: KEY, fault: 'error event' }, { keyVariable: 'LAB_KEY' }, { LAB_KEY: KEY });
    expectType(await run.load(), 'ready');
    expect(run.server.requests.every(({ headers }) => headers.authorization === `Bearer ${KEY}`)).toBe(true);
    await begin(run.backend, 'generate');
    const error = expectType(await run.backend.next(), 'error');
    expect(error.message).toContain('key was ***');
    expect(JSON.stringify(run.backend.received) + run.backend.errors()).not.toContain(KEY);
  });

  test('is not repeated where the server repeats a wrong one', async () => {
    await using run = await scene({ server: 'vllm', key: 'another' }, { keyVariable: 'LAB_KEY' }, { LAB_KEY: KEY });
    const error = expectType(await run.load(), 'error');
    expect(error.message + error.mend).not.toContain(KEY);
  });

  test('that is wanted and not set is told before anything starts', async () => {
    const endpoint = endpointAt('http://127.0.0.1:9/v1', 'vllm', { keyVariable: 'LAB_KEY' });
    await expect(startEndpointBackend(endpoint)).rejects.toMatchObject({ kind: 'operator', code: 'endpoint-key-missing' });
  });
});

describe('several queries at once', () => {
  test('are under way together, and make whole passes', async () => {
    let waiting: (() => void)[] = [];
    // The first two queries are answered together: one at a time would wait for ever.
    const gate = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < 2) return;
        for (const go of waiting) go();
        waiting = { push: (go: () => void) => go(), length: 0 } as never;
      });
    await using run = await scene({ server: 'vllm', gate });
    expectType(await run.load(), 'ready');
    const end = await measured(run.backend, 'generate', { concurrency: 2, minimumSeconds: 0.05 });
    expect(run.server.queries.most).toBe(2);
    expect(end.queries).toBe(end.passes * 3);
    expect(end.outputTokens).toBe(end.queries * 10);
  });
});

test.each(['shutdown', 'the end of its input'] as const)('%s cancels the query under way', async (how) => {
  const forEver = new Promise<void>(() => undefined);
  await using run = await scene({ server: 'vllm', gate: () => forEver });
  expectType(await run.load(), 'ready');
  await begin(run.backend, 'generate');
  await expect.poll(() => run.server.queries.open).toBe(1);
  if (how === 'shutdown') run.backend.send({ type: 'shutdown' });
  else run.backend.child.stdin.end();
  expect(await run.backend.ended).toEqual({ code: 0, signal: null });
  await expect.poll(() => run.server.queries).toMatchObject({ open: 0, left: 1 });
});
