/** Writes every generated file; with --check, names those that are not fresh and exits 1. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generatedFromSchemas } from './generate-schemas.ts';

const checking = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, text] of await generatedFromSchemas()) {
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present === text) continue;
  stale.push(path);
  if (checking) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
if (stale.length > 0) console.error(`${checking ? 'Not fresh; run npm run generate' : 'Written'}: ${stale.join(', ')}`);
process.exitCode = checking && stale.length > 0 ? 1 : 0;
