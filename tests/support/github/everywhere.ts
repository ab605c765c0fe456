import { expect } from 'vitest';
import { Fault } from '../../../src/domain/errors.ts';
import type { GitHubServer, Trouble } from './server.ts';

/** What two runs of the same thing ask alike: numbers of releases, files and comments are others each time. */
const addressOf = (name: string): string => name.replace(/\/\d+(?=\/|$)/g, '/0');

const exactly = (name: string) =>
  new RegExp(
    `^${addressOf(name)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\/0(?=\/|$)/g, '/\\d+')}$`,
  );

/** Requests that git itself makes: how long it waits is its own affair. */
export const isGitRequest = (name: string): boolean => /\/(?:info\/refs|git-upload-pack)$/.test(name);

type What = Pick<Trouble, 'with' | 'done'>;

/** One trouble for every request of a run that went well. Between two at the same address one request passes: the next try. */
function troubleAt(requests: readonly string[], trouble: What): Trouble[] {
  const met = trouble.with === 'silence' ? requests.filter((name) => !isGitRequest(name)) : requests;
  const addresses = met.map(addressOf);
  return met.map((name, index) => ({
    at: exactly(name),
    times: 1,
    skip: addresses.indexOf(addressOf(name)) === index ? 0 : 1,
    ...trouble,
  }));
}

/** What was thrown, a fault that says what to do; null where nothing was. */
async function faultOf(act: () => Promise<unknown>, at = ''): Promise<Fault | null> {
  const thrown = await act().then(
    () => null,
    (fault: unknown) => fault,
  );
  if (thrown === null) return null;
  expect(thrown, at).toBeInstanceOf(Fault);
  expect((thrown as Fault).mend, at).toBeTruthy();
  return thrown as Fault;
}

type Acting = { requests: readonly string[]; act: () => Promise<unknown> };

/**
 * Does something while every request that it makes meets the same trouble once. Where that ends it, it ends as a fault that says what
 * to do, and it is done again, as a person reruns a job.
 * @returns how often it was done
 */
export async function throughTrouble(server: GitHubServer, { requests, trouble, act }: Acting & { trouble: What }): Promise<number> {
  server.troubles.push(...troubleAt(requests, trouble));
  for (let runs = 1; runs <= requests.length + 1; runs += 1) {
    if ((await faultOf(act)) === null) {
      server.troubles.length = 0;
      return runs;
    }
  }
  throw new Error('No rerun has completed it.');
}

type EachInTurn = Acting & {
  trouble: What;
  /** Puts everything back before each. */
  restore: () => void;
  /** What has to hold after each, once a rerun has completed it. */
  holds: () => void;
  /** How it is done while there is trouble, where that is otherwise. */
  attempt?: () => Promise<unknown>;
};

/**
 * Does something while one of its requests, and every later one at that address, meets a trouble that stays; then once more without it.
 * Each request has its turn.
 * @returns the code by which it ended for each request; null where it was done in spite of it
 */
export async function eachInTurn(
  server: GitHubServer,
  { requests, trouble, act, attempt = act, restore, holds }: EachInTurn,
): Promise<{ request: string; code: string | null }[]> {
  const ends: { request: string; code: string | null }[] = [];
  for (const [index, request] of requests.entries()) {
    restore();
    const skip = requests.slice(0, index).filter((name) => addressOf(name) === addressOf(request)).length;
    server.troubles.push({ at: exactly(request), skip, ...trouble });
    const fault = await faultOf(attempt, `${request}, number ${skip + 1}`);
    server.troubles.length = 0;
    if (fault !== null) await act();
    holds();
    ends.push({ request, code: fault?.code ?? null });
  }
  return ends;
}
