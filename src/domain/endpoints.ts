import { isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Fault, inputFault, messageOf, operatorFault } from './errors.ts';
import type { Endpoint as WrittenEndpoint } from './generated/endpoints.ts';
import type { Submission } from './generated/submission.ts';
import { validateEndpoints } from './generated/validators.js';
import { visible } from './submission/hostile-characters.ts';
import { nearest } from './submission/nearest.ts';

/** One server of the operator's, every default filled in. */
export type Endpoint = Required<Omit<WrittenEndpoint, 'keyVariable' | 'servedName' | 'limits'>> & {
  readonly alias: string;
  readonly servedName: string;
  /** Name of the environment variable that holds its key, or null where it takes none. */
  readonly keyVariable: string | null;
  readonly limits: Required<NonNullable<WrittenEndpoint['limits']>>;
};

/** The operator's servers by alias. */
export type Endpoints = ReadonlyMap<string, Endpoint>;

/** Larger than any list of servers that a person keeps, in UTF-16 code units. */
const LONGEST_FILE = 1_000_000;

/**
 * The endpoints in a YAML text.
 * @param name what the text is, for messages
 * @throws Fault of the operator, code endpoints-yaml or endpoints-schema, that names line and column
 */
export function endpointsFromText(text: string, name: string): Endpoints {
  if (text.length > LONGEST_FILE) throw operatorFault(`${name} is too long to be a list of endpoints.`, { code: 'endpoints-yaml' });
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw atPlace(name, lines, error.pos[0], sentence(error), 'endpoints-yaml');
  const value = plainValue(document, name);
  if (!validateEndpoints(value)) {
    const [first] = validateEndpoints.errors ?? [];
    const keys = (first?.instancePath ?? '').split('/').slice(1).map(unescaped);
    const surplus = first?.keyword === 'additionalProperties' ? [String(first.params.additionalProperty)] : [];
    const what = [...keys, ...surplus].map(visible).join('.') || 'the file';
    const offset = offsetOf(document, [...keys, ...surplus]);
    const problem = surplus.length > 0 ? 'is no field of this format, or no alias' : (first?.message ?? 'does not fit');
    throw atPlace(name, lines, offset, `${what} ${problem}.`, 'endpoints-schema');
  }
  const { endpoints } = value as { endpoints: Record<string, WrittenEndpoint> };
  const read = Object.entries(endpoints).map(([alias, written]) => [alias, filled(alias, written)] as const);
  for (const [alias, { url }] of read) {
    if (!URL.canParse(url))
      throw atPlace(name, lines, offsetOf(document, ['endpoints', alias, 'url']), `${alias}.url is no URL.`, 'endpoints-schema');
  }
  return new Map(read);
}

const filled = (alias: string, written: WrittenEndpoint): Endpoint => ({
  ...written,
  alias,
  parameters: written.parameters ?? null,
  servedName: written.servedName ?? written.model,
  keyVariable: written.keyVariable ?? null,
  privateAddress: written.privateAddress ?? false,
  limits: written.limits as Endpoint['limits'],
});

const sentence = ({ message }: YAMLError): string => (message.endsWith('.') ? message : `${message}.`);

const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

function plainValue(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw operatorFault(`${name}: ${messageOf(cause)}`, { code: 'endpoints-yaml', mend: 'Write it without anchors and aliases.', cause });
  }
}

/** Where the value at a path of keys begins, or what of the path there is. */
function offsetOf(document: ReturnType<typeof parseDocument>, keys: readonly string[]): number {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function atPlace(name: string, lines: LineCounter, offset: number, problem: string, code: string): Fault {
  const { line, col } = lines.linePos(offset);
  return operatorFault(`${name}:${line || 1}:${col || 1}: ${problem}`, { code, mend: 'Compare it with schemas/endpoints.schema.json.' });
}

/**
 * The endpoint of an alias.
 * @throws Fault of the input, code endpoint-unknown, with a near name where there is one
 */
export function endpointNamed(endpoints: Endpoints, alias: string): Endpoint {
  const endpoint = endpoints.get(alias);
  if (endpoint !== undefined) return endpoint;
  const near = nearest(alias, [...endpoints.keys()]);
  throw inputFault(`This machine knows no endpoint ${JSON.stringify(visible(alias))}.`, {
    code: 'endpoint-unknown',
    mend: near === null ? 'Ask its operator which aliases there are.' : `Did you mean ${near}?`,
  });
}

/**
 * The endpoint that a submission names, if it serves the submission's model.
 * @throws Fault of the input: endpoint-missing, endpoint-unknown, endpoint-other-model
 */
export function endpointFor(endpoints: Endpoints, submission: Pick<Submission, 'model' | 'revision' | 'endpoint'>): Endpoint {
  if (submission.endpoint === undefined) {
    throw inputFault('The submission asks for an endpoint and names none.', {
      code: 'endpoint-missing',
      mend: 'Add endpoint: with the alias of one.',
    });
  }
  const endpoint = endpointNamed(endpoints, submission.endpoint);
  if (endpoint.model === submission.model && endpoint.revision === submission.revision) return endpoint;
  throw inputFault(
    `The endpoint ${endpoint.alias} serves ${endpoint.model} at ${endpoint.revision}, not ${submission.model} at ${submission.revision}.`,
    { code: 'endpoint-other-model', mend: 'Submit the model that it serves, or ask its operator to serve yours.' },
  );
}
