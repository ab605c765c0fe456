import { inputFault, operatorFault } from './errors.ts';
import type { Finding, Verdict } from './findings.ts';
import type { Result } from './generated/result.ts';
import { recordName, recordPath } from './identifiers.ts';

/** What a published result is worth today. It only ever changes by a new entry of its ledger file. */
export type ResultState = 'provisional' | 'official' | 'unofficial' | 'disputed' | 'corrected' | 'superseded' | 'withdrawn';

type StateRules = {
  /** Whether a result in this state takes part in ranks and stars. */
  ranks: boolean;
  /** States that may follow. */
  next: readonly ResultState[];
  /** The state in one sentence, for tables and docs. */
  meaning: string;
};

/** Every state with what it means and what may follow it. */
export const RESULT_STATES: Readonly<Record<ResultState, StateRules>> = {
  provisional: {
    ranks: true,
    next: ['official', 'unofficial', 'disputed', 'corrected', 'superseded', 'withdrawn'],
    meaning: 'Listed, but nobody has judged it yet.',
  },
  official: {
    ranks: true,
    next: ['disputed', 'corrected', 'superseded', 'withdrawn'],
    meaning: 'Measured as the policy asks of an official result.',
  },
  unofficial: {
    ranks: true,
    next: ['disputed', 'corrected', 'superseded', 'withdrawn'],
    meaning: 'Measured honestly, but not as the policy asks of an official result.',
  },
  disputed: {
    ranks: true,
    next: ['official', 'unofficial', 'corrected', 'superseded', 'withdrawn'],
    meaning: 'Somebody doubts it; it keeps its rank until that is settled.',
  },
  corrected: { ranks: false, next: ['withdrawn'], meaning: 'It held an error; a corrected result replaces it.' },
  superseded: { ranks: false, next: ['withdrawn'], meaning: 'A later result of the same model replaces it.' },
  withdrawn: { ranks: false, next: [], meaning: 'Taken back; it keeps its row and its reason.' },
};

export type LedgerEntry = {
  state: ResultState;
  /** One sentence. */
  reason: string;
  /** UTC, to the second. */
  at: string;
  /** Who decided. */
  by: string;
};

/** What a results repository knows of one record beside the record itself: ledger/<12 digits>.json. */
export type Ledger = {
  schemaVersion: 1;
  /** Path of the record. */
  record: string;
  /** The verdict of the checks when it was published. */
  verdict: Exclude<Verdict, 'invalid'>;
  /** Codes of the checks that failed then, sorted: the reasons of the verdict. */
  failed: string[];
  /** Oldest first; the last one holds. Entries are only ever added. */
  entries: [LedgerEntry, ...LedgerEntry[]];
};

/** Where the ledger of a record lies. */
export const ledgerPath = (name: string): string => `ledger/${name}.json`;

/** The state that holds now. */
export const stateOf = (ledger: Ledger): LedgerEntry => ledger.entries.at(-1) ?? ledger.entries[0];

/**
 * The ledger of a record that is published for the first time.
 * @param at UTC, to the second
 * @throws Fault of the input, code invalid-result
 */
export function openLedger(
  record: Result,
  judged: { verdict: Verdict; findings: readonly Finding[] },
  entry: { at: string; by: string },
): Ledger {
  const failed = [...new Set(judged.findings.filter(({ status }) => status === 'fail').map(({ code }) => code))].sort();
  const verdict = judged.verdict;
  if (verdict === 'invalid') {
    throw inputFault(`Record ${recordName(record)} is invalid (${failed.join(', ')}) and is not published.`, {
      code: 'invalid-result',
      mend: 'Mend what the failed checks name and measure again.',
    });
  }
  const scripted = record.hardware.scripted || verdict === 'rehearsal';
  return {
    schemaVersion: 1,
    record: recordPath(record),
    verdict: scripted ? 'rehearsal' : verdict,
    failed,
    entries: [
      {
        state: verdict === 'official' && !scripted ? 'official' : 'unofficial',
        reason: firstReason(scripted ? 'rehearsal' : verdict, failed),
        ...entry,
      },
    ],
  };
}

function firstReason(verdict: Verdict, failed: readonly string[]): string {
  if (verdict === 'rehearsal') return 'Rehearsal on scripted hardware.';
  if (verdict === 'official') return 'Every check that an official result needs has passed.';
  return failed.length > 0 ? `Checks that failed: ${failed.join(', ')}.` : 'Judged unofficial.';
}

/**
 * The ledger with one more entry.
 * @throws Fault of the input, code ledger-transition, where the new state may not follow the present one
 */
export function withEntry(ledger: Ledger, entry: LedgerEntry): Ledger {
  const present = stateOf(ledger).state;
  const { next } = RESULT_STATES[present];
  if (!next.includes(entry.state)) {
    const allowed = next.length > 0 ? `Only ${next.join(', ')} may follow.` : 'Nothing follows it.';
    throw inputFault(`A result that is ${present} cannot become ${entry.state}.`, { code: 'ledger-transition', mend: allowed });
  }
  return { ...ledger, entries: [...ledger.entries, entry] };
}

/** The text of a ledger file. */
export const ledgerText = (ledger: Ledger): string => `${JSON.stringify(ledger, null, 2)}\n`;

/**
 * Reads a ledger file back.
 * @throws Fault of the operator, code ledger-damaged
 */
export function readLedger(path: string, text: string): Ledger {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(path, 'it is not JSON', cause);
  }
  if (!isObject(value) || value.schemaVersion !== 1) throw damaged(path, 'schemaVersion is not 1');
  if (typeof value.record !== 'string') throw damaged(path, 'record is not a path');
  if (value.verdict !== 'official' && value.verdict !== 'unofficial' && value.verdict !== 'rehearsal')
    throw damaged(path, 'verdict is unknown');
  if (!isTexts(value.failed)) throw damaged(path, 'failed is not a list of codes');
  if (!Array.isArray(value.entries) || value.entries.length === 0) throw damaged(path, 'it has no entry');
  for (const entry of value.entries) {
    if (!isObject(entry) || typeof entry.state !== 'string' || !Object.hasOwn(RESULT_STATES, entry.state))
      throw damaged(path, 'a state is unknown');
    if (typeof entry.reason !== 'string' || typeof entry.at !== 'string' || typeof entry.by !== 'string')
      throw damaged(path, 'an entry lacks reason, at or by');
  }
  return value as Ledger;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const damaged = (path: string, why: string, cause?: unknown) =>
  operatorFault(`The ledger file ${path} cannot be read: ${why}.`, {
    code: 'ledger-damaged',
    mend: 'Restore it from the history of the results repository.',
    ...(cause === undefined ? {} : { cause }),
  });
