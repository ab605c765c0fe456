import type { Finding } from '../findings.ts';
import type { Result } from '../generated/result.ts';
import { validateResult } from '../generated/validators.js';
import { recordDigest } from '../identifiers.ts';
import { isSound, type JsonLimits } from './bounded-json.ts';
import { type CheckText, fail, findingOf, noProblems, type Outcome, pass, type RecordCheck, skip } from './check.ts';
import { type JsonScan, placeText, scanJson } from './json-scan.ts';

/**
 * A record of ten runs and two meters takes 17 kB and 600 values, one of a hundred runs ten times that. Its schema nests
 * eight deep and bounds every list by a hundred. The bounds come before the schema, because a validator that tells every
 * fault takes a time that grows with the square of their number.
 */
const RECORD_LIMITS: JsonLimits = { bytes: 1024 * 1024, depth: 16, members: 100, values: 20_000 };

/** How far the reading of a record's text came. */
type Reading = {
  readonly text: string;
  readonly bytes: number;
  readonly limits: JsonLimits;
  /** Null when the text was too large to scan. */
  readonly scan: JsonScan | null;
  /** What JSON.parse gave; undefined when the text was not parsed. */
  readonly value: unknown;
  /** Null when there was no value to hold against the schema. */
  readonly schemaFaults: readonly string[] | null;
};

/** A check of a record's text, before there is a record. */
export type FormCheck = CheckText & { readonly reads: 'text'; readonly run: (reading: Reading) => Outcome };

const TOO_LARGE = 'The text is too large to be read.';
const scanned =
  (run: (scan: JsonScan, reading: Reading) => Outcome): FormCheck['run'] =>
  (reading) =>
    reading.scan === null ? skip(TOO_LARGE) : run(reading.scan, reading);

const REGENERATE = 'Take the record as the benchmark wrote it; a file that was edited by hand cannot be mended.';

/** Checks of the text, in the order in which reading goes on. */
export const FORM_CHECKS: readonly FormCheck[] = [
  {
    code: 'R-form-size',
    effect: 'invalid',
    reads: 'text',
    title: 'The record is no larger than a record can be.',
    why: 'A record is small; anything large is an attempt to exhaust whoever reads it.',
    mend: REGENERATE,
    run: ({ bytes, limits }) =>
      bytes <= limits.bytes ? pass(`${bytes} bytes.`) : fail(`The record has ${bytes} bytes; the most is ${limits.bytes}.`),
  },
  {
    code: 'R-form-text',
    effect: 'invalid',
    reads: 'text',
    title: 'The text is plain UTF-8 without byte order mark, NUL or broken characters.',
    why: 'Two readers must see the same text, or they check different records.',
    mend: REGENERATE,
    run: ({ text, scan }) => noProblems([...textProblems(text), ...(scan?.characters ?? []).map(placeText)], 'Plain UTF-8.'),
  },
  {
    code: 'R-form-json',
    effect: 'invalid',
    reads: 'text',
    title: 'The text is one JSON value.',
    why: 'Only JSON has one canonical form, from which the digest follows.',
    mend: REGENERATE,
    run: scanned((scan) => (scan.syntax === null ? pass('JSON.') : fail(`The record is not JSON: ${placeText(scan.syntax)}.`))),
  },
  {
    code: 'R-form-depth',
    effect: 'invalid',
    reads: 'text',
    title: 'The JSON is not nested deeper than a record is.',
    why: 'Deep nesting makes readers that recurse run out of stack.',
    mend: REGENERATE,
    run: scanned((scan, { limits }) =>
      scan.depth <= limits.depth
        ? pass(`${scan.depth} levels.`)
        : fail(`The JSON is nested ${scan.depth} levels deep; the most is ${limits.depth}.`),
    ),
  },
  {
    code: 'R-form-values',
    effect: 'invalid',
    reads: 'text',
    title: 'The JSON holds no more values, and no longer lists, than a record can have.',
    why: 'A hostile record of very many faults would keep its checker busy for hours.',
    mend: REGENERATE,
    run: scanned((scan, { limits }) =>
      noProblems(
        [
          scan.members <= limits.members ? null : `a list or object has ${scan.members} members; the most is ${limits.members}`,
          scan.values <= limits.values ? null : `there are ${scan.values} values; the most is ${limits.values}`,
        ].filter((problem) => problem !== null),
        `${scan.values} values.`,
      ),
    ),
  },
  {
    code: 'R-form-duplicate-keys',
    effect: 'invalid',
    reads: 'text',
    title: 'No object has the same key twice.',
    why: 'One reader takes the first value and another the last, so that the figure checked is not the figure shown.',
    mend: REGENERATE,
    run: scanned((scan) => noProblems(scan.duplicateKeys.map(placeText), 'Every key stands once.')),
  },
  {
    code: 'R-form-numbers',
    effect: 'invalid',
    reads: 'text',
    title:
      'Every number is one that JSON knows and a double holds: no NaN, no infinity, nothing denormal, no negative zero, no lost digits.',
    why: 'Such numbers become null, zero or something else on their way, in silence.',
    mend: 'Find the measurement that gave the number: a meter that failed must fail the run.',
    run: scanned((scan) => noProblems(scan.numbers.map(placeText), 'Every number is sound.')),
  },
  {
    code: 'R-form-schema',
    effect: 'invalid',
    reads: 'text',
    title: 'The record fits its schema: every field, unit and bound, and nothing else.',
    why: 'The schema names the unit of every figure and bounds it; an unknown field could hide anything.',
    mend: 'Write records with the release that checks them, and compare with schemas/result.schema.json.',
    run: ({ schemaFaults }) =>
      schemaFaults === null
        ? skip('There is no JSON value to hold against the schema.')
        : noProblems(schemaFaults, 'The record fits its schema.'),
  },
];

