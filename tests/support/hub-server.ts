import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong while a file is served. */
export type FileTrouble =
  /** The connection is cut half-way, always; or other bytes come. */
  | 'cut'
  | 'altered'
  /** The connection is cut after so many bytes of the body, the first times. */
  | { kind: 'cut-after'; bytes: number; times: number }
  | { kind: 'status'; status: number; error: string; retryAfter?: string; times?: number }
  /** The request is taken and never answered. */
  | { kind: 'silent' }
  /** After so many bytes of the body nothing comes until the promise is kept. */
  | { kind: 'held'; bytes: number; until: Promise<unknown> }
  /** Ranges are ignored, refused, or answered from another place. */
  | { kind: 'no-ranges' | 'refused-ranges' | 'moved-ranges' }
  /** Something else is served. */
  | { kind: 'replaced'; content: Uint8Array };

/** A repository of the loopback Hub. */
export type HubRepository = {
  kind: 'model' | 'dataset';
  id: string;
  /** The commit of its default branch. */
  commit: string;
  /** What else resolves to the commit, as branches and tags do. */
  aliases?: string[];
  files: Record<string, Uint8Array>;
  /** Paths in large-file storage, served through a redirect to another origin. */
  large?: string[];
  gated?: false | 'auto' | 'manual';
  /** Shown to nobody without the token. */
  private?: boolean;
  pipelineTag?: string;
  licence?: string;
  /** The head of its card, where it tells another thing than the licence alone; nothing at all where it is null. */
  card?: unknown;
  parameters?: number;
  /** What the listing says of single files in place of the truth. */
  listed?: Record<string, Record<string, unknown>>;
  /** What is wrong with single files. */
  broken?: Record<string, FileTrouble>;
};

/** A refusal of every request, or of the first ones. */
export type Failure = { status: number; error: string; times?: number; retryAfter?: string };

/** One of the two origins: the Hub's own, or the storage that it redirects to. */
type Origin = {
  url: string;
  /** Every request so far, as "GET /path". */
  requests: string[];
  /** Tokens that were sent, by request. */
  tokens: (string | undefined)[];
  /** Ranges that were asked for, by request. */
  ranges: (string | undefined)[];
};

export type HubServer = AsyncDisposable & Origin & { storage: Origin };

/** The token that may read gated and private files. */
export const READER_TOKEN = 'hf_loopbackreader';

type Scene = { repositories: HubRepository[]; storageUrl: string; served: Map<FileTrouble, number> };

