import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../domain/canonical.ts';
import { inputFault } from '../domain/errors.ts';

/** One file of a model, by its path below the model's folder. */
export type DigestedFile = { path: string; bytes: number; sha256: string };

/** Digits of a commit id, and of the digest that stands in for one. */
const REVISION_DIGITS = 40;

/** SHA-256 of the canonical JSON of [path, sha256] pairs, sorted by path: ModelFiles.filesSha256. */
export function filesSha256(files: readonly { path: string; sha256: string }[]): string {
  return digestOf(byPath(files).map(({ path, sha256 }) => [path, sha256]));
}

/** The revision of a folder of files: the first 40 digits of filesSha256. */
export const folderRevision = (files: readonly { path: string; sha256: string }[]): string => filesSha256(files).slice(0, REVISION_DIGITS);

/** Sorted by code units, as everywhere digests depend on an order. */
export function byPath<T extends { path: string }>(files: readonly T[]): T[] {
  return [...files].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

/**
 * Every file of a folder with its digest, sorted by path. Names that begin with a dot are left out: systems put such
 * files there, and nothing loads them.
 * @throws Fault of the input: model-folder-link for links and other things that are not plain files; model-folder-name
 */
export async function digestedFiles(folder: string): Promise<DigestedFile[]> {
  const paths = await filePaths(folder);
  const files: DigestedFile[] = [];
  for (const path of paths) {
    const file = join(folder, path);
    files.push({ path, bytes: (await stat(file)).size, sha256: await fileSha256(file) });
  }
  return byPath(files);
}

/** Paths of every file below a folder, with forward slashes, in no particular order. */
async function filePaths(folder: string, prefix = ''): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    if (entry.name.includes('\uFFFD')) throw notUtf8(prefix);
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await filePaths(folder, path)));
    else if (entry.isFile()) paths.push(path);
    else {
      throw inputFault(`${path} in the model's folder is not a plain file.`, {
        code: 'model-folder-link',
        mend: 'Put the file itself there in place of a link.',
      });
    }
  }
  return paths;
}

const notUtf8 = (folder: string) =>
  inputFault(`A name in the model's folder${folder === '' ? '' : ` ${folder}`} is not UTF-8.`, {
    code: 'model-folder-name',
    mend: 'Give the file a name in plain letters.',
  });

/** SHA-256 of a file, read in pieces. */
export async function fileSha256(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { signal })) hash.update(piece);
  return hash.digest('hex');
}
