import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../domain/errors.ts';
import { BUNDLE_FILES } from './files.ts';
import { manifestIn } from './read.ts';

/**
 * Holds a bundle's names and sizes against its manifest, without reading any other file: damage in words, one sentence each.
 * Digests and contents are left to readBundle.
 */
export async function outlineDamage(folder: string): Promise<string[]> {
  const damage: string[] = [];
  let files: ReturnType<typeof manifestIn>['files'];
  try {
    ({ files } = manifestIn(await readFile(join(folder, BUNDLE_FILES.manifest))));
  } catch (thrown) {
    return [messageOf(thrown)];
  }
  const unnamed = new Set(await readdir(folder));
  unnamed.delete(BUNDLE_FILES.manifest);
  for (const { path, bytes } of files) {
    unnamed.delete(path);
    const stats = await lstat(join(folder, path)).catch(() => null);
    if (stats === null) damage.push(`${path} is missing.`);
    else if (!stats.isFile()) damage.push(`${path} is ${stats.isSymbolicLink() ? 'a link' : 'no plain file'}.`);
    else if (stats.size !== bytes) damage.push(`${path} has ${stats.size} bytes; its manifest says ${bytes}.`);
  }
  for (const path of unnamed) damage.push(`${JSON.stringify(path)} is not in the manifest.`);
  return damage;
}