function textProblems(text: string): string[] {
  return [
    text.startsWith('\uFEFF') ? 'the text starts with a byte order mark' : null,
    text.includes('\0') ? 'the text holds a NUL' : null,
    text.isWellFormed() && !text.includes('\uFFFD') ? null : 'the text holds broken characters',
  ].filter((problem) => problem !== null);
}

function readingOf(text: string, limits: JsonLimits): Reading {
  const bytes = Buffer.byteLength(text);
  const start = { text, bytes, limits, scan: null, value: undefined, schemaFaults: null };
  if (bytes > limits.bytes) return start;
  const scan = scanJson(text);
  if (!isSound(scan, limits)) return { ...start, scan };
  const value: unknown = JSON.parse(text);
  return { ...start, scan, value, schemaFaults: schemaFaultsOf(value) };
}

function schemaFaultsOf(value: unknown): string[] {
  if (validateResult(value)) return [];
  return (validateResult.errors ?? []).map((error) => {
    const surplus: unknown = error.params.additionalProperty;
    const which = typeof surplus === 'string' ? ` (${JSON.stringify(surplus.slice(0, 40))})` : '';
    return `${error.instancePath || '/'} ${error.message}${which}`;
  });
}

/**
 * Reads a record's text with every check of its form.
 * @returns a finding per form check, and the record; null when any of them failed
 */
export function parseRecord(text: string, limits: JsonLimits = RECORD_LIMITS): { findings: Finding[]; record: Result | null } {
  const reading = readingOf(text, limits);
  const findings = FORM_CHECKS.map((check) => findingOf(check, check.run(reading), null));
  return { findings, record: findings.every((finding) => finding.status === 'pass') ? (reading.value as Result) : null };
}

/** The one check of form that compares with what came from elsewhere. */
export const DIGEST_CHECK: RecordCheck = {
  code: 'R-form-digest',
  effect: 'invalid',
  reads: 'record',
  title: "The record's digest is the one that was announced for it.",
  why: 'The digest over the canonical JSON names the record; another digest is another record.',
  mend: REGENERATE,
  run: ({ record, expected }) => {
    if (expected?.recordDigest === undefined) return skip('No digest was announced.');
    const digest = recordDigest(record);
    return digest === expected.recordDigest
      ? pass(`The digest is ${digest.slice(0, 12)}.`)
      : fail(`The record's digest is ${digest}, not ${expected.recordDigest}.`);
  },
};
