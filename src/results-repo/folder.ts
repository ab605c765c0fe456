import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { inputFault } from '../domain/errors.ts';
import type { Changes, Snapshot } from '../ports/results-store.ts';

/** Never part of a results repository's content. */
const SKIPPED = new Set(['.git', 'bundles', 'node_modules']);

/** Files read at the same time by readAll(). */
const AT_ONCE = 64;

/** The files of a plain folder as they lie there. Symbolic links are not followed. */
export function folderSnapshot(folder: string): Snapshot {
  const root = resolve(folder);
  const list = async (prefix = '') => {
    const paths: string[] = [];
    const slash = prefix.lastIndexOf('/');
    await walk(root, slash < 0 ? '' : prefix.slice(0, slash + 1), paths);
    return paths.filter((path) => path.startsWith(prefix)).sort();
  };

  return {
    commit: null,
    list,
    read: (path) => readPlain(root, path),
    async *readAll(prefix) {
      const paths = await list(prefix);
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        const some = paths.slice(at, at + AT_ONCE);
        const contents = await Promise.all(some.map((path) => readPlain(root, path)));
        for (const [index, bytes] of contents.entries()) {
          // A file that went away between the listing and here is not there.
          if (bytes !== null) yield { path: some[index] as string, bytes };
        }
      }
    },
  };
}

async function walk(root: string, below: string, paths: string[]): Promise<void> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  for (const entry of entries) {
    if (below === '' && SKIPPED.has(entry.name)) continue;
    const path = below + entry.name;
    if (entry.isDirectory()) await walk(root, `${path}/`, paths);
    else if (entry.isFile()) paths.push(path);
  }
}

async function readPlain(root: string, path: string): Promise<Uint8Array | null> {
  if (path.split('/').some((part) => part === '..' || part === '')) {
    throw inputFault(`The path ${JSON.stringify(path)} leaves the results repository.`, { code: 'path-outside' });
  }
  const file = await open(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP') return null;
    throw error;
  });
  if (file === null) return null;
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

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
