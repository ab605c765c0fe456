import { counted, plural } from '../domain/plural.ts';
import {
  isSelfReported,
  type JudgedSubmission,
  type PullRequestValidation,
  type UnderstoodSubmission,
  validationVerdict,
} from '../domain/pull-request/validation.ts';
import { SUBMISSION_CHECKS } from '../domain/submission/checks.ts';
import { taskOf } from '../domain/tasks.ts';
import { type BotProgress, progressLine } from './bot-progress.ts';
import { basisText, roughRange } from './estimate.ts';
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
import { parameterCount, whole } from './numbers.ts';

/** The first line of the bot's one comment on a pull request; finds it again, together with its author. */
export const PULL_REQUEST_MARKER = '<!-- ai-energy-score:pull-request:1 -->';

/** Everything that GitHub takes as a check's summary, in characters; bytes are never fewer. */
const CHECK_BYTES = 65_535;

/** Submissions that are named where they are taken out. */
const TOLD_REMOVED = 20;

/** Faults of one submission that are told; those that follow are on the check's lines. */
const TOLD_FAULTS = 12;

/** Where the repository's pages are, as in https://github.com/octo/submissions. */
export type Place = { repositoryUrl: string };

/** The bot's comment: Markdown of at most 65,536 bytes. */
export const validationComment = (validation: PullRequestValidation, place: Place): string =>
  withinBytes([{ importance: 0, text: PULL_REQUEST_MARKER }, ...sections(validation, place)], COMMENT_BYTES);

/** The same for a check run, without the marker. */
export const validationCheckSummary = (validation: PullRequestValidation, place: Place): string =>
  withinBytes(sections(validation, place), CHECK_BYTES);

/** The same for a job summary, without the marker. */
export const validationSummary = (validation: PullRequestValidation, place: Place): string =>
  withinBytes(sections(validation, place), SUMMARY_BYTES);

/** One line on the whole, plain text. */
export function validationTitle(validation: PullRequestValidation): string {
  const { submissions, faults, hubTrouble } = validation;
  const count = faults.length + submissions.reduce((sum, one) => sum + one.faults.length, 0);
  const what = submissions.length === 1 ? 'The submission' : `${submissions.length} submissions`;
  switch (validationVerdict(validation)) {
    case 'ready':
      return `${what} can be ${submissions.every(isSelfReported) ? 'checked' : 'measured'}`;
    case 'faulty':
      return `${counted(count, 'fault')} to mend`;
    case 'unknown':
      return `Not known yet: ${plain(hubTrouble ?? '')}`;
    case 'removal':
      return `Takes ${validation.removed.length === 1 ? 'a submission' : `${validation.removed.length} submissions`} out`;
    case 'nothing':
      return 'No submission in this pull request';
  }
}

/** What a fault says on its line in a check, plain text. */
export function faultText({ code: name, message, suggestion }: JudgedSubmission['faults'][number]): string {
  const meant = suggestion === undefined ? '' : ` Did you mean ${plain(suggestion)}?`;
  return `${plain(message)}${meant} ${mendOf(name)}`.trim();
}

const MENDS: ReadonlyMap<string, string> = new Map(SUBMISSION_CHECKS.map(({ code: name, mend }) => [name, mend]));
const mendOf = (name: string): string => MENDS.get(name) ?? '';

const PROGRESS: Readonly<Record<'ready' | 'faulty' | 'unknown', BotProgress>> = {
  ready: { reached: 'validated', next: 'under way' },
  faulty: { reached: null, next: 'failed' },
  unknown: { reached: null, next: 'under way' },
};

const ICONS = { ready: '✅', faulty: '❌', unknown: '⏳', removal: '🗑️', nothing: '💤' } as const;

function sections(validation: PullRequestValidation, place: Place): Section[] {
  const { submissions, faults, headSha, hubTrouble } = validation;
  const verdict = validationVerdict(validation);
  return [
    { importance: 0, text: `### ${ICONS[verdict]} ${escapeMarkdown(validationTitle(validation))}` },
    { importance: 0, text: verdict === 'nothing' || verdict === 'removal' ? '' : progressLine(PROGRESS[verdict]) },
    {
      importance: 1,
      text: faults.map((fault) => `- ${code(fault.code)}: ${prose(fault.message)} ${prose(fault.mend)}`).join('\n'),
    },
    ...submissions.map((one, index) => ({ importance: 2 + index, text: submissionText(one, { headSha, ...place }) })),
    { importance: 0, text: verdict === 'unknown' ? `The Hub could not be asked: ${prose(hubTrouble ?? '')}` : '' },
    {
      importance: 1,
      text: validation.removed
        .slice(0, TOLD_REMOVED)
        .map((path) => `- ${code(path)}`)
        .join('\n'),
    },
    { importance: 0, text: nextStep(validation) },
    { importance: 0, text: `<sub>Commit ${code(headSha)}</sub>` },
  ];
}

function nextStep(validation: PullRequestValidation): string {
  const command = `/${validation.isOrdered ? 'rerun' : 'benchmark'} ${validation.headSha}`;
  switch (validationVerdict(validation)) {
    case 'ready':
      return `${validation.isOrdered ? 'This commit was ordered before. ' : ''}**Next:** a maintainer ${whatStarts(validation)} with this line as a comment of its own:\n\n${codeBlock(command)}`;
    case 'faulty':
      return '**Next:** push a commit that mends this; this comment follows.';
    case 'unknown':
      return '**Next:** rerun this check, or push again.';
    case 'removal':
      return '**Next:** where a maintainer merges this, results that are published stay as they are; this comment then has the command that prepares their withdrawal.';
    case 'nothing':
      return '';
  }
}

