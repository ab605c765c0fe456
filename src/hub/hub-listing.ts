import { inputFault, operatorFault } from '../domain/errors.ts';
import type { ExpectedFile } from './content-digest.ts';
import { accessOptions, type HubAccess, hubLibrary, type Repository } from './hub-access.ts';

/** Most files that a repository may have. */
const MOST_FILES = 100_000;

/** Every file of a repository, by its path. */
export type Listing = ReadonlyMap<string, ExpectedFile>;

/**
 * Lists a repository at a revision, page by page: sizes and digests as the Hub announces them.
 * @throws Fault of the operator, code hub-listing-unreadable; of the input: hub-too-many-files; and what the official client throws
 */
export async function listFilesOf(access: HubAccess, { kind, id }: Repository, revision: string): Promise<Listing> {
  const { listFiles } = await hubLibrary();
  const listing = new Map<string, ExpectedFile>();
  for await (const entry of listFiles({ ...accessOptions(access), repo: { type: kind, name: id }, revision, recursive: true })) {
    if (entry.type !== 'file') continue;
    listing.set(entry.path, { path: entry.path, bytes: entry.size, digest: digestOf(entry, id) });
    if (listing.size <= MOST_FILES) continue;
    throw inputFault(`${id} has more than ${MOST_FILES} files.`, {
      code: 'hub-too-many-files',
      mend: 'Submit a repository that holds the model alone.',
    });
  }
  return listing;
}

type Entry = { path: string; size: number; oid?: string; lfs?: { oid: string; size: number } };

/** What names the blob in caches; checked, since it becomes the name of a file. */
function digestOf({ path, size, oid, lfs }: Entry, id: string): ExpectedFile['digest'] {
  const isSized = Number.isSafeInteger(size) && size >= 0;
  if (isSized && lfs !== undefined && /^[0-9a-f]{64}$/.test(lfs.oid) && lfs.size === size) return { kind: 'sha256', hex: lfs.oid };
  if (isSized && lfs === undefined && /^[0-9a-f]{40}$/.test(oid ?? '')) return { kind: 'git-blob', hex: oid as string };
  throw operatorFault(`The Hub lists ${JSON.stringify(path)} of ${id} without a size and a digest that can be checked.`, {
    code: 'hub-listing-unreadable',
    mend: 'Try again; where HF_ENDPOINT names a mirror, use one that answers as the Hub does.',
  });
}
