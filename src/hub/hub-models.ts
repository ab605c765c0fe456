import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, inputFault, operatorFault } from '../domain/errors.ts';
import { licenceFrom, statedLicence } from '../domain/licence.ts';
import type { ModelFiles } from '../ports/hub.ts';
import { requireSpace } from './cache-space.ts';
import type { Digested, ExpectedFile } from './content-digest.ts';
import { refuseCustomCode } from './custom-code.ts';
import { filesSha256 } from './folder-digest.ts';
import { accessOptions, type HubAccess, hubLibrary, type Refusal, type Repository, refusalOf } from './hub-access.ts';
import { type BlobSource, fetchFile, missingBytes } from './hub-blobs.ts';
import { type CachedRepository, cachedRepository, type Manifest, makeFolders, readManifest, writeManifest } from './hub-cache.ts';
import { hubLicence } from './hub-licence.ts';
import { type Listing, listFilesOf } from './hub-listing.ts';
import { formatName, type ModelFormat, type NeededFiles, neededFiles } from './needed-files.ts';

export type HubModelRequest = {
  id: string;
  /** The pinned commit: 40 hexadecimal digits. */
  revision: string;
  format: ModelFormat;
  /** Folder of all downloads, laid out as the cache of the Hub's Python library. */
  cacheFolder: string;
  /** Largest model, in bytes. */
  maximumBytes: number;
  /** Most bytes that all downloads in the folder may take. */
  maximumCacheBytes: number;
  /** Called as bytes arrive; what lay there already counts. */
  onProgress?: (done: { bytes: number; of: number }) => void;
};

/** Largest file of configuration, in bytes: the largest tokenizers have some 40 MB. */
const LARGEST_CONFIGURATION = 100_000_000;

/**
 * Downloads what a run needs of a model at its pinned revision and verifies every file by size and digest. What lies in
 * the cache is digested anew and used without asking the Hub (but for the licence, which earlier versions did not keep); a
 * download that was broken off goes on where it stopped. The signal of `access` ends it at any point, with its own reason.
 * @throws Fault of the input: hub-model-missing, hub-revision-missing, model-too-large, model-pickle, model-custom-code,
 *   model-not-safetensors, and those of neededFiles; of the operator: hub-gated, hub-revision-moved, hub-file-denied, cache-quota,
 *   disk-full, cache-refused, and those of refusalOf and downloadBlob
 */
export async function hubModel(request: HubModelRequest, access: HubAccess = {}): Promise<ModelFiles> {
  const { revision } = request;
  const cached = cachedRepository(request.cacheFolder, repositoryOf(request), revision);
  const kept = await readManifest(cached, formatName(request.format), access.signal);
  const { parameters, files, licence } = kept ?? (await download(request, access, cached));
  return {
    folder: cached.snapshot,
    source: 'hub',
    revision,
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    filesSha256: filesSha256(files),
    parameters,
    licence: licence === undefined ? await hubLicence(access, request.id, revision) : licence,
  };
}

const repositoryOf = ({ id }: HubModelRequest): Repository => ({ kind: 'model', id });

async function download(request: HubModelRequest, access: HubAccess, cached: CachedRepository): Promise<Manifest> {
  const { id, revision, format } = request;
  const { listing, parameters, licence } = await listed(request, access);
  await makeFolders(cached);
  const source: BlobSource = { access, repository: repositoryOf(request), revision, cached };
  const fetched = new Map<string, Digested>();
  const fetchOne = async (path: string, onBytes?: (bytes: number) => void): Promise<void> => {
    try {
      fetched.set(path, await fetchFile(source, expectedOf(listing, path), onBytes));
    } catch (thrown) {
      access.signal?.throwIfAborted();
      const refusal = refusalOf(thrown, `${path} of ${id}`);
      throw refusal === 'gated' ? refused(refusal, request) : denied(path, id, thrown);
    }
  };
  const read = async (path: string): Promise<string> => {
    requireSmall(expectedOf(listing, path));
    if (!fetched.has(path)) await fetchOne(path);
    return readFile(join(cached.snapshot, path), 'utf8');
  };

  const needed = await neededFiles([...listing.keys()], format, read);
  await requireRoom(request, cached, needed, listing);
  await refuseCustomCode(needed.configuration, read);
  const progress = progressOf(request, [...needed.configuration, ...needed.weights], listing);
  for (const path of [...needed.configuration, ...needed.weights]) {
    if (fetched.has(path)) progress(path)(expectedOf(listing, path).bytes);
    else await fetchOne(path, progress(path));
  }
  const files = filesOf(fetched, listing, needed);
  return writeManifest(cached, formatName(format), { parameters: parameters ?? countedIn(fetched, format), licence, files });
}

type Listed = { listing: Listing; parameters: number | null; licence: string | null };

