import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inputFault } from '../domain/errors.ts';
import { licenceFrom, statedLicence } from '../domain/licence.ts';
import type { ModelCatalogue, ModelFiles, ModelMetadata } from '../ports/hub.ts';
import { isCodeChoosing, namesCustomCode, refuseCustomCode } from './custom-code.ts';
import { type DigestedFile, digestedFiles, filesSha256, folderRevision } from './folder-digest.ts';
import { localCard } from './local-card.ts';
import { type ModelFormat, neededFiles } from './needed-files.ts';
import { safetensorsHeadOf } from './safetensors-head.ts';

/** Metadata of the models in a folder laid out as <folder>/<org>/<name>/…; a model's revision is the digest of its files. */
export function localCatalogue(folder: string): ModelCatalogue {
  return {
    async lookUp(id, revision) {
      const files = await modelFiles(folder, id);
      if (files === null) return { kind: 'missing' };
      if (folderRevision(files) !== revision) return { kind: 'missing-revision' };
      return { kind: 'found', model: await metadataOf(join(folder, id), id, revision, files) };
    },
  };
}

/**
 * A model of a local folder, every file of it digested.
 * @param folder of all models; this one lies below it at <org>/<name>
 * @param format what a run needs of it, to be looked at as a download is; not looked at where left out
 * @throws Fault of the input: local-model-missing, local-revision-differs (it names the right one), model-folder-link,
 *   model-custom-code, model-not-safetensors, and those of neededFiles
 */
export async function localModel(folder: string, id: string, revision: string, format?: ModelFormat): Promise<ModelFiles> {
  const files = await modelFiles(folder, id);
  if (files === null) {
    throw inputFault(`There is no model ${id} in ${folder}.`, {
      code: 'local-model-missing',
      mend: `Put its files into ${join(folder, id)}.`,
    });
  }
  const actual = folderRevision(files);
  if (actual !== revision) {
    throw inputFault(`The files of ${id} have the revision ${actual}, not ${revision}.`, {
      code: 'local-revision-differs',
      mend: `Write revision: ${actual} into the submission, or bring the files back as they were.`,
    });
  }
  return {
    folder: join(folder, id),
    source: 'local',
    revision,
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    filesSha256: filesSha256(files),
    parameters: format === undefined ? null : await checkedParameters(join(folder, id), files, format),
    licence: licenceFrom(statedLicence(await localCard(join(folder, id), files))),
  };
}

/** The licence that a local model's card states, in the form of records; null also where its folder cannot be read. */
export async function localLicence(folder: string, id: string, revision: string): Promise<string | null> {
  const found = await localCatalogue(folder)
    .lookUp(id, revision)
    .catch(() => null);
  return found?.kind === 'found' ? licenceFrom(found.model.licence) : null;
}

/** The parameters that the heads of the needed safetensors tell; null for ONNX and for quantised weights, which pack them. */
async function checkedParameters(folder: string, files: readonly DigestedFile[], format: ModelFormat): Promise<number | null> {
  const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
  const { configuration, weights } = await neededFiles(
    files.map(({ path }) => path),
    format,
    read,
  );
  await refuseCustomCode(configuration, read);
  if (format.kind !== 'transformers') return null;
  let elements = 0;
  for (const path of weights) elements += (await safetensorsHeadOf(join(folder, path), path)).elements;
  return format.quantization === null ? elements : null;
}

/** The files of a model with their digests, or null where there is no such folder. */
async function modelFiles(folder: string, id: string): Promise<DigestedFile[] | null> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) return null;
  const found = await stat(join(folder, id)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw cause;
  });
  return found?.isDirectory() ? digestedFiles(join(folder, id)) : null;
}

async function metadataOf(folder: string, id: string, revision: string, files: readonly DigestedFile[]): Promise<ModelMetadata> {
  const card = await localCard(folder, files);
  return {
    id,
    revision,
    pipelineTag: textOrNull(card.pipeline_tag),
    licence: statedLicence(card),
    gated: false,
    parameters: null,
    files: files.map(({ path, bytes }) => ({ path, bytes })),
    customCode: await bringsCode(folder, files),
  };
}

async function bringsCode(folder: string, files: readonly DigestedFile[]): Promise<boolean> {
  for (const { path } of files) {
    if (isCodeChoosing(path) && namesCustomCode(await readFile(join(folder, path), 'utf8'))) return true;
  }
  return false;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
