import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

type Parameter = { name: string; in: string; required?: boolean; schema: object; $ref?: string };
type Operation = {
  parameters: Parameter[];
  requestBody?: { content: { 'application/json': { schema: object } } };
  responses: Record<string, { content?: { 'application/json'?: { schema: object } }; $ref?: string }>;
};
type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter>; responses: Record<string, Operation['responses'][string]> };
};

const FILE = new URL('./fixtures/description.json', import.meta.url);

/** One operation of the API as GitHub describes it. */
export type KnownOperation = {
  /** As in POST /repos/{owner}/{repo}/check-runs. */
  name: string;
  parameters: Record<string, string>;
  /** What is wrong with a request by the description; null where nothing is. */
  requestFault(query: URLSearchParams, body: unknown): string | null;
  /** What is wrong with an answer by the description; null where nothing is. */
  answerFault(status: number, body: unknown): string | null;
};

/** Reads GitHub's description; gives what finds the operation of a request. */
export function openDescription(): (method: string, path: string) => KnownOperation | null {
  const description = JSON.parse(readFileSync(FILE, 'utf8')) as Description;
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

  return (method, path) => {
    for (const [template, operations] of Object.entries(description.paths)) {
      const operation = operations[method.toLowerCase()];
      const match = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
      if (operation === undefined || match === null) continue;
      const name = `${method} ${template}`;
      const parameters = { ...match.groups } as Record<string, string>;
      const known = (operation.parameters ?? []).map((parameter) => named('parameters', parameter));
      return {
        name,
        parameters,
        requestFault(query, body) {
          for (const [key, text] of [...Object.entries(parameters), ...query]) {
            const parameter = known.find((one) => one.name === key);
            if (parameter === undefined) return `${name}: there is no parameter ${key}`;
            const value = /^\d+$/.test(text) && JSON.stringify(parameter.schema).includes('integer') ? Number(text) : text;
            const wrong = fault(`${name} ${key}`, parameter.schema, value);
            if (wrong !== null) return wrong;
          }
          const schema = operation.requestBody?.content['application/json'].schema as { properties?: object } | undefined;
          const unknown = Object.keys((body ?? {}) as object).filter((key) => !(key in (schema?.properties ?? {})));
          return unknown.length > 0 ? `${name}: unknown ${unknown.join(', ')}` : fault(`${name} body`, schema, body);
        },
        answerFault(status, body) {
          const response = operation.responses[String(status)];
          if (response === undefined) return status >= 400 ? null : `${name}: no answer ${status} is described`;
          return fault(`${name} ${status}`, named('responses', response).content?.['application/json']?.schema, body);
        },
      };
    }
    return null;
  };
}
