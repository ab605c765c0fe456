import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import { bytesOf, derivedFile } from '../../src/domain/leaderboard/derived-file.ts';
import { linesOfJson } from '../../src/domain/leaderboard/json-lines.ts';
import { fc } from '../support/fast-check.ts';

const lines = Array.from({ length: 5_000 }, (_, n) => `${n} of the café’s ${'x'.repeat(n % 97)} 🌡\n`);

describe('a derived file', () => {
  test('is the same in parts as whole, and its seal is that of its bytes', () => {
    const pieces = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 20 })));
    fc.assert(
      fc.property(pieces, (own) => {
        const whole = Buffer.concat([...lines, ...own].map((piece) => Buffer.from(piece)));
        const file = derivedFile(() => [...lines, ...own]);
        expect(Buffer.concat([...file.parts()]).equals(whole)).toBe(true);
        expect(file.sealed()).toEqual({ bytes: whole.length, sha256: sha256(whole) });
        expect(bytesOf(file).equals(whole)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('comes neither line by line nor at once', () => {
    const count = [...derivedFile(() => lines).parts()].length;
    expect(count).toBeGreaterThan(2);
    expect(count).toBeLessThan(20);
  });

  test('is made anew for each that reads it, and not for its seal where somebody has read it to the end', () => {
    let made = 0;
    const file = derivedFile(() => {
      made += 1;
      return ['one\n', 'two\n'];
    });
    for (const _part of file.parts()) break;
    expect(file.sealed().bytes).toBe(8);
    expect(made).toBe(2);
    expect(bytesOf(file).toString()).toBe('one\ntwo\n');
    expect(file.sealed().sha256).toBe(sha256('one\ntwo\n'));
    expect(made).toBe(3);
  });
});

test('JSON with one item a line is JSON, whatever the number of items', () => {
  for (const items of [[], [{ a: 1 }], [{ a: 1 }, { a: '\n' }]]) {
    const text = [...linesOfJson({ schemaVersion: 1 }, 'rows', items)].join('');
    expect(JSON.parse(text)).toEqual({ schemaVersion: 1, rows: items });
    expect(text.split('\n').filter((line) => line !== '')).toHaveLength(2 + items.length);
  }
});
