import type { Account } from '../domain/pull-request/comment-event.ts';
import type { UnderstoodSubmission } from '../domain/pull-request/validation.ts';
import { progressLine } from './bot-progress.ts';
import { roughDuration } from './estimate.ts';
import { COMMENT_BYTES, code, codeBlock, escapeMarkdown, prose, type Section, table, withinBytes } from './markdown.ts';
import { whole } from './numbers.ts';
import { subjectOf } from './reported-submission.ts';
import { PULL_REQUEST_MARKER, timeText } from './validation-comment.ts';

/** One submission as it was ordered. */
export type OrderedSubmission = {
  path: string;
  understood: UnderstoodSubmission;
  /** Null where nothing is measured, because the submission brings its evidence. */
  measured: { runner: readonly string[]; timeoutMinutes: number } | null;
  duplicates: readonly number[];
};

/** An approval and what was ordered by it. */
export type Approval = {
  headSha: string;
  approvedBy: Account;
  /** Where the workflow run is shown. */
  runUrl: string;
  ordered: readonly OrderedSubmission[];
};

/** The bot's one comment once a measurement is approved. */
export function approvalComment(approval: Approval): string {
  const { headSha, approvedBy, runUrl, ordered } = approval;
  const measured = ordered.filter((one) => one.measured !== null).length;
  const title = measured === 0 ? 'Approved: the evidence is being checked' : 'Approved: it is being measured';
  return withinBytes(
    [
      ...head(`⏳ ${title}`, progressLine({ reached: 'approved', next: 'under way' })),
      {
        importance: 0,
        text: `Approved by **${escapeMarkdown(approvedBy.login)}** in [this workflow run](${runUrl}), which tells how far it is.`,
      },
      { importance: 1, text: table(COLUMNS, ordered.map(rowOf)) },
      { importance: 2, text: notesOf(ordered) },
      { importance: 0, text: '**Next:** the result follows here. `/cancel` ends it.' },
      foot(headSha),
    ],
    COMMENT_BYTES,
  );
}

const COLUMNS = [
  { head: 'Submission', align: 'left' },
  { head: 'Runs', align: 'right' },
  { head: 'Runner', align: 'left' },
  { head: 'Time', align: 'left' },
  { head: 'Ended after', align: 'right' },
] as const;

function rowOf({ path, understood, measured }: OrderedSubmission): string[] {
  if (measured === null) return [escapeMarkdown(subjectOf(path)), '', 'nothing is measured', 'its evidence is downloaded and checked', ''];
  const { runs, estimate, reason } = understood;
  return [
    escapeMarkdown(subjectOf(path)),
    runs.low === runs.high ? whole(runs.low) : `${whole(runs.low)} to ${whole(runs.high)}`,
    escapeMarkdown(measured.runner.join(', ')),
    prose(estimate === null ? `not known: ${reason ?? ''}` : timeText(estimate)),
    roughDuration(measured.timeoutMinutes * 60),
  ];
}

function notesOf(ordered: readonly OrderedSubmission[]): string {
  const duplicates = [...new Set(ordered.flatMap((one) => one.duplicates))].map((number) => `#${number}`).join(', ');
  const loud = ordered.some(({ understood, measured }) => measured !== null && understood.loud);
  return [
    ...(loud ? ['> ⚠️ How long the answers get is only bounded: the time is hardly known.'] : []),
    ...(duplicates === '' ? [] : [`> ⚠️ Another open pull request changes the same file: ${duplicates}.`]),
  ].join('\n\n');
}

/** Who ended what, and the line that orders it once more. */
export type Cancellation = { headSha: string; by: Account; runUrls: readonly string[]; line: string };

/** The bot's one comment once the measurements of a pull request were ended by a command. */
export function cancelledComment({ headSha, by, runUrls, line }: Cancellation): string {
  const runs = runUrls.map((url, index) => `[run ${index + 1}](${url})`).join(', ');
  return withinBytes(
    [
      ...head('🛑 Cancelled', progressLine({ reached: 'approved', next: 'stopped' })),
      { importance: 0, text: `**${escapeMarkdown(by.login)}** has ended what was under way: ${runs}. Nothing was measured.` },
      { importance: 0, text: `**Next:** a maintainer orders it once more with this line:\n\n${codeBlock(line)}` },
      foot(headSha),
    ],
    COMMENT_BYTES,
  );
}

const head = (title: string, progress: string): Section[] =>
  [PULL_REQUEST_MARKER, `### ${title}`, progress].map((text) => ({ importance: 0, text }));

const foot = (headSha: string): Section => ({ importance: 0, text: `<sub>Commit ${code(headSha)}</sub>` });
