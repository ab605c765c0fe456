import type { Git } from './git.ts';
import { objectId } from './object-id.ts';
import { onDisk } from './stale.ts';
import { filesOf } from './trees.ts';

/** Folders in which nothing is ignored. */
const PLACES = ['results', 'ledger', 'editions', 'leaderboard', 'labels', 'badges'];

/**
 * Paths that are not what a commit says, and of which git is told to be silent: files that the index marks as unchanged or as left
 * out, and files that an ignore list hides in the places of a results repository.
 */
export async function hiddenPaths(git: Git, commit: string): Promise<string[]> {
  return [...(await markedPaths(git, commit)), ...(await ignoredPaths(git))];
}

async function ignoredPaths(git: Git): Promise<string[]> {
  const text = await git.text(['ls-files', '--others', '-z', '--', ...PLACES]);
  return text.split('\0').filter((path) => path !== '');
}

/** Whether git leaves files out of the work tree on purpose. */
const isSparse = async (git: Git): Promise<boolean> =>
  (await git.ask(['config', '--type=bool', 'core.sparseCheckout'])).stdout.toString('utf8').trim() === 'true';

async function markedPaths(git: Git, commit: string): Promise<string[]> {
  // A small letter: assumed unchanged. S: left out.
  const text = await git.text(['ls-files', '-v', '-z']);
  const marked = text.split('\0').flatMap((line) => (/^[a-zS] /.test(line) ? [line.slice(2)] : []));
  if (marked.length === 0) return [];
  const [committed, sparse] = [await filesOf(git, commit), await isSparse(git)];
  const edited: string[] = [];
  for (const path of marked) {
    const file = await onDisk(git.folder, path);
    const id = committed.get(path)?.id;
    const same =
      file === 'missing' ? sparse || id === undefined : file !== 'other' && id !== undefined && objectId('blob', file, id) === id;
    if (!same) edited.push(path);
  }
  return edited;
}
