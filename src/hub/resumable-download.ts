import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import { contentDigest, type Digested, differs, type ExpectedFile } from './content-digest.ts';
import { apiError } from './hub-access.ts';
import { reasonOf } from './hub-fetch.ts';
import { sweepPartials, takePartial } from './partial-file.ts';
import { askedFor, isPassing, pauseFor, type Wait } from './patient-fetch.ts';

/** Waits before each further try, in milliseconds. */
const WAITS = [500, 1000, 2000, 4000, 8000, 16_000, 30_000] as const;

/** Longest wait that an answer's Retry-After can ask for, in milliseconds: the Hub counts requests over five minutes. */
const LONGEST_WAIT = 300_000;

/** A try that brought so many bytes counts as a good one, after which all tries are left again. */
const GOOD_BYTES = 16 * 1024 * 1024;

export type Download = {
  url: string;
  expected: ExpectedFile;
  blobsFolder: string;
  /** One try each: how often it is asked again is decided here. */
  fetch: typeof globalThis.fetch;
  wait: Wait;
  signal: AbortSignal | undefined;
  /** Called with how many bytes lie there, which fall where a server makes the download start again. */
  onBytes(bytes: number): void;
};

/** One request's end: the whole file, or what may pass. */
type Try = { kind: 'whole' } | { kind: 'passing'; cause: unknown; askedMilliseconds: number | null } | { kind: 'again' };

/**
 * Downloads a file to <blobsFolder>/<digest>: continues what lies there in part, tries again where the connection is cut,
 * and keeps the whole file only when size and digest are those announced. What an end leaves behind can be continued.
 * @returns the file's digest; null where another process has downloaded it meanwhile
 * @throws Fault of the operator: hub-download-incomplete, hub-download-differs, disk-full; of the input: model-pickle,
 *   model-not-safetensors; what refusalOf reads; or the signal's reason
 */
export async function downloadBlob(download: Download): Promise<Digested | null> {
  const { blobsFolder, expected, wait, signal } = download;
  const partial = await takePartial({ blobsFolder, digest: expected.digest.hex, wait, signal });
  if (partial === null) return null;
  try {
    const digested = await fill(partial.file, download);
    await rename(partial.file, join(blobsFolder, expected.digest.hex));
    await sweepPartials(blobsFolder, expected.digest.hex);
    return digested;
  } catch (thrown) {
    if (isWorthless(thrown)) await partial.discard();
    else await partial.release();
    throw thrown;
  }
}

const WORTHLESS: ReadonlySet<string> = new Set(['hub-download-differs', 'model-pickle', 'model-not-safetensors']);

/** Whether the bytes themselves are at fault, so that nothing of them may be continued. */
const isWorthless = (thrown: unknown): boolean => thrown instanceof Fault && WORTHLESS.has(thrown.code);

async function fill(file: string, download: Download): Promise<Digested> {
  const { expected, wait, signal } = download;
  const handle = await open(file, 'r+');
  try {
    const state = { handle, digest: await digestOfPart(file, handle, expected), ranges: true };
    download.onBytes(state.digest.bytes());
    let failed = 0;
    while (state.digest.bytes() < expected.bytes) {
      const before = state.digest.bytes();
      const tried = await once(state, download);
      if (tried.kind === 'whole') break;
      if (tried.kind === 'again') continue;
      if (state.digest.bytes() - before >= GOOD_BYTES) failed = 0;
      const pause = WAITS[failed++];
      if (pause === undefined || (tried.askedMilliseconds ?? 0) > LONGEST_WAIT)
        throw gaveUp(tried.cause, state.digest.bytes(), failed, download);
      await pauseFor(wait, tried.askedMilliseconds ?? pause, signal);
    }
    await handle.sync();
    return state.digest.finish();
  } finally {
    await handle.close();
  }
}

type State = { handle: FileHandle; digest: ReturnType<typeof contentDigest>; ranges: boolean };

/** The digest of what lies there already; of nothing where that is more than the whole. */
async function digestOfPart(file: string, handle: FileHandle, expected: ExpectedFile) {
  const digest = contentDigest(expected);
  if ((await handle.stat()).size > expected.bytes) {
    await handle.truncate(0);
    return digest;
  }
  for await (const piece of createReadStream(file)) digest.take(piece as Buffer);
  return digest;
}

