import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editionText } from '../../src/domain/edition.ts';
import { diffEditions } from '../../src/domain/edition-diff.ts';
import type { Edition } from '../../src/domain/generated/edition.ts';
import type { ResultState } from '../../src/domain/ledger.ts';
import { starsOf } from '../../src/domain/rating.ts';
import { runCli } from '../support/quick-examples.ts';
import { temporaryFolder } from './repository.ts';

const recordOf = (name: string) => `results/text-generation/org/model/${name.padStart(12, '0')}.json`;

/** An edition of one board: figures by model, a record's number where the edition knows it. */
function edition(name: string, figures: readonly (readonly [string, number, string?])[], modelClass: 'A' | 'B' = 'A'): Edition {
  const stars = starsOf(figures.map(([, energy]) => energy));
  const rows = figures.map(([model, gpuWhPer1000Queries, record], index) => ({
    task: 'text-generation' as const,
    model: `org/${model}`,
    class: modelClass,
    gpuWhPer1000Queries,
    stars: stars[index] as number,
    ...(record === undefined ? {} : { record: recordOf(record) }),
  }));
  return { schemaVersion: 1, name, scope: 'gpu', hardware: 'Made up', source: 'Made up', rows };
}

const none: ReadonlyMap<string, { state: ResultState; reason: string }> = new Map();
const shown = (before: Edition, after: Edition, states = none) =>
  diffEditions(before, after, states).changes.map(({ model, kind, from, to, why }) => [model, kind, from?.stars, to?.stars, why]);

const FIRST = edition('2026-02', [
  ['a', 1, '1'],
  ['b', 5, '2'],
  ['c', 11, '3'],
]);

describe('the difference of two editions', () => {
  it('is nothing between an edition and itself', () => {
    expect(diffEditions(FIRST, FIRST, none)).toEqual({ from: '2026-02', to: '2026-02', changes: [], unchanged: 3 });
  });

  it('names the model that moved the range, wherever it moved a star', () => {
    const after = edition('2026-05', [
      ['a', 1, '1'],
      ['b', 5, '2'],
      ['c', 11, '3'],
      ['d', 101, '4'],
    ]);
    const range = 'The range of the stars moved: the largest energy was 11 Wh (org/c) and is 101 Wh (org/d).';
    expect(shown(FIRST, after)).toEqual([
      ['org/b', 'changed', 4, 5, range],
      ['org/c', 'changed', 1, 5, range],
      ['org/d', 'came', undefined, 1, 'It is not in edition 2026-02.'],
    ]);
  });

  it('tells why a model went: what its ledger says today', () => {
    const after = edition('2026-05', [
      ['a', 1, '1'],
      ['c', 11, '3'],
    ]);
    const states = new Map([[recordOf('2'), { state: 'withdrawn' as const, reason: 'The owner asked.' }]]);
    expect(shown(FIRST, after, states)).toEqual([['org/b', 'went', 4, undefined, 'Its result is withdrawn: The owner asked.']]);
    expect(shown(FIRST, after)).toEqual([['org/b', 'went', 4, undefined, 'It is not in edition 2026-05.']]);
  });

  it('tells a corrected figure, and one that is not the record’s', () => {
    const corrected = edition('2026-05', [
      ['a', 1, '1'],
      ['b', 9, '9'],
      ['c', 11, '3'],
    ]);
    const states = new Map([[recordOf('2'), { state: 'superseded' as const, reason: 'Replaced by 000000000009.' }]]);
    expect(shown(FIRST, corrected, states)).toEqual([
      ['org/b', 'changed', 4, 2, 'Figure corrected: the earlier result is superseded: Replaced by 000000000009.'],
    ]);
    expect(shown(FIRST, corrected)[0]?.[4]).toBe(`Figure corrected: another measurement, ${recordOf('9')}.`);
    const forged = edition('2026-05', [
      ['a', 1, '1'],
      ['b', 5.5, '2'],
      ['c', 11, '3'],
    ]);
    expect(shown(FIRST, forged)[0]?.[4]).toMatch(/^Both name the same record/);
  });

  it('tells stars that do not follow from the figures', () => {
    const bent = structuredClone(FIRST);
    if (bent.rows[1]) bent.rows[1].stars = 5;
    expect(shown(FIRST, bent)).toEqual([
      ['org/b', 'changed', 4, 5, 'One of the two editions does not hold the stars that its figures give.'],
    ]);
  });

  it('pairs two rows of one model by their records and figures, and knows another class', () => {
    const twice = edition('2026-02', [
      ['a', 1],
      ['a', 7],
      ['c', 11],
    ]);
    expect(diffEditions(twice, { ...twice, rows: twice.rows.toReversed() }, none).changes).toEqual([]);
    const moved = edition('2026-05', [['a', 1]], 'B');
    expect(shown(edition('2026-02', [['a', 1]]), moved).map((row) => row[4])).toEqual([
      'Edition 2026-05 has it in class B, or fewer times.',
      'Edition 2026-02 has it in class A, or fewer times.',
    ]);
  });
});

describe('edition diff', () => {
  it('compares two files, as words and as JSON', async () => {
    await using folder = await temporaryFolder();
    const files = [join(folder.path, 'a.json'), join(folder.path, 'b.json')] as const;
    await writeFile(files[0], editionText(FIRST));
    await writeFile(
      files[1],
      editionText(
        edition('2026-05', [
          ['a', 1],
          ['c', 11],
        ]),
      ),
    );
    const ended = await runCli(['edition', 'diff', ...files, '--json']);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ from: '2026-02', to: '2026-05', unchanged: 2, changes: [{ kind: 'went' }] });
    expect(ended.stderr).toContain('From 2026-02 to 2026-05: rows that differ 1, rows that do not 2.');
    expect((await runCli(['edition', 'diff', files[0]])).code).toBe(2);
  });
});
