import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operatorFault } from '../domain/errors.ts';
import type { Template, TemplateKind } from '../domain/templates/placeholders.ts';

/** The folder of the templates: beside dist/ and src/ alike. */
function templatesFolder(): string {
  const here = import.meta.url;
  return fileURLToPath(here.endsWith('.ts') ? new URL('../../templates', here) : new URL('../templates', here));
}

/**
 * Reads the template of a repository, its files in the order of their paths.
 * @throws Fault of the operator, code templates-missing
 */
export async function readTemplate(kind: TemplateKind): Promise<Template> {
  const folder = join(templatesFolder(), kind);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw operatorFault(`The templates are not at ${folder}.`, {
      code: 'templates-missing',
      mend: 'Run the program from a checkout of its repository: the templates lie beside dist/.',
      cause,
    });
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.sort().map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(files));
}
