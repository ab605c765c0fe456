import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDescription } from './description.ts';
import { answerGraphql } from './graphql.ts';
import { type Answer, answerRest, refusal } from './rest.ts';
import type { LoopbackRepository } from './state.ts';
import type { Token } from './tokens.ts';

/** What goes wrong with the next requests of a kind. */
export type Trouble = {
  /** Matches "POST /repos/…" or "POST /graphql". */
  at: RegExp;
  /** How often; forever where left out. */
  times?: number;
  /** Whether the request is done nevertheless, though its answer is lost. */
  done?: boolean;
  /** An answer, a connection that is cut before it or in the midst of it, or none at all. */
  with: { status: number; message?: string; headers?: Record<string, string> } | 'cut' | 'half' | 'silence';
};

export type GitHubServer = AsyncDisposable & {
  url: string;
  /** Every request so far, as "GET /repos/octo/submissions/pulls/7/files". */
  requests: string[];
  /** Requests and answers that GitHub's own description does not know; a test that leaves one has found a fault. */
  violations: string[];
  troubles: Trouble[];
};

/** A GitHub on loopback: one repository in memory, tokens with the grants of jobs. */
export async function startGitHub(repository: LoopbackRepository, tokens: Record<string, Token>): Promise<GitHubServer> {
  const find = openDescription();
  const state: Pick<GitHubServer, 'requests' | 'violations' | 'troubles'> = { requests: [], violations: [], troubles: [] };

  const answer = async (request: IncomingMessage, url: URL): Promise<Answer> => {
    const token = tokens[/^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''];
    if (token === undefined) return refusal(401, 'Bad credentials');
    const text = Buffer.concat(await request.toArray()).toString();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (url.pathname === '/graphql') {
      const answered = await answerGraphql(repository, token, body as { query: string; variables: object });
      const unknown = (answered.errors ?? []).filter(({ type }) => type === undefined);
      state.violations.push(...unknown.map(({ message }) => `graphql: ${message}`));
      return { status: 200, body: answered };
    }
    const operation = find(request.method ?? '', url.pathname);
    const wrong =
      operation === null ? `${request.method} ${url.pathname} is not described` : operation.requestFault(url.searchParams, body);
    if (wrong !== null) state.violations.push(wrong);
    if (operation === null || wrong !== null) return refusal(422, wrong ?? '');
    const answered = answerRest({ repository, token, operation, query: url.searchParams, body, url: `${url.origin}${url.pathname}` });
    const unfit = operation.answerFault(answered.status, answered.body);
    if (unfit !== null) state.violations.push(unfit);
    return answered;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const name = `${request.method} ${url.pathname}`;
    state.requests.push(name);
    const trouble = takeTrouble(state.troubles, name);
    if (trouble === null) return send(response, await answer(request, url));
    if (trouble.done === true) await answer(request, url);
    if (trouble.with === 'cut') return request.socket.destroy();
    if (trouble.with === 'silence') return;
    if (trouble.with === 'half') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': '1000' });
      return response.write('{"half":', () => request.socket.destroy());
    }
    const { status, message = 'Server Error', headers = {} } = trouble.with;
    return send(response, { ...refusal(status, message), headers });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    ...state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function takeTrouble(troubles: Trouble[], name: string): Trouble | null {
  const trouble = troubles.find(({ at, times }) => at.test(name) && (times === undefined || times > 0));
  if (trouble === undefined) return null;
  if (trouble.times !== undefined) trouble.times--;
  return trouble;
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