/** A server on loopback that answers as the Hub's API does: repository at a revision, tree in pages, files by ranges. */
export async function startHub(repositories: HubRepository[], failure?: Failure): Promise<HubServer> {
  const scene: Scene = { repositories, storageUrl: '', served: new Map() };
  const storage = await startOrigin((request, response) => serveStored(scene, request, response));
  scene.storageUrl = storage.origin.url;
  const hub = await startOrigin((request, response, count) => {
    if (failure === undefined || count > (failure.times ?? Number.POSITIVE_INFINITY)) return answer(scene, request, response);
    return refuse(response, failure.status, failure.error, undefined, failure.retryAfter);
  });
  return {
    ...hub.origin,
    storage: storage.origin,
    async [Symbol.asyncDispose]() {
      for (const { server } of [hub, storage]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => unknown;

async function startOrigin(answerOne: Answer): Promise<{ server: Server; origin: Origin }> {
  const origin: Origin = { url: '', requests: [], tokens: [], ranges: [] };
  const server = createServer((request, response) => {
    origin.requests.push(`${request.method} ${request.url}`);
    origin.tokens.push(tokenOf(request));
    origin.ranges.push(request.headers.range);
    answerOne(request, response, origin.requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, origin };
}

const tokenOf = (request: IncomingMessage): string | undefined => request.headers.authorization?.replace('Bearer ', '');

const ADDRESS = /^\/(api\/)?(?:(models|datasets)\/)?([^/]+\/[^/]+)\/(revision|tree|resolve|large)\/([^/]+)(?:\/(.*))?$/;

function answer(scene: Scene, request: IncomingMessage, response: ServerResponse): ServerResponse {
  const url = new URL(request.url ?? '/', 'http://hub');
  const token = tokenOf(request);
  if (token !== undefined && token !== READER_TOKEN) {
    // It repeats what it was sent, as careless servers do.
    return refuse(response, 401, `Invalid credentials in Authorization header: ${token}`);
  }
  const parts = ADDRESS.exec(url.pathname);
  if (parts === null) return refuse(response, 404, 'Not Found');
  const [, , kind, id, action, revision = '', path = ''] = parts;
  const repository = repositoryOf(scene, kind, id);
  if (repository === undefined || (repository.private && token !== READER_TOKEN))
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
  const file = decodeURIComponent(path);
  const content = repository.files[file];
  if (content === undefined) return refuse(response, 404, 'Entry not found', 'EntryNotFound');
  if (repository.large?.includes(file)) {
    const location = `${scene.storageUrl}/${kind === 'datasets' ? 'datasets/' : ''}${id}/large/${revision}/${path}?signature=1`;
    return response.writeHead(302, { location }).end();
  }
  return serve(scene, request, response, content, repository.broken?.[file]);
}

/** The storage knows no tokens: whoever has the signed address may read. */
function serveStored(scene: Scene, request: IncomingMessage, response: ServerResponse): ServerResponse {
  const [, , kind, id, , , path = ''] = ADDRESS.exec(new URL(request.url ?? '/', 'http://storage').pathname) ?? [];
  const repository = repositoryOf(scene, kind, id);
  const file = decodeURIComponent(path);
  const content = repository?.files[file];
  if (content === undefined) return response.writeHead(403).end('<Error>AccessDenied</Error>');
  return serve(scene, request, response, content, repository?.broken?.[file]);
}

const repositoryOf = ({ repositories }: Scene, kind: string | undefined, id: string | undefined) =>
  repositories.find((one) => one.id === id && one.kind === (kind === 'datasets' ? 'dataset' : 'model'));

const describe = (repository: HubRepository) => ({
  _id: '0123456789abcdef',
  id: repository.id,
  sha: repository.commit,
  private: repository.private ?? false,
  gated: repository.gated ?? false,
  downloads: 1,
  likes: 1,
  lastModified: '2025-01-01T00:00:00.000Z',
  pipeline_tag: repository.pipelineTag,
  cardData: repository.card === undefined ? { license: repository.licence } : (repository.card ?? undefined),
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
      ...repository.listed?.[path],
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

/** Whether a trouble that lasts for some requests lasts still. */
function lasts({ served }: Scene, trouble: FileTrouble & object, times: number): boolean {
  const before = served.get(trouble) ?? 0;
  served.set(trouble, before + 1);
  return before < times;
}

function serve(
  scene: Scene,
  request: IncomingMessage,
  response: ServerResponse,
  content: Uint8Array,
  trouble: FileTrouble | undefined,
): ServerResponse {
  if (typeof trouble !== 'object') return sendRange(request, response, content, trouble);
  const range = request.headers.range;
  switch (trouble.kind) {
    case 'silent':
      return response;
    case 'status':
      if (!lasts(scene, trouble, trouble.times ?? Number.POSITIVE_INFINITY)) return sendRange(request, response, content);
      return refuse(response, trouble.status, trouble.error, undefined, trouble.retryAfter);
    case 'replaced':
      return sendRange(request, response, trouble.content);
    case 'no-ranges':
      delete request.headers.range;
      return sendRange(request, response, content);
    case 'refused-ranges':
      return range === undefined ? sendRange(request, response, content) : response.writeHead(416).end();
    case 'moved-ranges':
      if (range !== undefined) request.headers.range = 'bytes=1-';
      return sendRange(request, response, content);
    case 'cut-after':
      if (!lasts(scene, trouble, trouble.times)) return sendRange(request, response, content);
      return sendRange(request, response, content, { bytes: trouble.bytes, next: () => response.destroy() });
    case 'held':
      return sendRange(request, response, content, {
        bytes: trouble.bytes,
        next: (rest) => void trouble.until.then(() => response.end(rest)),
      });
  }
}

/** What happens after so many bytes of a body. */
type Interruption = { bytes: number; next: (rest: Uint8Array) => void };

function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  content: Uint8Array,
  broken?: 'cut' | 'altered' | Interruption,
): ServerResponse {
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
  if (typeof broken === 'object') {
    const sent = body.subarray(0, broken.bytes);
    response.write(sent, () => broken.next(body.subarray(sent.length)));
    return response;
  }
  if (broken === 'altered' && body.length > 1) body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
  return response.end(body);
}

function json(response: ServerResponse, value: unknown): ServerResponse {
  return response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, error: string, code?: string, retryAfter?: string): ServerResponse {
  if (code !== undefined) response.setHeader('x-error-code', code);
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  return response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ error }));
}
