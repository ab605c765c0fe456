type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
};

const DULL: Readonly<Record<string, unknown>> = {
  uri: 'https://loopback.invalid/',
  'date-time': '2026-01-01T00:00:00Z',
};

/**
 * Completes an answer by its schema: what is required and not said gets the dullest value that fits, such as an address
 * that leads nowhere. What is said stays as it is, and the schema judges it afterwards.
 */
export function completed(value: unknown, schema: Schema | undefined, find: (reference: string) => object | undefined): unknown {
  const fill = (given: unknown, wanted: Schema | undefined): unknown => {
    if (wanted === undefined) return given;
    if (wanted.$ref !== undefined) return fill(given, find(wanted.$ref) as Schema | undefined);
    if (given === undefined && wanted.nullable === true) return null;
    const choices = wanted.oneOf ?? wanted.anyOf;
    if (given === undefined && choices?.some(({ type }) => type === 'null')) return null;
    if (choices !== undefined) {
      const { oneOf: _one, anyOf: _any, ...rest } = wanted;
      return fill(fill(given, choices.find((choice) => suits(given, choice, find)) ?? choices[0]), rest);
    }
    if (wanted.allOf !== undefined) return wanted.allOf.reduce(fill, given);
    if (given === undefined) return dull(wanted);
    if (Array.isArray(given)) return given.map((item) => fill(item, wanted.items));
    if (typeof given === 'object' && given !== null) return filled(given as Record<string, unknown>, wanted);
    return given;
  };
  const filled = (given: Record<string, unknown>, { properties = {}, required = [] }: Schema) => {
    const whole: Record<string, unknown> = { ...given };
    for (const [name, schemaOfIt] of Object.entries(properties)) {
      if (given[name] !== undefined || required.includes(name)) whole[name] = fill(given[name], schemaOfIt);
    }
    return whole;
  };
  const dull = (wanted: Schema): unknown => {
    if (wanted.enum !== undefined) return wanted.enum[0];
    if (wanted.type === 'object' || wanted.properties !== undefined) return filled({}, wanted);
    if (wanted.type === 'array') return [];
    if (wanted.type === 'boolean') return false;
    if (wanted.type === 'integer' || wanted.type === 'number') return wanted.minimum ?? 0;
    return DULL[wanted.format ?? ''] ?? '';
  };
  return fill(value, schema);
}

/** Whether a value is of the kind that a choice describes; what it holds is judged elsewhere. */
function suits(value: unknown, choice: Schema, find: (reference: string) => object | undefined): boolean {
  const schema = choice.$ref === undefined ? choice : ((find(choice.$ref) ?? {}) as Schema);
  if (value === null) return schema.nullable === true || schema.type === 'null';
  if (Array.isArray(value)) return schema.type === 'array';
  if (typeof value !== 'object') return schema.type === typeof value || (typeof value === 'number' && schema.type === 'integer');
  const told = (value as { type?: unknown }).type;
  const kinds = schema.properties?.type?.enum;
  return (schema.type ?? 'object') === 'object' && (kinds === undefined || told === undefined || kinds.includes(told));
}
