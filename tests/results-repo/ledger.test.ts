import { describe, expect, it } from 'vitest';
import { ledgerText, openLedger, RESULT_STATES, type ResultState, readLedger, stateOf, withEntry } from '../../src/domain/ledger.ts';
import { goodRecord } from '../support/records.ts';

const AT = { at: '2026-02-01T10:00:00Z', by: 'test' };
const opened = () => openLedger(goodRecord(), { verdict: 'official', findings: [] }, AT);
const entry = (state: ResultState) => ({ state, reason: `Now ${state}.`, ...AT });

describe('a ledger', () => {
  it('begins in the state of the verdict', () => {
    expect(stateOf(opened()).state).toBe('official');
    const unofficial = openLedger(goodRecord(), { verdict: 'unofficial', findings: [] }, AT);
    expect(stateOf(unofficial).state).toBe('unofficial');
  });

  it('only ever grows', () => {
    const first = opened();
    const later = withEntry(withEntry(first, entry('disputed')), entry('withdrawn'));
    expect(later.entries.map(({ state }) => state)).toEqual(['official', 'disputed', 'withdrawn']);
    expect(later.entries[0]).toBe(first.entries[0]);
    expect(first.entries).toHaveLength(1);
  });

  it.each([
    ['withdrawn', 'official'],
    ['superseded', 'official'],
    ['corrected', 'disputed'],
    ['official', 'unofficial'],
    ['official', 'provisional'],
  ] as const)('does not go from %s to %s', (from, to) => {
    const ledger = from === 'official' ? opened() : withEntry(opened(), entry(from));
    expect(() => withEntry(ledger, entry(to))).toThrowError(expect.objectContaining({ code: 'ledger-transition', kind: 'input' }));
  });

  it('lets every state that is not withdrawn be withdrawn, and nothing after that', () => {
    const states = Object.entries(RESULT_STATES);
    for (const [state, { next }] of states) expect(next.includes('withdrawn')).toBe(state !== 'withdrawn');
    expect(RESULT_STATES.withdrawn.next).toEqual([]);
  });

  it('reads back what it wrote', () => {
    const ledger = withEntry(opened(), entry('superseded'));
    expect(readLedger('ledger/a.json', ledgerText(ledger))).toEqual(ledger);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'schemaVersion'],
    [JSON.stringify({ ...opened(), entries: [] }), 'no entry'],
    [JSON.stringify({ ...opened(), entries: [{ ...AT, state: 'splendid', reason: '' }] }), 'state is unknown'],
    [JSON.stringify({ ...opened(), entries: [{ ...AT, state: 'toString', reason: '' }] }), 'state is unknown'],
    [JSON.stringify({ ...opened(), entries: [{ state: 'official', reason: 'x' }] }), 'lacks'],
    [JSON.stringify({ ...opened(), verdict: 'invalid' }), 'verdict'],
    [JSON.stringify({ ...opened(), failed: [1] }), 'failed'],
    [JSON.stringify({ ...opened(), record: null }), 'record'],
  ])('is not read from %s', (text, why) => {
    const fault = expect.objectContaining({ code: 'ledger-damaged', kind: 'operator', message: expect.stringContaining(why) });
    expect(() => readLedger('ledger/a.json', text)).toThrowError(fault);
  });
});
