import { randomBytes } from 'node:crypto';
import { cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';

/** Where a record's bundle lies in a local results repository; git ignores the folder. */
const bundlePath = (name: string): string => `bundles/${name}`;

/**
 * Copies a bundle's folder to <repository>/bundles/<12 digits>: it is there whole or not at all. A bundle that is there already stays.
 * @throws Fault of the operator, code bundle-missing
 */
export async function keepBundle(repository: string, name: string, folder: string): Promise<string> {
  const kept = join(repository, bundlePath(name));
  if (await isFolder(kept)) return kept;
  if (!(await isFolder(folder))) {
    throw operatorFault(`There is no bundle in ${folder}.`, { code: 'bundle-missing', mend: 'Name the folder that the benchmark wrote.' });
  }
  const bundles = join(repository, 'bundles');
  await mkdir(bundles, { recursive: true });
  const aside = join(bundles, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    await cp(folder, aside, { recursive: true, errorOnExist: true, force: false });
    await rename(aside, kept).catch(async (error: NodeJS.ErrnoException) => {
      // Another process has kept the same bundle meanwhile.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return kept;
}

const isFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Removes what killed processes left of copies older than an hour. */
export async function clearBundleLeftovers(repository: string, now: Date): Promise<void> {
  const bundles = join(repository, 'bundles');
  const names = (await readdir(bundles).catch(() => [])).filter((name) => name.startsWith('.'));
  for (const name of names) {
    const found = await lstat(join(bundles, name)).catch(() => null);
    if (found !== null && now.getTime() - found.mtimeMs > 3_600_000) await rm(join(bundles, name), { recursive: true, force: true });
  }
}
