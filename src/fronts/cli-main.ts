import { Fault, operatorFault } from '../domain/errors.ts';
import { nearest } from '../domain/submission/nearest.ts';
import { VERSION } from '../version.ts';
import { type Command, type CommandContext, type ExitCode, helpOf, parseCommand } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { faultWords } from './fault-words.ts';
import { interruptible } from './interrupt.ts';
import { programName } from './shell-words.ts';

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  return [
    `ai-energy-score ${VERSION}: score the inference energy of AI models`,
    '',
    `Usage: ${programName()} COMMAND [OPTIONS]`,
    '',
    ...COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    `${programName()} COMMAND --help tells the options of a command.`,
    '',
  ].join('\n');
}

/** The command that the arguments name, in one word or two, and what follows it. */
function commandIn(args: readonly string[]): { command: Command; rest: string[] } {
  for (const words of [2, 1]) {
    const command = COMMANDS.find((candidate) => candidate.name === args.slice(0, words).join(' '));
    if (command !== undefined) return { command, rest: args.slice(words) };
  }
  const group = COMMANDS.filter((candidate) => candidate.name.startsWith(`${args[0]} `));
  if (group.length > 0) {
    const names = group.map(({ name }) => name).join(', ');
    throw operatorFault(`${JSON.stringify(args[0])} is only half of a command.`, { code: 'usage', mend: `There is ${names}.` });
  }
  const near = nearest(
    args[0] ?? '',
    COMMANDS.map(({ name }) => name),
  );
  const meant = near === null ? '' : `Did you mean ${near}? `;
  throw operatorFault(`There is no command ${JSON.stringify(args[0])}.`, {
    code: 'usage',
    mend: `${meant}${programName()} --help lists the commands.`,
  });
}

const showsColors = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && process.env.NO_COLOR === undefined;

/** What a shell expects of a program that was interrupted. */
const INTERRUPTED = 130;

async function run(args: readonly string[], signal: AbortSignal, keep: CommandContext['keep']): Promise<ExitCode> {
  if (args.length === 0 || ['--help', '-h', 'help'].includes(args[0] ?? '')) {
    process.stdout.write(overview());
    return args.length === 0 ? 2 : 0;
  }
  if (args[0] === '--version') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const { command, rest } = commandIn(args);
  const { values, positionals } = parseCommand(command, rest);
  if (values.help === true) {
    process.stdout.write(helpOf(command));
    return 0;
  }
  const answers = values.json === true ? process.stderr : process.stdout;
  const context: CommandContext = {
    positionals,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    flag: (option) => values[option] === true,
    print: (text) => void process.stdout.write(text),
    answer: (text) => void answers.write(text),
    answerColor: showsColors(answers),
    tell: (text) => void process.stderr.write(text),
    color: showsColors(process.stderr),
    terminal: process.stderr.isTTY === true,
    printsToTerminal: process.stdout.isTTY === true,
    width: process.stderr.columns ?? 100,
    signal,
    keep,
  };
  return command.run(context);
}

/** Tells a fault: as words on standard error and, where JSON was asked for, as the one document on standard output. */
function tellFault(thrown: unknown, json: boolean, kept: object): ExitCode | typeof INTERRUPTED {
  const { code, message, mend, text } = faultWords(thrown);
  process.stderr.write(text);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, mend }, ...kept }, null, 2)}\n`);
  if (code === 'interrupted') return INTERRUPTED;
  return thrown instanceof Fault && thrown.kind === 'input' ? 1 : 2;
}

const args = process.argv.slice(2);
let kept: object = {};
const work = (signal: AbortSignal) =>
  run(args, signal, (results) => {
    kept = results;
  });
process.exitCode = await interruptible(work).catch((error: unknown) => tellFault(error, args.includes('--json'), kept));
