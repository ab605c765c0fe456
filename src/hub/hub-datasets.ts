import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import type { DatasetHub } from '../ports/hub.ts';
import { requireSpace } from './cache-space.ts';
import { accessOptions, type HubAccess, hubLibrary, type Repository, refusalOf } from './hub-access.ts';
import { fetchFile, missingBytes } from './hub-blobs.ts';
import { cachedRepository, makeFolders } from './hub-cache.ts';
import { type Listing, listFilesOf } from './hub-listing.ts';

export type DatasetCache = {
  /** Folder of all downloads, the same as the models'. */
  cacheFolder: string;
  /** Most bytes that all downloads in the folder may take. */
  maximumCacheBytes: number;
  /** Called as a file's bytes arrive. */
  onProgress?: (file: string, done: { bytes: number; of: number }) => void;
};

/**
 * Data sets of the Hugging Face Hub at a pinned commit. A file is downloaded whole, since only then its digest can be
 * checked; a download that was broken off goes on where it stopped.
 */
export function hubDatasets(cache: DatasetCache, access: HubAccess = {}): DatasetHub {
  const listings = new Map<string, Listing>();
  const listingOf = async (repository: Repository, revision: string): Promise<Listing> => {
    const key = `${repository.id}@${revision}`;
    const listing = listings.get(key) ?? (await listFilesOf(access, repository, revision));
    listings.set(key, listing);
    return listing;
  };
  return {
    async resolve(id) {
      const { datasetInfo } = await hubLibrary();
      try {
        const { sha: revision } = await datasetInfo({ ...accessOptions(access), name: id, additionalFields: ['sha'] });
        return { revision, paths: [...(await listingOf({ kind: 'dataset', id }, revision)).keys()].sort() };
      } catch (thrown) {
        access.signal?.throwIfAborted();
        if (refusalOf(thrown, `the data set ${id}`) === 'missing') return null;
        throw closed(id, thrown);
      }
    },
    async open(id, revision, path) {
      const repository: Repository = { kind: 'dataset', id };
      try {
        const expected = (await listingOf(repository, revision)).get(path);
        if (expected === undefined) throw closed(id, null);
        const cached = cachedRepository(cache.cacheFolder, repository, revision);
        await makeFolders(cached);
        const bytes = await missingBytes(cached, [expected]);
        await requireSpace({ what: `${path} of the data set ${id}`, bytes, ...cache });
        await fetchFile({ access, repository, revision, cached }, expected, (done) =>
          cache.onProgress?.(path, { bytes: done, of: expected.bytes }),
        );
        const file = join(cached.snapshot, path);
        return { byteLength: expected.bytes, slice: (start, end = expected.bytes) => bytesOf(file, start, end) };
      } catch (thrown) {
        access.signal?.throwIfAborted();
        refusalOf(thrown, `the data set ${id}`);
        throw closed(id, thrown);
      }
    },
  };
}

/** The bytes of a file from start up to end, without end; fewer where the file ends before. */
async function bytesOf(file: string, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  const handle = await open(file);
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.buffer.slice(0, filled);
  } finally {
    await handle.close();
  }
}

const closed = (id: string, cause: unknown) =>
  operatorFault(`The Hub does not give access to the data set ${id}.`, {
    code: 'hub-dataset-closed',
    mend: 'Accept its conditions on the Hub and set HF_TOKEN, or name a local data set in the policy.',
    cause,
  });
