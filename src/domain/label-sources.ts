import type { Edition } from './generated/edition.ts';
import type { Result } from './generated/result.ts';
import { type Board, boardOf } from './identifiers.ts';
import type { Label, LabelMark } from './label.ts';
import { type BoardDocument, type BoardRow, energyName, starsNote } from './leaderboard/board.ts';
import { deviceOf } from './leaderboard/entry.ts';
import { RESULT_STATES } from './ledger.ts';
import { type Report, scoredEnergy } from './report.ts';

type EditionRow = Edition['rows'][number];

/** What a source does not know of its label. */
export type LabelSetting = {
  /** The page that lists the result, or null. */
  link: string | null;
};

/** The label of an edition's row: its figure and its stars as they were frozen. */
export function labelOfEditionRow(edition: Edition, row: EditionRow, { link }: LabelSetting): Label {
  return {
    model: row.model,
    variant: null,
    task: row.task,
    class: row.class,
    hardware: edition.hardware,
    scored: edition.name,
    energy: 'GPU energy',
    assumption: null,
    whPer1000Queries: row.gpuWhPer1000Queries,
    interval95: null,
    stars: row.stars,
    starsNote: null,
    place: placeIn(edition, row),
    edition: edition.name,
    mark: edition.rehearsal === true ? 'rehearsal' : null,
    link,
    record: row.record === undefined ? null : nameIn(row.record),
  };
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

/** A row's rank among those of its task and class; equal energies share the better one. */
function placeIn(edition: Edition, row: EditionRow): NonNullable<Label['place']> {
  const same = edition.rows.filter((other) => other.task === row.task && other.class === row.class);
  const better = same.filter((other) => other.gpuWhPer1000Queries < row.gpuWhPer1000Queries);
  return { rank: better.length + 1, of: same.length };
}

type BoardLabelSetting = LabelSetting & { policy: { rehearsal: boolean } };

/** The label of a row of a results repository's board, as the ledger holds it now. */
export function labelOfBoardRow(board: BoardDocument, row: BoardRow, setting: BoardLabelSetting): Label {
  const place = row.rank === null ? null : { rank: row.rank, of: board.rows.filter(({ rank }) => rank !== null).length };
  return { ...lastingLabelOf(board, row, setting), place };
}

/** The same without its rank, which changes with every result that is published. */
export function lastingLabelOf(board: BoardDocument, row: BoardRow, { link, policy }: BoardLabelSetting): Label {
  return {
    model: row.model,
    variant: row.variant,
    task: board.task,
    class: board.class,
    hardware: row.device,
    scored: row.measuredAt.slice(0, 'YYYY-MM'.length),
    ...energyOf(board),
    whPer1000Queries: row.whPer1000Queries,
    interval95: row.interval95,
    stars: row.stars,
    starsNote: row.stars === null ? noStarsNote(board, row) : null,
    place: null,
    edition: null,
    mark: policy.rehearsal ? 'rehearsal' : markOfRow(board, row),
    link,
    record: row.recordName,
  };
}

/** The energy by its short name, with what an estimate assumes apart. */
const energyOf = (board: Board): Pick<Label, 'energy' | 'assumption'> => ({
  energy: energyName({ ...board, assumption: null }),
  assumption: board.assumption,
});

function noStarsNote(board: BoardDocument, row: BoardRow): string {
  if (row.rank !== null) return board.starsNote ?? starsNote(board.models, board.minimumModels) ?? 'It has no stars.';
  return RESULT_STATES[row.state].ranks ? 'Official results rank among themselves.' : RESULT_STATES[row.state].meaning;
}

/** Only what the ledger calls official, was judged so and is GPU energy read from a counter has no mark. */
function markOfRow(board: BoardDocument, row: BoardRow): LabelMark | null {
  if (row.verdict === 'rehearsal' || board.standing === 'rehearsal') return 'rehearsal';
  if (row.state === 'corrected' || row.state === 'superseded' || row.state === 'withdrawn' || row.state === 'disputed') return row.state;
  if (row.origin !== 'measured') return row.origin;
  if (row.state === 'provisional') return 'provisional';
  const official = row.state === 'official' && row.verdict === 'official' && board.scope === 'gpu' && board.quality === 'counter';
  return official && row.rank !== null ? null : 'unofficial';
}

/**
 * The label of a result that no board lists: its place is the one it would have, so it is never official. Where the report
 * compares it with an edition, the stars are those of the edition; else those of its board.
 */
export function labelOfReport(report: Report, { link }: LabelSetting): Label {
  const { edition } = report;
  const rating = edition === null ? report.rating : edition.rating;
  return {
    ...measuredPart(report.record),
    stars: rating?.stars ?? null,
    starsNote: rating?.stars == null ? (report.ratingNote ?? 'It was compared with no other model.') : null,
    place: rating === null ? null : { rank: rating.rank, of: rating.of },
    edition: edition?.name ?? null,
    mark: markOfReport(report) ?? (edition === null ? 'unpublished' : 'other-edition'),
    link,
    record: report.recordName,
  };
}

/** The label of a result that stands in an edition: what was measured, and the stars as they were frozen. */
export function labelOfReportInEdition(report: Report, edition: Edition, row: EditionRow, { link }: LabelSetting): Label {
  const { stars, starsNote: note, place, edition: name } = labelOfEditionRow(edition, row, { link });
  return {
    ...measuredPart(report.record),
    stars,
    starsNote: note,
    place,
    edition: name,
    mark: markOfReport(report),
    link,
    record: report.recordName,
  };
}

/** How far an edition's figure may be from the record's: what its writing in decimals rounds away, as a fraction. */
const ROUNDING = 1e-6;

/** The edition's row that holds this very record: its task, class, model and figure; null where there is none. */
export function editionRowOf(edition: Edition, record: Result): EditionRow | null {
  const { scope, quality, whPer1000Queries } = record.score;
  if (scope !== 'gpu' || quality !== 'counter') return null;
  const { id, class: modelClass } = record.plan.model;
  const same = edition.rows.filter((row) => row.task === record.plan.task && row.class === modelClass && row.model === id);
  return same.find(({ gpuWhPer1000Queries }) => Math.abs(gpuWhPer1000Queries / whPer1000Queries - 1) <= ROUNDING) ?? null;
}

function markOfReport({ record, rehearsal, verdict }: Report): LabelMark | null {
  if (rehearsal) return 'rehearsal';
  if (record.origin !== 'measured') return record.origin;
  return verdict === 'official' ? null : 'unofficial';
}

function measuredPart(record: Result): Omit<Label, 'stars' | 'starsNote' | 'place' | 'edition' | 'mark' | 'link' | 'record'> {
  const { plan } = record;
  return {
    model: plan.model.id,
    variant: plan.variant,
    task: plan.task,
    class: plan.model.class,
    hardware: deviceOf(record),
    scored: record.measuredAt.slice(0, 'YYYY-MM'.length),
    ...energyOf(boardOf(record)),
    whPer1000Queries: record.score.whPer1000Queries,
    interval95: scoredEnergy(record)?.interval95 ?? null,
  };
}
