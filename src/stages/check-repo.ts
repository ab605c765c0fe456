import { Fault, messageOf } from '../domain/errors.ts';
import { sharing } from '../domain/leaderboard/sharing.ts';
import { type Ledger, ledgerPath } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import { found, REPOSITORY_CHECKS, type RepositoryCode, type RepositoryFinding } from '../domain/repository/checks.ts';
import { checkEdition } from '../domain/repository/editions.ts';
import { checkLedger } from '../domain/repository/ledgers.ts';
import { checkPaths, isEditionPath, isLedgerPath, isRecordPath } from '../domain/repository/paths.ts';
import { checkRecord, checkTogether, type KnownRecord } from '../domain/repository/records.ts';
import type { Snapshot } from '../ports/results-store.ts';
import type { Git } from '../results-repo/git.ts';
import { MARKER, POLICY, recognise } from '../results-repo/recognise.ts';
import { bundleFindings, evidenceFindings } from './check-repo-bundles.ts';
import { derivedFindings } from './check-repo-derived.ts';
import { type HistoryFindings, historyFindings } from './check-repo-history.ts';

export type RepositoryToCheck = {
  /** Its folder. */
  place: string;
  /** The files of the last commit; of a plain folder, as they lie there. */
  snapshot: Snapshot;
  /** Null for a plain folder, which has no history. */
  git: Git | null;
  builderVersion: string;
  /** Whether the evidence at hand is checked again: seconds for each record. */
  evidence: 'check' | 'leave';
};

export type RepositoryReport = {
  /** In the order of the table of codes, then by path. */
  findings: RepositoryFinding[];
  /** What is worth to know and makes nothing inconsistent, in the same order. */
  notes: RepositoryFinding[];
  commit: string | null;
  records: number;
  editions: number;
  /** Bundles at hand whose manifest is the right one. */
  bundles: number;
  /** Records whose evidence was checked again. */
  evidence: number;
};

const NO_HISTORY: HistoryFindings = { findings: [], notes: [] };

/**
 * Proves a whole results repository consistent, or says where it is not.
 * @throws Fault of the operator, code not-a-results-repository, for a repository that holds neither marker nor results
 */
export async function checkRepository(request: RepositoryToCheck): Promise<RepositoryReport> {
  const { place, snapshot, git } = request;
  const paths = await snapshot.list();
  const head = await policyOf(place, snapshot, paths);
  const contents = await readContents(snapshot, paths);
  const records = [...contents.records.values()];
  const rehearsal = head.policy?.rehearsal ?? false;
  const input = [...head.findings, ...contents.findings, ...checkTogether(records, { rehearsal, unread: contents.unread })];
  const editions = await editionFindings(snapshot, { paths, records: contents.records, rehearsal });
  const whole = input.length === 0 && editions.findings.length === 0;
  const sound = whole && head.policy !== null ? { entries: records.map(({ entry }) => entry), policy: head.policy } : null;
  const byName = new Map(records.map((known) => [known.entry.recordName, known]));
  const bundles = await bundleFindings(place, { records: byName, unread: contents.unread });
  const cases = [...bundles.folders].flatMap(([name, folder]) => {
    const known = byName.get(name);
    return known === undefined || request.evidence === 'leave' ? [] : [{ known, folder }];
  });
  const history = git === null || snapshot.commit === null ? NO_HISTORY : await historyFindings(git, snapshot.commit);
  const findings = [
    ...checkPaths(paths),
    ...input,
    ...editions.findings,
    ...bundles.findings,
    ...(head.policy === null ? [] : await evidenceFindings(snapshot, head.policy, cases)),
    ...(await derivedFindings(snapshot, sound, request.builderVersion)),
    ...history.findings,
  ];
  return {
    findings: inOrder(findings),
    notes: inOrder([...contents.notes, ...history.notes]),
    commit: snapshot.commit,
    records: records.length,
    editions: editions.count,
    bundles: bundles.folders.size,
    evidence: head.policy === null ? 0 : cases.length,
  };
}

/** The policy, and what is wrong with it and with the marker. */
async function policyOf(
  place: string,
  snapshot: Snapshot,
  paths: readonly string[],
): Promise<{ policy: Policy | null; findings: RepositoryFinding[] }> {
  try {
    return { policy: await recognise(place, snapshot.read), findings: [] };
  } catch (thrown) {
    const isOurs = paths.some((path) => path === MARKER || path.startsWith('results/') || path.startsWith('ledger/'));
    if (!(thrown instanceof Fault) || !isOurs) throw thrown;
    const unmarked = thrown.code === 'not-a-results-repository' && thrown.message.includes(MARKER);
    const finding = unmarked ? found('C-marker', MARKER, messageOf(thrown)) : found('C-policy', POLICY, messageOf(thrown));
    return { policy: null, findings: [finding] };
  }
}

/** Every record with its ledger by the record's path, and what is wrong with each alone. */
async function readContents(snapshot: Snapshot, paths: readonly string[]) {
  const findings: RepositoryFinding[] = [];
  const notes: RepositoryFinding[] = [];
  const records = new Map<string, KnownRecord>();
  const unread = new Set<string>();
  const ledgers = await readLedgers(snapshot, findings);
  const shared = sharing();
  for await (const { path, bytes } of snapshot.readAll('results/')) {
    if (!isRecordPath(path)) continue;
    const one = checkRecord(path, decoded(bytes), ledgers.get(path) ?? null);
    if (one.known !== null) records.set(path, { ...one.known, entry: shared(one.known.entry) });
    else unread.add(nameIn(path));
    findings.push(...one.findings);
    notes.push(...one.notes);
  }
  const present = new Set(paths);
  for (const [record, ledger] of ledgers) {
    if (present.has(record)) continue;
    findings.push(found('C-ledger-orphan', ledgerPath(nameIn(record)), `Its record ${ledger.record} is not there.`));
  }
  return { records, findings, notes, unread };
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

async function readLedgers(snapshot: Snapshot, findings: RepositoryFinding[]): Promise<Map<string, Ledger>> {
  const ledgers = new Map<string, Ledger>();
  for await (const { path, bytes } of snapshot.readAll('ledger/')) {
    if (!isLedgerPath(path)) continue;
    const one = checkLedger(path, decoded(bytes));
    if (one.ledger !== null) ledgers.set(one.ledger.record, one.ledger);
    findings.push(...one.findings);
  }
  return ledgers;
}

async function editionFindings(
  snapshot: Snapshot,
  { paths, ...known }: { paths: readonly string[]; records: ReadonlyMap<string, KnownRecord>; rehearsal: boolean },
) {
  const own = paths.filter(isEditionPath);
  const findings: RepositoryFinding[] = [];
  for (const path of own) findings.push(...checkEdition(path, decoded((await snapshot.read(path)) ?? new Uint8Array()), known));
  return { findings, count: own.length };
}

/** Broken UTF-8 becomes characters that the checks of form refuse. A byte order mark stays: it is one more byte than was published. */
const decoded = (bytes: Uint8Array): string => UTF_8.decode(bytes);

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

function inOrder(findings: readonly RepositoryFinding[]): RepositoryFinding[] {
  const order = new Map(Object.keys(REPOSITORY_CHECKS).map((code, index) => [code as RepositoryCode, index]));
  const place = ({ code }: RepositoryFinding) => order.get(code) ?? 0;
  return [...findings].sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
