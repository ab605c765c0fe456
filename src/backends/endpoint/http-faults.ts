import { type Fault, inputFault, messageOf, operatorFault } from '../../domain/errors.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import type { PinnedEndpoint } from './address.ts';

/** How much of a server's own words a message repeats, in UTF-16 code units. */
const LONGEST_WORDS = 300;

/** What a server says when a prompt and its answer are longer than its model's context; each server has words of its own. */
const TOO_LONG =
  /context (?:length|size|window)|maximum (?:model )?(?:context |input )?length|max_new_tokens|max_input|too long|exceed_context_size/i;

/** A text in which the key, should the server have repeated it, cannot be read. */
export const withoutKey = (text: string, key: string | null): string => (key === null || key === '' ? text : text.replaceAll(key, '***'));

/** A server's words for people: one line, bounded, nothing in it that drives a terminal. */
export const wordsOf = (said: string): string => visible(said.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS));

/** What a refusal by the server means. */
export function refusal(endpoint: PinnedEndpoint, { status, path, said }: { status: number; path: string; said: string }): Fault {
  const { alias, keyVariable } = endpoint;
  const words = wordsOf(said);
  const told = words === '' ? '' : ` It says: ${words}`;
  const fault = (what: string, code: string, mend: string): Fault =>
    operatorFault(`The endpoint ${alias} ${what} (HTTP ${status}, ${path}).${told}`, { code, mend });
  if (status >= 300 && status < 400) {
    return fault('redirects', 'endpoint-redirects', 'Redirects are never followed; give the address that the server itself has.');
  }
  if (status === 401 || status === 403) {
    const mend = keyVariable === null ? 'Name the variable that holds its key under keyVariable.' : `See the key in ${keyVariable}.`;
    return fault('refuses the key', 'endpoint-unauthorised', mend);
  }
  if ((status === 400 || status === 413 || status === 422) && TOO_LONG.test(said)) {
    return inputFault(`The endpoint ${alias} refuses a query whose prompt and answer are longer than its model takes.${told}`, {
      code: 'prompt-too-long',
      mend: 'Serve the model with its full context, or submit a model that takes the longest query.',
    });
  }
  if (status === 404) return fault('has no such place or model', 'endpoint-not-found', 'See url, server and servedName of the endpoint.');
  if (status === 429) return fault('is busy', 'endpoint-busy', 'Keep everybody else away from it while it is measured.');
  if (status >= 500) return fault('failed', 'endpoint-failed', "See the server's own log.");
  return fault(
    'refuses the request',
    'endpoint-refused',
    'See that server in the endpoints names what runs there, in a version that takes it.',
  );
}

/** A connection that could not be opened, or broke. */
export function connectionFault({ alias }: PinnedEndpoint, cause: unknown): Fault {
  return operatorFault(`The connection to the endpoint ${alias} failed: ${messageOf(cause)}.`, {
    code: 'endpoint-connection',
    mend: 'See that the server runs and can be reached from this machine.',
    cause,
  });
}
