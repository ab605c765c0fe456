import { parseArgs } from 'node:util';
import { messageOf, operatorFault } from '../domain/errors.ts';
import { programName } from './shell-words.ts';

/** One option of a command, also the source of its help and of the docs. */
export type Option = {
  type: 'string' | 'boolean';
  /** What stands for the value in the help, as in FILE. */
  placeholder?: string;
  description: string;
};

/** What a command gets to work with. */
export type CommandContext = {
  positionals: readonly string[];
  /** The value of a string option, or undefined. */
  text(option: string): string | undefined;
  /** Whether a boolean option was given. */
  flag(option: string): boolean;
  /** Writes to standard output: a document that was asked for. */
  print(text: string): void;
  /** Writes a command's answer in words: to standard output, or to standard error where --json fills standard output. */
  answer(text: string): void;
  /** Whether answers go to a terminal that shows colours. */
  answerColor: boolean;
  /** Writes to standard error: progress, warnings, faults, and what stands beside a document on standard output. */
  tell(text: string): void;
  /** Whether standard error is a terminal that shows colours. */
  color: boolean;
  /** Whether standard error is a terminal. */
  terminal: boolean;
  /** Whether standard output is one. */
  printsToTerminal: boolean;
  /** Width of the terminal in columns. */
  width: number;
  signal: AbortSignal;
  /** Keeps what is done so far for the JSON document, should the command end by a fault. */
  keep(results: object): void;
};

/** 0: done and good. 1: the input is at fault. 2: usage or environment. */
export type ExitCode = 0 | 1 | 2;

export type Command = {
  name: string;
  summary: string;
  /** What follows the name, as in FILE... */
  arguments: string;
  options: Readonly<Record<string, Option>>;
  run(context: CommandContext): Promise<ExitCode>;
};

export const JSON_OPTION: Option = { type: 'boolean', description: 'Print one JSON document on standard output, and nothing else there.' };

const HELP_OPTION: Option = { type: 'boolean', description: 'Show this help.' };

export type ParsedCommand = { values: Record<string, string | boolean | undefined>; positionals: string[] };

/**
 * Parses a command's arguments.
 * @throws Fault of the operator, code usage, that names the argument
 */
export function parseCommand(command: Command, args: readonly string[]): ParsedCommand {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: HELP_OPTION }).map(([name, option]) => [name, { type: option.type }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as ParsedCommand['values'], positionals };
  } catch (error) {
    const [first = 'Unknown argument'] = messageOf(error).split('. To specify');
    throw operatorFault(first.endsWith('.') ? first : `${first}.`, { code: 'usage', mend: `See: ${programName()} ${command.name} --help` });
  }
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const rows = Object.entries({ ...command.options, help: HELP_OPTION }).map(
    ([name, option]) => [`--${name}${option.placeholder === undefined ? '' : ` ${option.placeholder}`}`, option.description] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `Usage: ${programName()} ${command.name} ${command.arguments}`.trimEnd(),
    '',
    command.summary,
    '',
    'Options:',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
  ].join('\n');
}

/**
 * The positional arguments, at least one.
 * @throws Fault of the operator, code usage
 */
export function atLeastOne(context: CommandContext, what: string): readonly string[] {
  if (context.positionals.length > 0) return context.positionals;
  throw operatorFault(`There is no ${what}.`, { code: 'usage', mend: `Name at least one ${what}.` });
}

/**
 * A whole number given as an option.
 * @throws Fault of the operator, code usage
 */
export function wholeNumber(context: CommandContext, option: string, low: number, high: number): number | undefined {
  const text = context.text(option);
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw operatorFault(`--${option} takes a whole number from ${low} to ${high}, not ${JSON.stringify(text)}.`, { code: 'usage' });
}

/**
 * One of a few words given as an option.
 * @throws Fault of the operator, code usage
 */
export function oneOf<Word extends string, Fallback extends Word | null>(
  context: CommandContext,
  option: string,
  words: readonly Word[],
  fallback: Fallback,
): Word | Fallback {
  const text = context.text(option);
  if (text === undefined) return fallback;
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  throw operatorFault(`--${option} takes ${words.join(', ')}, not ${JSON.stringify(text)}.`, { code: 'usage' });
}
