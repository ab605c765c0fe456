import { codePoint } from '../submission/hostile-characters.ts';
import { nearest } from '../submission/nearest.ts';

/** What a command asks for. */
export type Command =
  | { kind: 'benchmark'; head: string; runs: number | 'auto' | null; runner: string | null }
  | { kind: 'rerun'; head: string }
  | { kind: 'cancel' }
  | { kind: 'explain'; code: string }
  | { kind: 'help' };

export type CommandName = Command['kind'];

/** What is wrong with a comment that begins as a command does. None of it is the comment's own text. */
export type CommandFault = {
  /** The command that was meant. */
  name: CommandName;
  /** Line and column, from 1, counted from the command's slash. */
  line: number;
  column: number;
  /** One sentence. */
  message: string;
};

/** A comment as it was read. One that does not begin as a command does is silence, and gets no answer. */
export type ReadComment = { kind: 'silence' } | { kind: 'command'; command: Command } | { kind: 'fault'; fault: CommandFault };

/** A command in the words of the help. */
export type CommandText = { name: CommandName; form: string; who: 'maintainer' | 'anyone'; does: string };

/** Every command, in the order in which the help shows them. */
export const COMMANDS: readonly CommandText[] = [
  {
    name: 'benchmark',
    form: '/benchmark COMMIT [--runs N|auto] [--runner LABEL]',
    who: 'maintainer',
    does: 'Measures the submissions of this commit, the newest of the pull request, named by all of its 40 digits.',
  },
  { name: 'rerun', form: '/rerun COMMIT', who: 'maintainer', does: 'Orders once more what was ordered of this commit.' },
  { name: 'cancel', form: '/cancel', who: 'maintainer', does: 'Ends the measurements of this pull request that are under way.' },
  { name: 'explain', form: '/explain CODE', who: 'anyone', does: 'Tells what a code means, why it matters, and what to do about it.' },
  { name: 'help', form: '/help', who: 'anyone', does: 'Shows the commands.' },
];

const NAMES: readonly CommandName[] = COMMANDS.map(({ name }) => name);

const HEAD = /^[0-9a-f]{40}$/;
const RUNNER = /^[A-Za-z0-9_.-]{1,100}$/;
const CODE = /^[A-Za-z][A-Za-z0-9-]{0,79}$/;
const MOST_RUNS = 100;

/** Only what people see as blank is trimmed: an invisible character is part of the text. */
const trimmed = (body: string): string => body.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/**
 * Reads the whole body of a comment as a command. Nothing beside the command may stand in it, so that quotes, code blocks and
 * explanations never start anything.
 */
export function readCommand(body: string): ReadComment {
  const text = trimmed(body);
  const [first = ''] = text.split(/[ \t\r\n]/, 1);
  if (!first.startsWith('/')) return { kind: 'silence' };
  const word = first.slice(1);
  const name = NAMES.find((known) => known === word) ?? meantBy(word);
  if (name === null) return { kind: 'silence' };
  const fault = (offset: number, message: string): ReadComment => ({ kind: 'fault', fault: { name, ...placeIn(text, offset), message } });
  const unseen = /[^\t\r\n\x20-\x7e]/u.exec(text);
  if (unseen !== null) return fault(unseen.index, `The character ${codePoint(unseen[0])} has no place in a command.`);
  if (name !== word) return fault(0, `There is no such command; /${name} is the nearest.`);
  const lineEnd = text.search(/[\r\n]/);
  if (lineEnd >= 0) return fault(text.slice(lineEnd).search(/[^\s]/) + lineEnd, 'A command is the only line of its comment.');
  return argumentsOf(name, wordsOf(text).slice(1), { fault, end: text.length });
}

/** The command that a word was meant as; null where none is near. What follows a character that is not ASCII may be glued to it. */
function meantBy(word: string): CommandName | null {
  const [letters = ''] = word.split(/[^\x20-\x7e]/, 1);
  const glued = NAMES.find((known) => known === letters);
  if (glued !== undefined) return glued;
  return /^[^/]{3,20}$/.test(word) ? (nearest(word, NAMES) as CommandName | null) : null;
}

