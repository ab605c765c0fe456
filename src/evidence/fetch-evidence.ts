import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Fault, inputFault, messageOf, operatorFault } from '../domain/errors.ts';
import { quoted } from '../domain/submission/hostile-characters.ts';

export type EvidenceRequest = {
  url: string;
  /** What the file's SHA-256 has to be, as 64 hexadecimal digits. */
  sha256: string;
  /** Hosts that may be asked, matched whole; redirects included. */
  hosts: readonly string[];
  /** Most bytes of the file. */
  bytes: number;
  /** Where it is written; not there where anything fails. */
  file: string;
  /** Longest time for all of it, in milliseconds; ten minutes where left out. */
  deadlineMilliseconds?: number;
  signal?: AbortSignal;
  /** How addresses are asked; the platform's own where left out. */
  fetch?: typeof globalThis.fetch;
};

const DEADLINE_MILLISECONDS = 600_000;

/** Redirects that are followed: a release asset takes one or two. */
const MOST_REDIRECTS = 3;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const ABSENT: ReadonlySet<number> = new Set([401, 403, 404, 410, 451]);

/**
 * Fetches a file over HTTPS from an allowed host, never more of it than the limit, and keeps it only where its digest is as told.
 * @throws Fault of the input: evidence-host, evidence-redirect, evidence-missing, evidence-too-large, evidence-digest, evidence-encoding
 * @throws Fault of the operator: evidence-unavailable, evidence-deadline
 */
export async function fetchEvidence(request: EvidenceRequest): Promise<{ bytes: number }> {
  const deadline = AbortSignal.timeout(request.deadlineMilliseconds ?? DEADLINE_MILLISECONDS);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
  let kept = false;
  try {
    const response = await answered(request, signal);
    const bytes = await save(response, request, signal);
    kept = true;
    return { bytes };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    if (request.signal?.aborted === true) throw request.signal.reason;
    throw unavailable(request, deadline.aborted, cause);
  } finally {
    if (!kept) await rm(request.file, { force: true });
  }
}

function unavailable({ url }: EvidenceRequest, late: boolean, cause: unknown): Fault {
  if (late) {
    return operatorFault(`The evidence at ${quoted(url)} took too long.`, {
      code: 'evidence-deadline',
      mend: 'Try again; where it stays so, the file is too large or its host too slow.',
      cause,
    });
  }
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : messageOf(cause);
  return operatorFault(`The evidence at ${quoted(url)} cannot be fetched: ${reason}.`, {
    code: 'evidence-unavailable',
    mend: 'Try again later; nothing of it was kept.',
    cause,
  });
}

async function answered(request: EvidenceRequest, signal: AbortSignal): Promise<Response> {
  const ask = request.fetch ?? globalThis.fetch;
  let url = allowed(request.url, null, request.hosts);
  for (let redirects = 0; ; redirects += 1) {
    const response = await ask(url.href, { redirect: 'manual', signal, credentials: 'omit', headers: { 'accept-encoding': 'identity' } });
    if (response.status === 200) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) throw refused(request, response.status);
    if (redirects === MOST_REDIRECTS) throw redirectFault(request, `leads on more than ${MOST_REDIRECTS} times`);
    if (!URL.canParse(location, url.href)) throw redirectFault(request, 'leads to no address');
    url = allowed(new URL(location, url.href).href, request.url, request.hosts);
  }
}

/** An address that may be asked. @param from where it was redirected from; null for the submission's own */
function allowed(address: string, from: string | null, hosts: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const plain = url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  if (plain && hosts.includes(url.hostname)) return url;
  if (from !== null) throw redirectFault({ url: from }, `leads to ${quoted(address)}, which the policy does not allow`);
  const list = hosts.length === 0 ? 'It allows none.' : `It allows ${hosts.join(', ')}.`;
  throw inputFault(`The policy does not let evidence be fetched from ${quoted(url?.host ?? address)}. ${list}`, {
    code: 'evidence-host',
    mend: 'Put the packed result at a host that the policy lists under evidence.hosts, or ask the leaderboard’s team to list this one.',
  });
}

const redirectFault = ({ url }: Pick<EvidenceRequest, 'url'>, how: string) =>
  inputFault(`The evidence’s address ${quoted(url)} ${how}.`, {
    code: 'evidence-redirect',
    mend: 'Name the address at which the file itself lies.',
  });

function refused({ url }: EvidenceRequest, status: number): Fault {
  if (ABSENT.has(status)) {
    return inputFault(`There is no evidence at ${quoted(url)} that anyone may read: its host answers ${status}.`, {
      code: 'evidence-missing',
      mend: 'Upload the packed result where anyone may read it, and name that address.',
    });
  }
  return operatorFault(`The evidence at ${quoted(url)} cannot be fetched: its host answers ${status}.`, {
    code: 'evidence-unavailable',
    mend: 'Try again later; nothing of it was kept.',
  });
}

const tooLarge = (limit: number) =>
  inputFault(`The evidence has more than ${limit} bytes.`, {
    code: 'evidence-too-large',
    mend: 'Ask the leaderboard’s team for a higher evidence.bytes in the policy, if the result is really so large.',
  });

async function save(response: Response, { url, sha256, bytes: limit, file }: EvidenceRequest, signal: AbortSignal): Promise<number> {
  const encoding = response.headers.get('content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    await response.body?.cancel();
    throw inputFault(`The evidence at ${quoted(url)} comes ${quoted(encoding)}-encoded, so that its bytes are not the file’s.`, {
      code: 'evidence-encoding',
      mend: 'Have its host send the file as it is, without a content encoding.',
    });
  }
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw tooLarge(limit);
  }
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > limit) throw tooLarge(limit);
      hash.update(piece);
      yield piece;
    }
  }
  if (response.body === null) throw new Error('its host sends nothing');
  await pipeline(response.body, counted, createWriteStream(file, { flags: 'wx' }), { signal });
  const digest = hash.digest('hex');
  if (digest !== sha256) {
    throw inputFault(`The evidence at ${quoted(url)} has the SHA-256 ${digest}, not ${sha256} as the submission says.`, {
      code: 'evidence-digest',
      mend: 'Upload the packed result again, or put the SHA-256 that `ai-energy-score pack` printed into the submission.',
    });
  }
  return bytes;
}