async function once(state: State, download: Download): Promise<Try> {
  const { url, expected, signal } = download;
  const start = state.ranges ? state.digest.bytes() : 0;
  try {
    // A compressed answer would have other bytes than the file, at other places.
    const headers = { 'accept-encoding': 'identity', ...(start > 0 ? { range: `bytes=${start}-` } : {}) };
    const response = await download.fetch(url, { headers });
    if (response.status === 416 && start > 0) return startAgain(state, download);
    if (!response.ok) return await refused(response, download);
    if (response.status === 206 && start > 0 && !response.headers.get('content-range')?.startsWith(`bytes ${start}-`)) {
      await response.body?.cancel();
      return startAgain(state, download);
    }
    await requireLength(response, expected, response.status === 206 ? start : 0);
    if (response.status !== 206 && state.digest.bytes() > 0) await empty(state, download);
    for await (const piece of response.body ?? []) {
      await write(state, piece, download);
      download.onBytes(state.digest.bytes());
    }
    signal?.throwIfAborted();
    if (state.digest.bytes() === expected.bytes) return { kind: 'whole' };
    return { kind: 'passing', cause: new Error('the answer ended early'), askedMilliseconds: null };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Fault && cause.code !== 'hub-unreachable') throw cause;
    if ((cause as { statusCode?: unknown }).statusCode !== undefined) throw cause;
    return { kind: 'passing', cause, askedMilliseconds: null };
  }
}

/** From the first byte and without ranges: the server does not continue as it was asked to. */
async function startAgain(state: State, download: Download): Promise<Try> {
  state.ranges = false;
  await empty(state, download);
  return { kind: 'again' };
}

async function empty(state: State, download: Download): Promise<void> {
  await state.handle.truncate(0);
  state.digest = contentDigest(download.expected);
  download.onBytes(0);
}

async function write(state: State, piece: Uint8Array, { expected, blobsFolder }: Download): Promise<void> {
  const position = state.digest.bytes();
  state.digest.take(piece);
  try {
    for (let written = 0; written < piece.length; ) {
      written += (await state.handle.write(piece, written, piece.length - written, position + written)).bytesWritten;
    }
  } catch (cause) {
    throw operatorFault(`${expected.path} cannot be written below ${blobsFolder}: ${messageOf(cause)}.`, {
      code: 'cache-refused',
      mend: 'Make room there, or set AI_ENERGY_SCORE_CACHE to a folder with more; what was downloaded is kept.',
      cause,
    });
  }
}

async function requireLength(response: Response, { path, bytes }: ExpectedFile, start: number): Promise<void> {
  const length = response.headers.get('content-length');
  if (length === null || Number(length) === bytes - start) return;
  await response.body?.cancel();
  throw differs(path, `has ${Number(length) + start} bytes at ${hostOf(response)}, not the ${bytes} the Hub announced`);
}

async function refused(response: Response, { url, expected }: Download): Promise<Try> {
  const askedMilliseconds = askedFor(response, Date.now());
  const atHub = response.url === '' || new URL(response.url).origin === new URL(url).origin;
  const error = await apiError(response);
  if (isPassing(response.status)) return { kind: 'passing', cause: error, askedMilliseconds };
  if (atHub) throw error;
  throw operatorFault(`${hostOf(response)}, to which the Hub sends for ${expected.path}, answered ${response.status}.`, {
    code: 'hub-unavailable',
    mend: 'Try again later; a proxy between here and that host has to let it through.',
    cause: error,
  });
}

/** The last word after the last try: what the Hub answered, else how far the download came. */
function gaveUp(cause: unknown, bytes: number, tries: number, { expected, url }: Download): unknown {
  if ((cause as { statusCode?: unknown }).statusCode !== undefined) return cause;
  const times = tries === 1 ? 'once' : `${tries} times`;
  return operatorFault(
    `The download of ${expected.path} from ${new URL(url).host} was cut ${times}, at last after ${bytes} of ${expected.bytes} bytes: ${reasonOf(cause)}.`,
    { code: 'hub-download-incomplete', mend: 'Try again: what has come is kept, and the download goes on from there.', cause },
  );
}

const hostOf = (response: Response): string => (response.url === '' ? 'the Hub' : new URL(response.url).host);
