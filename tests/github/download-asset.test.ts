import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { downloadAsset } from '../../src/github/download-asset.ts';
import { endlessPatience } from '../support/github/patience.ts';

const CONTENT = Buffer.from('the evidence of one record, packed');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const SIGNED = 'https://objects.example.org/evidence.tar.gz?signature=secret-of-its-own';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serverFor(handler: Handler) {
  const seen: { url: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const whole: Handler = (_request, response) => void response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT);
const leadTo =
  (location: string): Handler =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

/** Says each thing once, the last one for good. */
function inTurn(...handlers: Handler[]): Handler {
  let turn = 0;
  return (request, response) => handlers[Math.min(turn++, handlers.length - 1)]?.(request, response);
}

type Scene = {
  /** How GitHub answers, and how the host at the signed address does. */
  github: Handler;
  host?: Handler;
  asset?: { bytes?: number; sha256?: string | null };
};

/** Downloads from a GitHub on loopback; what is asked of another host over HTTPS, a second server there answers. */
async function downloaded({ github: api, host = whole, asset = {} }: Scene) {
  const patience = endlessPatience();
  const silent: Handler = (_request, response) => {
    if (!response.writableEnded && !response.headersSent) patience.runOut();
  };
  await using github = await serverFor((request, response) => {
    api(request, response);
    silent(request, response);
  });
  await using elsewhere = await serverFor((request, response) => {
    host(request, response);
    silent(request, response);
  });
  const pauses: number[] = [];
  const others: string[] = [];
  const content = await downloadAsset(
    openGitHub({ token: 'the-token', apiUrl: github.url }),
    { owner: 'octo', repository: 'results' },
    {
      asset: { id: 5, name: 'evidence.tar.gz', bytes: CONTENT.length, sha256: SHA256, ...asset },
      wait: async (milliseconds) => pauses.push(milliseconds),
      timeLimit: patience.timeLimit,
      fetch: (input, init) => {
        const { origin, pathname, search } = new URL(String(input));
        if (origin === github.url) return fetch(input, init);
        others.push(origin);
        return fetch(`${elsewhere.url}${pathname}${search}`, init);
      },
    },
  ).catch((thrown: unknown) => thrown);
  return { content, pauses, others, github: github.seen, elsewhere: elsewhere.seen };
}

test('the signed address of another host is asked without the token', async () => {
  const { content, github, elsewhere, others } = await downloaded({ github: leadTo(SIGNED) });
  expect(content).toEqual(CONTENT);
  expect(github.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/repos/octo/results/releases/assets/5', 'token the-token'],
  ]);
  expect(others).toEqual(['https://objects.example.org']);
  expect(elsewhere.map(({ url }) => url)).toEqual(['/evidence.tar.gz?signature=secret-of-its-own']);
  expect(JSON.stringify(elsewhere)).not.toContain('the-token');
});

test('a file that the API itself sends is taken, and one at another place of the API is asked for without the token', async () => {
  expect((await downloaded({ github: whole })).content).toEqual(CONTENT);
  const { content, github } = await downloaded({ github: inTurn(leadTo('/files/5'), whole) });
  expect(content).toEqual(CONTENT);
  expect(github.map(({ headers }) => headers.authorization)).toEqual(['token the-token', undefined]);
});

