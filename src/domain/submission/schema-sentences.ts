import type { ErrorObject } from 'ajv';
import { internalFault } from '../errors.ts';
import { formSentence, type Sentence, VALUE_ALIASES } from './field-sentences.ts';
import { quoted } from './hostile-characters.ts';
import { nearest } from './nearest.ts';
import { schemaAt } from './schema-places.ts';

/** What a schema error is about. */
export type Subject = {
  /** Keys from the document to the value. */
  keys: readonly string[];
  value: unknown;
  /** The source of a scalar without quotes; null otherwise. */
  plain: string | null;
};

const isCollection = (value: unknown): boolean => typeof value === 'object' && value !== null;
const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (isCollection(value)) return 'a mapping';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
};

/**
 * One plain sentence for one error of the schema's validator.
 * @throws Fault of ours, code submission-schema-keyword, where the schema uses a keyword that has no sentence yet
 */
export function schemaSentence({ keyword, params }: ErrorObject, subject: Subject): Sentence {
  const key = quoted(subject.keys.at(-1) ?? '');
  if (keyword === 'required') return { code: 'S-schema-missing', message: missingMessage(params.missingProperty, subject) };
  if (keyword === 'dependentRequired') {
    return { code: 'S-policy-attestation', message: 'Evidence of your own needs the attestation beside it.' };
  }
  if (keyword === 'additionalProperties') return unknownSentence(params.additionalProperty, subject);
  if (subject.value === null) return { code: 'S-schema-type', message: `The key ${key} has no value.` };
  if (keyword === 'type') return typeSentence(params.type, subject);
  if (isCollection(subject.value))
    return { code: 'S-schema-type', message: `The value of ${key} is ${kindOf(subject.value)}; it is one word.` };
  if (keyword === 'enum') return enumSentence(params.allowedValues, subject);
  if (keyword === 'const') return constSentence(params.allowedValue, subject);
  if (keyword === 'maxLength') {
    return { code: 'S-schema-length', message: `The value of ${key} is longer than ${params.limit} characters.` };
  }
  const sentence = keyword === 'pattern' ? formSentence(subject.keys.at(-1) ?? '', String(subject.value)) : null;
  if (sentence !== null) return sentence;
  throw internalFault(`The submission's schema says ${keyword} at /${subject.keys.join('/')}, for which there is no sentence.`, {
    code: 'submission-schema-keyword',
  });
}

const missingMessage = (key: string, { keys }: Subject): string =>
  keys.length === 0 ? `The key ${quoted(key)} is missing.` : `The key ${quoted(key)} is missing in ${quoted(keys.join('.'))}.`;

function unknownSentence(key: string, { keys }: Subject): Sentence {
  const elsewhere = keys.length === 0 ? ['processor', 'quantization', 'reasoning', 'evidence', 'attestation'] : [];
  const home = elsewhere.find((parent) => Object.hasOwn(schemaAt([parent])?.properties ?? {}, key));
  const hint = home === undefined ? '' : ` It belongs below ${quoted(home)}.`;
  const where = keys.length === 0 ? '' : ` in ${quoted(keys.join('.'))}`;
  return { code: 'S-schema-unknown-key', message: `There is no key ${quoted(key)}${where}.${hint}` };
}

function typeSentence(wanted: string, { keys, value, plain }: Subject): Sentence {
  const field = keys.at(-1);
  if (field === undefined)
    return { code: 'S-schema-type', message: `The document is ${kindOf(value)}; a submission is a mapping of keys.` };
  const key = quoted(field);
  if (wanted === 'object') {
    const states: readonly unknown[] = schemaAt(['reasoning', 'state'])?.enum ?? [];
    const state = field === 'reasoning' && states.includes(value) ? { suggestion: `{ state: ${String(value)} }` } : {};
    const inner = Object.keys(schemaAt(keys)?.properties ?? {});
    return {
      code: 'S-schema-type',
      message: `The value of ${key} is ${kindOf(value)}; it is a mapping with ${inner.join(', ')}.`,
      ...state,
    };
  }
  if (plain === null || isCollection(value))
    return { code: 'S-schema-type', message: `The value of ${key} is ${kindOf(value)}; it is text.` };
  // Without quotes YAML made a number or a truth value of it: judge what was written.
  const sentence = new RegExp(schemaAt(keys)?.pattern ?? '', 'u').test(plain) ? null : formSentence(field, plain);
  if (sentence !== null) return sentence;
  return {
    code: 'S-yaml-number',
    message: `Without quotes YAML reads this ${key} as ${kindOf(value)}; put it in quotes.`,
    suggestion: `"${plain}"`,
  };
}

function enumSentence(allowed: readonly unknown[], { keys, value, plain }: Subject): Sentence {
  const field = keys.at(-1) ?? '';
  const words = allowed.map(String);
  const written = typeof value === 'string' ? value : (plain ?? String(value));
  const meant = nearest(written.trim(), words, VALUE_ALIASES[field]);
  const quotes = words.includes(written) ? ' It is written without quotes.' : '';
  const message = `${quoted(written)} is not a ${field === 'bits' ? 'number of bits' : field} that is known: ${words.join(', ')}.${quotes}`;
  return meant === null ? { code: 'S-schema-enum', message } : { code: 'S-schema-enum', message, suggestion: meant };
}

function constSentence(wanted: unknown, { keys, value, plain }: Subject): Sentence {
  const written = quoted(plain ?? String(value));
  if (keys.at(-1) !== 'schemaVersion') {
    return { code: 'S-schema-attestation', message: `Every statement of the attestation has to be true; this is ${written}.` };
  }
  const quotes = String(value) === String(wanted) ? ', written without quotes' : '';
  return {
    code: 'S-schema-version',
    message: `The version of the format is ${wanted}${quotes}; this is ${written}.`,
    suggestion: String(wanted),
  };
}
