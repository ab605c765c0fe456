import { inputFault, operatorFault } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import { boardId, boardOf, recordPath } from '../domain/identifiers.ts';
import type { Label } from '../domain/label.ts';
import { editionRowOf, labelOfBoardRow, labelOfEditionRow, labelOfReport, labelOfReportInEdition } from '../domain/label-sources.ts';
import { servedFile, verificationPage } from '../domain/leaderboard/addresses.ts';
import { labelsIn, VERIFY } from '../domain/leaderboard/verify.ts';
import type { Policy } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import { nearest } from '../domain/submission/nearest.ts';
import type { TaskKey } from '../domain/tasks.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { readBoard } from './report.ts';

/** The results repository that a result lies in, or may lie in. */
type LabelRepository = { snapshot: Snapshot; policy: Policy };

export type ResultLabelRequest = {
  /** What is said of the result, rated in the edition if there is one, else on its board. */
  report: Report;
  /** The edition that the stars are to be of; null takes the board's. */
  edition: Edition | null;
  /** Null where the result lies in no repository that is known. */
  repository: LabelRepository | null;
  link: string | null;
};

/**
 * The label of a result. One that its repository lists says what its row says, with the ledger's state; any other one is marked as
 * unpublished, and has the stars it would have.
 * @throws Fault of the input, code not-comparable; Fault of the operator, code board-stale, and those of readBoard
 */
export async function labelOfResult({ report, edition, repository, link }: ResultLabelRequest): Promise<Label> {
  const listed = repository === null ? null : await listedLabel(report, repository, link);
  if (edition === null) return listed ?? labelOfReport(report, { link });
  const row = editionRowOf(edition, report.record);
  const label = row === null ? labelOfReport(report, { link }) : labelOfReportInEdition(report, edition, row, { link });
  if (row === null && report.edition === null) {
    throw inputFault(
      `The result cannot be rated in edition ${edition.name}, which holds GPU energy read from a counter: this is ${report.board.energy}.`,
      {
        code: 'not-comparable',
        mend: 'Take its own board: --repo DIR. An edition that has no other model of its task and class rates none either.',
      },
    );
  }
  // A ledger that doubts the result, or took it back, outweighs an edition's silence.
  return listed === null || listed.mark === null ? label : { ...label, mark: listed.mark };
}

/** The label of the row that the repository's board has of the record; null where the repository does not hold it. */
async function listedLabel(
  { record, recordName }: Report,
  { snapshot, policy }: LabelRepository,
  link: string | null,
): Promise<Label | null> {
  if ((await snapshot.read(recordPath(record))) === null) return null;
  const board = await readBoard(snapshot, boardId(boardOf(record)));
  const row = board?.rows.find((candidate) => candidate.recordName === recordName);
  if (board !== null && row !== undefined) return labelOfBoardRow(board, row, { link, policy });
  throw operatorFault(`The repository holds ${recordPath(record)}, but its board does not list it.`, {
    code: 'board-stale',
    mend: 'Build the boards anew: ai-energy-score leaderboard build',
  });
}

/** Where the pages serve a label: its picture, and the page that says whether it is true today. */
export type ServedLabel = { image: string; page: string };

/** Where the repository's pages serve the label of a result; null where they serve none. */
export async function servedLabel(label: Label, { snapshot, policy }: LabelRepository): Promise<ServedLabel | null> {
  const { pages } = policy;
  if (pages === undefined || label.record === null) return null;
  for await (const { bytes } of snapshot.readAll(`${VERIFY}${label.edition ?? 'latest'}/${label.task}`)) {
    const own = labelsIn(new TextDecoder().decode(bytes)).find(({ recordName }) => recordName === label.record);
    if (own !== undefined) return { image: servedFile(pages.url, own.label), page: verificationPage(pages.url, own.stem) };
  }
  return null;
}

/** Which row of an edition: more than one has the same model and task where it was published more than once. */
export type EditionRowChoice = { model: string; task: TaskKey /** From 1; null where there is one only. */; number: number | null };

/**
 * The label of a row of an edition.
 * @throws Fault of the input, code edition-row-missing or edition-row-ambiguous
 */
export function labelOfEdition(edition: Edition, { model, task, number }: EditionRowChoice, link: string | null): Label {
  const ofTask = edition.rows.filter((row) => row.task === task);
  const rows = ofTask.filter((row) => row.model === model);
  const row = rows.length === 1 && number === null ? rows[0] : rows[(number ?? 0) - 1];
  if (row !== undefined) return labelOfEditionRow(edition, row, { link });
  if (rows.length > 1) {
    const figures = rows.map(({ gpuWhPer1000Queries }, index) => `${index + 1}: ${gpuWhPer1000Queries} Wh`).join(', ');
    throw inputFault(`Edition ${edition.name} has ${rows.length} rows of ${model} for ${task}: ${figures}.`, {
      code: 'edition-row-ambiguous',
      mend: `Choose one with --row 1 to --row ${rows.length}.`,
    });
  }
  throw inputFault(`Edition ${edition.name} has no ${rows.length === 1 ? 'second ' : ''}row of ${JSON.stringify(model)} for ${task}.`, {
    code: 'edition-row-missing',
    mend: meant(model, edition, ofTask),
  });
}

function meant(model: string, edition: Edition, ofTask: Edition['rows']): string {
  const elsewhere = [...new Set(edition.rows.filter((row) => row.model === model).map(({ task }) => task))];
  if (elsewhere.length > 0) return `It has that model for ${elsewhere.join(', ')}.`;
  const near = nearest(
    model,
    ofTask.map((row) => row.model),
  );
  return near === null ? 'Name a model as the edition writes it.' : `Did you mean ${near}?`;
}
