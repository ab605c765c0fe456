import { editionText } from '../domain/edition.ts';
import { inputFault, operatorFault } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import type { GivenState } from '../domain/repository/state-change.ts';
import { openPullRequest } from '../github/open-pull-request.ts';
import { createBranch, deleteBranch } from '../github/refs.ts';
import type { ResultsStore, Snapshot } from '../ports/results-store.ts';
import { code, escapeMarkdown } from '../render/markdown.ts';
import { recognise } from '../results-repo/recognise.ts';
import { changeState } from './change-state.ts';
import { frozenEdition } from './edition-freeze.ts';
import { buildLeaderboard, derivedChanges } from './leaderboard.ts';
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
 * Prepares a change of the ledger for review: a branch with the whole change, and a pull request. What is published stays as it is
 * until somebody has merged it. Doing it again begins anew.
 * @throws Fault of the input: those of changeState and frozenEdition, edition-name; of the operator, where GitHub does not allow it
 */
export async function prepareLedgerChange(request: LedgerRequest): Promise<PreparedChange> {
  const { results, change, result, reason, edition, by } = request;
  const base = await defaultBranch(results);
  if (base === null) {
    throw operatorFault('The results repository has no commit.', { code: 'not-a-results-repository', mend: 'Publish a result first.' });
  }
  const main = await remoteBranch(results, base).snapshot();
  const policy = await recognise(results.url, main.read);
  const branch = `ledger/${change}-${change === 'recalibrate' ? editionName(edition) : nameIn(result)}`;
  await deleteBranch(results.github, results, branch);
  await createBranch(results.github, results, { branch, commit: main.commit ?? '' });
  const store = remoteBranch(results, branch);
  try {
    const title = await (change === 'recalibrate' ? recalibrate(request, store, policy) : decide(request, store, policy));
    const body = `${escapeMarkdown(reason)}\n\nPrepared for ${code(by)}. Merge it by squash or rebase once it is reviewed; where others were published meanwhile, run the workflow again.`;
    return { branch, pullRequestUrl: await openPullRequest(results.github, results, { branch, base, title, body }) };
  } catch (thrown) {
    await deleteBranch(results.github, results, branch).catch(() => {}); // What was thrown first says more.
    throw thrown;
  }
}

async function decide(
  { change, result, reason, by, now, builderVersion }: LedgerRequest,
  store: ResultsStore,
  policy: Policy,
): Promise<string> {
  const to = LEDGER_CHANGES[change] as GivenState;
  const { model, recordName } = await changeState({ store, result, to, reason, by, policy, now, builderVersion });
  return `Mark ${model} as ${to} (${recordName})`;
}

/** Freezes an edition as of now, and builds what follows from it. */
async function recalibrate(
  { edition: name, now, reason, builderVersion }: LedgerRequest,
  store: ResultsStore,
  policy: Policy,
): Promise<string> {
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
  const outcome = await store.commit({ expected: before.commit, message: `${title}\n\nReason: ${reason}\n`, changes });
  if (outcome.kind === 'committed') return title;
  throw operatorFault('Another job prepares the same edition.', { code: 'publish-contended', mend: 'Run the workflow again.' });
}

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

/** The 12 digits of a record's name; a branch is named after nothing else. */
function nameIn(result: string): string {
  const name = /([0-9a-f]{12})(?:\.json)?$/.exec(result)?.[1];
  if (name !== undefined) return name;
  throw inputFault(`${JSON.stringify(result.slice(0, 200))} names no record.`, {
    code: 'result-unknown',
    mend: 'Name a record by its path, results/TASK/ORG/MODEL/NAME.json, or by the 12 digits of its name.',
  });
}
