import type { Edition } from '../domain/generated/edition.ts';
import { LABEL_DRAWING, LABEL_MARKS, type Label, PUBLIC_LEADERBOARD } from '../domain/label.ts';
import { labelOfBoardRow, labelOfEditionRow } from '../domain/label-sources.ts';
import type { BoardDocument, BoardRow } from '../domain/leaderboard/board.ts';
import type { Policy } from '../domain/policy.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { readSurroundings } from './leaderboard.ts';
import { readBoards } from './report.ts';

/** true-today: it says what the repository says. outdated: it said so once. not-ours: the repository never said so. */
export type LabelVerdict = 'true-today' | 'outdated' | 'not-ours';

export type VerifiedFile = {
  verdict: LabelVerdict;
  /** Why, one sentence each. */
  reasons: string[];
  /** What the file says; null where it cannot be read. */
  says: Label | null;
  /** What the repository says of the same thing today; null where it says nothing. */
  today: Label | null;
};

type Listed = { board: BoardDocument; row: BoardRow };

/**
 * Whether a label, a badge or stars are true today, by what the file tells of itself: it has to be the very drawing of that, and the
 * results repository has to say the same today.
 * @param svg the file's text: foreign
 */
export async function verifyLabel(svg: string, { snapshot, policy }: { snapshot: Snapshot; policy: Policy }): Promise<VerifiedFile> {
  const { metadataIn, redrawn } = await import('../render/label/forms.ts');
  const metadata = metadataIn(svg);
  if (metadata === null) return notOurs(['The file does not say what it was made of: no label of this program.'], null);
  const says = metadata.label;
  if (metadata.drawing !== LABEL_DRAWING)
    return notOurs(
      [`It was drawn by another version of this program (drawing ${metadata.drawing}, not ${LABEL_DRAWING}): make it anew.`],
      null,
    );
  if (redrawn(metadata) !== svg) return notOurs(['The picture is not what its own words say: somebody changed it.'], null);
  const listed = says.record === null ? null : await listedRow(snapshot, says);
  if (says.edition === null) {
    if (listed === null) return notOurs([`The results repository has no record ${says.record ?? 'of this label'}.`], says);
    return compared(says, [labelOfBoardRow(listed.board, listed.row, { link: says.link, policy })], policy);
  }
  const { editions } = await readSurroundings(snapshot);
  const edition = editions.find(({ name }) => name === says.edition);
  if (edition === undefined) return notOurs([`The results repository has no edition ${says.edition}.`], says);
  const candidates = labelsOfEdition(says, { edition, listed, policy });
  return candidates.length === 0 ? notOurs([`Edition ${says.edition} has no such row.`], says) : compared(says, candidates, policy);
}

const notOurs = (reasons: string[], says: Label | null): VerifiedFile => ({ verdict: 'not-ours', reasons, says, today: null });

/** The row that lists a label's record. */
async function listedRow(snapshot: Snapshot, { record, task }: Label): Promise<Listed | null> {
  for await (const board of readBoards(snapshot, task)) {
    const row = board.rows.find(({ recordName }) => recordName === record);
    if (row !== undefined) return { board, row };
  }
  return null;
}

/** How far a published figure and its record may lie apart: rounding. */
const ROUNDING = 1e-6;

/** What labels of this edition's row may say today: as the edition froze it, and with what its record measured. */
function labelsOfEdition(says: Label, { edition, listed, policy }: { edition: Edition; listed: Listed | null; policy: Policy }): Label[] {
  const rows = edition.rows.filter(({ task, model, class: modelClass, gpuWhPer1000Queries }) => {
    const same = task === says.task && model === says.model && modelClass === says.class;
    return same && Math.abs(gpuWhPer1000Queries / says.whPer1000Queries - 1) <= ROUNDING;
  });
  return rows.flatMap((row) => {
    const frozen = labelOfEditionRow(edition, row, { link: says.link });
    if (listed === null) return [frozen];
    const today = labelOfBoardRow(listed.board, listed.row, { link: says.link, policy });
    const { stars, starsNote, place, edition: name } = frozen;
    return [
      { ...frozen, mark: frozen.mark ?? today.mark },
      { ...today, stars, starsNote, place, edition: name },
    ];
  });
}

/** What follows from the record, and never changes: a label that says otherwise was never ours. */
const FIXED: readonly (keyof Label)[] = [
  'model',
  'variant',
  'task',
  'class',
  'hardware',
  'scored',
  'energy',
  'assumption',
  'whPer1000Queries',
  'interval95',
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function compared(says: Label, candidates: readonly Label[], { pages }: Policy): VerifiedFile {
  const differences = candidates.map((today) => FIXED.filter((field) => !same(says[field], today[field])));
  const at = differences.findIndex((fields) => fields.length === 0);
  const today = candidates[Math.max(at, 0)] as Label;
  if (at < 0) {
    const told = (differences[0] ?? []).map(
      (field) => `It says ${JSON.stringify(says[field])} for ${field}; the record says ${JSON.stringify(today[field])}.`,
    );
    return { verdict: 'not-ours', reasons: told, says, today };
  }
  const reasons = [...starsReason(says, today), ...markReason(says, today), ...placeReason(says, today)];
  return { verdict: reasons.length === 0 ? 'true-today' : 'outdated', reasons: [...reasons, ...linkReason(says, pages)], says, today };
}

const starsOf = (stars: number | null): string => (stars === null ? 'no stars' : `${stars} of 5 stars`);

const starsReason = (says: Label, today: Label): string[] =>
  says.stars === today.stars ? [] : [`It says ${starsOf(says.stars)}; today it has ${starsOf(today.stars)}.`];

function markReason(says: Label, today: Label): string[] {
  if (says.mark === today.mark) return [];
  const was = says.mark === null ? 'official' : says.mark;
  return [
    `It says that the result is ${was}; today it is ${today.mark === null ? 'official' : today.mark}. ${today.mark === null ? '' : LABEL_MARKS[today.mark].meaning}`.trim(),
  ];
}

/** A link says nothing of the figure, but people follow it: one that leads elsewhere is told. */
function linkReason({ link }: Label, pages: Policy['pages']): string[] {
  const own = link === null || link === PUBLIC_LEADERBOARD || (pages !== undefined && link.startsWith(pages.url));
  return own ? [] : [`It leads to ${link}, which is no page of the results repository.`];
}

/** A label need not tell a rank; one that does has to tell today's. */
function placeReason(says: Label, today: Label): string[] {
  if (says.place === null || same(says.place, today.place)) return [];
  const now = today.place === null ? 'no rank' : `rank ${today.place.rank} of ${today.place.of}`;
  return [`It says rank ${says.place.rank} of ${says.place.of}; today it has ${now}.`];
}
