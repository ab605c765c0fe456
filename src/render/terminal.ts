import type { Finding } from '../domain/findings.ts';
import { type Report, scoredEnergy } from '../domain/report.ts';
import { plain } from './markdown.ts';
import { energyUnit, inUnit, percent } from './numbers.ts';
import { reproductionFacts } from './reproduce.ts';
import { starsText, starsWords } from './stars.ts';
import { columns, wrapped } from './terminal-layout.ts';
import * as wording from './wording.ts';

export type TerminalOptions = {
  /** Whether escape codes for colours and bold may be used. */
  color: boolean;
  /** Columns of the terminal. */
  width: number;
};

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red';
type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, [number, number]>> = { bold: [1, 22], dim: [2, 22], green: [32, 39], yellow: [33, 39], red: [31, 39] };

const coloured: Paint = (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
const uncoloured: Paint = (_style, text) => text;

const VERDICT_STYLES = { official: 'green', unofficial: 'yellow', invalid: 'red', rehearsal: 'yellow' } as const;

const NARROWEST = 40;
const WIDEST = 110;

/** The result for a terminal: what the comment says, in lines that fit, with nothing in it that could drive the terminal. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const paint = options.color ? coloured : uncoloured;
  const width = Math.min(Math.max(options.width, NARROWEST), WIDEST);
  const lines = (text: string | null) => (text === null ? [] : wrapped(plain(text, 2000), width));
  const { icon, word } = wording.verdictOf(report);
  const watermark = report.rehearsal ? [paint('red', wording.WATERMARK)] : [];
  const style = VERDICT_STYLES[report.verdict];
  const head = lines(`${icon} ${word}: ${wording.titleOf(report)}`).map((line) =>
    line.replace(word, (found) => paint(style, paint('bold', found))),
  );
  const parts: string[][] = [
    [...head, ...watermark],
    report.verdict === 'invalid'
      ? lines('No score: the measurement failed checks without which its figure means nothing.')
      : figure(report, paint, lines),
    report.verdict === 'invalid' ? [] : place(report, paint, lines),
    neighbours(report, paint),
    [...lines(wording.confidenceOf(report)), ...lines(wording.changesOf(report))],
    edition(report, lines),
    report.verdict === 'invalid' ? [] : phases(report, paint),
    checks(report, paint, width),
    facts(report, paint, width),
    [...lines(`Next: ${wording.nextStepOf(report)}`), ...watermark],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.map(inert).join('\n'))
    .join('\n\n')}\n`;
}

/** In a workflow's log, too, a line does nothing: a runner obeys `::name` at its beginning, blanks aside, and `##[name]` anywhere. */
const inert = (line: string): string => line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #[');

type Lines = (text: string | null) => string[];

function figure(report: Report, paint: Paint, lines: Lines): string[] {
  const assumption = wording.assumptionOf(report);
  return [
    paint('bold', `${wording.figureOf(report)} per 1,000 queries`),
    ...lines(`${wording.measuredWhat(report)}${assumption === null ? '' : ` (assumes ${assumption})`}`),
    ...lines(wording.uncertaintyOf(report)),
    ...lines(wording.originOf(report)),
  ];
}

function place(report: Report, paint: Paint, lines: Lines): string[] {
  const stars = report.rating?.stars ?? null;
  return [
    ...(stars === null ? [] : [`${paint('yellow', starsText(stars))} ${starsWords(stars)} on its board`]),
    ...lines(wording.placeOf(report)),
    ...lines(report.ratingNote),
  ];
}

function neighbours({ neighbours: rows, board }: Report, paint: Paint): string[] {
  if (rows.length < 2) return [];
  const unit = energyUnit(rows.map(({ whPer1000Queries }) => whPer1000Queries));
  const cells = rows.map(({ rank, whPer1000Queries, stars, whose, ...named }) => [
    whose === 'own' ? '>' : '',
    String(rank),
    plain(wording.rowName(named)),
    `${inUnit(whPer1000Queries, unit)} ${unit.name}`,
    stars === null ? '' : starsText(stars),
  ]);
  const aligned = columns(cells, ['left', 'right', 'left', 'right', 'left']);
  return [
    paint('dim', plain(`${board.title} · ${board.energy}`)),
    ...aligned.map((line, index) => (rows[index]?.whose === 'own' ? paint('bold', line) : line)),
  ];
}

function edition({ edition: beside }: Report, lines: Lines): string[] {
  if (beside === null) return [];
  const { stars, rank, of } = beside.rating;
  return lines(
    `Beside edition ${beside.name}: ${stars === null ? '' : `${starsText(stars)}, `}rank ${rank} of ${of}.${beside.caveat === null ? '' : ` ${beside.caveat}`}`,
  );
}

function phases({ record }: Report, paint: Paint): string[] {
  const scored = scoredEnergy(record);
  if (scored === null) return [];
  const unit = energyUnit([record.score.whPer1000Queries]);
  const cells = scored.phases.map(({ name, whPer1000Queries, scored: counts }) => [
    counts ? name : `  of which ${name}`,
    `${inUnit(whPer1000Queries, unit)} ${unit.name}`,
    percent(whPer1000Queries / scored.whPer1000Queries),
  ]);
  return [paint('dim', 'Energy by phase'), ...columns(cells, ['left', 'right', 'right'])];
}

/** Findings that are told one by one. */
const TOLD = 25;

function checks(report: Report, paint: Paint, width: number): string[] {
  const { failed, warned } = wording.sortedFindings(report.findings);
  const told = [...failed, ...warned];
  const shown = told.slice(0, TOLD).flatMap((finding) => findingLines(finding, paint, width));
  const more = told.length > TOLD ? [`  and ${told.length - TOLD} more, all of them in the evidence`] : [];
  return [paint('dim', wording.checksLine(report)), ...shown, ...more];
}

function findingLines({ code, effect, status, message }: Finding, paint: Paint, width: number): string[] {
  const style = status === 'warn' || effect === 'warn' ? 'yellow' : 'red';
  const label = status === 'warn' ? 'warning' : effect;
  const [first = '', ...rest] = wrapped(`${plain(code)}: ${plain(message)}`, width - 13);
  return [`  ${paint(style, label.padEnd(10))} ${first}`, ...rest.map((line) => `${' '.repeat(13)}${line}`)];
}

function facts(report: Report, paint: Paint, width: number): string[] {
  const all = reproductionFacts(report);
  const nameWidth = Math.max(...all.map(({ name }) => name.length)) + 2;
  const told = all.flatMap(({ name, value }) =>
    wrapped(plain(value, 2000), width - nameWidth).map((line, index) => `${(index === 0 ? name : '').padEnd(nameWidth)}${line}`),
  );
  const { reproduce, check } = report.commands;
  const commands = [
    ...(reproduce === null ? [] : [`${'Again'.padEnd(nameWidth)}${plain(reproduce, 2000)}`]),
    ...(check === null ? [] : [`${'Check'.padEnd(nameWidth)}${plain(check, 2000)}`]),
  ];
  return [paint('dim', 'Reproduce it'), ...told, ...commands];
}
