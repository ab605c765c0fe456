import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { messageOf, operatorFault } from '../domain/errors.ts';

/**
 * Makes a folder with the folders above it that are missing, one step each. Node's own recursive mkdir never ends where the kernel
 * answers "no such file" to mkdir itself, as below /proc.
 * @throws Fault of the operator: not-a-folder where something else lies there or above, folder-refused where the system makes none
 */
export async function makeFolder(folder: string): Promise<void> {
  for (const path of await missingFolders(resolve(folder))) {
    await mkdir(path).catch(async (cause: NodeJS.ErrnoException) => {
      // Another process has made it meanwhile.
      if (cause.code === 'EEXIST' && (await kindOf(path)) === 'folder') return;
      throw operatorFault(`The folder ${path} cannot be made: ${messageOf(cause)}.`, {
        code: 'folder-refused',
        mend: 'Name a folder in a place where you may write.',
        cause,
      });
    });
  }
}

/** The folder and those above it that are not there, the uppermost first. */
async function missingFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (let path = folder; ; path = dirname(path)) {
    const kind = await kindOf(path);
    if (kind === 'folder') return missing;
    if (kind === 'other') {
      throw operatorFault(`${path} is not a folder.`, { code: 'not-a-folder', mend: 'Name a folder, or a path where nothing lies yet.' });
    }
    missing.unshift(path);
    if (path === dirname(path)) return missing;
  }
}

async function kindOf(path: string): Promise<'folder' | 'other' | 'missing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ENOTDIR: a file lies above; the walk upwards comes to it.
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    throw operatorFault(`${path} cannot be looked at: ${messageOf(error)}.`, {
      code: 'folder-refused',
      mend: 'Name a folder in a place where you may write.',
      cause: error,
    });
  }
}
