import type { BoardDocument, BoardRow } from '../domain/leaderboard/board.ts';
import { fullCsvPath } from '../domain/leaderboard/files.ts';
import { escapeMarkdown, table } from './markdown.ts';
import { energyUnit, inUnit, percent } from './numbers.ts';
import { starsText } from './stars.ts';
import { rowName } from './wording.ts';

/** The file that is given tables. */
export const README = 'README.md';

const BEGIN = '<!-- leaderboard:begin -->';
const END = '<!-- leaderboard:end -->';

/** What a README needs to be given tables. */
export const TABLES_PLACE = `${BEGIN}\n${END}`;

/** Rows of one board that the README shows; the files hold all. */
const SHOWN_ROWS = 20;

/** Boards that the README shows as tables; the index holds all. */
const SHOWN_BOARDS = 40;

const PARTS = [
  { standing: 'official', heading: '## Official results', note: 'GPU energy, measured as the policy asks.' },
  {
    standing: 'unofficial',
    heading: '## Unofficial results',
    note: 'Measured honestly, but on other hardware or under other conditions. Each board stands for itself; figures of two boards are not comparable.',
  },
  { standing: 'rehearsal', heading: '## Rehearsal', note: '**Scripted hardware. These are not measurements.**' },
] as const;

/** The README's tables, Markdown between the markers. */
export function readmeTables(boards: readonly BoardDocument[]): string {
  const shown = boards.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return 'No results yet.';
  const parts = PARTS.flatMap(({ standing, heading, note }) => {
    const own = shown.filter((board) => board.standing === standing);
    if (own.length === 0) return [];
    const more = own.length > SHOWN_BOARDS ? [`${own.length - SHOWN_BOARDS} more boards: [index](leaderboard/index.json).`] : [];
    return [heading, note, ...own.slice(0, SHOWN_BOARDS).map(boardSection), ...more];
  });
  return parts.join('\n\n');
}

function boardSection(board: BoardDocument): string {
  const ranked = board.rows.filter(({ rank }) => rank !== null);
  const other = board.rows.filter(({ rank }) => rank === null);
  const notes = [
    `${escapeMarkdown(board.energy)} · [all rows as CSV](${fullCsvPath(board)}) · [as JSON](leaderboard/${board.id}.json)`,
    ...(board.starsNote === null ? [] : [escapeMarkdown(board.starsNote)]),
  ];
  const hidden = ranked.length > SHOWN_ROWS ? [`And ${ranked.length - SHOWN_ROWS} more in the files.`] : [];
  const sections = [`### ${escapeMarkdown(board.title)}`, notes.join('  \n')];
  if (ranked.length > 0) sections.push(rankedTable(ranked.slice(0, SHOWN_ROWS)), ...hidden);
  if (other.length > 0) sections.push(unrankedList(other));
  return sections.join('\n\n');
}

function rankedTable(rows: readonly BoardRow[]): string {
  const unit = energyUnit(rows.map(({ whPer1000Queries }) => whPer1000Queries));
  return table(
    [
      { head: '#', align: 'right' },
      { head: 'Model', align: 'left' },
      { head: `${unit.name} per 1,000 queries`, align: 'right' },
      { head: '± 95 %', align: 'right' },
      { head: 'Stars', align: 'left' },
      { head: 'State', align: 'left' },
      { head: 'Record', align: 'left' },
    ],
    rows.map((row) => [
      String(row.rank),
      nameOf(row),
      inUnit(row.whPer1000Queries, unit),
      row.interval95 === null ? '' : percent((row.interval95.high - row.interval95.low) / 2 / row.whPer1000Queries),
      row.stars === null ? '' : starsText(row.stars),
      row.state,
      link(row),
    ]),
  );
}

/** Withdrawn, corrected and superseded results keep a line with their reason. */
function unrankedList(rows: readonly BoardRow[]): string {
  const lines = rows.slice(0, SHOWN_ROWS).map((row) => `- ${nameOf(row)}, ${link(row)}: ${row.state}. ${escapeMarkdown(row.reason)}`);
  const more = rows.length > SHOWN_ROWS ? [`- And ${rows.length - SHOWN_ROWS} more in the files.`] : [];
  return ['Without a rank:', '', ...lines, ...more].join('\n');
}

const nameOf = (row: BoardRow): string => escapeMarkdown(rowName(row));
const link = ({ recordName, record }: BoardRow): string =>
  `[${escapeMarkdown(recordName)}](${encodeURI(record).replace(/[()]/g, encodeURIComponent)})`;

/** A README whose part between the markers is new; a new one where there is none; null for one without markers: it is somebody else's. */
export function withTables(readme: string | null, tables: string): string | null {
  const part = `${BEGIN}\n\n${tables}\n\n${END}`;
  if (readme === null) return `${part}\n`;
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin < 0 || end < 0) return null;
  return readme.slice(0, begin) + part + readme.slice(end + END.length);
}
