import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';

/** One repository in the cache and the bytes of its blobs, partial downloads included. */
export type KeptDownload = { folder: string; bytes: number };

/** Every repository of the cache, the largest first. */
export async function keptDownloads(cacheFolder: string): Promise<KeptDownload[]> {
  const names = (await namesIn(cacheFolder)).filter((name) => /^(?:models|datasets)--/.test(name));
  const kept = await Promise.all(
    names.map(async (name) => {
      const blobs = join(cacheFolder, name, 'blobs');
      const sizes = await Promise.all((await namesIn(blobs)).map((blob) => sizeOf(join(blobs, blob))));
      return { folder: join(cacheFolder, name), bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
    }),
  );
  return kept.filter(({ bytes }) => bytes > 0).sort((one, other) => other.bytes - one.bytes);
}

export type SpaceQuestion = {
  /** What is to be downloaded, for the message. */
  what: string;
  /** Bytes that are not there yet. */
  bytes: number;
  cacheFolder: string;
  /** Most bytes that all downloads together may take. */
  maximumCacheBytes: number;
};

/**
 * Makes sure that a download fits into the cache and onto its disk. Nothing is ever removed to make room.
 * @throws Fault of the operator: cache-quota, naming what lies there; disk-full
 */
export async function requireSpace({ what, bytes, cacheFolder, maximumCacheBytes }: SpaceQuestion): Promise<void> {
  if (bytes === 0) return;
  const kept = await keptDownloads(cacheFolder);
  const held = kept.reduce((sum, download) => sum + download.bytes, 0);
  if (held + bytes > maximumCacheBytes) throw quotaPassed({ what, bytes, cacheFolder, maximumCacheBytes }, kept, held);
  const { bavail, bsize } = await statfs(cacheFolder);
  const free = bavail * bsize;
  if (bytes <= free) return;
  throw operatorFault(`${what} needs ${sized(bytes)} more; the disk of ${cacheFolder} has ${sized(free)} left.`, {
    code: 'disk-full',
    mend: `Make room there${removal(kept)}, or set AI_ENERGY_SCORE_CACHE to a folder on a larger disk.`,
  });
}

/** Largest downloads that a message names. */
const MOST_NAMED = 5;

function quotaPassed({ what, bytes, cacheFolder, maximumCacheBytes }: SpaceQuestion, kept: readonly KeptDownload[], held: number) {
  const named = kept.slice(0, MOST_NAMED).map((download) => `${download.folder} (${sized(download.bytes)})`);
  const more = kept.length > MOST_NAMED ? ` and ${kept.length - MOST_NAMED} more` : '';
  const there = kept.length === 0 ? 'It is empty.' : `There lie ${named.join(', ')}${more}.`;
  return operatorFault(
    `${what} needs ${sized(bytes)} more; the cache ${cacheFolder} holds ${sized(held)} of the ${sized(maximumCacheBytes)} it may hold. ${there}`,
    {
      code: 'cache-quota',
      mend: `Remove what is no longer needed${removal(kept)}, or raise limits.cacheBytes of the policy. Nothing is removed by itself.`,
    },
  );
}

const removal = ([largest]: readonly KeptDownload[]): string => (largest === undefined ? '' : ` (as in: rm -r '${largest.folder}')`);

const sized = (bytes: number): string =>
  bytes < 1e6 ? `${bytes} bytes` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return [];
    throw cause;
  });
}

/** Size of a file; none where another process has just renamed it. */
const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0;
