import type { Finding } from '../domain/findings.ts';
import { type Report, scoredEnergy } from '../domain/report.ts';
import { COMMENT_BYTES, code, codeBlock, escapeMarkdown, folded, type Section, table, withinBytes } from './markdown.ts';
import { energyUnit, inUnit, percent, whole } from './numbers.ts';
import { reproductionFacts } from './reproduce.ts';
import { starsText, starsWords } from './stars.ts';
import * as wording from './wording.ts';

/** The first line of every comment about a result; finds the comment again, together with its author. */
const COMMENT_MARKER = '<!-- ai-energy-score:result:1 -->';

/** Findings that are told one by one; the evidence holds all. */
const TOLD_FINDINGS = 25;

/** The result as a comment on GitHub: Markdown of at most 65,536 bytes, of which the short form is always there. */
export const renderComment = (report: Report): string =>
  withinBytes([{ importance: 0, text: COMMENT_MARKER }, ...resultSections(report)], COMMENT_BYTES);

/** The parts of a comment or a job summary in their order. */
export function resultSections(report: Report): Section[] {
  const invalid = report.verdict === 'invalid';
  return [
    { importance: 0, text: headline(report) },
    { importance: 0, text: report.rehearsal ? `> **${wording.WATERMARK}**` : '' },
    {
      importance: 0,
      text: invalid ? '**No score.** The measurement failed checks without which its figure means nothing.' : figure(report),
    },
    { importance: 1, text: invalid ? '' : place(report) },
    { importance: 3, text: neighboursTable(report) },
    { importance: 3, text: effects(report) },
    { importance: 4, text: editionPlace(report) },
    { importance: 5, text: invalid ? '' : phases(report) },
    { importance: 1, text: findingsList(report) },
    { importance: 7, text: allChecks(report) },
    { importance: 6, text: reproduction(report) },
    { importance: 0, text: `**Next:** ${escapeMarkdown(wording.nextStepOf(report))}` },
    { importance: 0, text: report.rehearsal ? `<sub>${wording.WATERMARK}</sub>` : '' },
  ];
}

function headline(report: Report): string {
  const { icon, word } = wording.verdictOf(report);
  return `### ${icon} ${word}: ${escapeMarkdown(wording.titleOf(report))}`;
}

function figure(report: Report): string {
  const assumption = wording.assumptionOf(report);
  const origin = wording.originOf(report);
  const assumed = assumption === null ? '' : ` (assumes ${escapeMarkdown(assumption)})`;
  return [
    `## ${wording.figureOf(report)} per 1,000 queries`,
    '',
    `**${escapeMarkdown(wording.measuredWhat(report))}**${assumed}  `,
    escapeMarkdown(wording.uncertaintyOf(report)) + (origin === null ? '' : `  \n**${escapeMarkdown(origin)}**`),
  ].join('\n');
}

function place(report: Report): string {
  const stars = report.rating?.stars ?? null;
  const words = wording.placeOf(report);
  const lines = [
    ...(stars === null ? [] : [`${starsText(stars)} **${starsWords(stars)}** on its board`]),
    ...(words === null ? [] : [escapeMarkdown(words)]),
    ...(report.ratingNote === null ? [] : [`_${escapeMarkdown(report.ratingNote)}_`]),
    ...(stars === null ? [] : [`<sub>${escapeMarkdown(wording.STARS_MEANING)}</sub>`]),
  ];
  return lines.join('  \n');
}

