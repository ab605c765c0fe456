import { editionText } from '../domain/edition.ts';
import { diffEditions, type EditionDiff } from '../domain/edition-diff.ts';
import { inputFault, operatorFault } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import type { Policy } from '../domain/policy.ts';
import type { GivenState } from '../domain/repository/state-change.ts';
import { openPullRequest } from '../github/open-pull-request.ts';
import { createBranch, deleteBranch } from '../github/refs.ts';
import type { ResultsStore, Snapshot } from '../ports/results-store.ts';
import { freezeParts, ledgerReview, stateParts } from '../render/ledger-review.ts';
import { recognise } from '../results-repo/recognise.ts';
import { changeState } from './change-state.ts';
import { commitInParts } from './commit-in-parts.ts';
import { frozenEdition } from './edition-freeze.ts';
import { buildLeaderboard, derivedChanges, readEntries, readSurroundings } from './leaderboard.ts';
import { defaultBranch, type RemoteResults, remoteBranch } from './remote-store.ts';

/** What a person can have prepared, and the state that it gives; recalibrate freezes an edition. */
export const LEDGER_CHANGES = { dispute: 'disputed', withdraw: 'withdrawn', correct: 'corrected', recalibrate: null } as const;

export type LedgerChange = keyof typeof LEDGER_CHANGES;

export type LedgerRequest = {
  results: RemoteResults;
  change: LedgerChange;
  /** A record's path, or the 12 digits of its name; empty for recalibrate. */
  result: string;
  reason: string;
  /** Name of the edition, for recalibrate alone. */
  edition: string;
  /** Who decided. */
  by: string;
  now: Date;
  builderVersion: string;
};

export type PreparedChange = { branch: string; pullRequestUrl: string };

/**
 * Prepares a change of the ledger for review: a branch with the whole change, and a pull request that names every star that moves,
 * and why. What is published stays as it is until somebody has merged it. Doing it again begins anew: GitHub closes the pull request
 * of a branch that goes.
 * @throws Fault of the input: those of changeState and frozenEdition, edition-name; of the operator, code publish-contended, where
 * another job prepares the same, and where GitHub does not allow it
 */
export async function prepareLedgerChange(given: LedgerRequest): Promise<PreparedChange> {
  const request = { ...given, result: asNamed(given.result), edition: given.edition.trim(), reason: given.reason.trim() };
  const { results, change, result, reason, edition, by } = request;
  const base = await defaultBranch(results);
  if (base === null) {
    throw operatorFault('The results repository has no commit.', { code: 'not-a-results-repository', mend: 'Publish a result first.' });
  }
  const main = await remoteBranch(results, base).snapshot();
  const policy = await recognise(results.url, main.read);
  const branch = `ledger/${change}-${change === 'recalibrate' ? editionName(edition) : nameIn(result)}`;
  // What cannot be prepared takes nothing away that was prepared before.
  await prepared(request, rehearsed(main, results.url), policy);
  await deleteBranch(results.github, results, branch);
  // A branch that is there again is another job's, and stays.
  if ((await createBranch(results.github, results, { branch, commit: main.commit ?? '' })) === 'elsewhere') throw contended();
  const store = remoteBranch(results, branch);
  try {
    const { title, parts } = await prepared(request, store, policy);
    const body = ledgerReview({ reason, by, parts });
    return { branch, pullRequestUrl: await openPullRequest(results.github, results, { branch, base, title, body }) };
  } catch (thrown) {
    await deleteBranch(results.github, results, branch).catch(() => {}); // What was thrown first says more.
    throw thrown;
  }
}

/** What was committed, as a reviewer is told: a headline, and the parts of the text. */
type Committed = { title: string; parts: readonly string[] };

const prepared = (request: LedgerRequest, store: ResultsStore, policy: Policy): Promise<Committed> =>
  request.change === 'recalibrate' ? recalibrate(request, store, policy) : decide(request, store, policy);

/** A store that takes every commit and keeps none. */
const rehearsed = (main: Snapshot, place: string): ResultsStore => ({
  place,
  snapshot: async () => main,
  commit: async () => ({ kind: 'committed', commit: main.commit ?? '' }),
});

async function decide(
  { change, result, reason, by, now, builderVersion }: LedgerRequest,
  store: ResultsStore,
  policy: Policy,
): Promise<Committed> {
  const to = LEDGER_CHANGES[change] as GivenState;
  const { model, recordName, changes } = await changeState({ store, result, to, reason, by, policy, now, builderVersion });
  return { title: `Mark ${model} as ${to} (${recordName})`, parts: stateParts(changes, to) };
}

/** Freezes an edition as of now, and builds what follows from it. */
async function recalibrate(
  { edition: name, now, reason, builderVersion }: LedgerRequest,
  store: ResultsStore,
  policy: Policy,
): Promise<Committed> {
  const before = await store.snapshot();
  const cutOff = `${now.toISOString().slice(0, 19)}Z`;
  const frozen = await frozenEdition({
    snapshot: before,
    policy,
    name,
    cutOff,
    checker: `ai-energy-score@${builderVersion}`,
    profile: null,
  });
  const bytes = Buffer.from(editionText(frozen.edition));
  const after = withFile(before, frozen.path, bytes);
  const changes = new Map(await derivedChanges(after, await buildLeaderboard(after, policy, { builderVersion }), 'changed'));
  changes.set(frozen.path, bytes);
  const title = `Freeze edition ${name}`;
  const outcome = await commitInParts(store, { expected: before.commit, message: `${title}\n\nReason: ${reason}\n`, changes });
  if (outcome.kind === 'conflict') throw contended();
  return { title, parts: freezeParts(frozen, await changesBy(frozen.edition, before)) };
}

/** What an edition changes against the one before it; null where it is the first. */
async function changesBy(edition: Edition, before: Snapshot): Promise<EditionDiff | null> {
  const { editions } = await readSurroundings(before);
  const earlier = editions.filter(({ name }) => name < edition.name).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const last = earlier.at(-1);
  return last === undefined ? null : diffEditions(last, edition, await readEntries(before));
}

const contended = () =>
  operatorFault('Another job prepares the same change at this time.', { code: 'publish-contended', mend: 'Run the workflow again.' });

/** A snapshot with one file more. */
const withFile = (snapshot: Snapshot, path: string, bytes: Uint8Array): Snapshot => {
  const list = async (prefix = '') => [...(await snapshot.list(prefix)), ...(path.startsWith(prefix) ? [path] : [])].sort();
  return {
    commit: snapshot.commit,
    list,
    read: async (one) => (one === path ? bytes : snapshot.read(one)),
    async *readAll(prefix) {
      yield* snapshot.readAll(prefix);
      if (path.startsWith(prefix)) yield { path, bytes };
    },
  };
};

function editionName(name: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(name)) return name;
  throw inputFault('An edition is named by year and month.', { code: 'edition-name', mend: 'Name it as in 2026-02.' });
}

/** A result as it is pasted into a form: blanks around it, and digits in any case. */
const asNamed = (result: string): string => {
  const pasted = result.trim();
  return /^[0-9a-f]{12}$/i.test(pasted) ? pasted.toLowerCase() : pasted;
};

/** The 12 digits of a record's name; a branch is named after nothing else. */
function nameIn(result: string): string {
  const name = /([0-9a-f]{12})(?:\.json)?$/.exec(result)?.[1];
  if (name !== undefined) return name;
  throw inputFault(`${JSON.stringify(result.slice(0, 200))} names no record.`, {
    code: 'result-unknown',
    mend: 'Name a record by its path, results/TASK/ORG/MODEL/NAME.json, or by the 12 digits of its name.',
  });
}
