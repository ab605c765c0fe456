import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { internalFault, messageOf, operatorFault } from '../domain/errors.ts';
import { licenceFrom } from '../domain/licence.ts';
import type { ModelFiles } from '../ports/hub.ts';
import { byPath, type DigestedFile, fileSha256 } from './folder-digest.ts';
import type { Repository } from './hub-access.ts';

/**
 * A repository in the cache, laid out as the Hub's Python library does, which therefore finds it offline:
 * <cache>/models--org--name/blobs/<digest>, and snapshots/<revision>/<path> as relative links to the blobs.
 * The digests of what one kind of run needs stand in manifests/<revision>.<name>.json, which that library leaves alone.
 */
export type CachedRepository = { folder: string; blobs: string; snapshot: string; manifest(name: string): string };

/** What is kept of one download: its files' digests, the parameters they hold, and the licence; earlier versions kept no licence. */
export type Manifest = { parameters: number | null; licence?: string | null; files: DigestedFile[] };

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/;
const COMMIT = /^[0-9a-f]{40}$/;

/** Where a repository lies in the cache. */
export function cachedRepository(cacheFolder: string, { kind, id }: Repository, revision: string): CachedRepository {
  if (!ID.test(id) || !COMMIT.test(revision)) {
    throw internalFault(`${JSON.stringify(id)} at ${JSON.stringify(revision)} names no commit of a repository.`, { code: 'hub-bad-name' });
  }
  const folder = join(cacheFolder, `${kind}s--${id.replace('/', '--')}`);
  return {
    folder,
    blobs: join(folder, 'blobs'),
    snapshot: join(folder, 'snapshots', revision),
    manifest: (name) => join(folder, 'manifests', `${revision}.${name}.json`),
  };
}

/** The folders that a sandbox has to show, read only and at the same paths, for a model's files to be readable. */
export function readableFolders({ folder, source }: Pick<ModelFiles, 'folder' | 'source'>): string[] {
  if (source === 'endpoint') return [];
  return source === 'local' ? [folder] : [folder, join(folder, '..', '..', 'blobs')];
}

/**
 * Makes a repository's folders where they are not there yet.
 * @throws Fault of the operator, code cache-refused
 */
export async function makeFolders({ folder, blobs, snapshot }: CachedRepository): Promise<void> {
  try {
    for (const path of [blobs, snapshot, join(folder, 'refs'), join(folder, 'manifests')]) await mkdir(path, { recursive: true });
  } catch (cause) {
    throw operatorFault(`The cache cannot be made at ${folder}: ${messageOf(cause)}.`, {
      code: 'cache-refused',
      mend: 'Set AI_ENERGY_SCORE_CACHE to a folder in a place where you may write.',
      cause,
    });
  }
}

/** Shows a blob as a file of the snapshot. The link is relative, so that the cache can be moved as a whole. */
export async function linkBlob({ snapshot }: CachedRepository, path: string, digest: string): Promise<void> {
  const link = join(snapshot, path);
  const up = path.split('/').length + 1;
  await mkdir(dirname(link), { recursive: true });
  const fresh = `${link}.${randomUUID()}.link`;
  await symlink(posix.join(...Array<string>(up).fill('..'), 'blobs', digest), fresh);
  await rename(fresh, link);
}

/** What was downloaded before, if every file of it has the digest it had then; null for anything else. */
export async function readManifest(cached: CachedRepository, name: string, signal?: AbortSignal): Promise<Manifest | null> {
  const manifest = await manifestAt(cached.manifest(name));
  if (manifest === null) return null;
  const blobs = await realpath(cached.blobs).catch(() => null);
  for (const { path, sha256 } of manifest.files) {
    const file = await realpath(join(cached.snapshot, path)).catch(() => null);
    if (file === null || blobs === null || !file.startsWith(blobs + sep)) return null;
    const actual = await fileSha256(file, signal).catch(() => null);
    signal?.throwIfAborted();
    if (actual !== sha256) return null;
  }
  return manifest;
}

async function manifestAt(file: string): Promise<Manifest | null> {
  try {
    const { parameters, licence, files } = JSON.parse(await readFile(file, 'utf8')) as Partial<Manifest>;
    if (!Array.isArray(files) || !files.every(isDigested)) return null;
    return {
      parameters: typeof parameters === 'number' ? parameters : null,
      ...(licence === undefined ? {} : { licence: licenceFrom(licence) }),
      files: byPath(files),
    };
  } catch {
    // Missing, or no JSON: whatever it was, the files are looked at anew.
    return null;
  }
}

const isDigested = (value: unknown): value is DigestedFile => {
  const { path, bytes, sha256 } = (value ?? {}) as Partial<DigestedFile>;
  return typeof path === 'string' && typeof bytes === 'number' && typeof sha256 === 'string';
};

export async function writeManifest(cached: CachedRepository, name: string, { files, ...rest }: Manifest): Promise<Manifest> {
  const manifest = { ...rest, files: byPath(files) };
  const file = cached.manifest(name);
  const partial = `${file}.${randomUUID()}.partial`;
  await writeFile(partial, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(partial, file);
  return manifest;
}

/** Bytes of a blob that is there; null where there is none. */
export async function blobBytes({ blobs }: CachedRepository, digest: string): Promise<number | null> {
  return (await stat(join(blobs, digest)).catch(() => null))?.size ?? null;
}
