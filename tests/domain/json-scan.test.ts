import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/domain/checks/form.ts';
import { scanJson } from '../../src/domain/checks/json-scan.ts';
import { fc } from '../support/fast-check.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('scanning JSON', () => {
  test('finds the places of equal keys, however they are written, in the same object alone', () => {
    const text = '{"a": {"b": 1},\n "b": 2,\n "\\u0061": 3, "__proto__": 1, "__proto__": 2}';
    expect(scanJson(text).duplicateKeys.map(({ line, column }) => [line, column])).toEqual([
      [3, 2],
      [3, 31],
    ]);
  });

  test.each([
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '{"a"}',
    '[1 2]',
    '"a',
    '"\u0001"',
    '01',
    '1.',
    '.5',
    '+1',
    'nul',
    '[]]',
    "{'a':1}",
    '// no',
    '{"a":1}x',
    '"\\x"',
  ])('knows that %j is no JSON', (text) => expect(scanJson(text).syntax).not.toBeNull());

  test('tells where the text stops being JSON', () => {
    expect(scanJson('{\n  "a": 1\n  "b": 2\n}').syntax).toEqual({ line: 3, column: 3, message: '"\\"" stands where comma or end was due' });
    expect(scanJson('[1').syntax).toMatchObject({ line: 1, column: 3, message: 'the text ends where comma or end was due' });
  });

  test('stops collecting after a hundred places, so that a hostile megabyte costs no more than another', () => {
    const scan = scanJson(`{${'"a":NaN,'.repeat(100_000)}"b":1}`);
    expect(scan.duplicateKeys).toHaveLength(100);
    expect(scan.numbers).toHaveLength(100);
  });

  test('counts nesting without recursion', () => {
    expect(scanJson('[{"a": [1]}, [2]]').depth).toBe(3);
    expect(scanJson('['.repeat(500_000)).depth).toBe(500_000);
  });

  test('counts members and values', () => {
    expect(scanJson('{"a": [1, 2, 3], "b": {"c": null}}')).toMatchObject({ members: 3, values: 7 });
    expect(scanJson('7')).toMatchObject({ members: 0, values: 1 });
  });

  test('keeps hostile lists away from the schema', () => {
    const faults = (text: string) =>
      parseRecord(text)
        .findings.filter((finding) => finding.status === 'fail')
        .map((finding) => finding.code);
    expect(faults(`{"runs": [${'{},'.repeat(300_000)}{}]}`)).toEqual(['R-form-values']);
    const nested = `[${Array.from({ length: 100 }, () => `[${'[0,0,0],'.repeat(99)}0]`).join(',')}]`;
    expect(faults(nested)).toEqual(['R-form-values']);
  });

  test('reads a string of a megabyte', () => {
    for (const part of ['a', '\\n', '\\u00e9']) expect(scanJson(JSON.stringify(part.repeat(1_000_000))).syntax).toBeNull();
    expect(scanJson(`"${'\\n'.repeat(500_000)}`).syntax).not.toBeNull();
  });

  test('agrees with JSON.parse on every JSON value, written in any way', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(scanJson(written).syntax).toBeNull();
        expect(scanJson(written).duplicateKeys).toEqual([]);
      }),
    );
  });

  test('agrees with JSON.parse on texts with one character changed', () => {
    const characters = [...'{}[]":,.0123456789-+eEtruefalsn \n\\x'];
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...characters), (text, place, character) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        expect(scanJson(changed).syntax === null).toBe(isJson(changed));
      }),
      { numRuns: 2000 },
    );
  });

  test('lets nothing through that is no record, and never breaks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseRecord(text).record).toBeNull();
      }),
    );
  });
});
