/** Fills the reference tables of the docs from action.yml, the schemas and the registries. */
import { glob, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { RESULT_CHECKS } from '../src/domain/checks/index.ts';
import { PUBLICATION_CHECKS } from '../src/domain/checks/publication.ts';
import { CLASSES } from '../src/domain/classes.ts';
import { FAULTS, PUBLISH_FAULTS, REPORT_FAULTS } from '../src/domain/faults/index.ts';
import { IMPORT_CHECKS } from '../src/domain/imports/index.ts';
import { OMISSIONS } from '../src/domain/imports/omissions.ts';
import { PULL_REQUEST_CHECKS } from '../src/domain/pull-request/checks.ts';
import { REPOSITORY_CHECKS } from '../src/domain/repository/checks.ts';
import { SUBMISSION_CHECKS } from '../src/domain/submission/checks.ts';
import { TASKS } from '../src/domain/tasks.ts';
import { COMMANDS } from '../src/fronts/commands/index.ts';
import { columnsTable } from '../src/render/data-dictionary.ts';

type Schema = {
  $ref?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  $defs?: Record<string, Schema>;
};

const SECTION = /(<!-- generated:([a-z -]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/** A table in GitHub's Markdown; cells hold one line each. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

const code = (text: string) => `\`${text}\``;

function commands(): string {
  return table(
    ['command', 'what it does'],
    COMMANDS.map((command) => [code(`${command.name} ${command.arguments}`.trim()), command.summary]),
  );
}

function repositoryChecks(): string {
  return table(
    ['code', 'what holds', 'what to do where it does not'],
    Object.entries(REPOSITORY_CHECKS).map(([name, { title, mend }]) => [code(name), title, mend]),
  );
}

function commandOptions(): string {
  return COMMANDS.map((command) => {
    const rows = Object.entries(command.options).map(([name, option]) => [
      code(`--${name}${option.placeholder ? ` ${option.placeholder}` : ''}`),
      option.description,
    ]);
    return [
      `### ${command.name}`,
      '',
      `${code(`ai-energy-score ${command.name} ${command.arguments}`.trim())}: ${command.summary}`,
      '',
      table(['option', 'meaning'], rows),
    ].join('\n');
  }).join('\n\n');
}

type ActionFile = {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { description: string }>;
};

async function actionTable(part: 'inputs' | 'outputs', file = 'action.yml'): Promise<string> {
  const action = parse(await readFile(file, 'utf8')) as ActionFile;
  if (part === 'outputs')
    return table(
      ['output', 'what it holds'],
      Object.entries(action.outputs).map(([name, output]) => [code(name), output.description.trim()]),
    );
  const rows = Object.entries(action.inputs).map(([name, input]) => [
    code(name),
    input.required ? 'required' : input.default ? code(input.default) : '',
    input.description.trim(),
  ]);
  return table(['input', 'default', 'meaning'], rows);
}

async function schemaTable(name: string): Promise<string> {
  const schema = JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as Schema;
  return table(['field', 'kind', 'meaning'], fieldsOf(schema, schema, ''));
}

function fieldsOf(schema: Schema, root: Schema, prefix: string): string[][] {
  const rows: string[][] = [];
  for (const [name, written] of Object.entries({ ...schema.properties, ...schema.patternProperties })) {
    const field = resolved(written, root);
    const path = `${prefix}${name.startsWith('^') ? '*' : name}`;
    const mark = schema.required?.includes(name) ? '' : '?';
    rows.push([
      code(`${path}${mark}`),
      kindOf(field),
      `${field.description ?? ''}${field.default === undefined || typeof field.default === 'object' ? '' : ` Default: ${code(String(field.default))}.`}`,
    ]);
    const inner = [field, ...(field.oneOf ?? [])].map((part) => resolved(part, root));
    for (const part of inner) {
      rows.push(...fieldsOf(part, root, `${path}.`));
      if (part.items !== undefined) rows.push(...fieldsOf(resolved(part.items, root), root, `${path}[].`));
    }
  }
  return rows;
}

/** A reference's target within the schema, its own description winning; other schemas stay references. */
function resolved(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  return name === undefined ? schema : { ...root.$defs?.[name], ...schema };
}

function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(' ');
  if (schema.$ref?.startsWith('urn:')) return schema.$ref.split(':').at(-2) ?? '';
  if (schema.oneOf !== undefined) return schema.oneOf.some((part) => part.type === 'null') ? 'object or null' : 'object';
  return [schema.type ?? ''].flat().join(' or ');
}

type Effect = string | { gpuCounter: string; otherwise: string };

const effectOf = (effect: Effect | undefined): string => {
  if (effect === undefined) return 'refused';
  return typeof effect === 'string' ? effect : `${effect.gpuCounter} for GPU counters, else ${effect.otherwise}`;
};

const checkRows = (checks: readonly { code: string; title: string; why: string; mend: string; effect?: Effect }[]) =>
  checks.map((check) => [code(check.code), effectOf(check.effect), check.title, check.why, check.mend]);

/** Codes in a place where the reader wants to know what to do, and nothing else. */
const briefTable = (texts: readonly { code: string; title: string; mend: string }[], what: 'has to hold' | 'happened') =>
  table(
    ['code', `what ${what}`, 'what to do'],
    texts.map(({ code: name, title, mend }) => [code(name), title, mend]),
  );

function tasks(): string {
  return table(
    ['task', 'data set', 'columns', 'new tokens', 'measured phases', 'precision', 'stars'],
    TASKS.map((task) => [
      code(task.key),
      task.dataset.id,
      task.dataset.columns.join(', '),
      task.newTokens === null ? 'none' : `${task.newTokens.bound} ${task.newTokens.count}`,
      task.phases.join(', '),
      task.precision,
      task.classes === 'single' ? 'all models together' : 'per class',
    ]),
  );
}

/** Inputs and outputs of the actions below actions/, as in "validate inputs". */
const ACTION_TABLES = Object.fromEntries(
  ['validate', 'gate', 'report', 'stage', 'publish', 'ledger', 'check-repo'].flatMap((name) =>
    (['inputs', 'outputs'] as const).map((part) => [`${name} ${part}`, () => actionTable(part, `actions/${name}/action.yml`)]),
  ),
);

const SECTIONS: Readonly<Record<string, () => string | Promise<string>>> = {
  ...ACTION_TABLES,
  commands,
  'command options': commandOptions,
  'action inputs': () => actionTable('inputs'),
  'action outputs': () => actionTable('outputs'),
  'submission fields': () => schemaTable('submission'),
  'plan fields': () => schemaTable('plan'),
  'result fields': () => schemaTable('result'),
  'edition fields': () => schemaTable('edition'),
  'repository checks': repositoryChecks,
  'data columns': columnsTable,
  'policy fields': () => schemaTable('policy'),
  'import fields': () => schemaTable('import'),
  'submission checks': () => table(['code', 'effect', 'makes sure that', 'why', 'what to do'], checkRows(SUBMISSION_CHECKS)),
  'result checks': () => table(['code', 'effect', 'makes sure that', 'why', 'what to do'], checkRows(RESULT_CHECKS)),
  'publication checks': () => table(['code', 'effect', 'makes sure that', 'why', 'what to do'], checkRows(PUBLICATION_CHECKS)),
  'pull request checks': () =>
    table(
      ['code', 'makes sure that', 'why', 'what to do'],
      PULL_REQUEST_CHECKS.map(({ code: name, title, why, mend }) => [code(name), title, why, mend]),
    ),
  'file checks': () =>
    briefTable(
      PULL_REQUEST_CHECKS.filter(({ code: name }) => /^P-(?:file|submission)s?-/.test(name)),
      'has to hold',
    ),
  'order checks': () =>
    briefTable(
      PULL_REQUEST_CHECKS.filter(({ code: name }) => /^P-(?:order|cancel)-/.test(name)),
      'has to hold',
    ),
  'report faults': () => briefTable(REPORT_FAULTS, 'happened'),
  'publish faults': () => briefTable(PUBLISH_FAULTS, 'happened'),
  faults: () =>
    table(
      ['code', 'what happened', 'why it matters', 'what to do'],
      FAULTS.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ code: name, title, why, mend }) => [code(name), title, why, mend]),
    ),
  'import checks': () => table(['code', 'effect', 'makes sure that', 'why', 'what to do'], checkRows(IMPORT_CHECKS)),
  'import omissions': () =>
    table(
      ['code', 'what it means'],
      OMISSIONS.map(({ code: name, sentence }) => [code(name), sentence]),
    ),
  tasks,
  classes: () =>
    table(
      ['class', 'fits', 'parameters'],
      CLASSES.map((entry) => [
        entry.name,
        entry.fits,
        entry.maximumParameters === Number.POSITIVE_INFINITY ? 'more' : `up to ${entry.maximumParameters / 1e9} billion`,
      ]),
    ),
};

/** The documents with their tables filled in, by path. */
export async function generatedDocs(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const path of glob(['*.md', 'docs/**/*.md', 'actions/*/*.md'])) {
    const text = await readFile(path, 'utf8');
    const names = [...text.matchAll(SECTION)].map((match) => match[2] ?? '');
    const filled = new Map<string, string>();
    for (const name of names) {
      const section = SECTIONS[name];
      if (section === undefined) throw new Error(`${path} asks for the table "${name}", which nothing generates.`);
      filled.set(name, await section());
    }
    if (names.length > 0)
      files.set(
        path,
        text.replace(SECTION, (_, open: string, name: string, close: string) => `${open}${filled.get(name)}\n${close}`),
      );
  }
  return files;
}