/** What a repository holds, and the parameters and the licence that the Hub tells; the commit has to be the pinned one. */
async function listed(request: HubModelRequest, access: HubAccess): Promise<Listed> {
  const { id, revision } = request;
  const { modelInfo } = await hubLibrary();
  try {
    const { sha, safetensors, cardData } = await modelInfo({
      ...accessOptions(access),
      name: id,
      revision,
      additionalFields: ['sha', 'safetensors', 'cardData'],
    });
    if (sha !== revision) {
      throw operatorFault(`The Hub resolves the revision ${revision} of ${id} to ${sha}.`, {
        code: 'hub-revision-moved',
        mend: 'Pin the commit itself: a branch or a tag of that name moves.',
      });
    }
    const listing = await listFilesOf(access, repositoryOf(request), revision);
    return { listing, parameters: safetensors?.total ?? null, licence: licenceFrom(statedLicence(cardData)) };
  } catch (thrown) {
    access.signal?.throwIfAborted();
    throw refused(refusalOf(thrown, `${id} at ${revision}`), request);
  }
}

const denied = (path: string, id: string, cause: unknown): Fault =>
  operatorFault(`The Hub lists ${path} of ${id} and then has no such file.`, {
    code: 'hub-file-denied',
    mend: 'Try again; where HF_ENDPOINT names a mirror, it may lack the file.',
    cause,
  });

const expectedOf = (listing: Listing, path: string): ExpectedFile => listing.get(path) as ExpectedFile;

function requireSmall({ path, bytes }: ExpectedFile): void {
  if (bytes <= LARGEST_CONFIGURATION) return;
  throw inputFault(`${path} has ${bytes} bytes; configuration has at most ${LARGEST_CONFIGURATION}.`, {
    code: 'model-configuration-too-large',
    mend: 'Submit a repository whose configuration is only that.',
  });
}

/** Sizes, quota and disk, before the first byte of weights flows. */
async function requireRoom(request: HubModelRequest, cached: CachedRepository, needed: NeededFiles, listing: Listing): Promise<void> {
  const { id, cacheFolder, maximumBytes, maximumCacheBytes } = request;
  const configuration = needed.configuration.map((path) => expectedOf(listing, path));
  for (const file of configuration) requireSmall(file);
  const files = [...configuration, ...needed.weights.map((path) => expectedOf(listing, path))];
  const of = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (of > maximumBytes) {
    throw inputFault(`${id} needs ${of} bytes; ${maximumBytes} are allowed.`, {
      code: 'model-too-large',
      mend: 'Submit a smaller model, or ask the operator to raise limits.modelBytes of the policy.',
    });
  }
  await requireSpace({ what: id, bytes: await missingBytes(cached, files), cacheFolder, maximumCacheBytes });
}

function progressOf({ onProgress }: HubModelRequest, paths: readonly string[], listing: Listing) {
  const of = paths.reduce((sum, path) => sum + expectedOf(listing, path).bytes, 0);
  const there = new Map<string, number>();
  return (path: string) => (bytes: number) => {
    there.set(path, bytes);
    onProgress?.({ bytes: [...there.values()].reduce((sum, part) => sum + part, 0), of });
  };
}

function filesOf(fetched: ReadonlyMap<string, Digested>, listing: Listing, needed: NeededFiles): Manifest['files'] {
  return [...needed.configuration, ...needed.weights].map((path) => {
    const { sha256 } = fetched.get(path) as Digested;
    return { path, bytes: expectedOf(listing, path).bytes, sha256 };
  });
}

/** Parameters by the heads of the safetensors; null for quantised weights, which pack several into one element. */
function countedIn(fetched: ReadonlyMap<string, Digested>, format: ModelFormat): number | null {
  if (format.kind !== 'transformers' || format.quantization !== null) return null;
  const counts = [...fetched.values()].map(({ elements }) => elements).filter((elements) => elements !== null);
  return counts.length === 0 ? null : counts.reduce((sum, elements) => sum + elements, 0);
}

function refused(refusal: Refusal, { id, revision }: HubModelRequest): Fault {
  switch (refusal) {
    case 'missing':
      return inputFault(`The Hub has no model ${id}, or does not show it.`, {
        code: 'hub-model-missing',
        mend: 'Check the spelling; a private model needs an access token.',
      });
    case 'missing-revision':
      return inputFault(`The Hub has no revision ${revision} of ${id}.`, {
        code: 'hub-revision-missing',
        mend: `Take the commit from https://huggingface.co/${id}/commits/main.`,
      });
    case 'gated':
      return operatorFault(`${id} is gated.`, {
        code: 'hub-gated',
        mend: 'Accept its conditions on the Hub and set HF_TOKEN to a token of that account.',
      });
  }
}
