import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BUNDLE_FILES } from '../../bundle/files.ts';
import { folderSnapshot } from '../../results-repo/folder.ts';
import { buildLeaderboard, derivedChanges } from '../../stages/leaderboard.ts';
import { VERSION } from '../../version.ts';
import { policyInFolder } from '../results-folder.ts';

/** What of a results repository is shown: nothing of git, nothing hidden, nothing that somebody left there. */
const SHOWN_FOLDERS = ['leaderboard', 'labels', 'badges', 'editions', 'results', 'ledger', 'bundles'];
const SHOWN_FILES = ['index.html', 'verify.html', 'sw.js', 'feed.xml', 'README.md', 'CITATION.cff', 'policy.yaml'];

/** The files that are served, by their path below the root. */
export type Content = {
  read(path: string): Promise<Uint8Array | null>;
  /** Names of the bundles at hand: the pages draw their traces. */
  bundles: readonly string[];
  /** Derived files that the folder has otherwise, or not at all. */
  stale: number;
};

/**
 * A results repository as its working tree would be after a build: what is stale is built in memory, and nothing is written.
 * @throws Fault of the input or of the operator, as `leaderboard build` does
 */
export async function contentOf(folder: string): Promise<Content> {
  const snapshot = folderSnapshot(folder);
  const built = await buildLeaderboard(snapshot, await policyInFolder(folder), { builderVersion: VERSION });
  const changes = await derivedChanges(snapshot, built, 'changed');
  return {
    read: async (path) => {
      if (!isShown(path)) return null;
      const changed = changes.get(path);
      return changed === undefined ? readInside(folder, path) : changed;
    },
    bundles: await bundlesAtHand(folder),
    stale: changes.size,
  };
}

function isShown(path: string): boolean {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part.startsWith('.') || /[\\\0]/.test(part))) return false;
  return parts.length === 1 ? SHOWN_FILES.includes(path) : SHOWN_FOLDERS.includes(parts[0] as string);
}

/** A file's bytes, unless it is none, or a link leads out of the folder. */
async function readInside(folder: string, path: string): Promise<Uint8Array | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return file.startsWith(root + sep) ? await readFile(file) : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

async function bundlesAtHand(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'bundles')).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{12}$/.test(name) && existsSync(join(folder, 'bundles', name, BUNDLE_FILES.manifest))).sort();
}
