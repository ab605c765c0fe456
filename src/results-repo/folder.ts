import { closeSync, constants, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { inputFault } from '../domain/errors.ts';
import type { Changes, Snapshot } from '../ports/results-store.ts';
import { readAhead } from './read-ahead.ts';

/** Never part of a results repository's content. */
const SKIPPED = new Set(['.git', 'bundles', 'node_modules']);

/** Small files read before others have their turn: about a millisecond. */
const AT_ONCE = 64;

/** So many files are read sooner than a thread starts. */
const FEW = 1000;

/**
 * The files of a plain folder as they lie there. Symbolic links are not followed. Reading is synchronous inside: for a hundred
 * thousand small files that takes a third of the time of as many promises.
 */
export function folderSnapshot(folder: string): Snapshot {
  const root = resolve(folder);
  const list = async (prefix = '') => {
    const paths: string[] = [];
    walk(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), paths);
    return paths.filter((path) => path.startsWith(prefix)).sort();
  };

  return {
    commit: null,
    list,
    read: async (path) => readPlain(root, path),
    async *readAll(prefix) {
      const paths = await list(prefix);
      if (paths.length > FEW) return yield* readAhead(root, paths);
      for (const [index, path] of paths.entries()) {
        if (index % AT_ONCE === 0) await turn();
        const bytes = readPlain(root, path);
        // A file that went away between the listing and here is not there.
        if (bytes !== null) yield { path, bytes };
      }
    },
  };
}

function walk(root: string, below: string, paths: string[]): void {
  for (const entry of entriesOf(join(root, below))) {
    if (below === '' && SKIPPED.has(entry.name)) continue;
    const path = below + entry.name;
    if (entry.isDirectory()) walk(root, `${path}/`, paths);
    else if (entry.isFile()) paths.push(path);
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readPlain(root: string, path: string): Uint8Array | null {
  if (path.split('/').some((part) => part === '..' || part === '')) {
    throw inputFault(`The path ${JSON.stringify(path)} leaves the results repository.`, { code: 'path-outside' });
  }
  const file = openPlain(`${root}/${path}`);
  if (file === null) return null;
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function openPlain(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Nothing there, or a link in the place of a file. */
const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Writes and deletes files below a folder; each file changes whole or not at all. */
export async function writeChanges(folder: string, changes: Changes): Promise<void> {
  for (const [path, bytes] of changes) {
    const at = join(resolve(folder), path);
    if (bytes === null) {
      await rm(at, { force: true });
      continue;
    }
    await mkdir(dirname(at), { recursive: true });
    const aside = `${at}.${process.pid}.new`;
    await writeFile(aside, bytes);
    await rename(aside, at);
  }
}
