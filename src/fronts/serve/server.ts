import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256 } from '../../domain/canonical.ts';
import { operatorFault } from '../../domain/errors.ts';
import type { Content } from './content.ts';
import { CHANGES, LIVE_SCRIPT, LIVE_SCRIPT_TEXT, listeners, servedPage } from './live.ts';

const HOST = '127.0.0.1';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/atom+xml; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  gz: 'application/gzip',
};
const TEXT = 'text/plain; charset=utf-8';
const COMPRESSED = new Set(['application/gzip', 'image/png', 'application/vnd.apache.parquet']);
/** Smaller files gain nothing. */
const WORTH_COMPRESSING = 1024;

const HEADERS = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  vary: 'accept-encoding',
};

export type RunningServer = {
  url: string;
  /** Shows other content from now on, and tells the pages that watch. */
  show(content: Content): void;
  close(): Promise<void>;
};

/**
 * Serves content on this machine alone.
 * @param port 0 for any free one
 * @throws Fault of the operator, code port-taken
 */
export async function startServer(first: Content, options: { port: number; watched: 'watched' | 'as it is' }): Promise<RunningServer> {
  let content = first;
  const waiting = listeners();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, { allow: 'GET, HEAD' });
    // A page elsewhere whose name leads to this machine must not read what is here.
    if (!isOwnHost(request.headers.host)) return refuse(response, 421);
    const path = pathIn(request.url ?? '/');
    if (path === null) return refuse(response, 400);
    if (path === CHANGES && options.watched === 'watched') return waiting.add(response);
    const bytes = path === LIVE_SCRIPT ? Buffer.from(LIVE_SCRIPT_TEXT) : await content.read(path);
    if (bytes === null) return refuse(response, 404);
    const shown = /^(index|verify)\.html$/.test(path)
      ? Buffer.from(servedPage(new TextDecoder().decode(bytes), content, options.watched))
      : bytes;
    await send(request, response, { bytes: shown, type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? TEXT });
  }

  await listen(server, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${HOST}:${port}/`,
    show: (next) => {
      content = next;
      waiting.tell();
    },
    close: async () => {
      if (!server.listening) return;
      waiting.close();
      const closed = promisify(server.close.bind(server))();
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        operatorFault(`Nothing can be served on port ${port} of ${HOST}.`, {
          code: 'port-taken',
          mend: 'Name another one: --port 0 takes any that is free.',
          cause,
        }),
      ),
    );
    server.listen(port, HOST, resolve);
  });
}

const isOwnHost = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...HEADERS, 'content-type': TEXT, ...headers });
  response.end(`${status}\n`);
}

/** The path that a request names, below the root; null for one that is none, or that leads elsewhere. */
function pathIn(url: string): string | null {
  const [written = ''] = url.split(/[?#]/);
  try {
    const path = decodeURIComponent(written).replace(/^\//, '');
    if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null;
    return path === '' ? 'index.html' : path;
  } catch {
    return null;
  }
}

async function send(request: IncomingMessage, response: ServerResponse, file: { bytes: Uint8Array; type: string }): Promise<void> {
  const etag = `"${sha256(file.bytes).slice(0, 32)}"`;
  if (request.headers['if-none-match']?.split(/,\s*/).some((known) => known.replace(/^W\//, '') === etag)) {
    response.writeHead(304, { ...HEADERS, etag });
    response.end();
    return;
  }
  const packed = isPacked(request, file) ? await promisify(gzip)(file.bytes) : null;
  const body = packed ?? file.bytes;
  response.writeHead(200, {
    ...HEADERS,
    'content-type': file.type,
    'content-length': body.byteLength,
    etag,
    ...(packed === null ? {} : { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const isPacked = (request: IncomingMessage, { bytes, type }: { bytes: Uint8Array; type: string }): boolean =>
  bytes.byteLength >= WORTH_COMPRESSING && !COMPRESSED.has(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
