import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one token that may write. */
export const WRITER_TOKEN = 'hf_loopbackwriter';

export type UploadHub = AsyncDisposable & {
  url: string;
  /** Every request so far, as "GET /path". */
  requests: string[];
  /** Files by data set and path; a data set that is not there was never made. */
  datasets: Map<string, Map<string, Uint8Array>>;
  /** Titles of the commits, in order. */
  commits: string[];
};

const LARGE = /\.parquet$/;

/** A server on loopback that takes data sets as the Hub does: made, listed, and written by commits, large files apart. */
export async function startUploadHub(): Promise<UploadHub> {
  const hub: Omit<UploadHub, 'url' | typeof Symbol.asyncDispose> = { requests: [], datasets: new Map(), commits: [] };
  const stored = new Map<string, Uint8Array>();
  const server = createServer(async (request, response) => {
    hub.requests.push(`${request.method} ${request.url}`);
    const body = Buffer.concat(await request.toArray());
    answer({ hub, stored, origin: `http://${request.headers.host}` }, request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...hub,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Scene = { hub: Pick<UploadHub, 'datasets' | 'commits'>; stored: Map<string, Uint8Array>; origin: string };

const ROUTES: readonly [string, RegExp, (scene: Scene, response: ServerResponse, id: string, body: Buffer) => unknown][] = [
  ['POST', /^\/api\/repos\/create$/, create],
  ['GET', /^\/api\/datasets\/([^/]+\/[^/]+)\/tree\/main/, tree],
  ['POST', /^\/api\/datasets\/([^/]+\/[^/]+)\/preupload\/main$/, preupload],
  ['POST', /^\/datasets\/([^/]+\/[^/]+)\.git\/info\/lfs\/objects\/batch$/, batch],
  ['PUT', /^\/storage\/([0-9a-f]{64})$/, store],
  ['POST', /^\/api\/datasets\/([^/]+\/[^/]+)\/commit\/main$/, commit],
];

function answer(scene: Scene, request: IncomingMessage, response: ServerResponse, body: Buffer): unknown {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const token = request.headers.authorization?.replace('Bearer ', '');
  // It repeats what it was sent, as careless servers do.
  if (token !== undefined && token !== WRITER_TOKEN) return json(response, 401, { error: `Invalid credentials: ${token}` });
  for (const [method, route, handle] of ROUTES) {
    const match = request.method === method ? route.exec(path) : null;
    if (match === null) continue;
    if (method === 'POST' && token === undefined) return json(response, 401, { error: 'Invalid username or password.' });
    return handle(scene, response, match[1] ?? '', body);
  }
  return json(response, 404, { error: 'Not Found' });
}

function create({ hub }: Scene, response: ServerResponse, _id: string, body: Buffer): unknown {
  const { name, organization, type } = JSON.parse(body.toString());
  if (type !== 'dataset') return json(response, 400, { error: 'Only data sets are made here.' });
  const id = `${organization}/${name}`;
  if (!hub.datasets.has(id)) hub.datasets.set(id, new Map());
  return json(response, 200, { url: `https://hub.invalid/datasets/${id}`, id });
}

function tree({ hub }: Scene, response: ServerResponse, id: string): unknown {
  const files = hub.datasets.get(id);
  if (files === undefined) return json(response, 401, { error: 'Invalid username or password.' });
  const entries = [...files].map(([path, content]) => {
    const oid = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
    const lfs = { oid: createHash('sha256').update(content).digest('hex'), size: content.length, pointerSize: 130 };
    return { type: 'file', path, size: content.length, ...(LARGE.test(path) ? { oid: '0'.repeat(40), lfs } : { oid }) };
  });
  return json(response, 200, entries);
}

function preupload(_scene: Scene, response: ServerResponse, _id: string, body: Buffer): unknown {
  const { files } = JSON.parse(body.toString()) as { files: { path: string }[] };
  return json(response, 200, { files: files.map(({ path }) => ({ path, uploadMode: LARGE.test(path) ? 'lfs' : 'regular' })) });
}

function batch({ origin }: Scene, response: ServerResponse, _id: string, body: Buffer): unknown {
  const { objects } = JSON.parse(body.toString()) as { objects: { oid: string; size: number }[] };
  const answers = objects.map(({ oid, size }) => ({ oid, size, actions: { upload: { href: `${origin}/storage/${oid}` } } }));
  return json(response, 200, { transfer: 'basic', objects: answers });
}

function store({ stored }: Scene, response: ServerResponse, oid: string, body: Buffer): unknown {
  if (createHash('sha256').update(body).digest('hex') !== oid) return json(response, 400, { error: 'The content has another digest.' });
  stored.set(oid, body);
  return json(response, 200, {});
}

type Line = { key: string; value: { path: string; content: string; oid: string; summary: string } };

function commit({ hub, stored }: Scene, response: ServerResponse, id: string, body: Buffer): unknown {
  const files = hub.datasets.get(id);
  if (files === undefined) return json(response, 404, { error: 'Repository not found' });
  const lines = body
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  for (const { key, value } of lines) {
    if (key === 'header') hub.commits.push(value.summary);
    if (key === 'file') files.set(value.path, Buffer.from(value.content, 'base64'));
    if (key === 'lfsFile') files.set(value.path, stored.get(value.oid) ?? Buffer.from(''));
    if (key === 'deletedFile') files.delete(value.path);
  }
  const commitOid = createHash('sha1').update(body).digest('hex');
  return json(response, 200, { commitOid, commitUrl: `https://hub.invalid/datasets/${id}/commit/${commitOid}`, hookOutput: '' });
}

function json(response: ServerResponse, status: number, value: unknown): ServerResponse {
  return response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
