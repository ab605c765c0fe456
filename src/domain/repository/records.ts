import { digestOf } from '../canonical.ts';
import type { Expected } from '../checks/check.ts';
import { parseRecord } from '../checks/form.ts';
import type { Finding } from '../findings.ts';
import type { Result } from '../generated/result.ts';
import { validateResult } from '../generated/validators.js';
import { recordDigest, recordPathOf } from '../identifiers.ts';
import { competitorKey, type Entry, entryOf } from '../leaderboard/entry.ts';
import { type Ledger, ledgerPath, RESULT_STATES } from '../ledger.ts';
import { found, type RepositoryFinding } from './checks.ts';

/** What is kept of a record while a whole repository is looked at. */
export type KnownRecord = {
  entry: Entry;
  ledger: Ledger | null;
  /** SHA-256 of its canonical JSON. */
  digest: string;
  manifestSha256: string;
  policySha256: string;
  scripted: boolean;
  /** The approval that the record names: publication compared it with the gate's, which is not kept. */
  approval: Expected | null;
};

/** Reads one record file and looks at it alone. What is worth a note alone makes nothing inconsistent. */
export function checkRecord(
  path: string,
  text: string,
  ledger: Ledger | null,
): { known: KnownRecord | null; findings: RepositoryFinding[]; notes: RepositoryFinding[] } {
  const { record, findings: form } = parseRecord(text);
  const failed = form.filter(({ status }) => status === 'fail');
  if (record === null || failed.length > 0) return { known: null, findings: [unreadable(path, text, failed)], notes: [] };
  const known = knownOf(record, path, ledger);
  const notes = isAsWritten(record, text) ? [] : [found('C-record-form', path, 'It is not written as this program writes it.')];
  return { known, findings: [...placeFindings(record, path, known.digest), ...ledgerFindings(path, known)], notes };
}

/** Lines, indents and the newline at the end: everything that the digest of the content does not hold. */
const isAsWritten = (record: Result, text: string): boolean => text === `${JSON.stringify(record, null, 2)}\n`;

function unreadable(path: string, text: string, failed: readonly Finding[]): RepositoryFinding {
  const reasons = failed.map(({ code, message }) => `${code}: ${message}`).join(' ');
  const onlySchema = failed.every(({ code }) => code === 'R-form-schema');
  return onlySchema && isOfNewerVersion(path, text)
    ? found('C-record-newer', path, `Was it written by a newer version of this program? ${reasons}`)
    : found('C-record-schema', path, reasons || 'It cannot be read.');
}

/** Whether a sound text holds more than this version knows, and is named after its content. */
function isOfNewerVersion(path: string, text: string): boolean {
  const value: unknown = JSON.parse(text);
  if (validateResult(value)) return false;
  const unknown = (validateResult.errors ?? []).every(({ keyword }) => keyword === 'additionalProperties');
  return unknown && path.endsWith(`/${digestOf(value).slice(0, 12)}.json`);
}

const knownOf = (record: Result, path: string, ledger: Ledger | null): KnownRecord => ({
  entry: entryOf(record, path, ledger),
  ledger,
  digest: recordDigest(record),
  manifestSha256: record.bundle.manifestSha256,
  policySha256: record.plan.policySha256,
  scripted: record.hardware.scripted,
  approval: approvalIn(record),
});

function approvalIn({ identity, nonce }: Result): Expected | null {
  return identity.kind === 'pull-request' ? { pullRequest: identity.pullRequest, head: identity.head, nonce } : null;
}

function placeFindings(record: Result, path: string, digest: string): RepositoryFinding[] {
  const derived = recordPathOf(record, digest);
  if (path === derived) return [];
  const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1, -'.json'.length)];
  if (!digest.startsWith(name)) return [found('C-record-digest', path, `The digest of its content begins with ${digest.slice(0, 12)}.`)];
  return [found('C-record-path', path, `It lies in ${folder}; by its content it belongs at ${derived}.`)];
}

