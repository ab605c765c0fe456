import type { PublishedResult } from '../domain/checks/check.ts';
import { inputFault, messageOf } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { validateResult } from '../domain/generated/validators.js';
import { type BoardDocument, boardDocument } from '../domain/leaderboard/board.ts';
import { type Entry, entryOf } from '../domain/leaderboard/entry.ts';
import { type DerivedFiles, LEADERBOARD, leaderboardFiles, MANIFEST } from '../domain/leaderboard/files.ts';
import { type Ledger, ledgerPath, readLedger } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { readmeTables, withTables } from '../render/readme.ts';
import { folderSnapshot, writeChanges } from '../results-repo/folder.ts';

const README = 'README.md';

/** Damaged records that a message names. */
const NAMED = 10;

export type Leaderboard = {
  boards: BoardDocument[];
  /** Derived files by path. The README is among them unless it has no place for tables: then it is somebody else's. */
  files: DerivedFiles;
  records: number;
};

/**
 * Computes the derived files of a results repository from its records, its ledger and its policy, and of nothing else: the same bytes
 * on every machine, whatever the order of the records.
 * @throws Fault of the input, code record-damaged, naming records that cannot be read; Fault of the operator, code ledger-damaged
 */
export async function buildLeaderboard(snapshot: Snapshot, policy: Policy, builder: { builderVersion: string }): Promise<Leaderboard> {
  const entries = await readEntries(snapshot);
  return leaderboardOf([...entries.values()], { policy, builderVersion: builder.builderVersion, readme: await readReadme(snapshot) });
}

/**
 * The same of entries that were read before.
 * @throws Fault of the input, code rehearsal-in-repository, where a script's figures lie in a repository for real ones
 */
export function leaderboardOf(
  entries: readonly Entry[],
  options: { policy: Policy; builderVersion: string; readme: string | null },
): Leaderboard {
  refuseRehearsals(entries, options.policy);
  const boards = boardsOf(entries, options.policy);
  const tables = readmeTables(boards);
  const files = leaderboardFiles(boards, { version: options.builderVersion, readmeTables: tables });
  const readme = withTables(options.readme, tables);
  if (readme !== null) files.set(README, readme);
  return { boards, files, records: entries.length };
}

function refuseRehearsals(entries: readonly Entry[], policy: Policy): void {
  const scripted = policy.rehearsal ? [] : entries.filter(({ verdict }) => verdict === 'rehearsal');
  if (scripted.length === 0) return;
  const more = scripted.length > NAMED ? `; and ${scripted.length - NAMED} more` : '';
  const named = scripted.slice(0, NAMED).map(({ record }) => record);
  throw inputFault(`The hardware was scripted, and the repository is no rehearsal: ${named.join('; ')}${more}.`, {
    code: 'rehearsal-in-repository',
    mend: 'Take these records and their ledger files out, or declare the whole repository one: rehearsal: true in policy.yaml.',
  });
}

/** Entries as boards, by the boards' names. */
export function boardsOf(entries: readonly Entry[], policy: Policy): BoardDocument[] {
  const byBoard = Map.groupBy(entries, ({ boardId }) => boardId);
  return [...byBoard.keys()].sort().map((id) => boardDocument(byBoard.get(id) as Entry[], policy.board));
}

