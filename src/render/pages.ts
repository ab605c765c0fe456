import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operatorFault } from '../domain/errors.ts';

/** Where the built pages lie: beside a bundle, else in dist/ of the sources. */
const PLACES = ['./site/', '../../dist/site/'];

/** Pages that lie at the root of a results repository; everything else of them lies in leaderboard/pages/. */
export const PAGES_AT_ROOT: readonly string[] = ['index.html', 'verify.html', 'sw.js'];

/**
 * The leaderboard's pages by their path in a results repository. They are the same in every repository: what they show they read from
 * the files beside them.
 * @throws Fault of the operator, code pages-missing
 */
export async function pageFiles(): Promise<Map<string, string>> {
  const folder = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) =>
    existsSync(join(place, 'index.html')),
  );
  if (folder === undefined) {
    throw operatorFault('The built pages are not there.', { code: 'pages-missing', mend: 'Build them: npm run build.' });
  }
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)));
}