function ledgerFindings(path: string, { entry, ledger, scripted }: KnownRecord): RepositoryFinding[] {
  const at = ledgerPath(entry.recordName);
  if (ledger === null) return [found('C-ledger-missing', path, `There is no ${at} that can be read and speaks of it.`)];
  if (scripted && ledger.verdict !== 'rehearsal')
    return [found('C-ledger-verdict', at, `Its record's hardware was scripted, and it says ${ledger.verdict}.`)];
  return [];
}

/**
 * Looks at all records together: nonces, rehearsals, and who replaced whom.
 * @param repository unread: names of records that lie there and cannot be read
 */
export function checkTogether(
  records: readonly KnownRecord[],
  repository: { rehearsal: boolean; unread: ReadonlySet<string> },
): RepositoryFinding[] {
  const byName = new Map(records.map((known) => [known.entry.recordName, known]));
  return [
    ...(repository.rehearsal ? [] : records.flatMap(rehearsalFinding)),
    ...repeatedNonces(records),
    ...records.flatMap((known) => supersededFindings(known, { byName, unread: repository.unread })),
    ...rivals(records),
  ];
}

const rehearsalFinding = ({ entry }: KnownRecord): RepositoryFinding[] =>
  entry.verdict === 'rehearsal' ? [found('C-record-rehearsal', entry.record, 'The hardware was scripted, or its ledger says so.')] : [];

function repeatedNonces(records: readonly KnownRecord[]): RepositoryFinding[] {
  const first = new Map<string, string>();
  return records.flatMap(({ entry: { nonce, record } }) => {
    const other = first.get(nonce);
    if (other !== undefined) return [found('C-record-nonce', record, `Its nonce was used by ${other} as well.`)];
    first.set(nonce, record);
    return [];
  });
}

const REPLACED_BY = /^Replaced by ([0-9a-f]{12})\.$/;

function replacementOf({ ledger }: KnownRecord): string | null | undefined {
  const entry = ledger?.entries.findLast(({ state }) => state === 'superseded');
  return entry === undefined ? undefined : (REPLACED_BY.exec(entry.reason)?.[1] ?? null);
}

function supersededFindings(
  known: KnownRecord,
  { byName, unread }: { byName: ReadonlyMap<string, KnownRecord>; unread: ReadonlySet<string> },
): RepositoryFinding[] {
  const name = replacementOf(known);
  if (name === undefined) return [];
  const wrong = (message: string) => [found('C-ledger-superseded', ledgerPath(known.entry.recordName), message)];
  if (name === null) return wrong('It does not name the result that replaced it.');
  const other = byName.get(name);
  if (other === undefined && unread.has(name)) return [];
  if (other === undefined) return wrong(`It was replaced by ${name}, which is not there.`);
  if (competitorKey(other.entry) !== competitorKey(known.entry)) return wrong(`It was replaced by ${name}, which measures something else.`);
  const seen = new Set([known.entry.recordName]);
  for (let next: string | null | undefined = name; next != null; next = nextOf(next, byName)) {
    if (next === known.entry.recordName) return wrong('The results that replaced one another form a circle.');
    if (seen.has(next)) break;
    seen.add(next);
  }
  return [];
}

function nextOf(name: string, byName: ReadonlyMap<string, KnownRecord>): string | null | undefined {
  const known = byName.get(name);
  return known === undefined ? null : replacementOf(known);
}

function rivals(records: readonly KnownRecord[]): RepositoryFinding[] {
  const holding = records.filter(({ entry, ledger }) => ledger !== null && RESULT_STATES[entry.state].ranks);
  const groups = Map.groupBy(holding, ({ entry }) => competitorKey(entry));
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ entry }) => found('C-ledger-rivals', ledgerPath(entry.recordName), `It holds beside ${first?.entry.recordName}.`)),
  );
}
