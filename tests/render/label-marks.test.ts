import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordPath } from '../../src/domain/identifiers.ts';
import type { Label } from '../../src/domain/label.ts';
import { labelLink } from '../../src/domain/label.ts';
import { editionRowOf, labelOfBoardRow, labelOfReport } from '../../src/domain/label-sources.ts';
import { boardDocument } from '../../src/domain/leaderboard/board.ts';
import { type Entry, entryOf } from '../../src/domain/leaderboard/entry.ts';
import { openLedger, type ResultState, withEntry } from '../../src/domain/ledger.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { buildReport } from '../../src/stages/report.ts';
import { nthGpuRecord, nthRecord } from '../results-repo/repository.ts';
import { goodRecord } from '../support/records.ts';
import { EDITION } from './label-samples.ts';

const AT = { at: '2026-01-20T00:00:00Z', by: 'a maintainer' };
const POLICY = defaultPolicy();

/** A record as its repository lists it, in a state. */
function listed(record: Result, verdict: 'official' | 'unofficial' | 'rehearsal', state?: ResultState): Entry {
  const opened = openLedger(record, { verdict, findings: [] }, AT);
  return entryOf(record, recordPath(record), state === undefined ? opened : withEntry(opened, { ...AT, state, reason: 'Because.' }));
}

/** The label of an entry on a board with so many official ones beside it. */
function labelOn(entry: Entry, others: readonly Entry[] = [], policy = POLICY): Label {
  const board = boardDocument([entry, ...others], { minimumModels: 5 });
  const row = board.rows.find(({ recordName }) => recordName === entry.recordName);
  if (row === undefined) throw new Error('The board does not list it.');
  return labelOfBoardRow(board, row, { link: null, policy });
}

const officialOthers = (count: number): Entry[] => Array.from({ length: count }, (_, index) => listed(nthGpuRecord(index + 1), 'official'));

describe('the label of a row of a board', () => {
  test('has no mark only where the ledger calls an official verdict official', () => {
    const label = labelOn(listed(goodRecord(), 'official'), officialOthers(5));
    expect(label).toMatchObject({ mark: null, stars: 5, starsNote: null, scored: '2026-01', place: { rank: 1, of: 6 }, edition: null });
  });

  test.each(['disputed', 'corrected', 'superseded', 'withdrawn'] as const)('of a result that is %s says so', (state) => {
    const label = labelOn(listed(goodRecord(), 'official', state), officialOthers(5));
    expect(label.mark).toBe(state);
    if (state !== 'disputed') expect(label).toMatchObject({ stars: null, place: null });
  });

  test('of an unofficial result beside official ones has no stars, and says why', () => {
    const label = labelOn(listed(goodRecord(), 'unofficial'), officialOthers(5));
    expect(label).toMatchObject({ mark: 'unofficial', stars: null, place: null, starsNote: 'Official results rank among themselves.' });
  });

  test('of a board with too few models says how many it needs', () => {
    const label = labelOn(listed(goodRecord(), 'official'), officialOthers(1));
    expect(label).toMatchObject({
      stars: null,
      starsNote: 'Stars compare models: this board has 2 of the 5 it needs.',
      place: { rank: 1, of: 2 },
    });
  });

  test('that nobody has judged is provisional', () => {
    const record = goodRecord();
    expect(labelOn(entryOf(record, recordPath(record), null)).mark).toBe('provisional');
  });

  test('of a result that its owner reports says that', () => {
    expect(labelOn(listed(goodRecord({ origin: 'self-reported' }), 'official'), officialOthers(5)).mark).toBe('self-reported');
  });

  test('of scripted hardware is a rehearsal, whatever its ledger says, and so is every label of a repository that rehearses', () => {
    const scripted = goodRecord({ hardware: { ...goodRecord().hardware, scripted: true } });
    expect(labelOn(listed(scripted, 'official')).mark).toBe('rehearsal');
    expect(labelOn(listed(goodRecord(), 'official'), officialOthers(5), { ...POLICY, rehearsal: true }).mark).toBe('rehearsal');
  });

  test('of an estimate is never official, whatever its ledger says, and says what it is', () => {
    const label = labelOn(listed(nthRecord(0), 'official'));
    expect(label).toMatchObject({ mark: 'unofficial', energy: 'CPU energy (estimated)', assumption: '10 W per busy logical core' });
  });
});

describe('the label of a result that no board lists', () => {
  const reported = (record: Result, edition = null as typeof EDITION | null, verdict: 'official' | 'unofficial' = 'official') =>
    buildReport({ record, verdict, findings: [], snapshot: null, policy: POLICY, edition, bundlePath: null, published: null });

  test('says that it is not published, even where every check has passed', async () => {
    expect(labelOfReport(await reported(goodRecord()), { link: null }).mark).toBe('unpublished');
    expect(labelOfReport(await reported(goodRecord(), null, 'unofficial'), { link: null }).mark).toBe('unofficial');
  });

  test('says of an edition’s stars that the edition does not hold it', async () => {
    const record = goodRecord();
    expect(editionRowOf(EDITION, record)).toBeNull();
    const label = labelOfReport(await reported(record, EDITION), { link: null });
    expect(label).toMatchObject({ mark: 'other-edition', edition: '2025-02', place: { of: 33 } });
  });

  test('is found in an edition by task, class, model and figure, and not by some of them', () => {
    const record = goodRecord();
    const row = { task: record.plan.task, model: record.plan.model.id, class: 'A' as const, stars: 3, gpuWhPer1000Queries: 0 };
    const figure = Number(record.score.whPer1000Queries.toPrecision(9));
    const holding = (changes: object) => ({ ...EDITION, rows: [...EDITION.rows, { ...row, gpuWhPer1000Queries: figure, ...changes }] });
    expect(editionRowOf(holding({}), record)?.stars).toBe(3);
    for (const changes of [
      { class: 'B' as const },
      { model: 'a/b' },
      { gpuWhPer1000Queries: figure * 1.001 },
      { task: 'summarization' as const },
    ])
      expect(editionRowOf(holding(changes), record)).toBeNull();
  });
});

describe('the page that a label leads to', () => {
  test('is an https address', () => expect(labelLink('https://example.org/a b?x="<')).toBe('https://example.org/a%20b?x=%22%3C'));

  test.each([
    'http://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https://user:word@example.org',
    `https://example.org/${'x'.repeat(500)}`,
  ])('is never %s', (address) => expect(() => labelLink(address)).toThrow('cannot link'));
});
