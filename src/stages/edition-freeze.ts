import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { editionFrom, editionText } from '../domain/edition.ts';
import { type Freeze, type FrozenRecord, freezeEdition } from '../domain/edition-freeze.ts';
import { inputFault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Result } from '../domain/generated/result.ts';
import { recordDigest } from '../domain/identifiers.ts';
import type { Entry } from '../domain/leaderboard/entry.ts';
import { type Ledger, ledgerPath, readLedger, stateOf } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { boardsOf, readEntries } from './leaderboard.ts';

export type FreezeOptions = {
  snapshot: Snapshot;
  policy: Policy;
  /** Year and month, as in 2026-02. */
  name: string;
  /** UTC, to the second. */
  cutOff: string;
  /** The program that freezes it, <name>@<version>. */
  checker: string;
  /** One hardware profile alone, or null. */
  profile: string | null;
};

/**
 * The edition of a results repository as it stood at a cut-off: each result in the state that it had then. What was withdrawn or
 * corrected since is left out.
 * @throws Fault of the input: edition-frozen, edition-empty, edition-boards, record-damaged
 */
export async function frozenEdition({ snapshot, policy, ...options }: FreezeOptions): Promise<Freeze & { path: string }> {
  const path = editionPath(options.name);
  if ((await snapshot.read(path)) !== null) throw alreadyFrozen(path);
  const entries = await entriesAt(snapshot, options.cutOff);
  const freeze = freezeEdition({
    ...options,
    boards: boardsOf(entries, policy),
    kind: policy.rehearsal ? 'rehearsal' : 'official',
    records: await recordsOf(snapshot, new Set(entries.map(({ record }) => record))),
  });
  return { ...freeze, edition: editionFrom(freeze.edition), path };
}

/** Where an edition lies in a results repository. */
export const editionPath = (name: string): string => `editions/${name}.json`;

/** The entries that were published by then, in the state that they had. */
async function entriesAt(snapshot: Snapshot, cutOff: string): Promise<Entry[]> {
  const entries = await readEntries(snapshot);
  const found: Entry[] = [];
  for await (const { path, bytes } of snapshot.readAll('ledger/')) {
    if (!path.endsWith('.json')) continue;
    const ledger = readLedger(path, new TextDecoder().decode(bytes));
    const entry = entries.get(ledger.record);
    const state = stateAt(ledger, cutOff);
    if (entry === undefined || state === null || path !== ledgerPath(entry.recordName)) continue;
    found.push({ ...entry, state: state.state, reason: state.reason });
  }
  return found;
}

function stateAt(ledger: Ledger, cutOff: string) {
  const present = stateOf(ledger).state;
  if (present === 'withdrawn' || present === 'corrected') return null;
  return ledger.entries.filter(({ at }) => at <= cutOff).at(-1) ?? null;
}

async function recordsOf(snapshot: Snapshot, wanted: ReadonlySet<string>): Promise<Map<string, FrozenRecord>> {
  const records = new Map<string, FrozenRecord>();
  for await (const { path, bytes } of snapshot.readAll('results/')) {
    if (!wanted.has(path)) continue;
    const record: Result = JSON.parse(new TextDecoder().decode(bytes));
    records.set(path, { digest: recordDigest(record), worker: record.software.backend });
  }
  return records;
}

/**
 * Writes a frozen edition into a repository's folder, for a person to review and commit.
 * @throws Fault of the input, code edition-frozen, where another lies there; of the operator, code edition-not-written
 */
export async function writeFrozenEdition(folder: string, { path, edition }: Pick<Freeze, 'edition'> & { path: string }): Promise<void> {
  const file = join(folder, path);
  const text = editionText(edition);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw operatorFault(`The edition ${file} cannot be written: ${messageOf(cause)}.`, { code: 'edition-not-written', cause });
    }
    if ((await readFile(file, 'utf8').catch(() => null)) !== text) throw alreadyFrozen(path);
  }
}

const alreadyFrozen = (path: string) =>
  inputFault(`${path} is there already, and an edition is frozen.`, {
    code: 'edition-frozen',
    mend: 'Give the new edition another name.',
  });
