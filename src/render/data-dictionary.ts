import schema from '../../schemas/leaderboard.schema.json' with { type: 'json' };
import { COLUMNS } from '../domain/leaderboard/columns.ts';

type Node = {
  $ref?: string;
  description?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Node>>;
  items?: Node;
  oneOf?: readonly Node[];
};

const DEFINITIONS: Readonly<Record<string, Node>> = schema.$defs;

/** The documents of the schema that the dictionary tells, in its order. */
const DOCUMENTS = ['index', 'board', 'verify', 'manifest'] as const;

const KINDS = { text: 'text', integer: 'whole number', number: 'number', time: 'time' } as const;

/** Every row of a table holds sentences of ours alone: nothing in them has to be escaped but the bar. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

/** The columns of the CSV files with every column, and of the Parquet file. */
export const columnsTable = (): string =>
  table(
    ['column', 'kind', 'meaning'],
    COLUMNS.map(({ name, kind, meaning }) => [`\`${name}\``, KINDS[kind], meaning]),
  );

/** The schema of the JSON documents, for those who read them. */
export const leaderboardSchemaText = (): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Says what every file of data holds, column by column and field by field. */
export function dataDictionary(): string {
  const documents = DOCUMENTS.flatMap((name) => {
    const node = DEFINITIONS[name] ?? {};
    return [
      `## ${name[0]?.toUpperCase()}${name.slice(1)}`,
      node.description ?? '',
      table(['field', 'kind', 'meaning'], fieldsOf(node, '')),
    ];
  });
  return `${['# Data dictionary', INTRODUCTION, '## Columns', COLUMNS_NOTE, columnsTable(), ...documents].join('\n\n')}\n`;
}

const INTRODUCTION =
  'Everything here is derived from the records, the ledgers, the editions and the policy, and never edited by hand. Energies are watt-hours per 1,000 queries unless a column says otherwise. Times are UTC.';

const COLUMNS_NOTE = `\`results.parquet\` holds all results of all boards; \`csv/BOARD-full.csv\` those of one board. Only rows of one board can be compared.

\`csv/BOARD.csv\`, \`published/\` and \`editions/\` have the columns of the AI Energy Score's published files and no others: \`model\`, \`total_gpu_energy\` (kWh per 1,000 queries, whatever the name says), \`energy_score\` (stars) and, for tasks with classes, \`class\`.

CSV files are UTF-8, quoted after RFC 4180, with a line feed at the end of each line. A text that begins with \`=\`, \`+\`, \`-\` or \`@\` has an apostrophe before it, so that no spreadsheet takes it for a formula; numbers stay as they are.`;

function fieldsOf(node: Node, prefix: string): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([name, written]) => {
    const field = resolved(written);
    const path = `${prefix}${name}`;
    const inner = [field, ...(field.oneOf ?? [])].flatMap((part) => [
      ...fieldsOf(resolved(part), `${path}.`),
      ...(part.items === undefined ? [] : fieldsOf(resolved(part.items), `${path}[].`)),
    ]);
    return [[`\`${path}\``, kindOf(field), field.description ?? ''], ...inner];
  });
}

function resolved(node: Node): Node {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : { ...DEFINITIONS[name], ...node };
}

function kindOf(node: Node): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${String(value)}\``).join(' ');
  if (node.oneOf !== undefined) return node.oneOf.some((part) => resolved(part).enum !== undefined) ? 'text or null' : 'object or null';
  return [node.type ?? ''].flat().join(' or ');
}
