import type { PublishedResult } from '../domain/checks/check.ts';
import { editionFrom } from '../domain/edition.ts';
import { inputFault, messageOf } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import type { Result } from '../domain/generated/result.ts';
import { validateResult } from '../domain/generated/validators.js';
import { type BoardDocument, boardDocument } from '../domain/leaderboard/board.ts';
import { derivedFile } from '../domain/leaderboard/derived-file.ts';
import { type Entry, entryOf } from '../domain/leaderboard/entry.ts';
import {
  CITATION,
  type DerivedFiles,
  FEED,
  LEADERBOARD,
  leaderboardFiles,
  MANIFEST,
  manifestText,
  PARQUET,
} from '../domain/leaderboard/files.ts';
import { type PlannedLabel, planLabels } from '../domain/leaderboard/label-plan.ts';
import { sharing } from '../domain/leaderboard/sharing.ts';
import { verifyFiles } from '../domain/leaderboard/verify.ts';
import { type Ledger, ledgerPath, readLedger } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import { isEditionPath } from '../domain/repository/paths.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { citationText, isOurCitation } from '../render/citation.ts';
import { dataDictionary, leaderboardSchemaText } from '../render/data-dictionary.ts';
import { feedText } from '../render/feed.ts';
import { pageFiles } from '../render/pages.ts';
import { README, readmeTables, withTables } from '../render/readme.ts';
import { folderSnapshot, writeChanges } from '../results-repo/folder.ts';
import { dataChanges } from './leaderboard-data.ts';
import { type LabelsToDraw, labelChanges } from './leaderboard-labels.ts';

/** Damaged records that a message names. */
const NAMED = 10;

export type Leaderboard = {
  boards: BoardDocument[];
  /** Derived files by path, without labels and badges. README and citation are missing where they are somebody else's. */
  files: DerivedFiles;
  /** The labels that belong to them, not drawn yet. */
  labels: PlannedLabel[];
  records: number;
};

/** What a results repository holds beside records and ledgers that plays a part in its derived files. */
export type Surroundings = {
  /** The README as it stands, or null. */
  readme: string | null;
  /** The citation as it stands, or null. */
  citation: string | null;
  /** The frozen editions, by name. */
  editions: Edition[];
};

/**
 * Computes the derived files of a results repository from its records, its ledgers, its editions and its policy, and of nothing else:
 * the same bytes on every machine, whatever the order of the records.
 * @throws Fault of the input: record-damaged, naming records that cannot be read, and edition-damaged; of the operator, code ledger-damaged
 */
export async function buildLeaderboard(snapshot: Snapshot, policy: Policy, builder: { builderVersion: string }): Promise<Leaderboard> {
  const entries = await readEntries(snapshot);
  return leaderboardOf([...entries.values()], { policy, builderVersion: builder.builderVersion, ...(await readSurroundings(snapshot)) });
}

/**
 * The same of entries that were read before.
 * @throws Fault of the input, code rehearsal-in-repository, where a script's figures lie in a repository for real ones
 */
export async function leaderboardOf(
  entries: readonly Entry[],
  options: Surroundings & { policy: Policy; builderVersion: string },
): Promise<Leaderboard> {
  const { policy, editions, citation, builderVersion: version } = options;
  refuseRehearsals(entries, policy);
  const boards = boardsOf(entries, policy);
  const labels = planLabels(boards, editions, policy);
  const files = new Map([
    ...leaderboardFiles(boards, editions, policy),
    ...verifyFiles(labels),
    ...(await writtenFiles(boards, policy)),
    ...[...(await pageFiles())].map(([path, text]) => [path, derivedFile(() => [text])] as const),
  ]);
  if (isOurCitation(citation))
    files.set(
      CITATION,
      derivedFile(() => [citationText(boards, policy)]),
    );
  const tables = readmeTables(boards);
  const named = new Map(files);
  files.set(
    MANIFEST,
    derivedFile(() => manifestText(named, { version, readmeTables: tables })),
  );
  const readme = withTables(options.readme, tables);
  if (readme !== null)
    files.set(
      README,
      derivedFile(() => [readme]),
    );
  return { boards, files, labels, records: entries.length };
}