/** Submissions that bring their evidence are not measured: it is downloaded and checked, and the result is marked as reported. */
function whatStarts({ submissions }: PullRequestValidation): string {
  const reported = submissions.filter(isSelfReported).length;
  if (reported === 0) return 'starts the measurement';
  const evidence = 'has the evidence downloaded and checked';
  return reported === submissions.length ? `${evidence} (nothing is measured)` : `starts the measurement and ${evidence}`;
}

type At = Place & { headSha: string };

function submissionText(one: JudgedSubmission, at: At): string {
  const { path, faults, understood, duplicates, published } = one;
  const numbers = duplicates.map((number) => `#${number}`).join(', ');
  const twin = duplicates.length === 0 ? '' : `> ⚠️ Another open pull request changes the same file: ${numbers}.`;
  const more = faults.length - TOLD_FAULTS;
  const parts = [
    `**${link(path, { ...at, path, line: null })}**`,
    understood === null ? '' : understoodTable(understood),
    understood?.loud ? '> ⚠️ How long its answers get is only bounded: the time is hardly known.' : '',
    faults
      .slice(0, TOLD_FAULTS)
      .map((fault) => faultItem(fault, { ...at, path }))
      .join('\n'),
    more > 0 ? `And ${whole(more)} more, on the lines of the check.` : '',
    twin,
    published.length === 0 ? '' : publishedText(published),
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}

/** Paths that are named in one sentence. */
const NAMED = 3;

function publishedText(published: readonly string[]): string {
  const named = published.slice(0, NAMED).map(code).join(', ');
  const more = published.length > NAMED ? ` and ${published.length - NAMED} more` : '';
  return `> ⚠️ Published already, of the same revision: ${named}${more}. What is measured anew takes its place.`;
}

function faultItem(fault: JudgedSubmission['faults'][number], at: At & { path: string }): string {
  const { line, code: name, message, suggestion, change } = fault;
  const said = `- ${link(`line ${line}`, { ...at, line })} ${code(name)}: ${prose(message)}`;
  if (change !== null) {
    const block = codeBlock(`- ${change.from}\n+ ${change.to}`, 'diff');
    return `${said}\n\n${block.replace(/^/gm, '  ')}\n`;
  }
  return `${said} ${suggestion === undefined ? prose(mendOf(name)) : `Did you mean ${code(suggestion)}?`}`;
}

/** A link of ours to a line of the commit. Nothing in a path can end it. */
function link(text: string, { repositoryUrl, headSha, path, line }: At & { path: string; line: number | null }): string {
  const file = path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join('/');
  return `[${escapeMarkdown(text)}](${repositoryUrl}/blob/${headSha}/${file}${line === null ? '' : `#L${line}`})`;
}

function understoodTable(understood: UnderstoodSubmission): string {
  const { submission, variant, parameters, licence, hardware, queries, runs, estimate, reason } = understood;
  const { reasoning, quantization, endpoint } = submission;
  const task = taskOf(submission.task);
  const count = runs.low === runs.high ? `${runs.low}` : `${runs.low} to ${runs.high}`;
  const settings = [
    submission.precision ?? task.precision,
    ...(quantization === undefined ? [] : [`${quantization.method}, ${quantization.bits} bit`]),
    ...(reasoning === undefined ? [] : [`reasoning ${reasoning.state}`]),
    ...(endpoint === undefined ? [] : [`endpoint ${endpoint}`]),
    ...(variant === null ? [] : [`variant ${variant}`]),
  ];
  const size = parameters === null ? 'not known' : `${parameterCount(parameters)} parameters`;
  const devices = estimate === null ? hardware : estimate.gpus === 0 ? 'the processor' : `${estimate.gpus} × ${hardware}`;
  const rows = [
    ['Revision', code(submission.revision)],
    [
      'Task',
      `${escapeMarkdown(task.title)}, ${whole(queries)} ${plural(queries, 'query', 'queries')}, ${count} ${plural(runs.high, 'run')}`,
    ],
    ['Size', `${size}${estimate?.class == null ? '' : `, class ${estimate.class}`}`],
    ['Licence', licence === null ? 'not known' : escapeMarkdown(licence)],
    ['Settings', escapeMarkdown(settings.join(', '))],
    ...(submission.evidence === undefined
      ? [
          ['Runs on', escapeMarkdown(devices)],
          ['Time', estimate === null ? prose(`not known: ${reason ?? ''}`) : escapeMarkdown(timeText(estimate))],
        ]
      : [['Evidence', 'self-reported: nothing runs here']]),
  ];
  const columns = [
    { head: submission.evidence === undefined ? 'What will run' : 'What will be checked', align: 'left' },
    { head: escapeMarkdown(submission.model), align: 'left' },
  ] as const;
  return table(columns, rows);
}

/** What an estimate says, plain text. */
export function timeText({ seconds, gpuMinutes, gpus, basis }: NonNullable<UnderstoodSubmission['estimate']>): string {
  const minutes = ({ expected, low, high }: typeof gpuMinutes) =>
    `${whole(Math.max(1, expected))} GPU ${plural(Math.max(1, Math.round(expected)), 'minute')} (${whole(low)} to ${whole(high)})`;
  const cost = gpus === 0 ? '' : `; ${minutes(gpuMinutes)}`;
  return `${roughRange(seconds)}${cost}, ${basisText(basis, seconds)}`;
}
