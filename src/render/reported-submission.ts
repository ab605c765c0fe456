import { explainCode } from '../domain/explain.ts';
import type { Finding } from '../domain/findings.ts';
import { deviceOf } from '../domain/leaderboard/entry.ts';
import type { Failure } from '../domain/pull-request/failure.ts';
import { ALREADY_PUBLISHED, type ReportedSubmission, type SubmissionVerdict, submissionVerdict } from '../domain/pull-request/reported.ts';
import type { Report } from '../domain/report.ts';
import { readPath } from '../domain/submission/location.ts';
import { taskOf } from '../domain/tasks.ts';
import { allChecks, editionPlace, neighboursTable, phases, reproduction } from './comment.ts';
import { labelPicture } from './label-picture.ts';
import { linkTo } from './links.ts';
import { code, codeBlock, escapeMarkdown, folded, plain, prose, type Section } from './markdown.ts';
import { ordinal, times, whole } from './numbers.ts';
import { starsText, starsWords } from './stars.ts';
import * as wording from './wording.ts';

const WORDS: Readonly<Record<SubmissionVerdict, { icon: string; word: string }>> = {
  official: { icon: '✅', word: 'Official result' },
  unofficial: { icon: '🧪', word: 'Unofficial result' },
  rehearsal: { icon: '🎭', word: 'Rehearsal' },
  invalid: { icon: '❌', word: 'Invalid result' },
  failed: { icon: '❌', word: 'No result' },
  missing: { icon: '❌', word: 'No result came back' },
};

/** A submission in a few words: its verdict, and whose it is by its path, which was approved. */
export function submissionTitle(submission: ReportedSubmission): { icon: string; text: string } {
  const { outcome } = submission;
  const words = outcome.kind === 'judged' ? wording.verdictOf(outcome.report) : WORDS[submissionVerdict(submission)];
  return { icon: words.icon, text: `${words.word}: ${subjectOf(submission.path)}` };
}

/** What was to be measured, by the path of the submission. */
export function subjectOf(path: string): string {
  const { location } = readPath(path);
  if (location === null) return path;
  const { org, name, task, variant } = location;
  return `${org}/${name} · ${taskOf(task).title}${variant === null ? '' : ` (${variant})`}`;
}

/** Findings that are told however short the space is, and those that are told one by one. */
const ALWAYS_TOLD = 3;
const TOLD = 25;

/** Everything that is said of one submission, without its title; the figure is a heading of the given level. */
export function submissionSections(
  submission: ReportedSubmission,
  { heading, runUrl }: { heading: '##' | '####'; runUrl: string },
): Section[] {
  const { outcome, obstacles } = submission;
  const blocked = obstacles.map((obstacle): Section => ({ importance: 0, text: obstacleText(obstacle) }));
  switch (outcome.kind) {
    case 'judged':
      return [...resultSections(submission, outcome.report, heading), ...blocked];
    case 'unreadable':
      return [{ importance: 0, text: '**No score.** The record that came back cannot be read.' }, ...findingSections(outcome.findings)];
    case 'missing':
      return [{ importance: 0, text: missingText(runUrl) }];
    default:
      return [{ importance: 0, text: failureText(outcome.failure, runUrl) }];
  }
}

const missingText = (runUrl: string): string =>
  `**No result came back** from ${linkTo('the run', runUrl)}: its job was cancelled, ran out of time, or ended before it could leave one. Its log tells which.`;

const failureText = ({ code: name, message, mend }: Failure, runUrl: string): string =>
  [`${code(name)} **${prose(message)}** ${prose(mend)}`.trimEnd(), `${linkTo('The log of the run', runUrl)} has the details.`].join('\n\n');

/** Why something is not staged, and what to do. */
export function obstacleText({ code: name, message, mend, command }: Failure): string {
  const said =
    name === ALREADY_PUBLISHED
      ? `> 🎉 ${prose(message)} ${prose(mend)}`
      : `> ⚠️ **Not staged.** ${prose(message)} ${prose(mend)} ${code(name)}`;
  return command === undefined ? said : `${said}\n\n${codeBlock(command)}`;
}

function resultSections(submission: ReportedSubmission, report: Report, heading: string): Section[] {
  if (report.verdict === 'invalid') {
    const none = '**No score.** The measurement failed checks without which its figure means nothing.';
    return [{ importance: 0, text: none }, ...findingSections(report.findings), { importance: 7, text: allChecks(report) }];
  }
  return [
    { importance: 0, text: report.rehearsal ? `> **${wording.WATERMARK}**` : '' },
    { importance: 2, text: picture(submission, report) },
    { importance: 0, text: figure(report, heading) },
    { importance: 1, text: sentence(report) },
    { importance: 1, text: measured(report) },
    { importance: 3, text: neighboursTable(report) },
    { importance: 4, text: othersStars(report) },
    { importance: 4, text: editionPlace(report) },
    ...findingSections(report.findings),
    { importance: 5, text: phases(report) },
    { importance: 6, text: reproduction(report) },
    { importance: 7, text: allChecks(report) },
  ];
}

