import { inputFault } from '../errors.ts';
import type { Entry } from '../leaderboard/entry.ts';
import { type Ledger, type LedgerEntry, withEntry } from '../ledger.ts';
import { hostileCharacters } from '../submission/hostile-characters.ts';

/** States that a person may give a published result; superseded comes by publishing alone. */
export const GIVEN_STATES = ['disputed', 'withdrawn', 'corrected', 'official', 'unofficial'] as const;

export type GivenState = (typeof GIVEN_STATES)[number];

/** Longest reason and longest name of who decided, in characters. */
const REASON_LENGTH = 400;
const BY_LENGTH = 100;

/**
 * A result's ledger with a person's decision added.
 * @throws Fault of the input: ledger-transition, state-never-official, state-reason, state-by
 */
export function withDecision(entry: Pick<Entry, 'verdict' | 'failed' | 'recordName'>, ledger: Ledger, decision: LedgerEntry): Ledger {
  refuseText(decision.reason, { code: 'state-reason', what: 'The reason', longest: REASON_LENGTH });
  refuseText(decision.by, { code: 'state-by', what: 'Who decided', longest: BY_LENGTH });
  if (decision.state === 'official' && entry.verdict !== 'official') {
    const failed = entry.failed.length > 0 ? ` (${entry.failed.join(', ')})` : '';
    throw inputFault(`Record ${entry.recordName} was judged ${entry.verdict ?? 'by nobody'}${failed}, and no decision makes it official.`, {
      code: 'state-never-official',
      mend: 'Settle a dispute with --to unofficial, or measure the model again as the policy asks.',
    });
  }
  return withEntry(ledger, decision);
}

function refuseText(text: string, { code, what, longest }: { code: string; what: string; longest: number }): void {
  const plain = text.trim() === text && text !== '' && !/[\t\n\r]/.test(text) && hostileCharacters(text).length === 0;
  if (plain && text.length <= longest) return;
  throw inputFault(`${what} takes one line of plain text, 1 to ${longest} characters, without blanks around it.`, {
    code,
    mend: 'It stands beside the result for good: write one sentence that a stranger understands.',
  });
}