test.each<[string, Scene, string]>([
  ['leads on to a third address', { github: leadTo(SIGNED), host: leadTo('https://third.example.org/x') }, 'asset-redirect'],
  ['leads in a circle', { github: leadTo(SIGNED), host: leadTo(SIGNED) }, 'asset-redirect'],
  ['leads back to the API', { github: leadTo('/repos/octo/results/releases/assets/5') }, 'asset-redirect'],
  ['leads to plain HTTP elsewhere', { github: leadTo('http://objects.example.org/x') }, 'asset-redirect'],
  ['leads to a file of the machine', { github: leadTo('file:///etc/passwd') }, 'asset-redirect'],
  ['leads to an address with a password', { github: leadTo('https://user:word@objects.example.org/x') }, 'asset-redirect'],
  ['leads to no address', { github: leadTo('https://') }, 'asset-redirect'],
  ['leads nowhere', { github: (_request, response) => void response.writeHead(302).end() }, 'asset-redirect'],
  ['sends fewer bytes than the release tells', { github: leadTo(SIGNED), asset: { bytes: CONTENT.length + 1 } }, 'asset-damaged'],
  ['sends more bytes than the release tells', { github: leadTo(SIGNED), asset: { bytes: CONTENT.length - 1 } }, 'asset-damaged'],
  ['sends another file of the same length', { github: leadTo(SIGNED), asset: { sha256: 'f'.repeat(64) } }, 'asset-damaged'],
  ['sends nothing', { github: leadTo(SIGNED), host: (_request, response) => void response.writeHead(200).end() }, 'asset-damaged'],
])('an answer that %s ends at once as a fault that says what to do, and shows no signature', async (_what, scene, code) => {
  const { content, pauses } = await downloaded(scene);
  expect(content).toMatchObject({ kind: 'operator', code, mend: expect.stringContaining('Rerun') });
  expect(String((content as Error).message)).not.toMatch(/secret-of-its-own|word@|the-token/);
  expect(pauses).toEqual([]);
});

test('a body without an end is read as far as the release tells, and no further', async () => {
  let sent = 0;
  const { content } = await downloaded({
    github: leadTo(SIGNED),
    host: (_request, response) => {
      response.writeHead(200);
      const more = () => {
        if (response.destroyed) return;
        sent += 65_536;
        if (response.write(Buffer.alloc(65_536))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    },
  });
  expect(content).toMatchObject({ code: 'asset-damaged', message: expect.stringContaining('with more bytes') });
  // What the sockets hold is all that was sent besides.
  expect(sent).toBeLessThan(64 * 1024 * 1024);
});

const cut: Handler = (_request, response) => {
  response.writeHead(200, { 'content-length': CONTENT.length });
  response.write(CONTENT.subarray(0, 5), () => response.destroy());
};
const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(code, headers).end();
const silence: Handler = () => {};

test.each<[string, Handler]>([
  ['a cut body', cut],
  ['a cut connection', (request) => void request.socket.destroy()],
  ['a 502', status(502)],
  ['a 429', status(429)],
  ['silence', silence],
])('%s at either host is tried again, and the file comes whole', async (_what, trouble) => {
  for (const scene of [{ github: inTurn(trouble, leadTo(SIGNED)) }, { github: leadTo(SIGNED), host: inTurn(trouble, whole) }]) {
    const { content, pauses } = await downloaded(scene);
    expect([content, pauses.length]).toEqual([CONTENT, 1]);
  }
});

test.each<[string, Handler, string, number]>([
  ['a cut body', cut, 'github-unreachable', 3],
  ['a 503', status(503), 'github-unavailable', 3],
  ['silence', silence, 'github-timeout', 3],
  ['a limit that asks for an hour', status(403, { 'retry-after': '3600' }), 'github-rate-limited', 0],
  ['a refusal', status(403), 'github-forbidden', 0],
  ['a file that is gone', status(404), 'github-missing', 0],
])('%s that stays ends as a fault of its own', async (_what, trouble, code, tries) => {
  const { content, pauses } = await downloaded({ github: leadTo(SIGNED), host: trouble });
  expect(content).toMatchObject({ kind: 'operator', code, mend: expect.stringMatching(/\w/) });
  expect(pauses).toHaveLength(tries);
});

test('a wait that GitHub asks for is kept', async () => {
  const { content, pauses } = await downloaded({ github: inTurn(status(429, { 'retry-after': '7' }), leadTo(SIGNED)) });
  expect([content, pauses]).toEqual([CONTENT, [7000]]);
});