/** The files for other programs and for people: Parquet, feed, schema, dictionary. Parquet's writer is loaded only here. */
async function writtenFiles(boards: readonly BoardDocument[], policy: Policy): Promise<DerivedFiles> {
  const { parquetOf } = await import('../render/parquet.ts');
  return new Map([
    [PARQUET, derivedFile(() => [parquetOf(boards)])],
    [FEED, derivedFile(() => [feedText(boards, policy)])],
    [`${LEADERBOARD}schema.json`, derivedFile(() => [leaderboardSchemaText()])],
    [`${LEADERBOARD}data-dictionary.md`, derivedFile(() => [dataDictionary()])],
  ]);
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

/**
 * Reads what stands beside records and ledgers.
 * @throws Fault of the input, code edition-damaged
 */
export async function readSurroundings(snapshot: Snapshot): Promise<Surroundings> {
  return { readme: await readReadme(snapshot), citation: await readText(snapshot, CITATION), editions: await readEditions(snapshot) };
}

/** The README as it stands, or null. */
export const readReadme = (snapshot: Snapshot): Promise<string | null> => readText(snapshot, README);

async function readText(snapshot: Snapshot, path: string): Promise<string | null> {
  const bytes = await snapshot.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

async function readEditions(snapshot: Snapshot): Promise<Edition[]> {
  const editions: Edition[] = [];
  for await (const { path, bytes } of snapshot.readAll('editions/')) {
    if (!isEditionPath(path)) continue;
    try {
      editions.push(editionFrom(JSON.parse(new TextDecoder().decode(bytes))));
    } catch (cause) {
      throw inputFault(`The edition ${path} cannot be read: ${messageOf(cause)}`, {
        code: 'edition-damaged',
        mend: 'An edition never changes: restore it from the history.',
        cause,
      });
    }
  }
  return editions;
}

/** Every record's entry by its path. A record, and its ledger, is dropped as soon as its entry is taken. */
export async function readEntries(snapshot: Snapshot): Promise<Map<string, Entry>> {
  const ledgers = await readLedgers(snapshot);
  const entries = new Map<string, Entry>();
  const shared = sharing();
  const damaged: string[] = [];
  const decoder = new TextDecoder();
  for await (const { path, bytes } of snapshot.readAll('results/')) {
    if (!path.endsWith('.json')) continue;
    const record = recordIn(decoder.decode(bytes));
    if (typeof record === 'string') damaged.push(`${path}: ${record}`);
    else entries.set(path, shared(entryOf(record, path, ledgers.get(path) ?? null)));
    ledgers.delete(path);
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
 * build names goes; whatever else lies there is not ours.
 * @param which labels that are drawn for it
 */
export const derivedChanges = (
  snapshot: Snapshot,
  built: Pick<Leaderboard, 'files' | 'labels'>,
  which: LabelsToDraw,
): Promise<Map<string, Uint8Array | null>> =>
  Array.fromAsync(eachDerivedChange(snapshot, built, which)).then((changes) => new Map(changes));

/** The same one after the other, for those who need not keep them. */
export async function* eachDerivedChange(
  snapshot: Snapshot,
  { files, labels }: Pick<Leaderboard, 'files' | 'labels'>,
  which: LabelsToDraw,
): AsyncGenerator<readonly [string, Uint8Array | null]> {
  // What was said of the labels before goes last: a build that is cut off draws them again.
  yield* labelChanges(snapshot, labels, which);
  yield* dataChanges(snapshot, files);
}

/** Brings the derived files of a plain folder up to date: writes those that differ, removes those that should not be there. */
export async function writeLeaderboard(
  folder: string,
  built: Pick<Leaderboard, 'files' | 'labels'>,
  which: LabelsToDraw,
): Promise<{ written: string[]; removed: string[] }> {
  const outcome = { written: [] as string[], removed: [] as string[] };
  for await (const [path, bytes] of eachDerivedChange(folderSnapshot(folder), built, which)) {
    await writeChanges(folder, new Map([[path, bytes]]));
    outcome[bytes === null ? 'removed' : 'written'].push(path);
  }
  return outcome;
}
