/**
 * `node scripts/github-description.ts`: takes the operations that the server of the tests stands in for out of GitHub's own
 * description of its API. The whole description is 400 MB in many versions, so it is fetched
 * here and only the part is kept.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATIONS } from '../tests/support/github/operations.ts';

const VERSION = '23.0.2';
export const DESCRIPTION_FILE = 'tests/support/github/fixtures/description.json';

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;
type Document = {
  info: { version: string };
  paths: Record<string, Record<string, Json>>;
  components: Record<string, Record<string, Json>>;
};

/** What is for people alone. */
const isProse = (key: string): boolean => /^(description|summary|example|examples|externalDocs|tags|x-.*)$/.test(key);

/** The operations of the bot and every schema that they refer to, as the file's text. */
export async function extractedDescription(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'github-description-'));
  try {
    const install = ['install', '--no-save', '--ignore-scripts', '--prefix', folder, `@octokit/openapi@${VERSION}`];
    execFileSync('npm', install, { stdio: 'ignore' });
    const file = join(folder, 'node_modules/@octokit/openapi/generated/api.github.com.json');
    return extract(JSON.parse(await readFile(file, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function extract(document: Document): string {
  const components: Document['components'] = {};
  const kept = (value: Json | undefined, named = false): Json => {
    if (Array.isArray(value)) return value.map((item) => kept(item));
    if (typeof value !== 'object' || value === null) return value ?? null;
    if (typeof value.$ref === 'string') keep(value.$ref);
    // The names of properties are data: one of them may be "description".
    const entries = Object.entries(value).filter(([key]) => named || !isProse(key));
    return Object.fromEntries(entries.map(([key, item]) => [key, kept(item, key === 'properties' && !named)]));
  };
  const keep = (reference: string) => {
    const [, , kind = '', name = ''] = reference.split('/');
    components[kind] ??= {};
    const group = components[kind];
    if (group[name] !== undefined) return;
    group[name] = {};
    group[name] = kept(document.components[kind]?.[name]);
  };
  const paths: Document['paths'] = {};
  for (const name of [...OPERATIONS.keys()].sort()) {
    const [method = '', path = ''] = name.split(' ');
    const described = document.paths[path]?.[method.toLowerCase()];
    if (described === undefined) throw new Error(`GitHub does not describe ${name}.`);
    paths[path] = { ...paths[path], [method.toLowerCase()]: kept(described) };
  }
  return `${JSON.stringify({ source: `@octokit/openapi@${VERSION}`, paths, components }, null, 1)}\n`;
}

if (import.meta.main) await writeFile(DESCRIPTION_FILE, await extractedDescription());