const picture = ({ labelUrl }: ReportedSubmission, report: Report): string =>
  labelPicture({ url: labelUrl, link: null, title: wording.titleOf(report), figure: wording.figureOf(report) });

function figure(report: Report, heading: string): string {
  const { rating } = report;
  const stars = rating?.stars ?? null;
  const place = rating === null ? '' : ` · **${ordinal(rating.rank)} of ${whole(rating.of)}** on its board`;
  const line = stars === null ? '' : `\n\n${starsText(stars)} **${starsWords(stars)}**${place}`;
  return `${heading} ${wording.figureOf(report)} per 1,000 queries${line}`;
}

const FIFTHS = ['highest', 'second-highest', 'middle', 'second-lowest', 'lowest'] as const;

/** What figure and stars mean, in one plain sentence, and what limits them. */
function sentence(report: Report): string {
  const { rating, ratingNote } = report;
  const energy = `Answering 1,000 queries took this model ${wording.figureOf(report)} of ${report.board.energy}`;
  const compared =
    rating === null || rating.of === 1
      ? ''
      : rating.rank === 1
        ? `, the least of the ${whole(rating.of)} results on its board`
        : `, ${times(rating.factorToBest)} the best and ${times(rating.factorToMedian)} the median of the ${whole(rating.of)} results on its board`;
  const stars =
    rating?.stars == null || rating.of === 1
      ? ''
      : `; ${starsWords(rating.stars)} mean that this lies in the ${FIFTHS[rating.stars - 1]} fifth of the range between the board’s least and most.`;
  const note = ratingNote === null ? '' : ` _${escapeMarkdown(ratingNote)}_`;
  return `${escapeMarkdown(`${energy}${compared}${stars || '.'}`)}${note}`;
}

/** How well it is known, and on what it was measured. */
function measured(report: Report): string {
  const { record } = report;
  const origin = wording.originOf(report);
  const assumption = wording.assumptionOf(report);
  const { backend, isolation } = record.software;
  const lines = [
    escapeMarkdown(`${wording.uncertaintyOf(report)}.`),
    `${escapeMarkdown(wording.measuredWhat(report))}${assumption === null ? '' : ` (assumes ${escapeMarkdown(assumption)})`}.`,
    `Measured on ${escapeMarkdown(deviceOf(record))} with ${code(backend)} (isolation: ${escapeMarkdown(isolation)}).`,
    ...(origin === null ? [] : [`**${escapeMarkdown(origin)}**`]),
  ];
  return lines.join('  \n');
}

function othersStars(report: Report): string {
  const changes = wording.changesOf(report);
  // An edition freezes official results alone.
  const where = report.verdict === 'official' ? 'In the next edition' : 'On its board';
  const confidence = wording.confidenceOf(report);
  const told = [
    changes === null ? null : `**${where}:** ${escapeMarkdown(changes)}`,
    confidence === null ? null : escapeMarkdown(confidence),
  ];
  return told.filter((text) => text !== null).join(' ');
}

/** What failed and what warned, with what to do: the gravest always, the others while there is space. */
function findingSections(all: readonly Finding[]): Section[] {
  const { failed, warned } = wording.sortedFindings(all);
  const told = [...failed, ...warned];
  if (told.length === 0) return [];
  return [
    { importance: 0, text: `**${reasonOf(failed)}**\n\n${told.slice(0, ALWAYS_TOLD).map(findingItem).join('\n')}` },
    { importance: 1, text: otherFindings(told.slice(ALWAYS_TOLD)) },
  ];
}

function otherFindings(others: readonly Finding[]): string {
  if (others.length === 0) return '';
  const most = TOLD - ALWAYS_TOLD;
  const more = others.length > most ? `\n- and ${whole(others.length - most)} more, all of them in the evidence` : '';
  return folded(`<b>${whole(others.length)} more</b>`, `${others.slice(0, most).map(findingItem).join('\n')}${more}`);
}

function reasonOf([gravest]: readonly Finding[]): string {
  if (gravest?.effect === 'invalid') return 'Why its figure is not to be trusted';
  return gravest?.effect === 'unofficial' ? 'Why it is not official' : 'Worth a look';
}

const ICONS = { invalid: '❌', unofficial: '🧪', warn: '⚠️' } as const;

function findingItem({ code: name, effect, message }: Finding): string {
  const mend = explainCode(name)?.mend ?? '';
  return `- ${ICONS[effect]} ${code(name)} ${prose(message)}${mend === '' ? '' : ` _${prose(mend)}_`}`;
}

/** What a finding or a failure says on a line of the submission, plain text. */
export function annotationText({ code: name, message, mend = '' }: Pick<Finding, 'code' | 'message'> & { mend?: string }): string {
  return `${plain(message)} ${mend === '' ? (explainCode(name)?.mend ?? '') : plain(mend)}`.trim();
}
