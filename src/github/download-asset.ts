import { operatorFault } from '../domain/errors.ts';
import type { RepositoryName } from './app-token.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';

/** Pauses before the second, third and fourth try, in milliseconds. */
const PAUSES = [500, 2000, 8000] as const;

/** A download that takes longer counts as lost. */
const LONGEST_MILLISECONDS = 300_000;

export type AssetDownload = {
  asset: number;
  /** Most bytes that are read. */
  bytes: number;
  /** How pauses pass. */
  wait: (milliseconds: number) => Promise<unknown>;
};

/**
 * The bytes of a file of a release. GitHub answers with another address, which is asked without the token.
 * @throws Fault of the operator: asset-too-large, and those of githubFault
 */
export async function downloadAsset(github: GitHub, name: RepositoryName, { asset, bytes, wait }: AssetDownload): Promise<Uint8Array> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await withinLimit(await answerOf(github, name, asset), bytes);
    } catch (thrown) {
      const pause = PAUSES[turn];
      const status = Number((thrown as { status?: unknown }).status);
      // Without a status no answer came, or none that was whole.
      const isPassing = Number.isNaN(status) || status === 429 || status === 403 || status >= 500;
      if (pause === undefined || !isPassing || (thrown as { code?: unknown }).code === 'asset-too-large') throw asFault(thrown);
      await wait(Math.round(pause * (0.5 + Math.random())));
    }
  }
}

const asFault = (thrown: unknown) => {
  const status = Number((thrown as { status?: unknown }).status);
  return githubFault(
    Number.isNaN(status) && thrown instanceof Error ? Object.assign(thrown, { status: 500 }) : thrown,
    'fetch the evidence',
  );
};

async function answerOf(github: GitHub, { owner, repository }: RepositoryName, asset: number): Promise<Response> {
  const { token } = (await github.auth()) as { token: string };
  const { baseUrl } = github.request.endpoint.DEFAULTS;
  const signal = AbortSignal.timeout(LONGEST_MILLISECONDS);
  const url = `${baseUrl}/repos/${owner}/${repository}/releases/assets/${asset}`;
  const headers = { authorization: `token ${token}`, accept: 'application/octet-stream' };
  const answer = await fetch(url, { headers, redirect: 'manual', signal });
  const elsewhere = answer.headers.get('location');
  if (answer.status < 300 || answer.status >= 400 || elsewhere === null) return expectGood(answer);
  await answer.body?.cancel();
  const { href, protocol, origin } = new URL(elsewhere, url);
  if (protocol !== 'https:' && origin !== new URL(url).origin) throw failed(502, 'GitHub names an address that is not HTTPS');
  return expectGood(await fetch(href, { redirect: 'error', signal }));
}

async function expectGood(answer: Response): Promise<Response> {
  if (answer.status === 200) return answer;
  await answer.body?.cancel();
  throw failed(answer.status, `GitHub answers with ${answer.status}`);
}

const failed = (status: number, message: string): Error => Object.assign(new Error(message), { status, response: {} });

async function withinLimit(answer: Response, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.body ?? []) {
    bytes += piece.length;
    if (bytes > limit) {
      throw operatorFault(`The evidence has more than ${limit} bytes.`, {
        code: 'asset-too-large',
        mend: 'See evidence.bytes in the policy of the results repository.',
      });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
