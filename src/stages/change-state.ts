import { setTimeout as wait } from 'node:timers/promises';
import { inputFault, operatorFault } from '../domain/errors.ts';
import { type Entry, withLedger } from '../domain/leaderboard/entry.ts';
import { ledgerPath, ledgerText, type ResultState, readLedger } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import { type GivenState, withDecision } from '../domain/repository/state-change.ts';
import type { Changes, ResultsStore, Snapshot } from '../ports/results-store.ts';
import { commitInParts } from './commit-in-parts.ts';
import { boardsOf, derivedChanges, leaderboardOf, readEntries, readSurroundings } from './leaderboard.ts';
import { type StarChange, starChanges } from './publish.ts';

/** Tries on a head that others keep moving. */
const TRIES = 60;

export type StateRequest = {
  store: ResultsStore;
  /** A record's path, or the 12 digits of its name. */
  result: string;
  to: GivenState;
  /** One sentence. */
  reason: string;
  /** Who decided. */
  by: string;
  policy: Policy;
  now: Date;
  builderVersion: string;
};

export type StateOutcome = {
  commit: string;
  path: string;
  recordName: string;
  model: string;
  from: ResultState;
  to: GivenState;
  /** Results whose stars are not what they were. */
  changes: StarChange[];
};

/**
 * Adds a decision to a published result's ledger and rebuilds the derived files, in one commit on the newest head. The record and
 * its row stay.
 * @throws Fault of the input: result-unknown, ledger-missing, ledger-transition, state-never-official, state-reason, state-by
 * @throws Fault of the operator, code publish-contended, where others kept committing first
 */
export async function changeState(request: StateRequest): Promise<StateOutcome> {
  for (let turn = 1; turn <= TRIES; turn += 1) {
    const snapshot = await request.store.snapshot();
    const entries = await readEntries(snapshot);
    const entry = entryNamed(request.result, entries);
    const { changes, stars } = await prepare(snapshot, entries, { entry, request });
    const message = `Mark ${entry.model} on ${entry.board.task} as ${request.to}\n\nRecord: ${entry.record}\nReason: ${request.reason}\nBy: ${request.by}\n`;
    const outcome = await commitInParts(request.store, { expected: snapshot.commit, message, changes });
    if (outcome.kind === 'committed') {
      const { record: path, recordName, model, state: from } = entry;
      return { commit: outcome.commit, path, recordName, model, from, to: request.to, changes: stars };
    }
    await wait(Math.random() * Math.min(10 * 2 ** turn, 500));
  }
  throw operatorFault(`Others committed to ${request.store.place} first, ${TRIES} times in a row.`, {
    code: 'publish-contended',
    mend: 'Try again: nothing was written.',
  });
}

function entryNamed(result: string, entries: ReadonlyMap<string, Entry>): Entry {
  const named = result.replaceAll('\\', '/');
  const found = [...entries.values()].find(
    ({ record, recordName }) => named === recordName || named === record || named.endsWith(`/${record}`),
  );
  if (found !== undefined) return found;
  throw inputFault(`The results repository has no record ${JSON.stringify(result)}.`, {
    code: 'result-unknown',
    mend: 'Name a record by its path, results/TASK/ORG/MODEL/NAME.json, or by the 12 digits of its name.',
  });
}

async function prepare(
  snapshot: Snapshot,
  entries: Map<string, Entry>,
  { entry, request }: { entry: Entry; request: StateRequest },
): Promise<{ changes: Changes; stars: StarChange[] }> {
  const path = ledgerPath(entry.recordName);
  const bytes = await snapshot.read(path);
  if (bytes === null) {
    throw inputFault(`Record ${entry.recordName} has no ledger, so there is nothing to add to.`, {
      code: 'ledger-missing',
      mend: 'See what else is wrong with the repository: check-repo --repo DIR',
    });
  }
  const ledger = readLedger(path, new TextDecoder().decode(bytes));
  const at = `${request.now.toISOString().slice(0, 19)}Z`;
  const decided = withDecision(entry, ledger, { state: request.to, reason: request.reason, at, by: request.by });
  const before = boardsOf([...entries.values()], request.policy);
  entries.set(entry.record, withLedger(entry, decided));
  const { policy, builderVersion } = request;
  const after = await leaderboardOf([...entries.values()], { policy, builderVersion, ...(await readSurroundings(snapshot)) });
  const changes = new Map(await derivedChanges(snapshot, after, 'changed'));
  changes.set(path, Buffer.from(ledgerText(decided)));
  return { changes, stars: starChanges(before, after.boards) };
}
