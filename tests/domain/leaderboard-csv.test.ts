import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editionFrom } from '../../src/domain/edition.ts';
import { csvCell, editionCsv } from '../../src/domain/leaderboard/csv.ts';
import { kilowattHours } from '../../src/domain/leaderboard/kilowatt-hours.ts';
import { fc } from '../support/fast-check.ts';

describe('energies in the published files', () => {
  test.each([
    [21.521125, '0.021521125'],
    [0.5904, '0.0005904'],
    [1, '0.001'],
    [615.39, '0.61539'],
    [1234.5, '1.2345'],
    [120_000, '120'],
    [1e21, '1000000000000000000'],
    [0.0554, '5.54E-05'],
    [0.1, '0.0001'],
    [0.09, '9E-05'],
    [2.5e-9, '2.5E-12'],
    [7.066666666666666, '0.00706666666666667'],
    [0, '0'],
  ])('%d Wh are %s kWh', (wattHours, text) => {
    expect(kilowattHours(wattHours)).toBe(text);
  });

  test('are a thousandth to the last of 15 digits, with an exponent only where they are tiny', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (wattHours) => {
        const text = kilowattHours(wattHours);
        expect(text).toMatch(wattHours >= 0.1 ? /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/ : /^[1-9](?:\.\d*[1-9])?E-\d\d$/);
        expect(Math.abs((Number(text) * 1000) / wattHours - 1)).toBeLessThan(1e-14);
      }),
    );
  });
});

test('the edition of February 2025 gives back every published file, row by row and digit by digit', () => {
  const made = editionCsv(editionFrom(JSON.parse(readFileSync('editions/2025-02.json', 'utf8'))));
  const names = readdirSync('editions/2025-02').filter((name) => name.endsWith('.csv'));
  expect([...made.keys()].sort()).toEqual(names.sort());
  let rows = 0;
  for (const name of names) {
    const published = readFileSync(`editions/2025-02/${name}`, 'utf8').trimEnd().split(/\r?\n/);
    expect(made.get(name)?.trimEnd().split('\n'), name).toEqual(published);
    rows += published.length - 1;
  }
  expect(rows).toBe(166);
});

describe('a cell of a CSV file', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\r\nlines', 'two lines'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "' =1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    [null, ''],
    [-1.5, '-1.5'],
  ])('%j stands as %s', (value, cell) => expect(csvCell(value)).toBe(cell));

  test('is one cell of one line whatever it holds, and never a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = csvCell(text);
        expect(cell).not.toMatch(/[\r\n]/);
        expect(cell).not.toMatch(/^"?[=+\-@]/);
        if (/[",]/.test(cell)) expect(cell).toMatch(/^"(?:[^"]|"")*"$/s);
      }),
    );
  });
});
