import { operatorFault } from '../domain/errors.ts';
import type { Finding, Verdict } from '../domain/findings.ts';
import type { Edition } from '../domain/generated/edition.ts';
import type { Result } from '../domain/generated/result.ts';
import { boardId, boardOf, recordName } from '../domain/identifiers.ts';
import { type BoardDocument, type BoardRow, boardTitle, energyName, starsNote } from '../domain/leaderboard/board.ts';
import { LEADERBOARD } from '../domain/leaderboard/files.ts';
import type { Policy } from '../domain/policy.ts';
import { type RatedModel, type Rating, rate, starsOf } from '../domain/rating.ts';
import { type EditionRating, type Neighbour, type Published, type Report, scoredEnergy } from '../domain/report.ts';
import type { TaskKey } from '../domain/tasks.ts';
import type { Snapshot } from '../ports/results-store.ts';

/** Rows of the board that are shown around the own one. */
const SHOWN_NEIGHBOURS = 5;

export type ReportRequest = {
  record: Result;
  verdict: Verdict;
  findings: readonly Finding[];
  /** The results repository's files, to rate the result on its board; null rates it on none, and nothing is said of a board. */
  snapshot: Pick<Snapshot, 'read'> | null;
  policy: Policy;
  /** A frozen edition to compare a GPU score with. */
  edition?: Edition | null;
  bundlePath: string | null;
  published: Published | null;
  commands?: Report['commands'];
};

/**
 * Everything there is to say about a result: its place on its own board, its neighbours, its place in an edition. The board is read
 * from its derived file, so that it costs one read however many results there are. The result may be on the board already.
 * @throws Fault of the operator, code board-damaged
 */
export async function buildReport(request: ReportRequest): Promise<Report> {
  const { record, verdict, policy } = request;
  const board = boardOf(record);
  const rows = request.snapshot === null ? [] : await otherRows(request.snapshot, record, verdict);
  const rated = verdict === 'invalid' || request.snapshot === null ? null : rateOnBoard(record, rows, policy);
  return {
    record,
    recordName: recordName(record),
    verdict,
    findings: request.findings,
    rehearsal: record.hardware.scripted || verdict === 'rehearsal' || policy.rehearsal,
    board: { id: boardId(board), title: boardTitle(board), energy: energyName(board) },
    rating: rated,
    ratingNote: verdict !== 'invalid' && request.snapshot === null ? null : noteOf(record, verdict, rows, policy),
    neighbours: rated === null ? [] : neighboursOf(record, rows, rated),
    edition: verdict === 'invalid' || !request.edition ? null : rateInEdition(record, request.edition),
    policyName: policy.name,
    bundlePath: request.bundlePath,
    published: request.published,
    commands: request.commands ?? { reproduce: null, check: null },
  };
}

/** Ranked rows of the record's board, without those that the record is or replaces. Official results are compared with official ones. */
async function otherRows(snapshot: Pick<Snapshot, 'read'>, record: Result, verdict: Verdict): Promise<BoardRow[]> {
  const document = await readBoard(snapshot, boardId(boardOf(record)));
  if (document === null) return [];
  const others = document.rows.filter(
    (row) => row.rank !== null && !(row.model === record.plan.model.id && row.variant === record.plan.variant),
  );
  return verdict === 'official' ? others.filter((row) => row.verdict === 'official') : others;
}

/** Where the derived file of a board lies. */
export const boardPath = (id: string): string => `${LEADERBOARD}${id}.json`;

/** The derived file of a board; null where there is none. @throws Fault of the operator, code board-damaged */
export async function readBoard(snapshot: Pick<Snapshot, 'read'>, id: string): Promise<BoardDocument | null> {
  const path = boardPath(id);
  const bytes = await snapshot.read(path);
  if (bytes === null) return null;
  try {
    const document = JSON.parse(new TextDecoder().decode(bytes)) as BoardDocument;
    if (document.id === id && Array.isArray(document.rows)) return document;
    throw new Error(`it is not the board ${id}`);
  } catch (cause) {
    throw operatorFault(`The board ${path} cannot be read.`, {
      code: 'board-damaged',
      mend: 'Build it anew: ai-energy-score leaderboard build',
      cause,
    });
  }
}

