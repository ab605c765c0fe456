import { describe, expect, test } from 'vitest';
import { csvCell } from '../../src/domain/leaderboard/csv.ts';
import { licenceFrom, statedLicence } from '../../src/domain/licence.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { fc } from '../support/fast-check.ts';

describe('what a card states of its licence', () => {
  test.each([
    ['a licence of the list', { license: 'apache-2.0' }, 'apache-2.0'],
    ['one with plus signs', { license: 'openrail++' }, 'openrail++'],
    ['one with blanks around it', { license: ' mit\n' }, 'mit'],
    ['several', { license: ['mit', 'apache-2.0'] }, 'mit apache-2.0'],
    ['another one with its name', { license: 'other', license_name: 'example-community-1' }, 'example-community-1'],
    ['another one without a name', { license: 'other' }, 'other'],
    ['another one whose name is no name', { license: 'other', license_name: '<b>ours</b>' }, 'other'],
    ['a list of another one alone', { license: ['other'], license_name: 'ours-2' }, 'ours-2'],
    ['a name without other beside it', { license: 'mit', license_name: 'ours' }, 'mit'],
    ['none', {}, null],
    ['an empty one', { license: '' }, null],
    ['an empty list', { license: [] }, null],
    ['what is no text', { license: { toString: 'x' } }, null],
    ['a list of what is no text', { license: [1, null, ['mit'], {}] }, null],
    ['no card', null, null],
    ['a card that is a text', 'license: mit', null],
  ])('%s', (_what, card, stated) => {
    expect(statedLicence(card)).toBe(stated);
    expect(licenceFrom(statedLicence(card))).toBe(stated);
  });
});

describe('a stated licence that has not the form of records', () => {
  test.each([
    ['10 kB of it', 'a'.repeat(10_000)],
    ['65 characters', 'a'.repeat(65)],
    ['control characters', 'mit\u0000\u001b[31m\u202e'],
    ['a line break in between', 'mit\napache-2.0'],
    ['two blanks in between', 'mit  apache-2.0'],
    ['a formula', '=1+1'],
    ['a formula of allowed characters', '-1+1'],
    ['Markdown', '[mit](https://example.org)'],
    ['other letters', 'лицензия'],
  ])('%s is stated, and reads as none', (_what, license) => {
    expect(statedLicence({ license })).not.toBeNull();
    expect(licenceFrom(statedLicence({ license }))).toBeNull();
  });
});

test('whatever a card holds, what is left of it does nothing in a table, in Markdown or in a spreadsheet', () => {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-=+@a-z0-9. _|<`]{0,70}$/), fc.constant('other'));
  const heads = fc.record({ license: fc.oneof(words, fc.array(words), fc.anything()), license_name: fc.oneof(words, fc.anything()) });
  fc.assert(
    fc.property(fc.oneof(heads, fc.anything()), (card) => {
      const licence = licenceFrom(statedLicence(card));
      if (licence === null) return;
      expect(licence).toMatch(/^[A-Za-z0-9][A-Za-z0-9._+ -]{0,63}$/);
      expect(csvCell(licence)).toBe(licence);
      expect(escapeMarkdown(licence).replaceAll('&#8203;', '')).toMatch(/^[A-Za-z0-9._+ &#;-]+$/);
    }),
  );
});
