import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, internalFault } from '../domain/errors.ts';
import { contentDigest, type Digested, type ExpectedFile } from './content-digest.ts';
import { type HubAccess, onceFetch, type Repository, resolveUrl } from './hub-access.ts';
import { blobBytes, type CachedRepository, linkBlob } from './hub-cache.ts';
import { partialBytes } from './partial-file.ts';
import { timer } from './patient-fetch.ts';
import { downloadBlob } from './resumable-download.ts';
import { requireSafe } from './safe-path.ts';

/** Where files come from, and where they are kept. */
export type BlobSource = { access: HubAccess; repository: Repository; revision: string; cached: CachedRepository };

/**
 * Brings one file of a repository into the cache, verified, and shows it in the snapshot. What lies there already is
 * digested anew and used; where it is damaged it is fetched again.
 * @param onBytes called with how many bytes of the file are there
 * @throws Fault of the input, code hub-unsafe-path, and those of downloadBlob
 */
export async function fetchFile(
  source: BlobSource,
  expected: ExpectedFile,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Digested> {
  requireSafe(expected.path);
  const { access, repository, revision, cached } = source;
  const { wait = timer, signal } = access;
  const url = resolveUrl(access, repository, revision, expected.path);
  // Another process may complete the file, or find it damaged, between two looks; it cannot go on doing so.
  for (let look = 0; look < 3; look++) {
    const digested =
      (await digestOfBlob(cached, expected, signal)) ??
      (await downloadBlob({ url, expected, blobsFolder: cached.blobs, fetch: onceFetch(access), wait, signal, onBytes }));
    if (digested === null) continue;
    await linkBlob(cached, expected.path, expected.digest.hex);
    onBytes(expected.bytes);
    return digested;
  }
  throw internalFault(`${expected.path} of ${repository.id} comes and goes in the cache.`, { code: 'cache-unsteady' });
}

/** Bytes of files that are still to be downloaded. */
export async function missingBytes(cached: CachedRepository, expected: readonly ExpectedFile[]): Promise<number> {
  let sum = 0;
  for (const { bytes, digest } of new Map(expected.map((file) => [file.digest.hex, file])).values()) {
    if ((await blobBytes(cached, digest.hex)) === bytes) continue;
    sum += Math.max(0, bytes - (await partialBytes(cached.blobs, digest.hex)));
  }
  return sum;
}

/** The digest of a blob in the cache; null where there is none, or none that is whole, which is removed. */
async function digestOfBlob(cached: CachedRepository, expected: ExpectedFile, signal: AbortSignal | undefined): Promise<Digested | null> {
  if ((await blobBytes(cached, expected.digest.hex)) === null) return null;
  const blob = join(cached.blobs, expected.digest.hex);
  const digest = contentDigest(expected);
  try {
    for await (const piece of createReadStream(blob, { signal })) digest.take(piece as Buffer);
    return digest.finish();
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    await rm(blob, { force: true });
    return null;
  }
}
