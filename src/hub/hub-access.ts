import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import { hubFetch } from './hub-fetch.ts';
import { patientFetch, timer, type Wait } from './patient-fetch.ts';

const HUB_URL = 'https://huggingface.co';

/** How the Hub is reached. */
export type HubAccess = {
  /** https://huggingface.co where left out. */
  hubUrl?: string | undefined;
  /** A read token, for gated and private repositories. It is sent to the Hub's own origin alone. */
  accessToken?: string | undefined;
  /** How the pauses between tries pass; a timer where left out. */
  wait?: Wait | undefined;
  /** Ends every request and every pause; what is thrown then is its reason. */
  signal?: AbortSignal | undefined;
  /** A connection that gives no byte for so long counts as cut; a minute where left out. */
  stallMilliseconds?: number | undefined;
};

/** A repository of the Hub. */
export type Repository = { kind: 'model' | 'dataset'; id: string };

/** The Hub's official client, loaded when the Hub is first asked. */
export const hubLibrary = () => import('@huggingface/hub');

/** The Hub's address, without a slash at its end. */
const hubUrlOf = ({ hubUrl }: HubAccess): string => (hubUrl ?? HUB_URL).replace(/\/+$/, '');

/** A fetch for one try: it keeps the token at the Hub's origin. */
export function onceFetch(access: HubAccess): typeof globalThis.fetch {
  const { accessToken, signal, stallMilliseconds } = access;
  const token = accessToken?.trim();
  return hubFetch({ hubUrl: hubUrlOf(access), accessToken: token === '' ? undefined : token, signal, stallMilliseconds });
}

/** The options of every call of the official client. The token is the fetch's to send, so that it goes nowhere else. */
export function accessOptions(access: HubAccess): { hubUrl: string; fetch: typeof globalThis.fetch } {
  const { wait = timer, signal } = access;
  return { hubUrl: hubUrlOf(access), fetch: patientFetch(onceFetch(access), wait, signal) };
}

/** Where a file of a repository is downloaded from: the Hub's documented resolve address. */
export function resolveUrl(access: HubAccess, { kind, id }: Repository, revision: string, path: string): string {
  const file = path.split('/').map(encodeURIComponent).join('/');
  return `${hubUrlOf(access)}/${kind === 'dataset' ? 'datasets/' : ''}${id}/resolve/${encodeURIComponent(revision)}/${file}`;
}

/** The text of a small file at a revision, fetched whole and kept nowhere. Throws what the official client throws. */
export async function fileText(access: HubAccess, repository: Repository, revision: string, path: string): Promise<string> {
  const response = await accessOptions(access).fetch(resolveUrl(access, repository, revision, path));
  if (!response.ok) throw await apiError(response);
  return response.text();
}

/** A refusal in the form of the official client's own. */
export async function apiError(response: Response): Promise<Error> {
  const text = await response.text().catch(() => '');
  let data: unknown = { message: text };
  try {
    data = JSON.parse(text);
  } catch {
    // A text that is no JSON is the message itself.
  }
  const asked = response.headers.get('retry-after');
  return Object.assign(new Error(`The answer was ${response.status}.`), { statusCode: response.status, url: response.url, data, asked });
}

/** What the Hub answered to a question about one repository. */
export type Refusal = 'missing' | 'missing-revision' | 'gated';

/** Longest words of the Hub in a message of ours. */
const LONGEST_WORDS = 300;

/**
 * Reads a failure of the official client. The Hub answers 401 for a repository that does not exist to callers without a
 * token, as it does for a token that is not valid; its words tell them apart.
 * @throws Fault of the operator where the Hub cannot be asked: hub-unauthorised, hub-rate-limited, hub-unavailable, hub-unreachable
 */
export function refusalOf(thrown: unknown, what: string): Refusal {
  if (thrown instanceof Fault) throw thrown;
  const {
    statusCode: status,
    data,
    asked,
  } = thrown as { statusCode?: unknown; data?: { error?: unknown; message?: unknown }; asked?: unknown };
  // The client's own message ends with the URL, whose words mean nothing here.
  const words = String(data?.error ?? data?.message ?? messageOf(thrown));
  const message = words.slice(0, LONGEST_WORDS).trim().replace(/\.$/, '');
  if (typeof status !== 'number') {
    throw operatorFault(`The Hub could not be read for ${what}: ${message}.`, {
      code: 'hub-unreachable',
      mend: 'Check the network (and HF_ENDPOINT, where it is set), and try again; with --offline the Hub is left out.',
      cause: thrown,
    });
  }
  if (status === 404) return /\brev(?:ision)?\b/i.test(message) ? 'missing-revision' : 'missing';
  if (status === 403 || (status === 401 && /gated|restricted|awaiting/i.test(message))) return 'gated';
  if (status === 401 && /invalid username or password|repository not found/i.test(message)) return 'missing';
  if (status === 401) {
    throw operatorFault(`The Hub refuses the access token for ${what}: ${message}.`, {
      code: 'hub-unauthorised',
      mend: 'Set HF_TOKEN to a token that is valid and may read this repository, or to none.',
      cause: thrown,
    });
  }
  if (status === 429) {
    const wait = typeof asked === 'string' && /^\d+$/.test(asked) ? ` It asks to wait ${asked} s.` : '';
    throw operatorFault(`The Hub limits the rate of requests, asked for ${what}: ${message}.${wait}`, {
      code: 'hub-rate-limited',
      mend: 'Wait some minutes, or set HF_TOKEN: callers with a token may ask more often.',
      cause: thrown,
    });
  }
  throw operatorFault(`The Hub answered ${status} for ${what}: ${message}.`, {
    code: 'hub-unavailable',
    mend: 'Try again later; https://status.huggingface.co tells whether the Hub has trouble.',
    cause: thrown,
  });
}
