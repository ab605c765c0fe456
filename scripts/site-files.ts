/** Builds the leaderboard's pages: dist/site/, the same bytes on every machine. Results repositories hold a copy, and their data beside it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { RESULT_CHECKS } from '../src/domain/checks/index.ts';
import { PUBLICATION_CHECKS } from '../src/domain/checks/publication.ts';

const SOURCES = 'site';
const STYLES = `${SOURCES}/styles`;
/** Licences of what is bundled into the pages. */
const LICENCES = { 'preact-LICENSE.txt': 'node_modules/preact/LICENSE' } as const;

/** Every file of dist/site/ by its path. */
export async function siteFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { entry, chunks } = await scripts();
  for (const { fileName, code } of chunks) files.set(fileName, code);
  const styles = await styleSheet();
  files.set(styles.path, styles.text);
  for (const [name, path] of Object.entries(LICENCES)) files.set(`leaderboard/pages/${name}`, await readFile(path, 'utf8'));
  const page = pageText(await readFile(`${SOURCES}/index.html`, 'utf8'), { entry, styles: styles.path, first: firstChunks(entry, chunks) });
  files.set('index.html', page);
  // Labels lead here; the same page finds out that it was asked to verify one.
  files.set('verify.html', page);
  files.set('sw.js', await serviceWorker([...files.keys()]));
  return new Map([...files].map(([path, text]) => [`dist/site/${path}`, text]));
}

type Scripts = { entry: OutputChunk; chunks: OutputChunk[] };

async function scripts(): Promise<Scripts> {
  const texts = [...RESULT_CHECKS, ...PUBLICATION_CHECKS].map(({ code, title, why, mend }) => ({ code, title, why, mend }));
  const chunks = await bundle(`${SOURCES}/main.tsx`, 'leaderboard/pages/[name]-[hash].js', { CHECKS: JSON.stringify(texts) });
  return { entry: chunks.find(({ isEntry }) => isEntry) as OutputChunk, chunks };
}

async function bundle(input: string, names: string, define: Record<string, string>): Promise<OutputChunk[]> {
  const build = await rolldown({
    input,
    platform: 'browser',
    external: [/^node:/],
    transform: { define },
    // The domain hashes with Node.js; the pages do not, and an import for its own sake would fail in a browser.
    treeshake: { moduleSideEffects: (id) => !/^node:|[\\/]src[\\/]|canonicalize/.test(id) },
  });
  const { output } = await build.generate({ format: 'esm', minify: true, comments: false, entryFileNames: names, chunkFileNames: names });
  await build.close();
  const chunks = output.filter((part): part is OutputChunk => part.type === 'chunk');
  const foreign = chunks.flatMap(({ imports }) => imports.filter((name) => name.startsWith('node:')));
  if (foreign.length > 0) throw new Error(`The pages import ${foreign.join(', ')}, which no browser has.`);
  return chunks;
}

/** The chunks that the first view needs: those that the entry imports, and what they import. */
function firstChunks(entry: OutputChunk, chunks: readonly OutputChunk[]): string[] {
  const found = new Set<string>();
  const visit = (chunk: OutputChunk | undefined) => {
    for (const name of chunk?.imports ?? []) {
      if (found.has(name)) continue;
      found.add(name);
      visit(chunks.find(({ fileName }) => fileName === name));
    }
  };
  visit(entry);
  return [...found];
}

async function styleSheet(): Promise<{ path: string; text: string }> {
  const names = (await readdir(STYLES)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(STYLES, name), 'utf8')));
  const text = texts
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
  return { path: `leaderboard/pages/style-${digest(text)}.css`, text: `${text}\n` };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8);

function pageText(template: string, { entry, styles, first }: { entry: OutputChunk; styles: string; first: readonly string[] }): string {
  const head = [
    `<link rel="stylesheet" href="${styles}">`,
    ...first.map((name) => `<link rel="modulepreload" href="${name}">`),
    `<script type="module" src="${entry.fileName}"></script>`,
  ];
  return template.replace('  </head>', `${head.map((line) => `    ${line}\n`).join('')}  </head>`);
}

/** The worker that keeps the pages for a time without a connection; its name changes with what it keeps. */
async function serviceWorker(shell: readonly string[]): Promise<string> {
  const kept = ['./', ...shell.filter((path) => !path.endsWith('.txt')).sort()];
  const define = { SHELL: JSON.stringify(kept), CACHE: JSON.stringify(`ai-energy-score ${digest(kept.join(' '))}`) };
  const [worker] = await bundle(`${SOURCES}/service-worker.ts`, 'sw.js', define);
  // A worker that is no module may not hold an export.
  return (worker as OutputChunk).code.replace(/\nexport\s*\{\s*\};?\s*$/, '\n');
}
