import { quoted } from '../submission/hostile-characters.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; null for anything else. */
export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** Longest text that is taken from a report. */
const LONGEST = 2000;

/** Reads fields of a foreign document: what is absent or null is null, what is of another kind is a problem. */
export type FieldReader = {
  readonly problems: string[];
  number(fields: Fields | null, name: string, where: string): number | null;
  text(fields: Fields | null, name: string, where: string, maximum: number): string | null;
  texts(fields: Fields | null, name: string, where: string, limit: { length: number; items: number }): string[];
};

export function fieldReader(): FieldReader {
  const problems: string[] = [];
  const problem = (where: string, name: string, value: unknown, wanted: string) => {
    problems.push(`${where}.${name} is ${quoted(JSON.stringify(value).slice(0, LONGEST))}, not ${wanted}`);
  };
  const has = (fields: Fields | null, name: string): unknown => (fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined);
  const bounded = (value: string, maximum: number): string => value.slice(0, maximum).toWellFormed();
  return {
    problems,
    number(fields, name, where) {
      const value = has(fields, name);
      if (value === undefined || value === null) return null;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      problem(where, name, value, 'a number');
      return null;
    },
    text(fields, name, where, maximum) {
      const value = has(fields, name);
      if (value === undefined || value === null) return null;
      if (typeof value === 'string') return bounded(value, maximum);
      problem(where, name, value, 'a text');
      return null;
    },
    texts(fields, name, where, { length, items }) {
      const value = has(fields, name);
      if (value === undefined || value === null) return [];
      const list = Array.isArray(value) ? value : [value];
      if (list.every((item) => typeof item === 'string')) return list.slice(0, items).map((item) => bounded(item, length));
      problem(where, name, value, 'a list of texts');
      return [];
    },
  };
}
