import {
  ALREADY_PUBLISHED,
  acceptedOf,
  isMeasured,
  type PullRequestReport,
  type ReportedSubmission,
  submissionVerdict,
} from '../domain/pull-request/reported.ts';
import { type BotProgress, progressLine } from './bot-progress.ts';
import { fileUrl, linkTo } from './links.ts';
import {
  CHECK_BYTES,
  COMMENT_BYTES,
  code,
  codeBlock,
  escapeMarkdown,
  plain,
  type Section,
  SUMMARY_BYTES,
  table,
  withinBytes,
} from './markdown.ts';
import { obstacleText, subjectOf, submissionSections, submissionTitle } from './reported-submission.ts';
import { starsText } from './stars.ts';
import { PULL_REQUEST_MARKER } from './validation-comment.ts';
import * as wording from './wording.ts';

/** Where the pages are that a report links to. */
export type ReportPlace = {
  /** As in https://github.com/octo/submissions. */
  repositoryUrl: string;
  runUrl: string;
};

/** The bot's comment on a measured pull request: Markdown of at most 65,536 bytes. */
export const pullRequestReportComment = (report: PullRequestReport, place: ReportPlace): string =>
  withinBytes([{ importance: 0, text: PULL_REQUEST_MARKER }, ...sections(report, place)], COMMENT_BYTES);

/** The same for a job summary, without the marker. */
export const pullRequestReportSummary = (report: PullRequestReport, place: ReportPlace): string =>
  withinBytes(sections(report, place), SUMMARY_BYTES);

/** The same for a check run. */
export const pullRequestReportCheck = (report: PullRequestReport, place: ReportPlace): string =>
  withinBytes(sections(report, place), CHECK_BYTES);

/** One line on the whole, plain text. */
export function pullRequestReportTitle({ submissions }: PullRequestReport): string {
  const [only] = submissions;
  const measured = submissions.filter(isMeasured).length;
  if (only === undefined || submissions.length > 1) return `${measured} of ${submissions.length} submissions measured`;
  const { text } = submissionTitle(only);
  return plain(
    only.outcome.kind === 'judged' && isMeasured(only) ? `${text}, ${wording.figureOf(only.outcome.report)} per 1,000 queries` : text,
  );
}

/** How far the pull request has come: what can go on is under way. */
function progressOf(report: PullRequestReport): BotProgress {
  if (report.obstacle?.code === ALREADY_PUBLISHED) return { reached: 'published', next: 'left' };
  if (report.candidate !== null) return { reached: 'staged', next: 'under way' };
  if (acceptedOf(report).length > 0) return { reached: 'measured', next: 'under way' };
  return { reached: report.submissions.some(isMeasured) ? 'measured' : 'approved', next: 'failed' };
}

function sections(report: PullRequestReport, place: ReportPlace): Section[] {
  const { submissions, obstacle, at } = report;
  const [only] = submissions;
  const single = submissions.length === 1 && only !== undefined;
  const icon = single ? submissionTitle(only).icon : submissions.every(isMeasured) ? '✅' : '⚠️';
  const title = single ? submissionTitle(only).text : pullRequestReportTitle(report);
  const each = submissions.flatMap((submission) => [
    ...(single ? [] : [{ importance: 0, text: headingOf(submission) }]),
    ...submissionSections(submission, { heading: single ? '##' : '####', runUrl: place.runUrl }),
  ]);
  // Of many, the end may have to go: what follows from all of them comes first.
  const whole: Section[] = [
    { importance: 0, text: nextStep(report) },
    { importance: 0, text: links(report, place) },
  ];
  return [
    { importance: 0, text: `### ${icon} ${escapeMarkdown(title)}` },
    { importance: 0, text: progressLine(progressOf(report)) },
    { importance: 0, text: obstacle === null ? '' : obstacleText(obstacle) },
    ...(single ? each : [{ importance: 0, text: overview(submissions) }, ...whole, ...each]),
    { importance: 2, text: ignoredText(report.ignored) },
    ...(single ? whole : []),
    { importance: 0, text: `<sub>Measured at commit ${code(at.headSha)}</sub>` },
  ];
}

function headingOf(submission: ReportedSubmission): string {
  const { icon, text } = submissionTitle(submission);
  return `---\n\n### ${icon} ${escapeMarkdown(text)}`;
}

function overview(submissions: readonly ReportedSubmission[]): string {
  const rows = submissions.map((submission) => {
    const { outcome } = submission;
    const report = outcome.kind === 'judged' && isMeasured(submission) ? outcome.report : null;
    const stars = report?.rating?.stars ?? null;
    const { icon } = submissionTitle(submission);
    return [
      escapeMarkdown(subjectOf(submission.path)),
      `${icon} ${submissionVerdict(submission)}`,
      report === null ? '' : wording.figureOf(report),
      stars === null ? '' : starsText(stars),
    ];
  });
  const columns = [
    { head: 'Submission', align: 'left' },
    { head: 'Outcome', align: 'left' },
    { head: 'Per 1,000 queries', align: 'right' },
    { head: 'Stars', align: 'left' },
  ] as const;
  return table(columns, rows);
}

/** Artifacts that are named; nobody reads more. */
const NAMED = 5;

function ignoredText(ignored: readonly string[]): string {
  if (ignored.length === 0) return '';
  const more = ignored.length > NAMED ? ` and ${ignored.length - NAMED} more` : '';
  const named = ignored.slice(0, NAMED).map(code).join(', ');
  return `> ⚠️ The run left artifacts that nobody ordered: ${named}${more}. They were not looked at.`;
}

function nextStep(report: PullRequestReport): string {
  const { candidate, obstacle, submissions, at } = report;
  if (obstacle !== null) return '';
  if (candidate !== null) return '**Next:** look at the change of the results repository; merging this pull request publishes it.';
  if (acceptedOf(report).length > 0) return '**Next:** the change of the results repository is being prepared; this comment follows.';
  if (submissions.some(isMeasured)) return '';
  const again = `a maintainer starts the measurement again with this line:\n\n${codeBlock(`/rerun ${at.headSha}`)}`;
  return `**Next:** push a commit where the submission is at fault; where it is not, ${again}`;
}

function links({ candidate, submissions, at }: PullRequestReport, { repositoryUrl, runUrl }: ReportPlace): string {
  const several = submissions.length > 1;
  const bundles = submissions.flatMap(({ bundleUrl, path }) =>
    bundleUrl === null ? [] : [linkTo(several ? `Evidence of ${subjectOf(path)}` : 'Evidence', bundleUrl)],
  );
  const files = submissions.map(({ path }) => linkTo(several ? path : 'Submission', fileUrl(repositoryUrl, { commit: at.headSha, path })));
  const change = candidate === null ? [] : [`**${linkTo('The exact change', candidate.compareUrl)}**`];
  return [...change, ...bundles, ...(several ? [] : files), linkTo('Run', runUrl)].join(' · ');
}
