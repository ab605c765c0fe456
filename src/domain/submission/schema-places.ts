import schema from '../../../schemas/submission.schema.json' with { type: 'json' };

/** The parts of a JSON Schema that a submission's schema uses. */
export type SchemaNode = {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  maxLength?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, SchemaNode>>;
  $defs?: Readonly<Record<string, SchemaNode>>;
};

const root: SchemaNode = schema;

const resolved = (node: SchemaNode): SchemaNode => {
  const name = node.$ref?.replace('#/$defs/', '');
  return (name === undefined ? undefined : root.$defs?.[name]) ?? node;
};

/** The schema of the value at a path of keys, or null where the schema knows no such place. */
export function schemaAt(keys: readonly string[]): SchemaNode | null {
  let node: SchemaNode = root;
  for (const key of keys) {
    const properties = node.properties;
    const next = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (next === undefined) return null;
    node = resolved(next);
  }
  return node;
}

/** The keys a mapping at a path of keys may have; none where the schema knows no such mapping. */
export const keysAt = (keys: readonly string[]): string[] => Object.keys(schemaAt(keys)?.properties ?? {});

const below = (node: SchemaNode): string[] =>
  Object.entries(node.properties ?? {}).flatMap(([key, child]) => [key, ...below(resolved(child))]);

/** Every key of the format, at any depth. */
export const KNOWN_KEYS: readonly string[] = [...new Set(below(root))];

/** The keys of a JSON pointer (RFC 6901). */
export const keysOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The JSON pointer of a value below a parent's. */
export const pointerTo = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
