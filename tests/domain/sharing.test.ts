import { expect, test } from 'vitest';
import { recordPath } from '../../src/domain/identifiers.ts';
import { type Entry, entryOf } from '../../src/domain/leaderboard/entry.ts';
import { sharing } from '../../src/domain/leaderboard/sharing.ts';
import { openLedger } from '../../src/domain/ledger.ts';
import { goodRecord } from '../support/records.ts';

/** An entry as it is read: with its own copy of every text. */
function entryRead(): Entry {
  const record = structuredClone(goodRecord());
  const findings = [{ code: 'R-method-runs', effect: 'unofficial', status: 'fail', message: 'Too few.' }] as const;
  const ledger = openLedger(record, { verdict: 'unofficial', findings }, { at: '2026-01-16T00:00:00Z', by: 'test' });
  return structuredClone(entryOf(record, recordPath(record), ledger));
}

test('entries are the same after they share what they have in common', () => {
  const shared = sharing();
  const [first, second] = [shared(entryRead()), shared(entryRead())];
  expect([first, second]).toEqual([entryRead(), entryRead()]);
  expect(second?.board).toBe(first?.board);
  expect(second?.failed).toBe(first?.failed);
});

test('texts that look like something else of an entry are no trouble', () => {
  const shared = sharing();
  const entry = entryRead();
  const hostile = { ...entry, reason: entry.failed.join(' '), device: JSON.stringify(entry.board), failed: [] };
  const plain = { ...entry, reason: '', failed: [] };
  expect([hostile, plain, entry].map(shared)).toEqual([hostile, plain, entry]);
});
