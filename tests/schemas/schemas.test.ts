import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editionFrom } from '../../src/domain/edition.ts';
import { validateSubmission } from '../../src/domain/generated/validators.js';
import { defaultPolicy, policyFrom } from '../../src/domain/policy.ts';
import { TASKS } from '../../src/domain/tasks.ts';

type Schema = { [keyword: string]: unknown } & { properties?: Record<string, Schema>; $defs?: Record<string, Schema> };

const files = (await readdir('schemas')).filter((name) => name.endsWith('.schema.json'));
const schemas = new Map<string, Schema>();
for (const file of files) schemas.set(file, JSON.parse(await readFile(join('schemas', file), 'utf8')));

/** Every schema below a schema, with the path that leads to it. */
function* within(schema: unknown, path: string): Generator<[string, Schema]> {
  if (Array.isArray(schema)) for (const [index, part] of schema.entries()) yield* within(part, `${path}/${index}`);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  yield [path, schema as Schema];
  for (const [keyword, part] of Object.entries(schema))
    if (!['default', 'enum', 'const', 'required'].includes(keyword)) yield* within(part, `${path}/${keyword}`);
}

const all = [...schemas].flatMap(([file, schema]) => [...within(schema, file)]);
const takes = (schema: Schema, type: string) => [schema.type].flat().includes(type);

/** What files of a schema are: one document, or one of several. */
const documentsOf = (schema: Schema): Schema[] =>
  ((schema.oneOf as { $ref: string }[] | undefined) ?? []).length === 0
    ? [schema]
    : (schema.oneOf as { $ref: string }[]).map(({ $ref }) => schema.$defs?.[$ref.replace('#/$defs/', '')] as Schema);

test('there are the nine formats, each versioned by its $id', () => {
  expect([...schemas.keys()].sort()).toEqual(
    ['edition', 'endpoints', 'import', 'leaderboard', 'order', 'plan', 'policy', 'result', 'submission'].map(
      (name) => `${name}.schema.json`,
    ),
  );
  for (const [file, schema] of schemas) {
    expect(schema.$id).toBe(`urn:ai-energy-score:schema:${file.split('.')[0]}:1`);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    // The leaderboard's schema is of several documents.
    for (const document of documentsOf(schema)) expect(document.properties?.schemaVersion, file).toMatchObject({ const: 1 });
  }
});

test('every field has a description', () => {
  const fields = all.flatMap(([path, schema]) =>
    Object.entries({ ...schema.properties, ...(schema.patternProperties ?? {}) }).map(
      ([name, field]) => [`${path}/${name}`, field] as const,
    ),
  );
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter(([, field]) => typeof (field as Schema).description !== 'string').map(([path]) => path)).toEqual([]);
});

test('every number is bounded on both sides, every text and list in its length', () => {
  const open = all.filter(([, schema]) => {
    if (takes(schema, 'number') || takes(schema, 'integer')) {
      return !(('minimum' in schema || 'exclusiveMinimum' in schema) && 'maximum' in schema);
    }
    if (takes(schema, 'string')) return !('maxLength' in schema || 'pattern' in schema);
    return takes(schema, 'array') && !('maxItems' in schema);
  });
  expect(open.map(([path]) => path)).toEqual([]);
});

test('every object is closed', () => {
  expect(all.filter(([, schema]) => takes(schema, 'object') && schema.additionalProperties !== false).map(([path]) => path)).toEqual([]);
});

test('a definition that several schemas share is the same in all of them', () => {
  const texts = new Map<string, string>();
  for (const schema of schemas.values()) {
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) {
      const text = JSON.stringify(definition);
      if (name === 'reasoning') continue; // The submission's own: its effort may be left out.
      expect(texts.get(name) ?? text, name).toBe(text);
      texts.set(name, text);
    }
  }
});

test('the tasks of the schemas are those of the registry, in its order', () => {
  const keys = TASKS.map((task) => task.key);
  const enums = all.filter(([path]) => path.endsWith('/$defs/task')).map(([, schema]) => schema.enum);
  expect(enums).toHaveLength(5);
  for (const listed of enums) expect(listed).toEqual(keys);
});

describe('what the project ships fits its own schemas', () => {
  test('the example policy', async () => {
    expect(policyFrom(parse(await readFile('examples/policy.yaml', 'utf8'))).name).toBe('Examples');
  });
  test('the default policy asks for the official procedure', () => {
    expect(defaultPolicy()).toMatchObject({
      run: { runs: 10, minimumPhaseSeconds: 10 },
      official: { runs: 10, queries: 1000 },
      rehearsal: false,
    });
  });
  test('the February 2025 edition', async () => {
    expect(editionFrom(JSON.parse(await readFile('editions/2025-02.json', 'utf8'))).rows).toHaveLength(166);
  });
  test('the submission of the README', async () => {
    const [, text] = (await readFile('README.md', 'utf8')).match(/```yaml\n([^`]*?schemaVersion[^`]*?)```/) ?? [];
    expect(validateSubmission(parse(text ?? '')), JSON.stringify(validateSubmission.errors)).toBe(true);
  });
});
