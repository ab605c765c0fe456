import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one address answers: a file, or whatever a test does with the response. */
export type Answer = Uint8Array | ((response: ServerResponse) => void);

/**
 * Hosts on loopback: each answer by its https address. The fetch stands for the platform's own, and asks this server in place of the
 * host; everything else of a request and an answer is as it would be.
 */
export async function evidenceServer(answers: Readonly<Record<string, Answer>>) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const address = `https:/${request.url}`;
    requests.push(address);
    const answer = answers[address];
    if (answer === undefined) response.writeHead(404).end('no such file');
    else if (typeof answer === 'function') answer(response);
    else response.writeHead(200, { 'content-length': answer.length }).end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(String(input));
    return globalThis.fetch(`http://127.0.0.1:${port}/${url.host}${url.pathname}`, init);
  };
  return {
    fetch,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
