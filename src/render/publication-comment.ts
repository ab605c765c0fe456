import { explainCode } from '../domain/explain.ts';
import type { PullRequestPublication, SubmissionPublication } from '../domain/pull-request/publication.ts';
import { type BotProgress, progressLine } from './bot-progress.ts';
import {
  COMMENT_BYTES,
  code,
  codeBlock,
  escapeMarkdown,
  plain,
  prose,
  type Section,
  SUMMARY_BYTES,
  table,
  withinBytes,
} from './markdown.ts';
import { type PublishedSubmission, publishedSections, type ResultsPlace, rankOf, starsOf } from './published-submission.ts';
import { subjectOf } from './reported-submission.ts';
import { PULL_REQUEST_MARKER } from './validation-comment.ts';
import * as wording from './wording.ts';

/** Where the pages are that a publication links to. */
export type PublicationPlace = ResultsPlace & {
  /** As in octo/submissions. */
  submissions: string;
  pullRequest: number;
  /** As in octo/results. */
  results: string;
};

type RefusedSubmission = Extract<SubmissionPublication, { kind: 'refused' }>;

/** The bot's comment on a closed pull request: Markdown of at most 65,536 bytes. */
export const publicationComment = (publication: PullRequestPublication, place: PublicationPlace): string =>
  withinBytes([{ importance: 0, text: PULL_REQUEST_MARKER }, ...sections(publication, place)], COMMENT_BYTES);

/** The same for a job summary, without the marker. */
export const publicationSummary = (publication: PullRequestPublication, place: PublicationPlace): string =>
  withinBytes(sections(publication, place), SUMMARY_BYTES);

/** One line on the whole, plain text. */
export const publicationTitle = (publication: PullRequestPublication): string => plain(headOf(publication).title);

function sections(publication: PullRequestPublication, place: PublicationPlace): Section[] {
  const { submissions, withdrawals, candidate } = publication;
  const { icon, title } = headOf(publication);
  const progress = progressOf(publication);
  const { published, refused } = parted(submissions);
  return [
    { importance: 0, text: `### ${icon} ${escapeMarkdown(title)}` },
    { importance: 0, text: progress === null ? '' : progressLine(progress) },
    { importance: 0, text: submissions.length === 1 ? refused.map(reasonText).join('') : refused.map(refusedItem).join('\n') },
    ...publishedTexts(published, { ...place, isAlone: submissions.length === 1 }),
    { importance: 0, text: nextStep(publication) },
    { importance: 2, text: withdrawals.map((one) => withdrawalText(one, place)).join('\n\n') },
    { importance: 3, text: candidate === 'kept' ? `<sub>The candidate is kept: ${candidateLink(place)}.</sub>` : '' },
  ];
}

function parted(submissions: readonly SubmissionPublication[]): { published: PublishedSubmission[]; refused: RefusedSubmission[] } {
  return {
    published: submissions.filter((one): one is PublishedSubmission => one.kind !== 'refused'),
    refused: submissions.filter((one): one is RefusedSubmission => one.kind === 'refused'),
  };
}

function headOf({ outcome, submissions, withdrawals }: PullRequestPublication): { icon: string; title: string } {
  if (outcome === 'cleaned-up') return { icon: '💤', title: 'Closed without a merge' };
  const { published, refused } = parted(submissions);
  const [only] = submissions;
  const subject = only !== undefined && submissions.length === 1 ? `: ${subjectOf(only.path)}` : '';
  if (refused.length > 0 && published.length > 0) return { icon: '⚠️', title: `${published.length} of ${submissions.length} published` };
  if (refused.length > 0) return { icon: '❌', title: `Merged, but not published${subject}` };
  if (published.length > 0 && published.every(isRehearsal)) return { icon: '🎭', title: `Rehearsal published${subject}` };
  if (published.length > 0) return { icon: '🎉', title: `Published${subject}` };
  return withdrawals.length > 0 ? { icon: '📝', title: 'A submission was deleted' } : { icon: '💤', title: 'Nothing to publish' };
}

