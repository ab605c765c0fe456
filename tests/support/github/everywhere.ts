import { expect } from 'vitest';
import { Fault } from '../../../src/domain/errors.ts';
import type { GitHubServer, Trouble } from './server.ts';

const exactly = (name: string) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** One trouble for every request of a run that went well. Between two at the same address one request passes: the next try. */
function troubleAt(requests: readonly string[], trouble: Pick<Trouble, 'with' | 'done'>): Trouble[] {
  return requests.map((name, index) => ({
    at: exactly(name),
    times: 1,
    skip: requests.indexOf(name) === index ? 0 : 1,
    ...trouble,
  }));
}

/**
 * Does something while every request that it makes meets the same trouble once. Where that ends it, it ends as a fault that says what
 * to do, and it is done again, as a person reruns a job.
 * @returns how often it was done
 */
export async function throughTrouble(
  server: GitHubServer,
  { requests, trouble, act }: { requests: readonly string[]; trouble: Pick<Trouble, 'with' | 'done'>; act: () => Promise<unknown> },
): Promise<number> {
  server.troubles.push(...troubleAt(requests, trouble));
  for (let runs = 1; runs <= requests.length + 1; runs += 1) {
    const thrown = await act().then(
      () => null,
      (fault: unknown) => fault,
    );
    if (thrown === null) {
      server.troubles.length = 0;
      return runs;
    }
    expect(thrown).toBeInstanceOf(Fault);
    expect((thrown as Fault).mend).toBeTruthy();
  }
  throw new Error('No rerun has completed it.');
}
