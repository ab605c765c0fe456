import { sha256 as sha256Of } from '../domain/canonical.ts';
import { type Fault, messageOf, operatorFault } from '../domain/errors.ts';
import type { RepositoryName } from './app-token.ts';
import { type GitHub, type TimeLimit, withTries } from './client.ts';
import { githubFault } from './faults.ts';
import type { ReleaseAsset } from './release-assets.ts';

/** A download that takes longer counts as lost. */
const LONGEST_MILLISECONDS = 300_000;

export type AssetDownload = {
  /** As its release lists it: so many bytes are read, and no more. */
  asset: ReleaseAsset;
  /** How pauses pass. */
  wait: (milliseconds: number) => Promise<unknown>;
  timeLimit: TimeLimit;
  /** How addresses are asked; the platform's own where left out. */
  fetch?: typeof globalThis.fetch;
};

/**
 * The bytes of a file of a release, as many as its release tells and with the digest that it tells. GitHub answers with another
 * address, signed, which is asked without the token; it may lead no further.
 * @throws Fault of the operator: asset-redirect, asset-damaged, and those of githubFault
 */
export async function downloadAsset(github: GitHub, name: RepositoryName, download: AssetDownload): Promise<Uint8Array> {
  const { asset, wait, timeLimit, fetch = globalThis.fetch } = download;
  const { baseUrl } = github.request.endpoint.DEFAULTS;
  const url = `${baseUrl}/repos/${name.owner}/${name.repository}/releases/assets/${asset.id}`;
  const { token } = (await github.auth()) as { token: string };
  const once = async () => {
    const signal = timeLimit(LONGEST_MILLISECONDS);
    const ask: Ask = (address, headers) =>
      fetch(address, { headers: { ...headers, 'accept-encoding': 'identity' }, redirect: 'manual', signal }).catch(broken);
    return bytesOf(await answerOf(ask, { url, token }), asset);
  };
  return withTries(once, { method: 'GET', url, wait }).catch((thrown: unknown) => {
    throw githubFault(thrown, 'fetch the evidence');
  });
}

type Ask = (address: string, headers: Record<string, string>) => Promise<Response>;

async function answerOf(ask: Ask, { url, token }: { url: string; token: string }): Promise<Response> {
  const answer = await ask(url, { authorization: `token ${token}`, accept: 'application/octet-stream' });
  const location = redirectOf(answer);
  if (location === null) return expectGood(answer);
  await answer.body?.cancel();
  const elsewhere = await ask(signedAddress(location, url), {});
  if (redirectOf(elsewhere) === null) return expectGood(elsewhere);
  await elsewhere.body?.cancel();
  throw astray('that leads on to another one');
}

/** Where an answer leads to; null where it is none that leads elsewhere. */
const redirectOf = ({ status, headers }: Response): string | null =>
  status >= 300 && status < 400 ? (headers.get('location') ?? '') : null;

/** The other address, which holds a secret of its own and is never shown. */
function signedAddress(location: string, from: string): string {
  if (location === '' || !URL.canParse(location, from)) throw astray('that is none');
  const { href, protocol, origin, username, password } = new URL(location, from);
  if (protocol !== 'https:' && origin !== new URL(from).origin) throw astray('that is not HTTPS');
  if (username !== '' || password !== '') throw astray('with a name and a password');
  return href;
}

const astray = (how: string): Fault =>
  operatorFault(`GitHub leads from the evidence in a release to an address ${how}.`, {
    code: 'asset-redirect',
    mend: 'Rerun the job; where it stays so, see what stands between the runner and GitHub.',
  });

async function expectGood(answer: Response): Promise<Response> {
  if (answer.status === 200) return answer;
  await answer.body?.cancel();
  const headers = Object.fromEntries(answer.headers);
  throw Object.assign(new Error(`GitHub answers with ${answer.status}`), { status: answer.status, response: { headers } });
}

/** No answer came, or only its beginning: another try may bring it. */
function broken(cause: unknown): never {
  throw Object.assign(new Error(messageOf(cause), { cause }), { status: 500 });
}

async function bytesOf(answer: Response, { bytes: told, sha256 }: ReleaseAsset): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const piece = (await reader?.read().catch(broken))?.value;
    if (piece === undefined) break;
    bytes += piece.length;
    pieces.push(piece);
    if (bytes > told) break;
  }
  await reader?.cancel();
  const content = Buffer.concat(pieces);
  if (bytes !== told) throw damaged(`with ${bytes > told ? 'more' : bytes} bytes, and its release tells ${told}`);
  if (sha256 !== null && sha256Of(content) !== sha256) throw damaged('with another digest than its release tells');
  return content;
}

const damaged = (how: string): Fault =>
  operatorFault(`The evidence in a release came ${how}.`, {
    code: 'asset-damaged',
    mend: 'Rerun the job; where it stays so, see what stands between the runner and GitHub.',
  });
