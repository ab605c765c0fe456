import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import { operatorFault } from '../../domain/errors.ts';
import { VERSION } from '../../version.ts';

/** The library's own types; the library itself is loaded only when a model is. */
export type TransformersJs = typeof import('@huggingface/transformers');

const NAME = '@huggingface/transformers';
/** Names a folder whose node_modules holds the library, where this program runs without a node_modules of its own. */
const MODULES_VARIABLE = 'AI_ENERGY_SCORE_MODULES';

/**
 * Loads transformers.js, closed off from the network: it reads local files alone and keeps no cache.
 * @returns the library, and <name>@<version> of it and of ONNX Runtime
 * @throws Fault of the operator, code embedded-not-installed
 */
export async function loadTransformersJs(): Promise<{ library: TransformersJs; runtime: string[] }> {
  const entry = resolveEntry();
  const library: TransformersJs = await import(pathToFileURL(entry).href);
  const { env } = library;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  return { library, runtime: [`transformers.js@${env.version}`, `onnxruntime-node@${await packageVersion('onnxruntime-node', entry)}`] };
}

function resolveEntry(): string {
  const modules = process.env[MODULES_VARIABLE];
  const places = [...(modules === undefined ? [] : [pathToFileURL(join(modules, 'package.json')).href]), import.meta.url];
  for (const place of places) {
    try {
      return createRequire(place).resolve(NAME);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    }
  }
  const version = packageJson.dependencies[NAME].replace(/^[^0-9]*/, '');
  throw operatorFault(`The embedded backend needs ${NAME}, which is not installed here.`, {
    code: 'embedded-not-installed',
    mend: `npm install ${NAME}@${version}, in this folder or in the one that ${MODULES_VARIABLE} names`,
  });
}

/** The version of a package as another one's file sees it. */
async function packageVersion(name: string, seenFrom: string): Promise<string> {
  let folder = dirname(createRequire(seenFrom).resolve(name));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** <id>@<version> of this backend. */
export const backendVersion = `embedded@${VERSION}`;
