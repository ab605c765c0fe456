import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { completed } from './completed.ts';

type Schema = { properties?: object; oneOf?: Schema[]; anyOf?: Schema[]; allOf?: Schema[] };
type Parameter = { name: string; in: string; required?: boolean; schema: { type?: string }; $ref?: string };
type Described = {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema } | undefined> };
  responses: Record<string, { content?: Record<string, { schema: object } | undefined>; $ref?: string }>;
};
type Description = {
  paths: Record<string, Record<string, Described>>;
  components: {
    parameters: Record<string, Parameter>;
    responses: Record<string, Described['responses'][string]>;
    schemas: Record<string, object>;
  };
};

const FILE = new URL('./fixtures/description.json', import.meta.url);

/** Parts of a path that may hold slashes. */
const LONG_PARTS = new Set(['ref', 'path', 'basehead', 'branch']);

/** One operation of the API as GitHub describes it. */
type KnownOperation = {
  /** As in POST /repos/{owner}/{repo}/check-runs. */
  name: string;
  /** Parameters of its path, decoded. */
  parameters: Record<string, string>;
  /** What is wrong with a request by the description; null where nothing is. */
  requestFault(query: URLSearchParams, body: unknown): string | null;
  /** An answer with all that the description requires. */
  completed(status: number, body: unknown): unknown;
  /** What is wrong with an answer by the description; null where nothing is. */
  answerFault(status: number, body: unknown): string | null;
};

export type FindOperation = (method: string, path: string) => KnownOperation | null;

let opened: FindOperation | undefined;

/** GitHub's description, read once; gives what finds the operation of a request. */
export function openDescription(): FindOperation {
  opened ??= read();
  return opened;
}

function read(): FindOperation {
  const description = JSON.parse(readFileSync(FILE, 'utf8'), withNull) as Description;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'github', components: description.components });
  const compiled = new Map<string, ValidateFunction>();
  const fault = (key: string, schema: object | undefined, value: unknown): string | null => {
    if (schema === undefined) return null;
    const validate = compiled.get(key) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"github#/')));
    compiled.set(key, validate);
    return validate(value) ? null : `${key}: ${ajv.errorsText(validate.errors)}`;
  };
  const named = <Found>(kind: 'parameters' | 'responses', found: Found & { $ref?: string }): Found =>
    found.$ref === undefined ? found : (description.components[kind][found.$ref.split('/').at(-1) ?? ''] as Found);
  const schemaOf = (reference: string) => description.components.schemas[reference.split('/').at(-1) ?? ''];
  const routes = Object.entries(description.paths)
    .map(([template, methods]) => ({ template, methods, pattern: patternOf(template) }))
    .sort((one, other) => literals(other.template) - literals(one.template));

  const known = (name: string, described: Described, parameters: Record<string, string>): KnownOperation => {
    const wanted = (described.parameters ?? []).map((parameter) => named('parameters', parameter));
    const answerSchema = (status: number) => {
      const response = described.responses[String(status)];
      return response === undefined ? undefined : named('responses', response).content?.['application/json']?.schema;
    };
    return {
      name,
      parameters,
      requestFault(query, body) {
        for (const [key, text] of [...Object.entries(parameters), ...query]) {
          const parameter = wanted.find((one) => one.name === key);
          if (parameter === undefined) return `${name}: there is no parameter ${key}`;
          const wrong = fault(`${name} ${key}`, parameter.schema, typed(text, JSON.stringify(parameter.schema)));
          if (wrong !== null) return wrong;
        }
        const absent = wanted.find((one) => one.in === 'query' && one.required === true && !query.has(one.name));
        if (absent !== undefined) return `${name}: the parameter ${absent.name} is missing`;
        if (described.requestBody?.required === true && body === undefined) return `${name}: the body is missing`;
        const schema = described.requestBody?.content['application/json']?.schema;
        if (body === undefined) return null;
        const taken = propertiesOf(schema, schemaOf);
        const unknown = Object.keys(body as object).filter((key) => !taken.has(key));
        return unknown.length > 0 ? `${name}: unknown ${unknown.join(', ')}` : fault(`${name} body`, schema, body);
      },
      completed: (status, body) => completed(body, answerSchema(status), schemaOf),
      answerFault(status, body) {
        const response = described.responses[String(status)];
        if (response === undefined) return status >= 400 ? null : `${name}: no answer ${status} is described`;
        const schema = answerSchema(status) as Schema | undefined;
        // A refusal fits both of GitHub's schemas for one, where there are two.
        const { oneOf, ...rest } = schema ?? {};
        return fault(`${name} ${status}`, status >= 400 && oneOf !== undefined ? { ...rest, anyOf: oneOf } : schema, body);
      },
    };
  };

  return (method, path) => {
    for (const { template, methods, pattern } of routes) {
      const described = methods[method.toLowerCase()];
      const match = described === undefined ? null : pattern.exec(path);
      if (described === undefined || match === null) continue;
      const parameters = Object.fromEntries(Object.entries(match.groups ?? {}).map(([key, text]) => [key, decodeURIComponent(text)]));
      return known(`${method} ${template}`, described, parameters);
    }
    return null;
  };
}

/** A schema that may be null without telling its type means that, which the validator has to be told. */
function withNull(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { nullable, type, enum: named } = value as { nullable?: unknown; type?: unknown; enum?: unknown[] };
  if (nullable === true && Array.isArray(named)) return { ...value, enum: [...named, null] };
  if (nullable !== true || type !== undefined) return value;
  const { nullable: _nullable, ...rest } = value as { nullable: true };
  return { anyOf: [{ type: 'null' }, rest] };
}

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/\{(\w+)\}/g, (_all, name: string) => `(?<${name}>${LONG_PARTS.has(name) ? '.+' : '[^/]+'})`)}$`);

const literals = (template: string): number => template.split('/').filter((part) => !part.includes('{')).length;

function typed(text: string, schema: string): unknown {
  if (/^\d+$/.test(text) && /"integer"|"number"/.test(schema)) return Number(text);
  return /^(true|false)$/.test(text) && schema.includes('"boolean"') ? text === 'true' : text;
}

/** Names of all that a body may hold. */
function propertiesOf(schema: (Schema & { $ref?: string }) | undefined, find: (reference: string) => object | undefined): Set<string> {
  if (schema === undefined) return new Set();
  if (schema.$ref !== undefined) return propertiesOf(find(schema.$ref), find);
  const parts = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((some) => some ?? []);
  return new Set([...Object.keys(schema.properties ?? {}), ...parts.flatMap((part) => [...propertiesOf(part, find)])]);
}
