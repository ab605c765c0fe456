import type { Result } from '../domain/generated/result.ts';
import { recordPath } from '../domain/identifiers.ts';
import type { Entry } from '../domain/leaderboard/entry.ts';
import { RESULT_STATES } from '../domain/ledger.ts';
import { belongsTo, bundleUrl, candidateBranch, type MergedSubmissions, submissionOf } from '../domain/pull-request/candidate.ts';
import type { ClosedEvent } from '../domain/pull-request/closed-event.ts';
import { ownComment } from '../domain/pull-request/own-comment.ts';
import { outcomeOf, type PreparedWithdrawal, type SubmissionPublication } from '../domain/pull-request/publication.ts';
import { publishedStanding } from '../domain/pull-request/standing.ts';
import { submissionPath } from '../domain/submission/location.ts';
import { listChangedFiles } from '../github/pull-request-files.ts';
import { askPullRequestState } from '../github/pull-request-state.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { PULL_REQUEST_MARKER } from '../render/validation-comment.ts';
import { recognise } from '../results-repo/recognise.ts';
import { addedRecords, type CandidateRecord, removeCandidate } from './candidate.ts';
import { publishedOf, readEntries } from './leaderboard.ts';
import { type Promotion, promote, refusal } from './promote.ts';
import type { PublishPullRequestRequest, Told } from './publish-pull-request.ts';
import { remoteBranch, remoteSnapshot } from './remote-store.ts';
import { readStanding } from './standing.ts';

type MergedRequest = PublishPullRequestRequest & {
  merged: NonNullable<ClosedEvent['merged']>;
  /** Default branch of the results repository; null where it has no commit. */
  branch: string | null;
};

/** Submissions of one pull request that are read, whatever the policy says. */
const MOST_SUBMISSIONS = 50;

/** Publishes what was measured of a merged pull request, and says of everything else why not. */
export async function publishMerged(request: MergedRequest): Promise<Told> {
  const { event, github, merged } = request;
  const { files } = await listChangedFiles(github, event);
  const changed = files.filter(({ path }) => path.startsWith('submissions/'));
  const paths = changed.flatMap(({ path, status }) => (status === 'removed' ? [] : [path])).slice(0, MOST_SUBMISSIONS);
  const removed = changed.flatMap(({ path, status }) => (status === 'removed' ? [path] : []));
  const state = await askPullRequestState(github, event, { at: merged.commit, paths });
  const known = ownComment(state.comments, { authorId: state.ownId, marker: PULL_REQUEST_MARKER });
  const submissions: MergedSubmissions = { repositoryId: event.repositoryId, pullRequest: event.number, submissions: state.files };
  return { publication: await publish(request, { paths, removed, submissions }), known };
}

type Merged = { paths: readonly string[]; removed: readonly string[]; submissions: MergedSubmissions };

async function publish(request: MergedRequest, { paths, removed, submissions }: Merged): Promise<Told['publication']> {
  const { event, results, merged, branch } = request;
  if (branch === null) return told(paths.map(notMeasured), [], 'none');
  const isElsewhere = merged.base !== merged.defaultBranch;
  const main = await remoteBranch(results, branch).snapshot();
  const policy = await recognise(results.url, main.read);
  const name = candidateBranch(event.number);
  const candidate = await remoteSnapshot(results, name);
  const added = candidate === null ? [] : await addedRecords(candidate, main);
  const entries = added.length + removed.length === 0 ? new Map<string, Entry>() : await readEntries(main);
  const published = publishedOf(entries.values());
  const outcomes = isElsewhere
    ? paths.map((path) => mergedElsewhere(path, merged))
    : await publishAll({ request, main, policy, branch, added, paths, submissions, published });
  const withdrawals = isElsewhere ? [] : withdrawalsOf(removed, entries);
  if (candidate === null) return told(outcomes, withdrawals, 'none');
  if (outcomes.some((one) => one.kind === 'refused' && !FINAL.has(one.failure.code))) return told(outcomes, withdrawals, 'kept');
  const kept = new Set(outcomes.flatMap((one) => (one.kind === 'refused' ? [] : [recordPath(one.record)])));
  await removeCandidate(results, { branch: name, added: added.filter(({ path }) => !kept.has(path)), main });
  return told(outcomes, withdrawals, 'removed');
}

/** Refusals that no rerun changes. */
const FINAL: ReadonlySet<string> = new Set(['other-blob', 'submission-not-merged', 'not-measured', 'merged-elsewhere']);

