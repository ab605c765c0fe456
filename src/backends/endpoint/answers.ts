import { operatorFault } from '../../domain/errors.ts';
import { wordsOf } from './http-faults.ts';

/** A JSON object of a server, nothing of it believed yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** A value as an object; an empty one where it is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** A count, or null where the value is none. */
export const countIn = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;

/** A list, or null where the value is none. */
export const listIn = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

const MOST_VERSION = 60;

/** A version as the record takes it, or null. */
export function versionIn(value: unknown): string | null {
  return typeof value === 'string' && /^[!-~]+$/.test(value) && value.length <= MOST_VERSION ? value : null;
}

/** Names in the answer to /v1/models. */
export const modelsIn = (answer: unknown): string[] =>
  (listIn(fieldsOf(answer).data) ?? []).flatMap((model) => {
    const { id } = fieldsOf(model);
    return typeof id === 'string' ? [id] : [];
  });

/**
 * The object that an event holds.
 * @throws Fault of the operator: endpoint-answer-unreadable; endpoint-failed where the server reports an error in it
 */
export function eventFields(data: string): Fields {
  const fields = fieldsOf(parsed(data));
  if (fields.error === undefined || fields.error === null) return fields;
  const said = typeof fields.error === 'string' ? fields.error : JSON.stringify(fields.error);
  throw operatorFault(`The endpoint failed in the middle of an answer. It says: ${wordsOf(said)}`, {
    code: 'endpoint-failed',
    mend: "See the server's own log.",
  });
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (cause) {
    throw operatorFault(`The endpoint sent an event that is no JSON: ${wordsOf(data.slice(0, 80))}`, {
      code: 'endpoint-answer-unreadable',
      mend: "See that url and server in the operator's endpoints belong together.",
      cause,
    });
  }
}

/** A server whose answers hold nothing that tokens can be counted by. */
export const notCountable = (what: string, mend: string) =>
  operatorFault(`The endpoint's answers cannot be counted: ${what}.`, { code: 'tokens-not-countable', mend });
