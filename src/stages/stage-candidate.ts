import { operatorFault } from '../domain/errors.ts';
import { recordPath } from '../domain/identifiers.ts';
import { LABELS } from '../domain/leaderboard/label-plan.ts';
import type { Policy } from '../domain/policy.ts';
import { createBranch, deleteBranch } from '../github/refs.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { addedRecords, removeBundles } from './candidate.ts';
import { publishRecord } from './publish.ts';
import { type RemoteResults, remoteBranch, remoteSnapshot } from './remote-store.ts';
import type { ResultToStage } from './stage-results.ts';

export type CandidateRequest = {
  results: RemoteResults;
  /** The newest published commit. */
  main: Snapshot;
  policy: Policy;
  candidate: string;
  staged: readonly ResultToStage[];
  /** Who publishes, for the ledger. */
  by: string;
  builderVersion: string;
  now: Date;
};

/**
 * Makes the branch of a pull request anew: what is published now, and on it every staged result as if it were published.
 * @returns where the label of each is to be seen, by the record's path; missing where there is none
 * @throws Fault of the input, as publishRecord; of the operator, code candidate-contended
 */
export async function stageCandidate(request: CandidateRequest): Promise<Map<string, string>> {
  const { results, candidate, policy, staged, by, builderVersion, now } = request;
  await beginCandidate(request);
  const store = remoteBranch(results, candidate);
  for (const { text: recordText, verdict, findings } of staged) {
    await publishRecord({ store, recordText, verdict, findings, policy, now, by, builderVersion });
  }
  return labelUrlsOf(request);
}

/** Removes an earlier candidate, with the evidence that nobody needs any more, and begins one at the newest published commit. */
async function beginCandidate({ results, candidate, main, staged }: CandidateRequest): Promise<void> {
  const earlier = await remoteSnapshot(results, candidate);
  if (earlier !== null) {
    const wanted = new Set(staged.map(({ record }) => recordPath(record)));
    const added = await addedRecords(earlier, main);
    await removeBundles(
      results,
      added.flatMap(({ path, record }) => (record === null || wanted.has(path) ? [] : [record])),
      main,
    );
    await deleteBranch(results.github, results, candidate);
  }
  const made = await createBranch(results.github, results, { branch: candidate, commit: main.commit ?? '' });
  if (made === 'created') return;
  throw operatorFault(`Another job stages ${candidate} at the same time.`, {
    code: 'candidate-contended',
    mend: 'Rerun the job; the workflow of templates/ lets one job at a time write to a pull request.',
  });
}

/** The picture of each model that the candidate changes. */
async function labelUrlsOf({ results, candidate, main, staged }: CandidateRequest): Promise<Map<string, string>> {
  const snapshot = await remoteSnapshot(results, candidate);
  const urls = new Map<string, string>();
  if (snapshot === null) return urls;
  const labels = await snapshot.list(LABELS);
  for (const { record } of staged) {
    const { model, variant } = record.plan;
    const name = `${model.id}${variant === null ? '' : `@${variant}`}${record.origin === 'measured' ? '' : `~${record.origin}`}.svg`;
    for (const path of labels.filter((label) => label.endsWith(`/${name}`))) {
      const [now, before] = [await snapshot.read(path), await main.read(path)];
      if (now === null || (before !== null && Buffer.from(now).equals(before))) continue;
      urls.set(recordPath(record), `${results.url}/raw/${candidate}/${path}`);
    }
  }
  return urls;
}
