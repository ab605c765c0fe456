import type { Explanation } from '../domain/explain.ts';
import { plural } from '../domain/plural.ts';
import type { Allotment } from '../domain/pull-request/allotment.ts';
import type { PullRequestFault } from '../domain/pull-request/changed-files.ts';
import { COMMANDS, type CommandFault, type CommandName } from '../domain/pull-request/command.ts';
import { COMMENT_BYTES, code, codeBlock, escapeMarkdown, prose, table, withinBytes } from './markdown.ts';
import { whole } from './numbers.ts';

/** What an answer of the bot is about. Two answers with the same key are the same answer. */
export type Answer = { key: string; text: string };

/** How the first line of every answer begins, which tells them from the one comment. */
export const ANSWER_BEGINNING = '<!-- ai-energy-score:answer:1 ';

/** The first line of an answer. Nothing that a stranger wrote is part of a key. */
export const answerMarker = ({ key }: Pick<Answer, 'key'>): string => `${ANSWER_BEGINNING}${key} -->`;

/** An answer as a comment of its own. */
export const answerComment = (answer: Answer): string =>
  withinBytes(
    [answerMarker(answer), answer.text].map((text) => ({ importance: 0, text })),
    COMMENT_BYTES,
  );

/** What /help shows. */
export function helpAnswer(headSha: string): Answer {
  const columns = [
    { head: 'Comment', align: 'left' },
    { head: 'By', align: 'left' },
    { head: 'What it does', align: 'left' },
  ] as const;
  const rows = COMMANDS.map(({ form, who, does }) => [
    code(form).replaceAll('¦', '\\|'),
    who === 'maintainer' ? 'who may write here' : 'anyone',
    escapeMarkdown(does),
  ]);
  const words = 'A command is the whole text of a new comment. The newest commit is this one:';
  return { key: `help ${headSha.slice(0, 12)}`, text: [table(columns, rows), words, codeBlock(headSha)].join('\n\n') };
}

/** What stands before the first sentence of an explanation. */
const TITLED = { check: 'What has to hold', fault: 'What happened' } as const;

/** A sentence with its full stop. */
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What /explain says of a code. */
export function explanationAnswer({ code: name, kind, title, why, mend }: Explanation): Answer {
  const said = [
    [TITLED[kind], title],
    ['Why it matters', why],
    ['What to do', mend],
  ] as const;
  const lines = said.map(([label, text]) => `- **${label}:** ${prose(sentence(text))}`);
  return { key: `explain ${name}`, text: `#### ${code(name)}\n\n${lines.join('\n')}` };
}

/** What /explain says where no code is meant. */
export function unknownCodeAnswer(near: string | null): Answer {
  const meant =
    near === null ? 'The codes stand in the comment and in the check on the commit.' : `Did you mean ${code(`/explain ${near}`)}?`;
  return { key: `explain-unknown ${near ?? 'none'}`, text: `There is no such code. ${meant}` };
}

/** Commands that name the commit. */
const WITH_HEAD: readonly CommandName[] = ['benchmark', 'rerun'];

/** What is said of a command that cannot be read, with the line that was probably meant. */
export function commandFaultAnswer({ name, line, column, message }: CommandFault, headSha: string): Answer {
  const meant = WITH_HEAD.includes(name) ? `/${name} ${headSha}` : (COMMANDS.find((known) => known.name === name)?.form ?? '');
  const place = line === 1 ? `column ${column}` : `line ${line}, column ${column}`;
  const text = [
    `${code('P-order-command')} ${prose(message)} (${place})`,
    'Nothing was started. The exact line, as a comment of its own:',
    codeBlock(meant),
  ];
  return { key: `command ${name} ${line}:${column} ${headSha.slice(0, 12)}`, text: text.join('\n\n') };
}

/** What is said of an order that was refused. */
export function refusalAnswer(fault: PullRequestFault, { headSha, line }: { headSha: string; line: string | null }): Answer {
  const text = [
    `${code(fault.code)} ${prose(fault.message)}`,
    `Nothing was started. ${prose(fault.mend)}`,
    ...(line === null ? [] : [codeBlock(line)]),
  ];
  return { key: `refused ${fault.code} ${headSha.slice(0, 12)}`, text: text.join('\n\n') };
}

/** What a receipt says below its first line: what an order takes of a monthly limit. */
export function receiptText({ team, gpuMinutes: most }: Allotment, { gpuMinutes, runUrl }: { gpuMinutes: number; runUrl: string }): string {
  const whose = team === null ? 'the submitter' : `the team ${escapeMarkdown(team)}`;
  return `Counted: ${whole(gpuMinutes)} of the ${whole(most)} GPU ${plural(most, 'minute')} that ${whose} may be given in a calendar month (UTC), for [this run](${runUrl}).`;
}
