/** Files that a script makes: written, or compared with what is there. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes the files that differ, removes others in the folders that belong to the script; gives their paths. */
export async function writeFresh(files: ReadonlyMap<string, string | Uint8Array>, ownFolders: readonly string[] = []): Promise<string[]> {
  const stale = await staleFiles(files, ownFolders);
  for (const path of stale) {
    const content = files.get(path);
    if (content === undefined) {
      await rm(path);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return stale;
}

/** The paths of files that are missing, differ, or should not be there. */
export async function staleFiles(files: ReadonlyMap<string, string | Uint8Array>, ownFolders: readonly string[] = []): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of files) {
    const present = await readFile(path).catch(() => null);
    if (present === null || !present.equals(Buffer.from(content))) stale.push(path);
  }
  for (const folder of ownFolders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isDirectory() && !files.has(path)) stale.push(path);
    }
  }
  return stale.sort();
}
