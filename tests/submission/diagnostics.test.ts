import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { LocatedFault } from '../../src/domain/findings.ts';
import { parseSubmission } from '../../src/domain/submission/parse-submission.ts';
import { renderFaults, summaryOfFaults } from '../../src/render/diagnostics.ts';
import { shownLine } from '../../src/render/source-line.ts';
import { policyWith } from './corpus.ts';

const path = 'submissions/org/model/text-generation.yaml';
const fault = (part: Partial<LocatedFault>): LocatedFault => ({ code: 'S-x', message: 'No.', line: 1, column: 1, pointer: '', ...part });
const plain = { color: false };

test('a fault is shown with its place, its line, a caret and what to do', () => {
  const source = '# one\nschemaVersion: 1\nmodel: org/model\nrevision: 0123456789abcdef0123456789abcdef01234567\ntask: asr\n';
  const { faults, text } = parseSubmission({ path, bytes: Buffer.from(source), policy: policyWith() });
  const [, ...below] = renderFaults({ path, source: text, errors: faults }, plain).split('\n');
  expect(below).toEqual([
    ' --> submissions/org/model/text-generation.yaml:5:7',
    '  |',
    '5 | task: asr',
    '  |       ^^^',
    '  = help: did you mean `automatic-speech-recognition`?',
    '',
  ]);
});

test('without a suggestion the help is what the check says to do', () => {
  const shown = renderFaults({ path, source: 'revision: main\n', errors: [fault({ code: 'S-schema-revision', column: 11 })] }, plain);
  expect(shown).toContain("= help: Copy the 40 digits from the model's list of commits.");
});

test('line numbers of one file are set in one column', () => {
  const source = 'a\n'.repeat(12);
  const shown = renderFaults({ path, source, errors: [fault({ line: 2 }), fault({ line: 12 })] }, plain);
  expect(shown).toContain('\n 2 | a\n   | ^\n');
  expect(shown).toContain('\n12 | a\n   | ^\n');
});

test('a file without a line to show still says where the fault is', () => {
  expect(renderFaults({ path, source: '', errors: [fault({ code: 'S-path-missing', message: 'Gone.' })] }, plain)).toBe(
    `error[S-path-missing]: Gone.\n --> ${path}:1:1\n  = help: Check the path.\n`,
  );
  expect(renderFaults({ path, source: '', errors: [] }, plain)).toBe('');
});

test('colours change nothing but colours', () => {
  const file = { path, source: 'task: asr\n', errors: [fault({ column: 7, suggestion: 'x' })] };
  const coloured = renderFaults(file, { color: true });
  expect(coloured).not.toBe(renderFaults(file, plain));
  expect(stripVTControlCharacters(coloured)).toBe(renderFaults(file, plain));
});

test('a hundred faults of a file are shown, and the rest is counted', () => {
  const errors = Array.from({ length: 103 }, () => fault({}));
  const shown = renderFaults({ path, source: 'x\n', errors }, plain);
  expect(shown.match(/^error/gm)?.length).toBe(100);
  expect(shown.endsWith(`… and 3 more faults in ${path}.\n`)).toBe(true);
});

/** The line with the mark below it, as people see them. */
function marked(line: string, column: number): [string, string] {
  const { text, before, carets } = shownLine(line, column);
  return [text, `${' '.repeat(before)}${'^'.repeat(carets)}`];
}

describe('the caret stands under what is meant', () => {
  test.each<[string, string, number, string, string]>([
    ['a word', 'model: org/model # x', 8, 'model: org/model # x', '       ^^^^^^^^^'],
    ['a quoted text', 'model: "a b" # x', 8, 'model: "a b" # x', '       ^^^^^'],
    ['a key', 'foo: 1', 1, 'foo: 1', '^^^'],
    ['a word in braces', 'r: {state: Off, x: 1}', 12, 'r: {state: Off, x: 1}', '           ^^^'],
    ['a leading tab', '\tfoo: 1', 2, '    foo: 1', '    ^^^'],
    ['a tab within', 'ab\tfoo', 4, 'ab  foo', '    ^^^'],
    ['the tab itself', '\tfoo', 1, '    foo', '^^^^'],
    ['wide characters before', '日本: x', 5, '日本: x', '      ^'],
    ['wide characters', '日本: x', 1, '日本: x', '^^^^'],
    ['an emoji before', '😀: x', 5, '😀: x', '    ^'],
    ['a combining mark before', 'e\u0301e: x', 6, 'e\u0301e: x', '    ^'],
    ['a character without width', 'a\u200bb: x', 2, 'a\\u{200B}b: x', ' ^^^^^^^^'],
    ['what follows one', 'a\u200bb: x', 6, 'a\\u{200B}b: x', `${' '.repeat(12)}^`],
    ['an escape sequence', '# \u001b[2J', 3, '# \\u{001B}[2J', '  ^^^^^^^^'],
    ['the end of a line', 'foo', 4, 'foo', '   ^'],
  ])('%s', (_, line, column, text, mark) => {
    expect(marked(line, column)).toEqual([text, mark]);
  });

  test('also in a line that is too long to show', () => {
    const line = `${'x '.repeat(5000)}HERE ${'y '.repeat(5000)}`;
    const [text, mark] = marked(line, line.indexOf('HERE') + 1);
    expect(text.length).toBeLessThanOrEqual(122);
    expect(text.slice(mark.indexOf('^'), mark.length)).toBe('HERE');
    expect([text.at(0), text.at(-1)]).toEqual(['…', '…']);
  });

  test('and a mark longer than the line is cut with it', () => {
    const { text, before, carets } = shownLine(`model: org/${'m'.repeat(300)}`, 8);
    expect(before + carets).toBeLessThanOrEqual(text.length);
  });
});

test('nothing hostile reaches the terminal, from the file, its name, or a message', () => {
  const hostile = '\u001b[31m\u202e\u200b\u0007\r\u009b\u2066\ufeff\u{E0041}';
  const errors = [fault({ message: `bad ${hostile}`, suggestion: hostile, column: 3 })];
  const shown = renderFaults({ path: `a${hostile}.yaml`, source: `x ${hostile}\n`, errors }, plain);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]|[\u{E0000}-\u{E0FFF}]/u);
  expect(shown).toContain('\\u{001B}[31m\\u{202E}');
});

test('the summary counts submissions, faults and files', () => {
  const good = { errors: [] };
  const bad = { errors: [fault({}), fault({})] };
  expect(summaryOfFaults([good], plain)).toBe('1 submission checked, no faults.');
  expect(summaryOfFaults([good, bad, { errors: [fault({})] }], plain)).toBe('3 submissions checked: 3 faults in 2 files.');
  expect(summaryOfFaults([bad], plain)).toBe('1 submission checked: 2 faults in 1 file.');
});
