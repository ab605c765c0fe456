/** Builds dist/: one self-contained ESM file per entry, and the files that they may need beside them, the same bytes on every machine. */
import { type OutputChunk, rolldown } from 'rolldown';
import { labelFiles } from './label-files.ts';
import { nativeFiles } from './native-files.ts';
import { siteFiles } from './site-files.ts';

/** Where the bundles' code comes from; their file is dist/<name>.js. */
export const ENTRIES: Readonly<Record<string, string>> = {
  cli: 'src/fronts/cli.ts',
  benchmark: 'src/fronts/action/benchmark.ts',
  'benchmark-post': 'src/fronts/action/benchmark-post.ts',
  'embedded-backend': 'src/backends/embedded/main.ts',
  validate: 'src/fronts/action/validate.ts',
  gate: 'src/fronts/action/gate.ts',
  report: 'src/fronts/action/report.ts',
  stage: 'src/fronts/action/stage.ts',
  publish: 'src/fronts/action/publish.ts',
  ledger: 'src/fronts/action/ledger.ts',
  'check-repo': 'src/fronts/action/check-repo.ts',
  'endpoint-backend': 'src/backends/endpoint/main.ts',
};

/** Libraries that are never bundled: found at run time, where they are installed, and only when they are used. */
export const EXTERNAL: readonly string[] = ['@huggingface/transformers', 'koffi'];

/**
 * Packages that do nothing by being imported, though they do not say so: what is not used of them goes. @actions/core
 * would otherwise bring a whole HTTP client along for a function that asks for OIDC tokens.
 */
const NO_SIDE_EFFECTS = /node_modules\/(@actions\/|undici\/|tunnel\/)/;

/** Builds one entry. Chunks that are loaded on demand lie beside it, named after it. */
async function bundle(name: string, input: string): Promise<OutputChunk[]> {
  const build = await rolldown({
    input: { [name]: input },
    platform: 'node',
    external: [...EXTERNAL],
    treeshake: { moduleSideEffects: (id) => !NO_SIDE_EFFECTS.test(id) },
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    comments: { legal: true },
    entryFileNames: '[name].js',
    chunkFileNames: `${name}.[name].js`,
  });
  await build.close();
  return output.filter((part): part is OutputChunk => part.type === 'chunk');
}

/** Every file of dist/ by its path, as it should be. */
export async function builtFiles(): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>([...(await nativeFiles()), ...(await labelFiles()), ...(await siteFiles())]);
  for (const [name, input] of Object.entries(ENTRIES)) {
    for (const chunk of await bundle(name, input)) files.set(`dist/${chunk.fileName}`, chunk.code);
  }
  return files;
}
