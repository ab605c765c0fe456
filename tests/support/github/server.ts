import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { type Answer, type LoopbackOrganisation, refusal, type World } from './answer.ts';
import { answerTo } from './answers.ts';
import type { App } from './app.ts';
import { endlessPatience, type Patience } from './patience.ts';
import { type Rate, rateHeaders, startRate } from './rate.ts';
import type { LoopbackRepository } from './repository.ts';
import type { Token } from './tokens.ts';
import { type Trouble, takeTrouble } from './troubles.ts';

export type { Trouble } from './troubles.ts';

export type GitHubServer = AsyncDisposable & {
  url: string;
  world: World;
  /** Every request so far, as "GET /repos/octo/submissions/pulls/7/files". */
  requests: string[];
  /** Every request that was answered, with the status and the login of whoever made it. */
  exchanges: { name: string; status: number; by: string }[];
  /** Everything that a request changed, also where its answer was lost: "POST /repos/…", "createCommitOnBranch", "git push". */
  changes: { what: string; by: string }[];
  /** Requests and answers that GitHub's own description does not know; a test that leaves one has found a fault. */
  violations: string[];
  troubles: Trouble[];
  /** The primary limit: how many requests each token has. */
  rate: Rate;
  /** How time passes for clients of this server: it runs out where a request meets silence. */
  timeLimit: Patience['timeLimit'];
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
  const patience = endlessPatience();
  const state: Omit<GitHubServer, 'url' | typeof Symbol.asyncDispose> = {
    world: { repositories: [repositories].flat(), tokens: { ...tokens }, app: app ?? null, organisations },
    requests: [],
    exchanges: [],
    changes: [],
    violations: [],
    troubles: [],
    rate: startRate(),
    timeLimit: patience.timeLimit,
  };
  const { world, rate, violations } = state;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const name = `${request.method} ${url.pathname}`;
    state.requests.push(name);
    const secret = secretOf(request.headers.authorization);
    const by = world.tokens[secret]?.login ?? (secret.includes('.') ? 'app' : 'nobody');
    const books = { world, rate, violations, note: (what: string) => state.changes.push({ what, by }) };
    const done = async (): Promise<Answer> => {
      const bytes = Buffer.concat(await request.toArray());
      const arrived = { method: request.method ?? '', url, secret, bytes, headers: request.headers };
      const given = await answerTo(books, arrived).catch((thrown: unknown) => {
        violations.push(`${name}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
        return refusal(500, 'The loopback server has a fault.');
      });
      return { ...given, headers: { ...rateHeaders(rate, secret), ...given.headers } };
    };
    const tell = (given: Answer) => {
      state.exchanges.push({ name, status: given.status, by });
      send(response, given);
    };
    const trouble = takeTrouble(state.troubles, name);
    if (trouble === null) return tell(await done());
    if (trouble.done === true) await done();
    if (trouble.with === 'cut') return request.socket.destroy();
    if (trouble.with === 'silence') return patience.runOut();
    if (trouble.with === 'half') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': '1000' });
      return response.write('{"half":', () => request.socket.destroy());
    }
    if ('lateMilliseconds' in trouble.with) {
      await later(trouble.with.lateMilliseconds);
      return tell(await done());
    }
    const { status, message = 'Server Error', headers = {} } = trouble.with;
    return tell({ ...refusal(status, message), headers });
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

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  if (body instanceof Uint8Array) return void response.writeHead(status, headers).end(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