const told = (
  submissions: readonly SubmissionPublication[],
  withdrawals: readonly PreparedWithdrawal[],
  candidate: Told['publication']['candidate'],
): Told['publication'] => ({ outcome: outcomeOf(submissions), submissions, withdrawals, candidate });

type Everything = Omit<Promotion, 'record' | 'text' | 'path'> & {
  main: Snapshot;
  added: readonly CandidateRecord[];
  paths: readonly string[];
};

async function publishAll({ main, added, paths, ...common }: Everything): Promise<SubmissionPublication[]> {
  const { submissions } = common;
  const foreign = added.filter(({ record }) => record === null || isForeign(record, submissions));
  if (foreign.length > 0) return foreign.map(({ path, record }) => tampered(record === null ? path : submissionOf(record), path));
  const records = added.flatMap(({ record, ...rest }) => (record === null ? [] : [{ ...rest, record }]));
  const missing = paths.filter((path) => !records.some(({ record }) => submissionOf(record) === path));
  const before = missing.length === 0 ? new Map<string, Result>() : await publishedBefore(main, submissions);
  const outcomes: SubmissionPublication[] = [];
  for (const one of records) {
    const path = submissionOf(one.record);
    outcomes.push(paths.includes(path) ? await promote({ ...common, ...one }) : notMerged(path));
  }
  for (const path of missing) {
    const record = before.get(path);
    outcomes.push(record === undefined ? notMeasured(path) : await publishedAs(path, record, { main, ...common }));
  }
  return outcomes;
}

/** A measured record names its pull request; one that its owner reported is known by its submission's text alone, which is compared later. */
const isForeign = (record: Result, submissions: MergedSubmissions): boolean =>
  record.origin !== 'self-reported' && !belongsTo(record, submissions);

/** Records of this pull request that an earlier try has published, by the submission's path. */
async function publishedBefore(main: Snapshot, merged: MergedSubmissions): Promise<Map<string, Result>> {
  const found = new Map<string, Result>();
  const number = new RegExp(`"pullRequest":\\s*${merged.pullRequest}\\b`);
  for await (const { bytes } of main.readAll('results/')) {
    // Parsing is what takes time: a record without this number is of another pull request.
    const text = new TextDecoder().decode(bytes);
    if (!number.test(text) && !text.includes('"self-reported"')) continue;
    const record: Result = JSON.parse(text);
    const path = submissionOf(record);
    const blob = merged.submissions.get(path)?.blob;
    const isSame = record.identity.kind !== 'pull-request' || record.identity.blob === blob;
    if (isSame && belongsTo(record, merged)) found.set(path, record);
  }
  return found;
}

async function publishedAs(
  path: string,
  record: Result,
  { main, policy, branch, request }: Pick<Everything, 'main' | 'policy' | 'branch' | 'request'>,
): Promise<SubmissionPublication> {
  const { url } = request.results;
  const standing = await readStanding(main, record, policy);
  return {
    kind: 'already-published',
    path,
    record,
    bundleUrl: bundleUrl(url, record),
    standing: standing === null ? null : publishedStanding({ ...standing, policy, repository: { url, branch }, changes: null }),
  };
}

/** Results that hold, of submissions that were deleted. */
function withdrawalsOf(removed: readonly string[], entries: ReadonlyMap<string, Entry>): PreparedWithdrawal[] {
  const paths = new Set(removed);
  return [...entries.values()].flatMap((entry) => {
    const [org = '', name = ''] = entry.model.split('/');
    const path = submissionPath({ org, name, task: entry.board.task, variant: entry.variant });
    return paths.has(path) && RESULT_STATES[entry.state].ranks ? [{ path, recordName: entry.recordName }] : [];
  });
}

const notMeasured = (path: string): SubmissionPublication =>
  refusal(path, {
    code: 'not-measured',
    message: 'It was merged without a measurement that could be published.',
    mend: 'A merged file is measured by a pull request that changes it.',
  });

const notMerged = (path: string): SubmissionPublication =>
  refusal(path, { code: 'submission-not-merged', message: 'It was measured, but is not part of what was merged.', mend: '' });

const mergedElsewhere = (path: string, { base, defaultBranch }: MergedRequest['merged']): SubmissionPublication =>
  refusal(path, {
    code: 'merged-elsewhere',
    message: `It was merged into ${base}; what is published was merged into ${defaultBranch}.`,
    mend: `Merge it into ${defaultBranch}.`,
  });

const tampered = (path: string, file: string): SubmissionPublication =>
  refusal(path, {
    code: 'candidate-tampered',
    message: `The candidate holds ${file}, which is no record of this pull request.`,
    mend: 'See who can write candidates/ in the results repository, then rerun the measurement.',
  });