/** Every board of a task, one at a time. @throws Fault of the operator, code board-damaged */
export async function* readBoards(snapshot: Snapshot, task: TaskKey): AsyncGenerator<BoardDocument> {
  const names = (await snapshot.list(`${LEADERBOARD}${task}.`)).filter((path) => path.endsWith('.json'));
  for (const path of names) {
    const board = await readBoard(snapshot, path.slice(LEADERBOARD.length, -'.json'.length));
    if (board !== null) yield board;
  }
}

function rateOnBoard(record: Result, rows: readonly BoardRow[], policy: Policy): Rating {
  return rate(ownResult(record), rows, { minimumModels: rowsForStars(record.plan.model.id, rows, policy.board.minimumModels) });
}

function ownResult(record: Result) {
  const energy = scoredEnergy(record);
  return {
    model: record.plan.model.id,
    whPer1000Queries: record.score.whPer1000Queries,
    standardDeviation: energy?.standardDeviation ?? null,
    runs: energy?.runs.length ?? record.runs.length,
  };
}

/**
 * Boards count different models, rate() counts rows, which are more where a model has variants. This gives the number of rows at which
 * the board has enough models: with the own row, already before it, or not yet.
 */
function rowsForStars(model: string, rows: readonly RatedModel[], minimumModels: number): number {
  const before = new Set(rows.map((row) => row.model));
  if (before.size >= minimumModels) return Math.min(rows.length, minimumModels);
  const after = before.union(new Set([model]));
  return after.size >= minimumModels ? rows.length + 1 : rows.length + 2;
}

function noteOf(record: Result, verdict: Verdict, rows: readonly BoardRow[], policy: Policy): string | null {
  if (verdict === 'invalid') return 'The figure is not to be trusted, so it has no place and no stars.';
  const models = new Set([...rows.map(({ model }) => model), record.plan.model.id]).size;
  const few = starsNote(models, policy.board.minimumModels);
  if (few !== null) return few;
  const official = rows.some((row) => row.verdict === 'official');
  if (official && verdict !== 'official') {
    return 'Official results rank among themselves: this is the place that the energy would have, not a place that it holds.';
  }
  return null;
}

function neighboursOf(record: Result, rows: readonly BoardRow[], rating: Rating): Neighbour[] {
  const own = {
    model: record.plan.model.id,
    variant: record.plan.variant,
    origin: record.origin,
    whPer1000Queries: record.score.whPer1000Queries,
    whose: 'own' as const,
  };
  const others = rows.map(({ model, variant, origin, whPer1000Queries }) => ({
    model,
    variant,
    origin,
    whPer1000Queries,
    whose: 'other' as const,
  }));
  const all = [own, ...others].sort((a, b) => a.whPer1000Queries - b.whPer1000Queries);
  const energies = all.map(({ whPer1000Queries }) => whPer1000Queries);
  const stars = rating.stars === null ? [] : starsOf(energies);
  const ranked = all.map((row, index) => ({ ...row, rank: energies.indexOf(row.whPer1000Queries) + 1, stars: stars[index] ?? null }));
  const at = ranked.findIndex(({ whose }) => whose === 'own');
  const start = Math.max(0, Math.min(at - Math.floor(SHOWN_NEIGHBOURS / 2), ranked.length - SHOWN_NEIGHBOURS));
  const around = ranked.slice(start, start + SHOWN_NEIGHBOURS);
  const best = ranked[0];
  return start > 0 && best !== undefined ? [best, ...around] : around;
}

/** Only GPU energy read from a counter is compared with an edition, whose figures are nothing else. */
function rateInEdition(record: Result, edition: Edition): EditionRating | null {
  if (record.score.scope !== 'gpu' || record.score.quality !== 'counter') return null;
  const { id, class: modelClass } = record.plan.model;
  const rows = edition.rows.filter((row) => row.task === record.plan.task && row.class === modelClass && row.model !== id);
  if (rows.length === 0) return null;
  const others = rows.map((row) => ({ model: row.model, whPer1000Queries: row.gpuWhPer1000Queries }));
  return {
    name: edition.name,
    rating: rate(ownResult(record), others, { minimumModels: 1 }),
    // What this program froze it has measured as well.
    caveat:
      edition.checker === undefined
        ? `Edition ${edition.name} was measured with another harness and other software on ${edition.hardware}: read its place as a hint.`
        : null,
  };
}
