import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { type Answer, type LoopbackOrganisation, refusal, type World } from './answer.ts';
import type { App } from './app.ts';
import { openDescription } from './description.ts';
import { answerGit, isGit } from './git-http.ts';
import { answerGraphql } from './graphql.ts';
import { type Rate, rateHeaders, startRate } from './rate.ts';
import type { LoopbackRepository } from './repository.ts';
import { answerRest } from './rest.ts';
import type { Token } from './tokens.ts';
import { type Trouble, takeTrouble } from './troubles.ts';

export type { Trouble } from './troubles.ts';

export type Exchange = { name: string; status: number; by: string };

export type GitHubServer = AsyncDisposable & {
  url: string;
  world: World;
  /** Every request so far, as "GET /repos/octo/submissions/pulls/7/files". */
  requests: string[];
  /** Every request that was answered, with the status and the login of whoever made it. */
  exchanges: Exchange[];
  /** Requests and answers that GitHub's own description does not know; a test that leaves one has found a fault. */
  violations: string[];
  troubles: Trouble[];
  /** The primary limit: how many requests each token has. */
  rate: Rate;
};

type Options = { app?: App; organisations?: LoopbackOrganisation[] };

/**
 * A GitHub on loopback, with tokens that hold the grants of jobs: REST at its address, GraphQL at /graphql, uploads at
 * /uploads, git at /<owner>/<name>.git. Its end removes the repositories from the disk.
 */
export async function startGitHub(
  repositories: LoopbackRepository | LoopbackRepository[],
  tokens: Record<string, Token>,
  { app, organisations = [] }: Options = {},
): Promise<GitHubServer> {
  const world: World = { repositories: [repositories].flat(), tokens: { ...tokens }, app: app ?? null, organisations };
  const state = { world, requests: [], exchanges: [], violations: [], troubles: [], rate: startRate() } satisfies Partial<GitHubServer>;
  const { violations, rate, troubles, requests, exchanges }: Omit<GitHubServer, 'url' | typeof Symbol.asyncDispose> = state;

  const answer = async (request: IncomingMessage, url: URL): Promise<Answer> => {
    const secret = secretOf(request.headers.authorization);
    const bytes = Buffer.concat(await request.toArray());
    const method = request.method ?? '';
    const { headers } = request;
    if (isGit(url.pathname)) return answerGit(world, { method, url, secret, bytes, headers });
    const isApp = secret.split('.').length === 3;
    if (!isApp && world.tokens[secret] === undefined) return refusal(401, 'Bad credentials');
    const limited = rate.count(secret);
    if (url.pathname === '/graphql') {
      if (limited) return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] } };
      const answered = await answerGraphql(world, world.tokens[secret] as Token, jsonOf(bytes) as { query: string; variables: object });
      const unknown = (answered.errors ?? []).filter(({ type }) => type === undefined);
      violations.push(...unknown.map(({ message }) => `graphql: ${message}`));
      return { status: 200, body: answered };
    }
    if (limited) return refusal(403, 'API rate limit exceeded for installation ID 1.');
    return answered({ method, url, secret, bytes, headers });
  };

  const answered = ({
    method,
    url,
    secret,
    bytes,
    headers,
  }: {
    method: string;
    url: URL;
    secret: string;
    bytes: Buffer;
    headers: IncomingMessage['headers'];
  }): Answer => {
    const isUpload = url.pathname.startsWith('/uploads/');
    const path = isUpload ? url.pathname.slice('/uploads'.length) : url.pathname;
    const operation = openDescription()(method, path);
    const body = isUpload ? undefined : jsonOf(bytes);
    const wrong = operation === null ? `${method} ${path} is not described` : operation.requestFault(url.searchParams, body);
    if (wrong !== null) violations.push(wrong);
    if (operation === null || wrong !== null) return refusal(422, wrong ?? '');
    const { name, parameters } = operation;
    const { origin, searchParams: query } = url;
    const given = answerRest(name, { world, parameters, query, body, bytes, headers, origin, url: `${origin}${path}` }, secret);
    if (given.body instanceof Uint8Array) return given;
    const whole =
      given.status < 300 && given.body !== undefined ? { ...given, body: operation.completed(given.status, given.body) } : given;
    const unfit = operation.answerFault(whole.status, whole.body);
    if (unfit !== null) violations.push(unfit);
    return whole;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const name = `${request.method} ${url.pathname}`;
    requests.push(name);
    const secret = secretOf(request.headers.authorization);
    const by = world.tokens[secret]?.login ?? (secret.includes('.') ? 'app' : 'nobody');
    const done = async (): Promise<Answer> => {
      const given = await answer(request, url).catch((thrown: unknown): Answer => {
        violations.push(`${name}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
        return refusal(500, 'The loopback server has a fault.');
      });
      return { ...given, headers: { ...rateHeaders(rate, secret), ...given.headers } };
    };
    const trouble = takeTrouble(troubles, name);
    const told = (given: Answer) => {
      exchanges.push({ name, status: given.status, by });
      send(response, given);
    };
    if (trouble === null) return told(await done());
    if (trouble.done === true) await done();
    if (trouble.with === 'cut') return request.socket.destroy();
    if (trouble.with === 'silence') return;
    if (trouble.with === 'half') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': '1000' });
      return response.write('{"half":', () => request.socket.destroy());
    }
    if ('lateMilliseconds' in trouble.with) {
      await later(trouble.with.lateMilliseconds);
      return told(await done());
    }
    const { status, message = 'Server Error', headers = {} } = trouble.with;
    return told({ ...refusal(status, message), headers });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    ...state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      for (const repository of world.repositories) repository.remove();
    },
  };
}

/** The token of a request: as the API takes it, or as the password that git gives. */
function secretOf(authorization = ''): string {
  const [, scheme = '', given = ''] = /^(\w+) (.+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return given;
  const text = Buffer.from(given, 'base64').toString();
  return text.slice(text.indexOf(':') + 1) || text.slice(0, text.indexOf(':'));
}

const jsonOf = (bytes: Buffer): unknown => (bytes.length === 0 ? undefined : JSON.parse(bytes.toString()));

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  if (body instanceof Uint8Array) return void response.writeHead(status, headers).end(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
