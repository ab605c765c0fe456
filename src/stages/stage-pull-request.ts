import { recordPath } from '../domain/identifiers.ts';
import type { AcceptedOrder } from '../domain/pull-request/accepted.ts';
import { bundleUrl, candidateBranch } from '../domain/pull-request/candidate.ts';
import type { Failure } from '../domain/pull-request/failure.ts';
import { ownComment } from '../domain/pull-request/own-comment.ts';
import { ALREADY_PUBLISHED, type PullRequestReport } from '../domain/pull-request/reported.ts';
import { saveComment } from '../github/comment.ts';
import type { FewFilesReader, Snapshot } from '../ports/results-store.ts';
import { pullRequestReportComment, pullRequestReportSummary, type ReportPlace } from '../render/pull-request-report.ts';
import { PULL_REQUEST_MARKER } from '../render/validation-comment.ts';
import { recognise } from '../results-repo/recognise.ts';
import { beginResults } from './begin-results.ts';
import { type Gathered, type GatherRequest, gatherReport } from './gather-report.ts';
import { type RemoteResults, remoteBranch } from './remote-store.ts';
import { stageCandidate } from './stage-candidate.ts';
import { keepBundles, type ResultToStage, resultsToStage } from './stage-results.ts';
import { unlessForbidden } from './unless-forbidden.ts';

export type StageRequest = Omit<GatherRequest, 'results'> & {
  accepted: readonly AcceptedOrder[];
  results: RemoteResults;
  builderVersion: string;
  now: Date;
  place: ReportPlace;
  /** Keeps the job summary, before the comment is written. */
  summarise(markdown: string): Promise<void>;
};

export type StageOutcome =
  | { kind: 'staged'; candidate: string; compareUrl: string }
  /** Nothing was accepted, or everything is published already. */
  | { kind: 'nothing' | 'published' }
  /** The pull request was closed, or has a newer commit. */
  | { kind: 'refused'; failure: Failure };

/**
 * Prepares what a pull request would change in the results repository: a branch beside the default one, and the evidence in a
 * release. Every artifact is opened and judged again. Doing it again begins anew, and gives the same.
 * @throws Fault of the input: artifact-changed, result-refused, and those of publishRecord; of the operator, where GitHub or the
 * results repository does not allow it
 */
export async function stagePullRequest(request: StageRequest): Promise<StageOutcome> {
  const { accepted, orders, results, scratch } = request;
  if (accepted.length === 0) return { kind: 'nothing' };
  const branch = await beginResults(results, orders[0]?.policy ?? null);
  const main = await remoteBranch(results, branch).snapshot();
  const policy = await recognise(results.url, main.read);
  const gathered = await gatherReport({ ...request, results: fewFilesOf(main) });
  const { report } = gathered;
  if (report.obstacle?.code === ALREADY_PUBLISHED) return { kind: 'published' };
  if (report.obstacle !== null) return { kind: 'refused', failure: report.obstacle };
  const staged = resultsToStage(accepted, gathered);
  const published = new Set(await main.list('results/'));
  if (staged.every(({ record }) => published.has(recordPath(record)))) return { kind: 'published' };
  const candidate = candidateBranch(report.at.number);
  const { owner, repository, number } = report.at;
  const by = `${owner}/${repository}#${number}`.slice(0, 100);
  const labelUrls = await stageCandidate({ ...request, main, policy, candidate, staged, by });
  await keepBundles(results, staged, { branch, scratch });
  const compareUrl = `${results.url}/compare/${encodeURIComponent(branch)}...${candidate}`;
  await tell(request, gathered, withLinks(report, { staged, labelUrls, compareUrl, resultsUrl: results.url }));
  return { kind: 'staged', candidate, compareUrl };
}

type Links = { staged: readonly ResultToStage[]; labelUrls: ReadonlyMap<string, string>; compareUrl: string; resultsUrl: string };

/** The report with everything that can be looked at now. */
function withLinks(report: PullRequestReport, { staged, labelUrls, compareUrl, resultsUrl }: Links): PullRequestReport {
  const submissions = report.submissions.map((submission) => {
    const record = staged.find(({ artifact }) => artifact === submission.artifact)?.record;
    if (record === undefined) return submission;
    return { ...submission, labelUrl: labelUrls.get(recordPath(record)) ?? null, bundleUrl: bundleUrl(resultsUrl, record) };
  });
  return { ...report, submissions, candidate: { compareUrl } };
}

/** A candidate counts though it may not be told where it should be. */
async function tell({ github, place, summarise, warn }: StageRequest, { pullRequest }: Gathered, report: PullRequestReport): Promise<void> {
  await summarise(pullRequestReportSummary(report, place));
  const known = ownComment(pullRequest.comments, { authorId: pullRequest.ownId, marker: PULL_REQUEST_MARKER });
  const body = pullRequestReportComment(report, place);
  await unlessForbidden(() => saveComment(github, { event: report.at, marker: PULL_REQUEST_MARKER, body, known }), warn);
}

/** A snapshot at hand, read as one that is asked for a few files. */
const fewFilesOf =
  ({ read, list }: Snapshot): FewFilesReader =>
  async ({ files = [], folders = [], names = [] }) => {
    const inFolder = async (folder: string) => (await list(`${folder}/`)).filter((path) => !path.slice(folder.length + 1).includes('/'));
    const found = new Map<string, Uint8Array>();
    for (const path of [...files, ...(await Promise.all(folders.map(inFolder))).flat()]) {
      const bytes = await read(path);
      if (bytes !== null) found.set(path, bytes);
    }
    const named = await Promise.all(
      names.map(async (folder) => [folder, (await inFolder(folder)).map((path) => path.slice(folder.length + 1))] as const),
    );
    return { files: found, names: new Map(named) };
  };
