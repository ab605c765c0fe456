import { messageOf } from '../errors.ts';
import { type Ledger, ledgerPath, ledgerText, RESULT_STATES, readLedger } from '../ledger.ts';
import { found, type RepositoryFinding } from './checks.ts';

const UTC_SECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** An entry takes 200 bytes; what is larger was not written by this program, and is not read. */
const LEDGER_BYTES = 1024 * 1024;

/** Reads one ledger file and looks at it alone. */
export function checkLedger(path: string, text: string): { ledger: Ledger | null; findings: RepositoryFinding[] } {
  const bytes = Buffer.byteLength(text);
  if (bytes > LEDGER_BYTES)
    return { ledger: null, findings: [found('C-ledger-schema', path, `It has ${bytes} bytes; the most is ${LEDGER_BYTES}.`)] };
  let ledger: Ledger;
  try {
    ledger = readLedger(path, text);
  } catch (thrown) {
    return { ledger: null, findings: [found('C-ledger-schema', path, messageOf(thrown))] };
  }
  const findings: RepositoryFinding[] = [];
  if (ledgerText(ledger) !== text) findings.push(found('C-ledger-schema', path, 'It is not written as this program writes it.'));
  for (const { state, reason, at, by } of ledger.entries) {
    if (reason.trim() === '') findings.push(found('C-ledger-schema', path, `The entry ${state} gives no reason.`));
    if (by.trim() === '') findings.push(found('C-ledger-schema', path, `The entry ${state} names nobody.`));
    if (!UTC_SECONDS.test(at) || Number.isNaN(Date.parse(at)))
      findings.push(found('C-ledger-schema', path, `The entry ${state} has no time in UTC.`));
    if (state === 'official' && ledger.verdict !== 'official')
      findings.push(found('C-ledger-verdict', path, `It was judged ${ledger.verdict} and is called official.`));
  }
  for (const [index, { state }] of ledger.entries.entries()) {
    const before = ledger.entries[index - 1]?.state;
    if (before !== undefined && !RESULT_STATES[before].next.includes(state))
      findings.push(found('C-ledger-transition', path, `${state} may not follow ${before}.`));
  }
  if (!isAboutItsRecord(path, ledger)) {
    findings.push(found('C-ledger-orphan', path, `It speaks of ${ledger.record}, whose name it does not bear.`));
    return { ledger: null, findings };
  }
  return { ledger, findings };
}

const isAboutItsRecord = (path: string, { record }: Ledger): boolean =>
  path === ledgerPath(record.slice(record.lastIndexOf('/') + 1, -'.json'.length));

/** Why a ledger's later text is not the earlier one with entries added; null where it is. */
export function whyNotGrown(path: string, before: string, after: string): string | null {
  let versions: [Ledger, Ledger];
  try {
    versions = [readLedger(path, before), readLedger(path, after)];
  } catch (thrown) {
    return `One of the two versions cannot be read: ${messageOf(thrown)}`;
  }
  const [{ entries: old, ...oldHead }, { entries: young, ...youngHead }] = versions;
  if (JSON.stringify(oldHead) !== JSON.stringify(youngHead)) return 'What it says of its record or of the verdict changed.';
  const kept = old.findIndex((entry, index) => JSON.stringify(entry) !== JSON.stringify(young[index]));
  return kept === -1 ? null : `Entry ${kept + 1} was changed or taken out.`;
}
