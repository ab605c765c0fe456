import type { Finding } from '../domain/findings.ts';
import type { Import } from '../domain/generated/import.ts';
import { plural } from '../domain/plural.ts';
import { taskOf } from '../domain/tasks.ts';
import { COMMENT_BYTES, code, escapeMarkdown, folded, type Section, table, withinBytes } from './markdown.ts';
import { energy, energyUnit, inUnit, percent, whole } from './numbers.ts';

/** An imported figure in Markdown: what it is, what it omits, and why it is no result. At most 65,536 bytes. */
export const renderImport = (document: Import, findings: readonly Finding[]): string =>
  withinBytes(sections(document, findings), COMMENT_BYTES);

function sections(document: Import, findings: readonly Finding[]): Section[] {
  const { model, task, source, figure, omits } = document;
  const version = source.version === null ? '' : ` ${source.version}`;
  const failed = findings.filter(({ status }) => status === 'fail');
  const unofficial = failed.map((finding) => `- ${code(finding.code)} ${escapeMarkdown(finding.message)}`);
  const omissions = omits.map((omission) => `- ${code(omission.code)} ${escapeMarkdown(omission.sentence)}`);
  return [
    { importance: 0, text: `### 📥 Imported figure: ${escapeMarkdown(`${model} · ${taskOf(task).title}`)}` },
    {
      importance: 0,
      text: [
        `## ${energy(figure.whPer1000Queries, 3)} per 1,000 queries`,
        '',
        `**GPU energy, as ${escapeMarkdown(source.tool + version)} reported it: not measured here, and no result.**  `,
        escapeMarkdown(
          `One pass of ${whole(figure.queries)} ${plural(figure.queries, 'query', 'queries')} on ${hardwareOf(document)}, so no interval; nothing of it can be recomputed.`,
        ),
      ].join('\n'),
    },
    { importance: 3, text: phases(document) },
    { importance: 1, text: ['**Why it is not official**', '', ...unofficial].join('\n') },
    { importance: 2, text: [`**What the figure omits** (${omits.length})`, '', ...omissions].join('\n') },
    { importance: 4, text: folded('<b>The report</b>', reportFacts(document)) },
    { importance: 0, text: '**Next:** Submit the model to be measured here.' },
  ];
}

const hardwareOf = ({ told, report }: Import): string =>
  told.hardware ?? (report.gpus.length > 0 ? [...new Set(report.gpus)].join(', ') : 'hardware that nobody told');

function phases({ figure }: Import): string {
  const unit = energyUnit([figure.whPer1000Queries]);
  const rows = figure.phases.map(({ name, whPer1000Queries }) => [
    name,
    inUnit(whPer1000Queries, unit),
    percent(whPer1000Queries / figure.whPer1000Queries),
  ]);
  const columns = [
    { head: 'Phase', align: 'left' },
    { head: `${unit.name} per 1,000`, align: 'right' },
    { head: 'Share', align: 'right' },
  ] as const;
  return folded('<b>Energy by phase</b>', table(columns, rows));
}

function reportFacts({ source, revision, report }: Import): string {
  return [
    `- File: ${code(source.file)}, ${code(`sha256:${source.sha256}`)}`,
    `- Revision: ${revision === null ? 'not told' : code(revision)}`,
    `- Data set: ${report.dataset === null ? 'not told' : code(report.dataset)}`,
    `- Precision: ${report.precision === null ? 'not told' : code(report.precision)}`,
    `- Software: ${report.software.length === 0 ? 'not told' : report.software.map(code).join(', ')}`,
  ].join('\n');
}