function findingsList({ findings }: Report): string {
  const { failed, warned } = wording.sortedFindings(findings);
  const withEffect = (wanted: Finding['effect']) => failed.filter(({ effect }) => effect === wanted);
  return [
    listOf('Why its figure is not to be trusted', withEffect('invalid')),
    listOf('Why it is not official', withEffect('unofficial')),
    listOf('Worth a look', [...withEffect('warn'), ...warned]),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function listOf(title: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const lines = findings.slice(0, TOLD_FINDINGS).map((finding) => `- ${code(finding.code)} ${escapeMarkdown(finding.message)}`);
  return [`**${title}**`, '', ...lines, ...moreOf(findings)].join('\n');
}

const moreOf = (findings: readonly Finding[]): string[] =>
  findings.length > TOLD_FINDINGS ? [`- and ${whole(findings.length - TOLD_FINDINGS)} more, all of them in the evidence`] : [];

/** The rows around the result on its board; empty where there are none. */
export function neighboursTable({ neighbours, board, record }: Report): string {
  if (neighbours.length < 2) return '';
  const unit = energyUnit(neighbours.map(({ whPer1000Queries }) => whPer1000Queries));
  const rows = neighbours.map(({ rank, whPer1000Queries, stars, whose, ...named }) => {
    const name = escapeMarkdown(wording.rowName(named));
    const cells = [String(rank), name, inUnit(whPer1000Queries, unit), times(whPer1000Queries / record.score.whPer1000Queries)];
    const marked = whose === 'own' ? cells.map((cell) => `**${cell}**`) : cells;
    return [...marked, stars === null ? '' : starsText(stars)];
  });
  const columns = [
    { head: '#', align: 'right' },
    { head: 'Model', align: 'left' },
    { head: `${unit.name} per 1,000`, align: 'right' },
    { head: '× this', align: 'right' },
    { head: 'Stars', align: 'left' },
  ] as const;
  return [`**${escapeMarkdown(board.title)}** · ${escapeMarkdown(board.energy)}`, '', table(columns, rows)].join('\n');
}

const times = (factor: number): string => (factor === 1 ? '1' : factor >= 10 ? factor.toFixed(0) : factor.toFixed(2));

const effects = (report: Report): string =>
  [wording.confidenceOf(report), wording.changesOf(report)]
    .filter((text) => text !== null)
    .map(escapeMarkdown)
    .join(' ');

/** Its place among the models of an edition; empty where there is none. */
export function editionPlace({ edition }: Report): string {
  if (edition === null) return '';
  const { rating, name, caveat } = edition;
  const stars = rating.stars === null ? '' : `${starsText(rating.stars)} (${starsWords(rating.stars)}), `;
  const limits = caveat === null ? '' : ` <sub>${escapeMarkdown(caveat)}</sub>`;
  return `**Beside edition ${escapeMarkdown(name)}:** ${stars}rank ${rating.rank} of ${rating.of}.${limits}`;
}

/** Energy by phase; shares are of the score. */
export function phases({ record }: Report): string {
  const scored = scoredEnergy(record);
  if (scored === null) return '';
  const unit = energyUnit([record.score.whPer1000Queries]);
  const rows = scored.phases.map(({ name, whPer1000Queries, scored: counts }) => [
    counts ? name : `_of which ${name}_`,
    inUnit(whPer1000Queries, unit),
    percent(whPer1000Queries / scored.whPer1000Queries),
  ]);
  const columns = [
    { head: 'Phase', align: 'left' },
    { head: `${unit.name} per 1,000`, align: 'right' },
    { head: 'Share', align: 'right' },
  ] as const;
  const others = record.energy
    .filter(({ scope }) => scope !== record.score.scope)
    .map(({ scope, quality, whPer1000Queries }) => `${scope.toUpperCase()} ${inUnit(whPer1000Queries, unit)} ${unit.name} (${quality})`);
  const beside = others.length === 0 ? '' : `\n\nMeasured beside it, never scored: ${others.join(', ')}.`;
  return folded('<b>Energy by phase</b>', table(columns, rows) + beside);
}

const STATUS_ICONS = { pass: '🟢', warn: '⚠️', fail: '🔴', skip: '⚪' } as const;

/** Checks in one table are as many as fit a screen or two; the rest is in the evidence. */
const TABLED_FINDINGS = 200;

/** Every check, folded. */
export function allChecks(report: Report): string {
  const { failed, warned, passed, skipped } = wording.sortedFindings(report.findings);
  const all = [...failed, ...warned, ...skipped, ...passed];
  if (all.length === 0) return '';
  const rows = all
    .slice(0, TABLED_FINDINGS)
    .map(({ code: name, status, message }) => [STATUS_ICONS[status], escapeMarkdown(name), escapeMarkdown(message)]);
  const columns = [
    { head: '', align: 'left' },
    { head: 'Check', align: 'left' },
    { head: 'What it found', align: 'left' },
  ] as const;
  const more = all.length > TABLED_FINDINGS ? `\n\nAnd ${whole(all.length - TABLED_FINDINGS)} more in the evidence.` : '';
  return folded(`<b>${wording.checksLine(report)}</b>`, table(columns, rows) + more);
}

/** What it takes to measure it again, folded. */
export function reproduction(report: Report): string {
  const facts = reproductionFacts(report).map(
    ({ name, value, kind }) => `- ${name}: ${kind === 'code' ? code(value) : escapeMarkdown(value)}`,
  );
  const { reproduce, check } = report.commands;
  const commands = [
    ...(reproduce === null ? [] : ['# measure it again', reproduce]),
    ...(check === null ? [] : ['# recompute this score from its evidence', check]),
  ];
  const block = commands.length === 0 ? '' : `\n\n${codeBlock(commands.join('\n'), 'sh')}`;
  return folded('<b>Reproduce it</b>', facts.join('\n') + block);
}
