import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { messageOf, operatorFault } from '../domain/errors.ts';
import type { FoundFile, SubmissionFiles } from '../ports/submission-files.ts';

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

const codeOf = (thrown: unknown): unknown => (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined);

/** What these mean is said of the file; anything else is the machine's. */
const ABSENT = new Set<unknown>(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

const unreadable = (path: string, thrown: unknown) =>
  operatorFault(`Cannot read ${path}: ${messageOf(thrown)}.`, {
    code: 'submission-unreadable',
    mend: 'Check the permissions of the file and of the folders above it.',
    cause: thrown,
  });

/** What kind of thing lies at a path, without following a link. */
async function kindAt(path: string): Promise<'file' | 'folder' | 'link' | 'other' | null> {
  try {
    const status = await lstat(path);
    if (status.isSymbolicLink()) return 'link';
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? 'file' : 'other';
  } catch (thrown) {
    if (ABSENT.has(codeOf(thrown))) return null;
    throw unreadable(path, thrown);
  }
}

/** Whether the file, or a folder between it and the root, is a symbolic link. */
async function isLinked(path: string, root: string): Promise<boolean> {
  const below = relative(root, path);
  const isBelow = below !== '' && !below.startsWith('..') && resolve(root, below) === resolve(path);
  const parts = isBelow ? below.split(sep) : [];
  const steps = isBelow ? parts.map((_, index) => join(root, ...parts.slice(0, index + 1))) : [path];
  for (const step of steps) if ((await kindAt(step)) === 'link') return true;
  return false;
}

async function read(path: string, { root, limit }: { root: string; limit: number }): Promise<FoundFile> {
  if (await isLinked(path, root)) return { kind: 'symlink' };
  const kind = await kindAt(path);
  if (kind === null) return { kind: 'missing' };
  if (kind !== 'file') return { kind: 'not a file' };
  try {
    // The file may have been exchanged since it was looked at: no link is followed, no pipe waited for.
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = await file.stat();
    if (!status.isFile()) return { kind: 'not a file' };
    if (status.size > limit) return { kind: 'too large', bytes: status.size };
    const buffer = new Uint8Array(limit + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > limit) return { kind: 'too large', bytes: length };
    return { kind: 'read', bytes: buffer.slice(0, length) };
  } catch (thrown) {
    if (codeOf(thrown) === 'ELOOP') return { kind: 'symlink' };
    throw unreadable(path, thrown);
  }
}

/** Folders that hold no submissions, however deep one looks. */
const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    throw unreadable(folder, thrown);
  });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !/\.ya?ml$/i.test(entry.name)) {
      if (!isPassedOver(entry.name)) found.push(...(await below(path)));
    } else if (/\.ya?ml$/i.test(entry.name)) found.push(slashes(path));
  }
  return found;
}

async function list(path: string): Promise<string[] | null> {
  if ((await kindAt(path)) !== 'folder') return null;
  return (await below(path)).sort((a, b) => (a < b ? -1 : 1));
}

/** Submissions on this machine. */
export const localSubmissionFiles: SubmissionFiles = {
  resolve: (path) => slashes(resolve(path)),
  read,
  list,
};
