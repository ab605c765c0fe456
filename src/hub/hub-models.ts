import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, inputFault, operatorFault } from '../domain/errors.ts';
import type { ModelFiles } from '../ports/hub.ts';
import { byPath, type DigestedFile, fileSha256, filesSha256 } from './folder-digest.ts';
import { accessOptions, type HubAccess, hubLibrary, type Refusal, refusalOf } from './hub-access.ts';
import { neededPaths, type WeightFormat } from './needed-files.ts';
import { type ExpectedFile, saveVerified } from './verified-file.ts';

export type HubModelRequest = {
  id: string;
  /** The pinned commit: 40 hexadecimal digits. */
  revision: string;
  /** Which ONNX files; null for a repository that gives only the tokenizer or processor. */
  format: WeightFormat | null;
  /** Folder of all downloads; a model lies below it at <org>/<name>/<revision>. */
  cacheFolder: string;
  /** Largest download, in bytes. */
  maximumBytes: number;
  /** Called as bytes arrive. */
  onProgress?: (done: { bytes: number; of: number }) => void;
};

/** Where the digests of what was downloaded in one format are kept; a name with a dot in front is no file of the model. */
function digestsFile(folder: string, format: WeightFormat | null): string {
  const { precision, quantization } = format ?? { precision: 'processor', quantization: null };
  const name = quantization === null ? precision : `${precision}-${quantization.method}-${quantization.bits}`;
  return join(folder, `.${name}.json`);
}

type Digests = { parameters: number | null; files: DigestedFile[] };

/**
 * Downloads what a run needs of a model at its pinned revision and verifies every file by size and digest. What lies in
 * the cache is digested anew and used without asking the Hub.
 * @throws Fault of the input: hub-model-missing, hub-revision-missing, model-too-large, model-pickle, hub-unsafe-path,
 *   onnx-file-missing; of the operator: hub-gated, hub-revision-moved, and those of refusalOf and saveVerified
 */
export async function hubModel(request: HubModelRequest, access: HubAccess = {}): Promise<ModelFiles> {
  const folder = join(request.cacheFolder, request.id, request.revision);
  const cached = await readCache(digestsFile(folder, request.format), folder);
  const { parameters, files } = cached ?? (await download(request, access, folder));
  return {
    folder,
    source: 'hub',
    revision: request.revision,
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    filesSha256: filesSha256(files),
    parameters,
  };
}

async function download(request: HubModelRequest, access: HubAccess, folder: string): Promise<Digests> {
  const { id, revision, maximumBytes } = request;
  const { downloadFile } = await hubLibrary();
  const { expected, parameters } = await listNeeded(request, access);
  const of = expected.reduce((sum, { bytes }) => sum + bytes, 0);
  if (of > maximumBytes) {
    throw inputFault(`${id} needs ${of} bytes; ${maximumBytes} are allowed.`, {
      code: 'model-too-large',
      mend: 'Submit a smaller model, or ask the operator to raise limits.modelBytes of the policy.',
    });
  }
  let bytes = 0;
  const files: DigestedFile[] = [];
  for (const file of expected) {
    try {
      const content = await downloadFile({ ...accessOptions(access), repo: id, revision, path: file.path });
      if (content === null)
        throw operatorFault(`The Hub lists ${file.path} and then denies it.`, { code: 'hub-download-differs', mend: 'Try again.' });
      const sha256 = await saveVerified(content, join(folder, file.path), file, (more) => {
        bytes += more;
        request.onProgress?.({ bytes, of });
      });
      files.push({ path: file.path, bytes: file.bytes, sha256 });
    } catch (thrown) {
      throw refused(refusalOf(thrown, `${file.path} of ${id}`), request);
    }
  }
  return writeCache(digestsFile(folder, request.format), { parameters, files: byPath(files) });
}

/** What is to be downloaded, and what the Hub says of it; the commit has to be the pinned one. */
async function listNeeded(request: HubModelRequest, access: HubAccess): Promise<{ expected: ExpectedFile[]; parameters: number | null }> {
  const { id, revision, format } = request;
  const { modelInfo, listFiles } = await hubLibrary();
  const options = accessOptions(access);
  try {
    const { sha, safetensors } = await modelInfo({ ...options, name: id, revision, additionalFields: ['sha', 'safetensors'] });
    if (sha !== revision) {
      throw operatorFault(`The Hub resolves the revision ${revision} of ${id} to ${sha}.`, {
        code: 'hub-revision-moved',
        mend: 'Pin the commit itself: a branch or a tag of that name moves.',
      });
    }
    const there = new Map<string, ExpectedFile>();
    for await (const entry of listFiles({ ...options, repo: id, revision, recursive: true })) {
      if (entry.type !== 'file') continue;
      const gitBlob = entry.lfs === undefined ? (entry.oid ?? null) : null;
      there.set(entry.path, { path: entry.path, bytes: entry.size, sha256: entry.lfs?.oid ?? null, gitBlob });
    }
    const expected = neededPaths([...there.keys()], format).flatMap((path) => there.get(path) ?? []);
    return { expected, parameters: safetensors?.total ?? null };
  } catch (thrown) {
    throw refused(refusalOf(thrown, `${id} at ${revision}`), request);
  }
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

/** A cached model whose files all have the digests they had when they were downloaded; null for anything else. */
async function readCache(file: string, folder: string): Promise<Digests | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const digests = JSON.parse(text) as Digests;
  for (const { path, sha256 } of digests.files) {
    const actual = await fileSha256(join(folder, path)).catch(() => null);
    if (actual !== sha256) return null;
  }
  return digests;
}

async function writeCache(file: string, digests: Digests): Promise<Digests> {
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, JSON.stringify(digests));
  await rename(partial, file);
  return digests;
}
