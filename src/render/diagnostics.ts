import { styleText } from 'node:util';
import type { LocatedFault } from '../domain/findings.ts';
import { SUBMISSION_CHECKS } from '../domain/submission/checks.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { shownLine } from './source-line.ts';

/** What a fault report needs of a file. */
export type FaultyFile = {
  path: string;
  /** The file's text as it is; hostile characters in it are made visible. */
  source: string;
  errors: readonly LocatedFault[];
};

/** Faults of one file that are shown; nobody reads more, and the next run shows the rest. */
const SHOWN = 100;

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;

const MENDS: ReadonlyMap<string, string> = new Map(SUBMISSION_CHECKS.map(({ code, mend }) => [code, mend]));

/**
 * A file's faults as a compiler shows them: code and sentence, place, the line with a caret, and what to do.
 * Nothing of the file or of its name reaches the terminal but in visible characters. Ends with a line feed; empty without faults.
 */
export function renderFaults({ path, source, errors }: FaultyFile, { color }: { color: boolean }): string {
  const paint = painter(color);
  const lines = source.split(/\r?\n/);
  const shown = errors.slice(0, SHOWN);
  const gutter = String(Math.max(...shown.map(({ line }) => line), 1)).length;
  const texts = shown.map((fault) => `${faultText(fault, { path, lines, gutter, paint })}\n`);
  const more = errors.length - shown.length;
  return [
    ...texts,
    ...(more > 0 ? [`${paint('bold', `… and ${counted(more, 'more fault', 'more faults')} in ${visible(path)}.`)}\n`] : []),
  ].join('\n');
}

type Page = { path: string; lines: readonly string[]; gutter: number; paint: Paint };

function faultText(fault: LocatedFault, { path, lines, gutter, paint }: Page): string {
  const blank = ' '.repeat(gutter);
  const bar = paint('blue', '|');
  const title = `${paint(['bold', 'red'], `error[${fault.code}]`)}${paint('bold', `: ${visible(fault.message)}`)}`;
  const place = `${blank}${paint('blue', '-->')} ${visible(path)}:${fault.line}:${fault.column}`;
  const help = `${blank} ${paint('blue', '=')} ${paint('cyan', 'help:')} ${helpFor(fault)}`;
  const line = lines[fault.line - 1];
  if (line === undefined || line.trim() === '') return [title, place, help].join('\n');
  const { text, before, carets } = shownLine(line, fault.column);
  const number = paint('blue', String(fault.line).padStart(gutter));
  const mark = `${' '.repeat(before)}${paint(['bold', 'red'], '^'.repeat(carets))}`;
  return [title, place, `${blank} ${bar}`, `${number} ${bar} ${text}`, `${blank} ${bar} ${mark}`, help].join('\n');
}

/** What was probably meant, else what the check's table says to do. */
function helpFor({ code, suggestion }: LocatedFault): string {
  if (suggestion !== undefined) return `did you mean \`${visible(suggestion).trim()}\`?`;
  return MENDS.get(code) ?? '';
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One line on all files: how many are valid, and how many faults the others have. */
export function summaryOfFaults(files: readonly Pick<FaultyFile, 'errors'>[], { color }: { color: boolean }): string {
  const paint = painter(color);
  const faulty = files.filter(({ errors }) => errors.length > 0);
  const faults = faulty.reduce((sum, { errors }) => sum + errors.length, 0);
  const checked = counted(files.length, 'submission', 'submissions');
  if (faulty.length === 0) return paint('green', `${checked} checked, no faults.`);
  return paint('red', `${checked} checked: ${counted(faults, 'fault', 'faults')} in ${counted(faulty.length, 'file', 'files')}.`);
}
