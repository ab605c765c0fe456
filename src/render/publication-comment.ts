import { recordName, recordPath } from '../domain/identifiers.ts';
import type { PublicationOutcome, PullRequestPublication, SubmissionPublication } from '../domain/pull-request/publication.ts';
import { type BotProgress, progressLine } from './bot-progress.ts';
import { COMMENT_BYTES, code, codeBlock, escapeMarkdown, type Section, SUMMARY_BYTES, withinBytes } from './markdown.ts';
import { PULL_REQUEST_MARKER } from './validation-comment.ts';
import * as wording from './wording.ts';

/** Where the pages are that a publication links to. */
export type PublicationPlace = {
  /** As in octo/submissions. */
  submissions: string;
  pullRequest: number;
  /** As in octo/results. */
  results: string;
  resultsUrl: string;
  branch: string;
};

/** The bot's comment on a closed pull request: Markdown of at most 65,536 bytes. */
export const publicationComment = (publication: PullRequestPublication, place: PublicationPlace): string =>
  withinBytes([{ importance: 0, text: PULL_REQUEST_MARKER }, ...sections(publication, place)], COMMENT_BYTES);

/** The same for a job summary, without the marker. */
export const publicationSummary = (publication: PullRequestPublication, place: PublicationPlace): string =>
  withinBytes(sections(publication, place), SUMMARY_BYTES);

const HEADS: Readonly<Record<PublicationOutcome, { title: string; progress: BotProgress }>> = {
  published: { title: '🎉 Published', progress: { reached: 'published', failed: null } },
  'already-published': { title: '🎉 Published', progress: { reached: 'published', failed: null } },
  refused: { title: '❌ Merged, but not published', progress: { reached: null, failed: 'published' } },
  'cleaned-up': { title: '💤 Closed without a merge', progress: { reached: 'measured', failed: 'staged' } },
  nothing: { title: '💤 Nothing to publish', progress: { reached: null, failed: null } },
};

/** One line on the whole, plain text. */
export const publicationTitle = ({ outcome }: PullRequestPublication): string => HEADS[outcome].title.replace(/^\S+ /, '');

function sections(publication: PullRequestPublication, place: PublicationPlace): Section[] {
  const { outcome, submissions, withdrawals, candidate } = publication;
  const { title, progress } = HEADS[outcome];
  return [
    { importance: 0, text: `### ${title}` },
    { importance: 0, text: outcome === 'nothing' ? '' : progressLine(progress) },
    { importance: 0, text: submissions.some(isRehearsal) ? `> **${wording.WATERMARK}**` : '' },
    { importance: 1, text: submissions.map((one) => submissionText(one, place)).join('\n') },
    { importance: 0, text: nextStep(publication) },
    { importance: 2, text: withdrawals.map((one) => withdrawalText(one, place)).join('\n\n') },
    { importance: 3, text: candidate === 'kept' ? `<sub>The candidate is kept: ${candidateLink(place)}.</sub>` : '' },
  ];
}

const isRehearsal = (one: SubmissionPublication): boolean => one.kind !== 'refused' && one.record.hardware.scripted;

const candidateLink = ({ resultsUrl, branch, pullRequest }: PublicationPlace): string =>
  `[candidates/pr-${pullRequest}](${resultsUrl}/compare/${encodeURIComponent(branch)}...candidates/pr-${pullRequest})`;

function submissionText(one: SubmissionPublication, { resultsUrl, branch }: PublicationPlace): string {
  if (one.kind === 'refused') {
    const { code: name, message, mend } = one.failure;
    return `- ❌ ${code(one.path)} ${code(name)} ${escapeMarkdown(message)} ${escapeMarkdown(mend)}`.trimEnd();
  }
  const page = `${resultsUrl}/blob/${encodeURIComponent(branch)}/${recordPath(one.record).split('/').map(encodeURIComponent).join('/')}`;
  const links = `[record ${recordName(one.record)}](${page}) · [evidence](${one.bundleUrl}) · [leaderboard](${resultsUrl}#readme)`;
  return `- ✅ **${escapeMarkdown(wording.titleOf(one))}: ${wording.figureOf(one)} per 1,000 queries** · ${links}`;
}

function nextStep({ outcome, submissions, candidate }: PullRequestPublication): string {
  if (outcome === 'cleaned-up') {
    return 'What was prepared in the results repository is removed, with its evidence; nothing was published. To go on, reopen the pull request and have it measured again.';
  }
  const refused = submissions.some(({ kind }) => kind === 'refused');
  if (!refused) return '';
  return candidate === 'kept'
    ? '**Next:** mend what is named, then rerun the failed job.'
    : '**Next:** open a pull request that changes the submission, and have it measured.';
}

function withdrawalText({ path, recordName }: PullRequestPublication['withdrawals'][number], place: PublicationPlace): string {
  const reason = `The submission was deleted in ${place.submissions}#${place.pullRequest}.`;
  const command = `gh workflow run ledger.yml --repo ${place.results} -f change=withdraw -f result=${recordName} -f reason="${reason}"`;
  return [
    `${code(path)} was deleted. Its result ${code(recordName)} stays as it is until a maintainer withdraws it, with this command or in the results repository's workflow "Ledger":`,
    codeBlock(command),
  ].join('\n\n');
}
