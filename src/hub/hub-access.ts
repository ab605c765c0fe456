import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import { patientFetch, type Wait } from './patient-fetch.ts';

/** How the Hub is reached. */
export type HubAccess = {
  /** https://huggingface.co where left out. */
  hubUrl?: string | undefined;
  /** A read token, for gated models. */
  accessToken?: string | undefined;
  /** How the pauses between tries pass; a timer where left out. */
  wait?: Wait | undefined;
};

/** The Hub's official client, loaded when the Hub is first asked. */
export const hubLibrary = () => import('@huggingface/hub');

/** The options of every call of the official client. */
export function accessOptions({ hubUrl, accessToken, wait }: HubAccess): {
  hubUrl?: string;
  accessToken?: string;
  fetch: typeof globalThis.fetch;
} {
  return {
    ...(hubUrl === undefined ? {} : { hubUrl }),
    ...(accessToken === undefined ? {} : { accessToken }),
    fetch: patientFetch(globalThis.fetch, wait),
  };
}

/** What the Hub answered to a question about one repository. */
export type Refusal = 'missing' | 'missing-revision' | 'gated';

/**
 * Reads a failure of the official client. The Hub answers 401 for a repository that does not exist to callers without a
 * token, as it does for a token that is not valid; its words tell them apart.
 * @throws Fault of the operator where the Hub cannot be asked: hub-unauthorised, hub-rate-limited, hub-unavailable, hub-unreachable
 */
export function refusalOf(thrown: unknown, what: string): Refusal {
  if (thrown instanceof Fault) throw thrown;
  const { statusCode: status, data } = thrown as { statusCode?: unknown; data?: { error?: unknown; message?: unknown } };
  // The client's own message ends with the URL, whose words mean nothing here.
  const message = String(data?.error ?? data?.message ?? messageOf(thrown));
  if (typeof status !== 'number') {
    throw operatorFault(`The Hub could not be read for ${what}: ${message}`, {
      code: 'hub-unreachable',
      mend: 'Check the network and try again; with --offline the Hub is left out.',
      cause: thrown,
    });
  }
  if (status === 404) return /\brev(?:ision)?\b/i.test(message) ? 'missing-revision' : 'missing';
  if (status === 403 || (status === 401 && /gated|restricted|awaiting/i.test(message))) return 'gated';
  if (status === 401 && /invalid username or password|repository not found/i.test(message)) return 'missing';
  if (status === 401) {
    throw operatorFault(`The Hub refuses the access token for ${what}: ${message}`, {
      code: 'hub-unauthorised',
      mend: 'Set HF_TOKEN to a token that is valid and may read this repository, or to none.',
      cause: thrown,
    });
  }
  if (status === 429) {
    throw operatorFault(`The Hub limits the rate of requests: ${message}`, {
      code: 'hub-rate-limited',
      mend: 'Wait some minutes, or set HF_TOKEN: callers with a token may ask more often.',
      cause: thrown,
    });
  }
  throw operatorFault(`The Hub answered ${status} for ${what}: ${message}`, {
    code: 'hub-unavailable',
    mend: 'Try again later.',
    cause: thrown,
  });
}
