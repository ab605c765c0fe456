/** Generates types and compiled validators from schemas/: the one source of every format. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { rolldown } from 'rolldown';

const names = ['submission', 'plan', 'result', 'edition', 'policy', 'endpoints', 'import', 'order'] as const;
const urn = (name: string) => `urn:ai-energy-score:schema:${name}:1`;
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const notice = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

async function schemaOf(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8'));
}

/** Replaces references to another schema by an import of its type, which json-schema-to-typescript takes as it is. */
function withImportedTypes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withImportedTypes);
  if (node === null || typeof node !== 'object') return node;
  const record = node as Record<string, unknown>;
  const other = names.find((name) => record.$ref === urn(name));
  if (other !== undefined) return { description: record.description, tsType: `import('./${other}.ts').${pascal(other)}` };
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, withImportedTypes(value)]));
}

async function typesOf(name: string): Promise<string> {
  const { $id: _, ...schema } = await schemaOf(name);
  const code = await compile(withImportedTypes(schema) as JSONSchema, pascal(name), {
    bannerComment: notice.trimEnd(),
    additionalProperties: false,
    unreachableDefinitions: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return code;
}

/** Ajv's standalone code requires its small runtime; a bundle makes it one ESM file without imports. */
async function validators(): Promise<string> {
  const ajv = new Ajv2020({
    schemas: await Promise.all(names.map(schemaOf)),
    allErrors: true,
    useDefaults: true,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, optimize: true },
  });
  const standalone = standaloneModule as unknown as typeof standaloneModule.default;
  const code = standalone(ajv, Object.fromEntries(names.map((name) => [`validate${pascal(name)}`, urn(name)])));
  const entry = 'virtual:validators';
  const bundle = await rolldown({
    input: entry,
    plugins: [
      {
        name: 'virtual',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: false });
  return notice + output[0].code;
}

const validatorTypes = `${notice}import type { ErrorObject } from 'ajv';

/** A compiled schema: true when the value fits; otherwise its errors property holds every fault. */
export interface Validate {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}
${names.map((name) => `export declare const validate${pascal(name)}: Validate;`).join('\n')}
`;

/** The generated files by path, as they should be. */
export async function generatedFromSchemas(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of names) files.set(`src/domain/generated/${name}.ts`, await typesOf(name));
  files.set('src/domain/generated/validators.js', await validators());
  files.set('src/domain/generated/validators.d.ts', validatorTypes);
  return files;
}
