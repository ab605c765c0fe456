import { sha256 } from '../canonical.ts';
import type { Edition } from '../generated/edition.ts';
import { gpuProfile } from '../hardware/profile.ts';
import { LABEL_DRAWING, type Label, PUBLIC_LEADERBOARD } from '../label.ts';
import { labelOfEditionRow, lastingLabelOf } from '../label-sources.ts';
import { RESULT_STATES, type ResultState } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import { verificationPage } from './addresses.ts';
import type { BoardDocument, BoardRow } from './board.ts';
import { competitorKey } from './entry.ts';

/** Where labels and badges lie. */
export const LABELS = 'labels/';
export const BADGES = 'badges/';

/** A label that the results repository holds, before it is drawn. */
export type PlannedLabel = {
  /** Its path below labels/ and badges/ without its ending: <edition or latest>/<task or board>/<org>/<model>. */
  stem: string;
  label: Label;
  /** Path of the record; null for a figure that was published without one. */
  record: string | null;
  /** The board that lists it; null for a row of an edition. */
  board: string | null;
  /** State of the record today; null where there is none. */
  state: ResultState | null;
  /** Digest of everything that it says and of how it is drawn: while it stays, the files stay. */
  says: string;
};

/** The files of a label: the label and the badge as SVG, and the badge for shields' endpoint. */
export const labelFiles = (stem: string) => ({
  label: `${LABELS}${stem}.svg`,
  badge: `${BADGES}${stem}.svg`,
  shields: `${BADGES}${stem}.json`,
});

export type LabelForm = keyof ReturnType<typeof labelFiles>;

const FILE = /^(?<folder>labels|badges)\/(?<stem>.+)\.(?<ending>svg|json)$/s;

/** Which label a file below labels/ or badges/ can be of, and in which form; null where it is none. */
export function labelFileAt(path: string): { stem: string; form: LabelForm } | null {
  const { folder, stem = '', ending } = FILE.exec(path)?.groups ?? {};
  const form = folder === 'labels' ? 'label' : ending === 'svg' ? 'badge' : 'shields';
  return labelFiles(stem)[form] === path ? { stem, form } : null;
}

/**
 * Every label of a results repository: of each model, variant and origin on every board the row that holds, else its newest one that
 * does not, so that a label which stands somewhere tells that it was withdrawn; and of every row of every edition. Ranks are left
 * out: they change with every result that is published, and each label would be drawn again for each.
 */
export function planLabels(boards: readonly BoardDocument[], editions: readonly Edition[], policy: Policy): PlannedLabel[] {
  const taken = new Map<string, number>();
  const listed = rowsOfEditions(boards, editions);
  return [
    ...boards.flatMap((board) => holdingRows(board).map((row) => boardLabel(board, row, { policy, taken }))),
    ...editions.flatMap((edition) =>
      edition.rows.flatMap((row) => editionLabel(edition, row, { policy, taken, listed: listed.get(row.record ?? '') })),
    ),
  ];
}

type Listed = { board: BoardDocument; row: BoardRow };

/** The rows of the records that editions name, by the record. */
function rowsOfEditions(boards: readonly BoardDocument[], editions: readonly Edition[]): Map<string, Listed> {
  const named = new Set(editions.flatMap(({ rows }) => rows.map(({ record }) => record)));
  const listed = new Map<string, Listed>();
  if (named.size === 0) return listed;
  for (const board of boards) for (const row of board.rows) if (named.has(row.record)) listed.set(row.record, { board, row });
  return listed;
}

/** One row for each that competes: the one that holds, else the newest. */
function holdingRows(board: BoardDocument): BoardRow[] {
  const rivals = new Map<string, BoardRow>();
  for (const row of board.rows) {
    const key = competitorKey({ ...row, boardId: board.id });
    const before = rivals.get(key);
    if (before === undefined || isBetter(row, before)) rivals.set(key, row);
  }
  return [...rivals.values()];
}

function isBetter(row: BoardRow, other: BoardRow): boolean {
  const [holds, otherHolds] = [row, other].map(({ state }) => RESULT_STATES[state].ranks);
  if (holds !== otherHolds) return holds === true;
  return `${row.measuredAt} ${row.recordName}` > `${other.measuredAt} ${other.recordName}`;
}

type Setting = { policy: Policy; taken: Map<string, number> };

function boardLabel(board: BoardDocument, row: BoardRow, { policy, taken }: Setting): PlannedLabel {
  const variant = row.variant === null ? '' : `@${row.variant}`;
  const origin = row.origin === 'measured' ? '' : `~${row.origin}`;
  const stem = unique(taken, `${labelFolder(board, policy)}/${row.model}${variant}${origin}`);
  const label = lastingLabelOf(board, row, { link: linkOf(policy, stem), policy });
  return planned({ stem, label, record: row.record, board: board.id, state: row.state });
}

/**
 * Where a board's labels lie below labels/ and badges/. The board that results are measured for by rule has its task as folder, every
 * other one its own name, so that no two share a path.
 */
export function labelFolder(board: BoardDocument, { official }: Policy): string {
  const [gpu] = official.gpus;
  const usual = board.scope === 'gpu' && board.quality === 'counter' && board.queries === null && board.class !== 'C';
  return `latest/${usual && gpu !== undefined && board.profile === gpuProfile([gpu]) ? board.task : board.id}`;
}

/** Names that can stand in a path. Editions of other makers may hold any text. */
const MODEL = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/;

function editionLabel(
  edition: Edition,
  row: Edition['rows'][number],
  { policy, taken, listed }: Setting & { listed: Listed | undefined },
): PlannedLabel[] {
  if (!MODEL.test(row.model) || row.model.includes('..')) return [];
  const stem = unique(taken, `${edition.name}/${row.task}/${row.model}`);
  const link = linkOf(policy, stem) ?? (row.record === undefined ? PUBLIC_LEADERBOARD : null);
  const own = labelOfEditionRow(edition, row, { link });
  // A ledger that doubts the result, or took it back, outweighs an edition's silence.
  const doubt = listed === undefined ? null : lastingLabelOf(listed.board, listed.row, { link, policy }).mark;
  const label = doubt === null ? own : { ...own, mark: doubt };
  return [planned({ stem, label, record: row.record ?? null, board: null, state: listed?.row.state ?? null })];
}

const linkOf = ({ pages }: Policy, stem: string): string | null => (pages === undefined ? null : verificationPage(pages.url, stem));

/** The stem, with a number where an earlier label has it: a model may stand twice in an edition. */
function unique(taken: Map<string, number>, stem: string): string {
  const count = (taken.get(stem) ?? 0) + 1;
  taken.set(stem, count);
  return count === 1 ? stem : `${stem}~${count}`;
}

/** Labels are made in one way, so that equal ones have equal JSON. */
const planned = (label: Omit<PlannedLabel, 'says'>): PlannedLabel => ({
  ...label,
  says: sha256(JSON.stringify([LABEL_DRAWING, label.label])),
});