type Word = { text: string; at: number };

const wordsOf = (text: string): Word[] => [...text.matchAll(/[^ \t]+/g)].map(({ 0: word, index }) => ({ text: word, at: index }));

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

type Telling = { fault: (offset: number, message: string) => ReadComment; end: number };

function argumentsOf(name: CommandName, words: readonly Word[], telling: Telling): ReadComment {
  const { fault, end } = telling;
  if (name === 'benchmark' || name === 'rerun') return withHead(name, words, telling);
  const [first, extra] = name === 'explain' ? words : [undefined, words[0]];
  if (name === 'explain') {
    if (first === undefined) return fault(end, 'It needs the code to explain.');
    if (!CODE.test(first.text)) return fault(first.at, 'A code has letters, digits and hyphens, and begins with a letter.');
  }
  if (extra !== undefined) return fault(extra.at, `Nothing follows ${name === 'explain' ? 'the code' : `/${name}`}.`);
  return { kind: 'command', command: name === 'explain' ? { kind: name, code: first?.text ?? '' } : { kind: name } };
}

function withHead(name: 'benchmark' | 'rerun', [head, ...words]: readonly Word[], telling: Telling): ReadComment {
  const { fault, end } = telling;
  if (head === undefined) return fault(end, 'It needs the commit: all 40 digits of the newest one.');
  if (!HEAD.test(head.text)) return fault(head.at, headProblem(head.text));
  if (name === 'benchmark') return withOptions(head.text, words, telling);
  const [extra] = words;
  if (extra !== undefined) return fault(extra.at, 'Nothing follows the commit: /rerun orders what was ordered before.');
  return { kind: 'command', command: { kind: name, head: head.text } };
}

function headProblem(text: string): string {
  if (text.startsWith('--')) return 'The commit comes first, then the options.';
  if (/^[0-9a-f]{4,39}$/i.test(text)) return `The commit is abbreviated to ${text.length} of its 40 digits.`;
  if (/^[0-9a-f]{40}$/i.test(text)) return 'The digits of the commit are written in lower case.';
  return 'This is no commit: it has 40 digits, 0 to 9 and a to f.';
}

const OPTIONS = ['--runs', '--runner'] as const;

function withOptions(head: string, words: readonly Word[], { fault, end }: Telling): ReadComment {
  const given: Partial<Record<(typeof OPTIONS)[number], Word>> = {};
  for (let index = 0; index < words.length; index += 2) {
    const [word, value] = [words[index] as Word, words[index + 1]];
    const option = OPTIONS.find((known) => known === word.text);
    if (option === undefined) return fault(word.at, optionProblem(word.text));
    if (given[option] !== undefined) return fault(word.at, `${option} is given twice.`);
    if (value === undefined) return fault(end, `${option} needs a value.`);
    given[option] = value;
  }
  const { '--runs': runs, '--runner': runner } = given;
  const count = runs === undefined ? null : runsFrom(runs.text);
  if (count === 'none') return fault(runs?.at ?? end, `--runs takes auto, or a number from 1 to ${MOST_RUNS}.`);
  if (runner !== undefined && !RUNNER.test(runner.text))
    return fault(runner.at, '--runner takes one label: letters, digits, dots, hyphens and underscores.');
  return { kind: 'command', command: { kind: 'benchmark', head, runs: count, runner: runner?.text ?? null } };
}

function optionProblem(text: string): string {
  const [word = ''] = text.split('=', 1);
  const near = OPTIONS.find((known) => known === word) ?? nearest(word, OPTIONS);
  if (near === null) return 'There is no such option; --runs and --runner are the only ones.';
  return word === near ? `The value of ${near} follows after a space.` : `There is no such option; ${near} is the nearest.`;
}

function runsFrom(text: string): number | 'auto' | 'none' {
  if (text === 'auto') return text;
  const runs = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  return runs >= 1 && runs <= MOST_RUNS ? runs : 'none';
}

/** Whether a command, or what was meant as one, is for maintainers alone. */
export const isForMaintainers = (name: CommandName): boolean =>
  COMMANDS.some((command) => command.name === name && command.who === 'maintainer');
