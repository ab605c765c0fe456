import { describe, expect, test } from 'vitest';
import { validateSubmission } from '../../src/domain/generated/validators.js';
import { SUBMISSION_CHECKS } from '../../src/domain/submission/checks.ts';
import { visible } from '../../src/domain/submission/hostile-characters.ts';
import { parseSubmission } from '../../src/domain/submission/parse-submission.ts';
import { KNOWN_KEYS } from '../../src/domain/submission/schema-places.ts';
import { renderFaults } from '../../src/render/diagnostics.ts';
import { fc } from '../support/fast-check.ts';
import { goodSubmissions, policyWith } from './corpus.ts';

const RUNS = 1500;
/** CPU time far above what a file of 16 KiB takes; a reader of quadratic time would pass it. */
const BOUND_MICROSECONDS = 3_000_000;

const good = await goodSubmissions();
const policy = policyWith();
const known = new Set(SUBMISSION_CHECKS.map(({ code }) => code));
const path = 'submissions/org/model/text-generation.yaml';

/** What holds for every file, whatever is in it. */
function hold(bytes: Uint8Array, at = path): void {
  const begun = process.cpuUsage();
  const first = parseSubmission({ path: at, bytes, policy });
  expect(process.cpuUsage(begun).user).toBeLessThan(BOUND_MICROSECONDS);
  expect(parseSubmission({ path: at, bytes, policy }).faults).toEqual(first.faults);

  const lines = first.text.split('\n');
  const astray = first.faults.filter(({ code, line, column, message, pointer, suggestion = '' }) => {
    const text = lines[line - 1];
    const isPlaced = text !== undefined && column >= 1 && column <= text.length + 1;
    return !known.has(code) || !isPlaced || [message, pointer, suggestion].some((shown) => visible(shown) !== shown);
  });
  expect(astray).toEqual([]);
  expect(first.submission === null).toBe(first.faults.length > 0);
  if (first.submission !== null) expect(validateSubmission(structuredClone(first.submission))).toBe(true);
  const shown = renderFaults({ path: at, source: first.text, errors: first.faults }, { color: false });
  expect(visible(shown.replaceAll('\n', ''))).toBe(shown.replaceAll('\n', ''));
}

const word = fc.oneof(
  fc.constantFrom(...KNOWN_KEYS, 'org/model', 'main', 'off', 'on', 'null', 'true', '1', '.inf', '0x1F', '1e999', '~', '<<', '__proto__'),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const syntax = fc.constantFrom(
  ...[
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n\t',
    '\r',
    '\r\n',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    ' #',
    '&a ',
    '*a',
    '!!str ',
    '!x ',
    '%YAML 1.1\n',
  ],
  ...['---\n', '...\n', '"', "'", '|\n', '>-\n', '\\u0000', '\u202e', '\u200b', '\ufeff', '\0', '`', '@', '日本', '😀', 'e\u0301'],
);
const yamlish = fc.array(fc.oneof(word, syntax), { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));

const mutation = fc.record({
  file: fc.constantFrom(...good),
  kind: fc.constantFrom('flip', 'drop line', 'repeat line', 'swap lines', 'cut', 'insert'),
  at: fc.nat(),
  other: fc.nat(),
  inserted: fc.oneof(syntax, word),
});

function mutated(bytes: Buffer, { kind, at, other, inserted }: { kind: string; at: number; other: number; inserted: string }): Buffer {
  const index = at % bytes.length;
  if (kind === 'flip') return Buffer.from(bytes.with(index, (bytes[index] ?? 0) ^ (1 << (other % 8))));
  if (kind === 'cut') return bytes.subarray(0, index);
  if (kind === 'insert') return Buffer.concat([bytes.subarray(0, index), Buffer.from(inserted), bytes.subarray(index)]);
  const lines = bytes.toString('latin1').split('\n');
  const line = at % lines.length;
  const second = other % lines.length;
  if (kind === 'drop line') lines.splice(line, 1);
  else if (kind === 'repeat line') lines.splice(second, 0, lines[line] ?? '');
  else [lines[line], lines[second]] = [lines[second] ?? '', lines[line] ?? ''];
  return Buffer.from(lines.join('\n'), 'latin1');
}

describe('whatever the file holds, it is read without a crash, at places that exist, and always alike', () => {
  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => hold(bytes)),
      { numRuns: RUNS },
    );
  });

  test('random text that looks like YAML', () => {
    fc.assert(
      fc.property(yamlish, (bytes) => hold(bytes)),
      { numRuns: RUNS },
    );
  });

  test('good submissions with up to three mutations', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const [{ file }] = mutations as [(typeof mutations)[number]];
        const bytes = mutations.reduce((text, change) => (text.length === 0 ? text : mutated(text, change)), file.bytes);
        hold(bytes, file.path);
      }),
      { numRuns: 2 * RUNS },
    );
  });

  test('random paths', () => {
    const part = fc.oneof(
      fc.constantFrom('submissions', 'org', 'model', 'text-generation.yaml', '..', '.', '', '\\'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => hold(good[0]?.bytes ?? Buffer.alloc(0), parts.join('/'))),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['opening brackets', '['],
    ['opening braces', '{a: '],
    ['list marks', '- '],
    ['question marks', '? '],
    ['quotes', '"\n'],
    ['equal keys', 'a: 1\n'],
    ['anchors', '&a '],
    ['tags', '!a '],
    ['documents', '---\n'],
    ['colons', 'task:x\n'],
    ['tabs', 'a:\n\t'],
    ['carriage returns', '\r'],
    ['invisible characters', '\u200b'],
    ['bytes that are not UTF-8', '\xff'],
    ['directives', '%A\n'],
    ['keys that nobody knows', Array.from({ length: 2000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['keys that are almost known', Array.from({ length: 1200 }, (_, index) => `revison${index}: 1\n`).join('')],
    ['one long flow list', `x: [${'a,'.repeat(8000)}]`],
  ])('a file full of %s is read in bounded time', (_, unit) => {
    const text = unit.repeat(Math.ceil(16_384 / unit.length)).slice(0, 16_384);
    hold(Buffer.from(text, unit === '\xff' ? 'latin1' : 'utf8').subarray(0, 16_384));
  });
});
