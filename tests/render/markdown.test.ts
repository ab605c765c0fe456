import { describe, expect, it } from 'vitest';
import { code, codeBlock, escapeMarkdown, plain, type Section, table, withinBytes } from '../../src/render/markdown.ts';
import { fc } from '../support/fast-check.ts';

/** What a browser shows of escaped text: entities decoded, and our own zero-width spaces away. */
const shown = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_all, digits: string) => String.fromCodePoint(Number(digits))).replaceAll('\u200b', '');

const hostileWords = fc.constantFrom(
  ...[
    '<img src=x onerror=alert(1)>',
    '</details>',
    '<!-- x',
    '&lt;b&gt;',
    '@everyone',
    'org/repo#12',
    '#1',
    'GH-7',
    'https://x.invalid',
    'www.x.invalid',
  ],
  ...[
    '![a](b)',
    '[a](javascript:x)',
    '`',
    '```',
    '|',
    '\\|',
    '\\',
    '\n\n# heading',
    '\r',
    '\u202e',
    '\u200b',
    '\u0000',
    '\ud800',
    '**b**',
    '_i_',
    '~~s~~',
    '$x$',
  ],
  ...[':tada:', 'mailto:a@b.invalid', '1. x', '- x', '> x', '[^1]', '[x]: y', 'é', '漢字', '🧪'],
);
const hostile = fc.array(fc.oneof(hostileWords, fc.string({ unit: 'binary' })), { maxLength: 8 }).map((parts) => parts.join(' '));

describe('foreign text in Markdown', () => {
  it('shows the characters it has', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shown(escapeMarkdown(text))).toBe(plain(text));
      }),
    );
  });

  it('does nothing, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[<>`*_[\]|~\\$\n\r]/);
        expect(escaped).not.toMatch(/&(?!#\d+;)/);
        expect(escaped).not.toMatch(/@(?!&#8203;)/);
        expect(escaped).not.toMatch(/(?<!&)#(?!&#8203;)/);
        expect(escaped).not.toMatch(/:\/\/|www\.|gh-\d|mailto:(?!&#8203;)/i);
        expect(escaped).not.toMatch(/^(?:[-+=#>]|\d+[.)])/);
        expect(escaped).not.toMatch(/:[\w+-]*[a-z][\w+-]*:/i);
      }),
    );
  });

  it('holds nothing that cannot be seen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const visible = plain(text);
        expect(visible).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(visible).toBe(plain(visible));
        expect([...visible].length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it.each([
    ['admin\u202egnp.exe', 'admingnp.exe'],
    ['a\u0000b\u0007c', 'abc'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['tag\u{e0041}\u{e0042}', 'tag'],
    ['two\n\nlines\tand tabs', 'two lines and tabs'],
    [`z${'\u0301'.repeat(40)}`, `z${'\u0301'.repeat(4)}`],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
  ])('is cleaned: %j', (text, clean) => {
    expect(plain(text)).toBe(clean);
  });

  it('stays in one span of code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const span = code(text);
        const fence = /^`+/.exec(span)?.[0] ?? '';
        expect(span.endsWith(fence)).toBe(true);
        expect(span.slice(fence.length, -fence.length)).not.toMatch(new RegExp(`(?<!\`)${fence}(?!\`)`));
        expect(span).not.toMatch(/[\n\r|]/);
      }),
    );
  });

  it('stays in one block of code, with its lines', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (lines) => {
        const block = codeBlock(lines.join('\n')).split('\n');
        const fence = block[0] as string;
        expect(block.at(-1)).toBe(fence);
        expect(block.slice(1, -1).some((line) => line.trimStart().startsWith(fence))).toBe(false);
      }),
    );
    expect(codeBlock('one\ntwo', 'sh')).toBe('```sh\none\ntwo\n```');
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const columns = [
          { head: 'a', align: 'left' },
          { head: 'b', align: 'right' },
        ] as const;
        const lines = table(columns, [[escapeMarkdown(one), escapeMarkdown(two)]]).split('\n');
        expect(lines).toHaveLength(3);
        for (const line of lines) expect(line.split('|')).toHaveLength(4);
      }),
    );
  });
});

describe('the limit in bytes', () => {
  const sections: Section[] = [
    { importance: 0, text: 'short' },
    { importance: 5, text: 'é'.repeat(100) },
    { importance: 2, text: 'x'.repeat(100) },
    { importance: 0, text: 'end' },
  ];

  it('leaves alone what fits', () => {
    expect(withinBytes(sections, 1000)).toBe(`short\n\n${'é'.repeat(100)}\n\n${'x'.repeat(100)}\n\nend\n`);
  });

  it('drops the least important first and says so', () => {
    const text = withinBytes(sections, 250);
    expect(text).toMatch(/^short\n\nx{100}\n\nend\n\n_Some parts were left out/);
  });

  it('keeps the short form when nothing else fits', () => {
    const text = withinBytes(sections, 110);
    expect(text).toMatch(/^short\n\nend\n\n_Some parts were left out/);
  });

  it('is never passed, counted in bytes, whatever the sections are', () => {
    const section = fc.record({ importance: fc.integer({ min: 0, max: 4 }), text: fc.string({ unit: 'binary', maxLength: 200 }) });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 12 }), fc.integer({ min: 1, max: 600 }), (parts, limit) => {
        expect(Buffer.byteLength(withinBytes(parts, limit))).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
