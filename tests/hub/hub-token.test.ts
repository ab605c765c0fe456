import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/domain/errors.ts';
import { hubCatalogue } from '../../src/hub/hub-catalogue.ts';
import { hubFetch } from '../../src/hub/hub-fetch.ts';
import { hubModel } from '../../src/hub/hub-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest } from '../support/hub-requests.ts';
import { READER_TOKEN, startHub } from '../support/hub-server.ts';
import { COMMIT, llama } from '../support/transformers-models.ts';

/** A server that answers everything in one way, and keeps what it was asked. */
async function startAnswering(answer: (origin: string) => { status: number; headers: Record<string, string>; body?: string }) {
  const asked: { url: string; token: string | undefined }[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', token: request.headers.authorization });
    const { status, headers, body } = answer(origin);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const text = { 'content-type': 'text/plain' };

describe('the access token', () => {
  test('opens gated and private models, and is sent to the Hub with every request', async () => {
    await using hub = await startHub([llama({ gated: 'manual', private: true })]);
    await using cache = await folderOf();
    await expect(hubModel(llamaRequest(cache.path), accessTo(hub, { accessToken: READER_TOKEN }))).resolves.toMatchObject({
      revision: COMMIT,
    });
    expect(new Set(hub.tokens)).toEqual(new Set([READER_TOKEN]));
  });

  test('is never sent along on a redirect to another origin', async () => {
    await using hub = await startHub([llama({ gated: 'manual' })]);
    await using cache = await folderOf();
    await hubModel(llamaRequest(cache.path), accessTo(hub, { accessToken: READER_TOKEN }));
    expect(hub.storage.requests).toHaveLength(1);
    expect(hub.storage.tokens).toEqual([undefined]);
  });

  test('is sent along on a redirect within the Hub', async () => {
    let hops = 0;
    await using hub = await startAnswering((origin) =>
      hops++ === 0 ? { status: 307, headers: { location: `${origin}/moved` } } : { status: 200, headers: text, body: 'here' },
    );
    const fetch = hubFetch({ hubUrl: hub.url, accessToken: READER_TOKEN, signal: undefined });
    expect(await (await fetch(`${hub.url}/old`)).text()).toBe('here');
    expect(hub.asked).toEqual([
      { url: '/old', token: `Bearer ${READER_TOKEN}` },
      { url: '/moved', token: `Bearer ${READER_TOKEN}` },
    ]);
  });

  test('does not come back with a redirect from another origin to a third', async () => {
    await using third = await startAnswering(() => ({ status: 200, headers: text, body: 'bytes' }));
    await using second = await startAnswering(() => ({ status: 302, headers: { location: third.url } }));
    await using hub = await startAnswering(() => ({ status: 302, headers: { location: second.url } }));
    const fetch = hubFetch({ hubUrl: hub.url, accessToken: READER_TOKEN, signal: undefined });
    await (await fetch(hub.url)).text();
    expect([...second.asked, ...third.asked].map(({ token }) => token)).toEqual([undefined, undefined]);
  });

  test('is not sent to another origin that the next page of a listing names, whoever asks for it', async () => {
    await using elsewhere = await startAnswering(() => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '[]' }));
    await using hub = await startAnswering(() => ({
      status: 200,
      headers: { 'content-type': 'application/json', link: `<${elsewhere.url}/next>; rel="next"` },
      body: '[]',
    }));
    const fetch = hubFetch({ hubUrl: hub.url, accessToken: READER_TOKEN, signal: undefined });
    await fetch(`${elsewhere.url}/next`, { headers: { authorization: `Bearer ${READER_TOKEN}` } });
    expect(elsewhere.asked).toEqual([{ url: '/next', token: undefined }]);
  });

  test('stands in no message, no cause and no file, even where the Hub repeats it', async () => {
    const secret = 'hf_thisIsASecretToken';
    await using hub = await startHub([llama()]);
    await using cache = await folderOf();
    const access = accessTo(hub, { accessToken: secret });
    const faults = [
      await hubModel(llamaRequest(cache.path), access).catch((thrown: unknown) => thrown),
      await hubCatalogue(access)
        .lookUp('someone/llama', COMMIT)
        .catch((thrown: unknown) => thrown),
    ];
    for (const fault of faults) {
      expect(fault).toBeInstanceOf(Fault);
      expect(fault).toMatchObject({
        kind: 'operator',
        code: 'hub-unauthorised',
        message: expect.stringContaining('Authorization header: …'),
      });
      const { message, mend, stack, cause } = fault as Fault;
      expect(JSON.stringify([message, mend, stack, cause, Object.entries(cause as object)])).not.toContain(secret);
    }
    await using gated = await startHub([llama({ gated: 'auto' })]);
    await hubModel(llamaRequest(cache.path), accessTo(gated, { accessToken: READER_TOKEN }));
    for (const entry of await readdir(cache.path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(await readFile(join(entry.parentPath, entry.name), 'latin1')).not.toContain(READER_TOKEN);
    }
  });
});

describe('a redirect', () => {
  test.each([
    ['round and round', (origin: string) => origin, /redirects more than 5 times/],
    ['to what is no web address', () => 'file:///etc/passwd', /no web address/],
    ['to nowhere', () => 'http://[', /no web address/],
  ])('%s is refused at once, naming the host', async (_, location, message) => {
    await using hub = await startAnswering((origin) => ({ status: 302, headers: { location: location(origin) } }));
    await expect(hubCatalogue({ hubUrl: hub.url }).lookUp('someone/llama', COMMIT)).rejects.toMatchObject({
      kind: 'operator',
      code: 'hub-redirect-refused',
      message: expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:\\d+ .*${message.source}`)),
      mend: expect.stringContaining('HF_ENDPOINT'),
    });
    expect(hub.asked.length).toBeLessThanOrEqual(6);
  });
});