const isRehearsal = ({ record }: PublishedSubmission): boolean => record.hardware.scripted;

/** How far it has come, as far as that is known: what there is no candidate of may never have been measured. */
function progressOf({ outcome, submissions, candidate }: PullRequestPublication): BotProgress | null {
  const { published, refused } = parted(submissions);
  if (published.length > 0 && refused.length === 0) return { reached: 'published', next: 'left' };
  const wasStaged = candidate !== 'none' || published.length > 0;
  if (!wasStaged) return null;
  return { reached: 'staged', next: outcome === 'cleaned-up' ? 'left' : 'failed' };
}

/** Why it is not published, and what to do. */
function reasonText({ failure: { code: name, message, mend } }: RefusedSubmission): string {
  const todo = mend === '' ? (explainCode(name)?.mend ?? '') : mend;
  return [`**${prose(message)}**`, prose(todo), code(name)].filter((text) => text !== '').join(' ');
}

const refusedItem = (one: RefusedSubmission): string => `- ❌ ${escapeMarkdown(subjectOf(one.path))}: ${reasonText(one)}`;

function publishedTexts(published: readonly PublishedSubmission[], { isAlone, ...place }: ResultsPlace & { isAlone: boolean }): Section[] {
  const [only] = published;
  if (only === undefined) return [];
  if (isAlone) return publishedSections(only, { ...place, heading: '##' });
  const each = published.flatMap((one) => [
    { importance: 1, text: `---\n\n### ${escapeMarkdown(wording.titleOf(one))}` },
    ...publishedSections(one, { ...place, heading: '####' }).map(({ importance, text }) => ({ importance: importance + 1, text })),
  ]);
  return [{ importance: 0, text: table(COLUMNS, published.map(rowOf)) }, ...each];
}

const COLUMNS = [
  { head: 'Published', align: 'left' },
  { head: 'Per 1,000 queries', align: 'right' },
  { head: 'Stars', align: 'left' },
  { head: 'Rank', align: 'left' },
] as const;

const rowOf = (one: PublishedSubmission): string[] => [
  escapeMarkdown(wording.titleOf(one)),
  wording.figureOf(one),
  starsOf(one),
  rankOf(one),
];

const candidateLink = ({ resultsUrl, branch, pullRequest }: PublicationPlace): string =>
  `[candidates/pr-${pullRequest}](${resultsUrl}/compare/${encodeURIComponent(branch)}...candidates/pr-${pullRequest})`;

function nextStep({ outcome, submissions, candidate }: PullRequestPublication): string {
  if (outcome === 'cleaned-up') {
    const removed = candidate === 'removed' ? 'What was prepared in the results repository is removed, with its evidence. ' : '';
    return `${removed}Nothing was published. To go on, reopen the pull request and have it measured again.`;
  }
  const { published, refused } = parted(submissions);
  if (refused.length > 0 && candidate === 'kept') return '**Next:** mend what is named, then rerun the failed job.';
  if (refused.length > 0 || published.length === 0) return '';
  const pages = published.some(({ standing }) => standing?.modelUrl != null)
    ? ' The pages of the leaderboard show it in some minutes.'
    : '';
  return `Nothing is left to do.${pages}`;
}

function withdrawalText({ path, recordName }: PullRequestPublication['withdrawals'][number], place: PublicationPlace): string {
  const reason = `The submission was deleted in ${place.submissions}#${place.pullRequest}.`;
  const command = `gh workflow run ledger.yml --repo ${place.results} -f change=withdraw -f result=${recordName} -f reason="${reason}"`;
  return [
    `${code(path)} was deleted. Its result ${code(recordName)} stays as it is until a maintainer withdraws it, with this command or in the results repository's workflow "Ledger":`,
    codeBlock(command),
  ].join('\n\n');
}
