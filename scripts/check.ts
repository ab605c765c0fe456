/** `npm run check`: format, lint, types, dead code, floors, generated files and dist/, side by side; says what failed and how to mend it. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { builtFiles } from './bundles.ts';
import { completedLock } from './complete-lock.ts';
import { staleFiles } from './fresh.ts';
import { generatedDocs } from './generate-docs.ts';
import { generatedFromSchemas } from './generate-schemas.ts';

type Check = { name: string; mend: string; run: () => Promise<string | null> };

/** Runs a tool of node_modules; gives what it printed when it failed. */
const tool =
  (command: string, ...args: string[]) =>
  () =>
    new Promise<string | null>((resolve, reject) => {
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let printed = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (chunk) => {
          printed += chunk;
        });
      }
      child.on('error', reject);
      child.on('close', (code) => resolve(code === 0 ? null : printed));
    });

const fresh = (files: () => Promise<ReadonlyMap<string, string | Uint8Array>>, ownFolders: readonly string[]) => async () => {
  const stale = await staleFiles(await files(), ownFolders);
  return stale.length === 0 ? null : stale.map((path) => `  ${path}\n`).join('');
};

const CHECKS: readonly Check[] = [
  { name: 'format and lint', mend: 'npm run format', run: tool('biome', 'check', '--error-on-warnings') },
  { name: 'types', mend: 'mend the lines above', run: tool('tsc') },
  { name: 'types of the pages', mend: 'mend the lines above', run: tool('tsc', '-p', 'site') },
  { name: 'dead code', mend: 'remove what nothing uses', run: tool('knip') },
  { name: 'floors', mend: 'import downwards only', run: tool('depcruise', '--config', '.dependency-cruiser.cjs', 'src') },
  { name: 'schemas -> types', mend: 'npm run generate', run: fresh(generatedFromSchemas, ['src/domain/generated']) },
  { name: 'docs tables', mend: 'npm run generate', run: fresh(generatedDocs, []) },
  {
    name: 'lock file',
    mend: 'npm run lock',
    run: fresh(async () => new Map([['package-lock.json', completedLock(await readFile('package-lock.json', 'utf8'))]]), []),
  },
  { name: 'dist/', mend: 'npm run build', run: fresh(builtFiles, ['dist']) },
];

const started = performance.now();
const outcomes = await Promise.all(CHECKS.map(async (check) => ({ check, printed: await check.run() })));
for (const { check, printed } of outcomes) {
  console.log(`${printed === null ? 'ok  ' : 'FAIL'} ${check.name}`);
  if (printed !== null) console.log(`${printed}\n     mend: ${check.mend}`);
}
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = outcomes.some(({ printed }) => printed !== null) ? 1 : 0;
