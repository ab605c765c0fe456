import type { Finding } from '../domain/findings.ts';
import type { Order } from '../domain/generated/order.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { placedFindings } from '../domain/pull-request/finding-lines.ts';
import { artifactName } from '../domain/pull-request/order.ts';
import { ownComment } from '../domain/pull-request/own-comment.ts';
import {
  ALREADY_PUBLISHED,
  isStageable,
  type PullRequestReport,
  type ReportedSubmission,
  submissionVerdict,
} from '../domain/pull-request/reported.ts';
import { type Annotation, type CheckRun, putCheckRun } from '../github/check-run.ts';
import type { GitHub } from '../github/client.ts';
import { saveComment } from '../github/comment.ts';
import {
  pullRequestReportCheck,
  pullRequestReportComment,
  pullRequestReportSummary,
  pullRequestReportTitle,
  type ReportPlace,
} from '../render/pull-request-report.ts';
import { annotationText } from '../render/reported-submission.ts';
import { PULL_REQUEST_MARKER } from '../render/validation-comment.ts';
import { type GatherRequest, gatherReport } from './gather-report.ts';
import { unlessForbidden } from './unless-forbidden.ts';

/** Name of the check on the commit that was measured. */
const CHECK_NAME = 'AI Energy Score: result';

export type ReportPullRequestRequest = GatherRequest & {
  /** The submissions repository, as the job's token may write to it. */
  github: GitHub;
  place: ReportPlace;
  /** Keeps the job summary, before anything is written elsewhere. */
  summarise(markdown: string): Promise<void>;
};

/**
 * Tells what came of the gate's orders: in the job summary, in the one comment, and as a check on the commit that was measured.
 * Whoever may not write one of the last two is warned; the results stand all the same.
 * @throws Fault of the operator, as gatherReport, and where the comment or the check cannot be written for now: a rerun completes it
 */
export async function reportPullRequest(request: ReportPullRequestRequest): Promise<PullRequestReport> {
  const { github, orders, place, warn } = request;
  const { report, pullRequest } = await gatherReport(request);
  await request.summarise(pullRequestReportSummary(report, place));
  // What publication has written stays, though an old job is run again.
  if (report.obstacle?.code !== ALREADY_PUBLISHED) {
    const known = ownComment(pullRequest.comments, { authorId: pullRequest.ownId, marker: PULL_REQUEST_MARKER });
    const body = pullRequestReportComment(report, place);
    await unlessForbidden(() => saveComment(github, { event: report.at, marker: PULL_REQUEST_MARKER, body, known }), warn);
  }
  await unlessForbidden(() => putCheckRun(github, report.at, checkRun(report, orders, place)), warn);
  return report;
}

function checkRun(report: PullRequestReport, orders: readonly Order[], place: ReportPlace): CheckRun {
  return {
    name: CHECK_NAME,
    conclusion: conclusionOf(report),
    title: pullRequestReportTitle(report),
    summary: pullRequestReportCheck(report, place),
    annotations: report.submissions.flatMap((submission) => annotationsOf(submission, orders)),
  };
}

/** Red where a submission has no result that counts; grey where one is not official, or cannot be staged. */
function conclusionOf({ submissions, obstacle }: PullRequestReport): CheckRun['conclusion'] {
  const verdicts = submissions.map(submissionVerdict);
  if (verdicts.some((verdict) => verdict === 'invalid' || verdict === 'failed' || verdict === 'missing')) return 'failure';
  const counts = obstacle === null && submissions.every(isStageable) && verdicts.every((verdict) => verdict === 'official');
  return counts ? 'success' : 'neutral';
}

function annotationsOf({ path, artifact, outcome }: ReportedSubmission, orders: readonly Order[]): Annotation[] {
  const text = orders.find((order) => artifactName(order) === artifact)?.submission ?? '';
  const at = (findings: readonly Finding[]) =>
    placedFindings({ path, text, policy: defaultPolicy() }, findings).map((finding): Annotation => {
      const level = finding.effect === 'invalid' ? 'failure' : 'warning';
      return { path, line: finding.line, title: finding.code, message: annotationText(finding), level };
    });
  switch (outcome.kind) {
    case 'judged':
      return at(outcome.report.findings);
    case 'unreadable':
      return at(outcome.findings);
    case 'missing':
      return [{ path, line: 1, title: 'result-missing', message: 'No result of it came back from the run.' }];
    default:
      return [{ path, line: 1, title: outcome.failure.code, message: annotationText(outcome.failure) }];
  }
}