/** The README as it stands, or null. */
export async function readReadme(snapshot: Snapshot): Promise<string | null> {
  const bytes = await snapshot.read(README);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** Every record's entry by its path. A record is dropped as soon as its entry is taken. */
export async function readEntries(snapshot: Snapshot): Promise<Map<string, Entry>> {
  const ledgers = await readLedgers(snapshot);
  const entries = new Map<string, Entry>();
  const damaged: string[] = [];
  const decoder = new TextDecoder();
  for await (const { path, bytes } of snapshot.readAll('results/')) {
    if (!path.endsWith('.json')) continue;
    const record = recordIn(decoder.decode(bytes));
    if (typeof record === 'string') damaged.push(`${path}: ${record}`);
    else entries.set(path, entryOf(record, path, ledgers.get(path) ?? null));
  }
  if (damaged.length === 0) return entries;
  const more = damaged.length > NAMED ? `; and ${damaged.length - NAMED} more` : '';
  throw inputFault(`Records of the results repository cannot be read: ${damaged.slice(0, NAMED).join('; ')}${more}.`, {
    code: 'record-damaged',
    mend: 'A record never changes: restore it from the history.',
  });
}

/** The record in a text, or why there is none. */
function recordIn(text: string): Result | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    return messageOf(thrown);
  }
  if (validateResult(value)) return value as Result;
  const fault = validateResult.errors?.[0];
  return `${fault?.instancePath || '/'} ${fault?.message ?? 'does not fit the schema'}`;
}

/** Every ledger by the path of its record. */
async function readLedgers(snapshot: Snapshot): Promise<Map<string, Ledger>> {
  const ledgers = new Map<string, Ledger>();
  const decoder = new TextDecoder();
  for await (const { path, bytes } of snapshot.readAll('ledger/')) {
    if (!path.endsWith('.json')) continue;
    const ledger = readLedger(path, decoder.decode(bytes));
    // A ledger speaks for the record whose name it bears, and for no other.
    if (path === ledgerPath(nameIn(ledger.record))) ledgers.set(ledger.record, ledger);
  }
  return ledgers;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

/** Entries as the checks compare with them. */
export const publishedOf = (entries: Iterable<Entry>): PublishedResult[] =>
  [...entries].map((entry) => ({
    name: entry.recordName,
    path: entry.record,
    nonce: entry.nonce,
    model: entry.model,
    task: entry.board.task,
    planDigest: entry.planDigest,
    whPer1000Queries: entry.whPer1000Queries,
    boardId: entry.boardId,
  }));

/**
 * What differs between the derived files that are there and those that should be: null for one that has to go. Only what an earlier
 * manifest names goes; whatever else lies in leaderboard/ is not ours.
 */
export async function derivedChanges(snapshot: Snapshot, files: DerivedFiles): Promise<Map<string, Uint8Array | null>> {
  const changes = new Map<string, Uint8Array | null>();
  const same = new Set<string>();
  const before = await madeBefore(snapshot);
  for await (const { path, bytes } of snapshot.readAll(LEADERBOARD)) {
    const wanted = files.get(path);
    if (wanted === undefined && before.has(path)) changes.set(path, null);
    else if (wanted !== undefined && Buffer.from(wanted).equals(bytes)) same.add(path);
  }
  const readme = await snapshot.read(README);
  if (readme !== null && Buffer.from(readme).equals(Buffer.from(files.get(README) ?? ''))) same.add(README);
  for (const [path, text] of files) if (!same.has(path)) changes.set(path, Buffer.from(text));
  return changes;
}

/** Paths that the manifest names; none where there is no manifest that can be read. */
async function madeBefore(snapshot: Snapshot): Promise<Set<string>> {
  const bytes = await snapshot.read(MANIFEST);
  if (bytes === null) return new Set();
  try {
    const { files } = JSON.parse(new TextDecoder().decode(bytes)) as { files: { path: string }[] };
    return new Set(files.map(({ path }) => path));
  } catch {
    return new Set();
  }
}

/** Brings the derived files of a plain folder up to date: writes those that differ, removes those that should not be there. */
export async function writeLeaderboard(folder: string, files: DerivedFiles): Promise<{ written: string[]; removed: string[] }> {
  const changes = await derivedChanges(folderSnapshot(folder), files);
  await writeChanges(folder, changes);
  const paths = [...changes.keys()];
  return { written: paths.filter((path) => changes.get(path) !== null), removed: paths.filter((path) => changes.get(path) === null) };
}
