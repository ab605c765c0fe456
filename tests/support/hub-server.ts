import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A repository of the loopback Hub. */
export type HubRepository = {
  kind: 'model' | 'dataset';
  id: string;
  /** The commit of its default branch. */
  commit: string;
  /** What else resolves to the commit, as branches and tags do. */
  aliases?: string[];
  files: Record<string, Uint8Array>;
  /** Paths in large-file storage, served through a redirect. */
  large?: string[];
  gated?: false | 'auto' | 'manual';
  pipelineTag?: string;
  licence?: string;
  parameters?: number;
  /** What is wrong with single files: the connection is cut half-way, or other bytes come. */
  broken?: Record<string, 'cut' | 'altered'>;
};

export type HubServer = AsyncDisposable & {
  url: string;
  /** Every request so far, as "GET /path". */
  requests: string[];
  /** Tokens that were sent, by request. */
  tokens: (string | undefined)[];
};

/** The token that may read gated files. */
export const READER_TOKEN = 'hf_loopbackreader';

/** A server on loopback that answers as the Hub's API does: repository at a revision, tree in pages, files by ranges. */
export async function startHub(
  repositories: HubRepository[],
  failure?: { status: number; error: string; times?: number },
): Promise<HubServer> {
  const requests: string[] = [];
  const tokens: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    tokens.push(request.headers.authorization?.replace('Bearer ', ''));
    if (failure === undefined || requests.length > (failure.times ?? Number.POSITIVE_INFINITY)) answer(repositories, request, response);
    else refuse(response, failure.status, failure.error);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    tokens,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(repositories: HubRepository[], request: IncomingMessage, response: ServerResponse): ServerResponse {
  const url = new URL(request.url ?? '/', 'http://hub');
  const token = request.headers.authorization?.replace('Bearer ', '');
  if (token !== undefined && token !== READER_TOKEN) return refuse(response, 401, 'Invalid credentials in Authorization header');
  const parts = /^\/(api\/)?(?:(models|datasets)\/)?([^/]+\/[^/]+)\/(revision|tree|resolve|large)\/([^/]+)(?:\/(.*))?$/.exec(url.pathname);
  if (parts === null) return refuse(response, 404, 'Not Found');
  const [, , kind, id, action, revision = '', path = ''] = parts;
  const repository = repositories.find((one) => one.id === id && one.kind === (kind === 'datasets' ? 'dataset' : 'model'));
  if (repository === undefined)
    return refuse(
      response,
      token === undefined ? 401 : 404,
      token === undefined ? 'Invalid username or password.' : 'Repository not found',
    );
  const known = [repository.commit, 'HEAD', 'main', ...(repository.aliases ?? [])];
  if (!known.includes(decodeURIComponent(revision))) return refuse(response, 404, `Invalid rev id: ${revision}`);
  if (action === 'revision') return json(response, describe(repository));
  if (action === 'tree') return tree(repository, url, response);
  if (repository.gated && token !== READER_TOKEN) {
    return refuse(response, token === undefined ? 401 : 403, `Access to model ${id} is restricted and you are not in the authorized list.`);
  }
  const content = repository.files[decodeURIComponent(path)];
  if (content === undefined) return refuse(response, 404, 'Entry not found', 'EntryNotFound');
  if (action === 'resolve' && repository.large?.includes(path)) {
    return response.writeHead(302, { location: `/${kind === 'datasets' ? 'datasets/' : ''}${id}/large/${revision}/${path}` }).end();
  }
  return sendRange(request, response, content, repository.broken?.[path]);
}

const describe = (repository: HubRepository) => ({
  _id: '0123456789abcdef',
  id: repository.id,
  sha: repository.commit,
  private: false,
  gated: repository.gated ?? false,
  downloads: 1,
  likes: 1,
  lastModified: '2025-01-01T00:00:00.000Z',
  pipeline_tag: repository.pipelineTag,
  cardData: { license: repository.licence },
  safetensors: repository.parameters === undefined ? undefined : { parameters: {}, total: repository.parameters },
});

const PAGE = 3;

function tree(repository: HubRepository, url: URL, response: ServerResponse): ServerResponse {
  const entries = Object.entries(repository.files).map(([path, content]) => {
    const git = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
    const lfs = { oid: createHash('sha256').update(content).digest('hex'), size: content.length, pointerSize: 130 };
    return {
      type: 'file',
      path,
      size: content.length,
      oid: git,
      ...(repository.large?.includes(path) ? { oid: '0'.repeat(40), lfs } : {}),
    };
  });
  const start = Number(url.searchParams.get('cursor') ?? 0);
  if (start + PAGE < entries.length) {
    const next = new URL(url);
    next.searchParams.set('cursor', String(start + PAGE));
    response.setHeader('link', `<http://${response.req.headers.host}${next.pathname}${next.search}>; rel="next"`);
  }
  return json(response, entries.slice(start, start + PAGE));
}

function sendRange(request: IncomingMessage, response: ServerResponse, content: Uint8Array, broken?: 'cut' | 'altered'): ServerResponse {
  const range = /^bytes=(\d+)-(\d+)?$/.exec(request.headers.range ?? '');
  const start = range === null ? 0 : Number(range[1]);
  const end = range?.[2] === undefined ? content.length - 1 : Math.min(Number(range[2]), content.length - 1);
  const body = Buffer.from(content.subarray(start, end + 1));
  response.setHeader('etag', '"0123456789"');
  response.setHeader('content-length', body.length);
  response.writeHead(range === null ? 200 : 206, range === null ? {} : { 'content-range': `bytes ${start}-${end}/${content.length}` });
  if (broken === 'cut' && body.length > 1) {
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
    return response;
  }
  if (broken === 'altered' && body.length > 1) body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
  return response.end(body);
}

function json(response: ServerResponse, value: unknown): ServerResponse {
  return response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, error: string, code?: string): ServerResponse {
  if (code !== undefined) response.setHeader('x-error-code', code);
  return response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ error }));
}
