import type { Edition } from '../../src/domain/generated/edition.ts';
import type { BoardDocument, BoardRow } from '../../src/domain/leaderboard/board.ts';
import { placesOf } from '../../src/domain/leaderboard/places.ts';
import type { ResultState } from '../../src/domain/ledger.ts';
import { TASKS, type TaskKey, taskOf } from '../../src/domain/tasks.ts';

/** What a row tells of itself, whether it stands on a board or in an edition. */
export type Row = {
  /** Names the row in links: the record's 12 digits, or edition:task:model. */
  id: string;
  /** Rows with the same board are compared with each other. */
  board: string;
  task: TaskKey;
  taskTitle: string;
  class: 'A' | 'B' | 'C' | null;
  hardware: string;
  /** As in GPU energy, or CPU energy (estimated). */
  energy: string;
  /** What names the queries of a board that has others than the published ones. */
  queries: string | null;
  model: string;
  variant: string | null;
  wh: number;
  interval: { low: number; high: number } | null;
  runs: number | null;
  rank: number | null;
  stars: number | null;
  starsNote: string | null;
  percentile: number | null;
  factorToBest: number | null;
  factorToMedian: number | null;
  /** frozen: as an edition holds it. */
  state: ResultState | 'frozen';
  reason: string;
  standing: 'official' | 'unofficial' | 'rehearsal';
  origin: BoardRow['origin'];
  parameters: number | null;
  licence: string | null;
  precision: string | null;
  quantization: string | null;
  reasoning: string | null;
  backend: string | null;
  device: string | null;
  measuredAt: string | null;
  failed: readonly string[];
  /** Path of the record; null where the figure was published elsewhere. */
  record: string | null;
  edition: string | null;
};

/** The rows of a board as it is now. */
export function rowsOfBoard(board: BoardDocument): Row[] {
  return board.rows.map((row) => ({
    id: row.recordName,
    board: board.id,
    task: board.task,
    taskTitle: taskTitle(board.task),
    class: board.class,
    hardware: board.profile,
    energy: board.energy,
    queries: board.queries ?? null,
    model: row.model,
    variant: row.variant,
    wh: row.whPer1000Queries,
    interval: row.interval95,
    runs: row.runs,
    rank: row.rank,
    stars: row.stars,
    starsNote: board.starsNote,
    percentile: row.percentile,
    factorToBest: row.factorToBest,
    factorToMedian: row.factorToMedian,
    state: row.state,
    reason: row.reason,
    standing: standingOf(row),
    origin: row.origin,
    parameters: row.parameters,
    licence: row.license ?? null,
    precision: row.precision,
    quantization: row.quantization,
    reasoning: row.reasoning,
    backend: row.backend,
    device: row.device,
    measuredAt: row.measuredAt,
    failed: row.failed,
    record: row.record,
    edition: null,
  }));
}

const standingOf = ({ verdict }: BoardRow): Row['standing'] =>
  verdict === 'rehearsal' ? 'rehearsal' : verdict === 'official' ? 'official' : 'unofficial';

const taskTitle = (key: TaskKey): string => taskOf(key)?.title ?? key;

/** The rows of an edition with the stars that it froze; ranks and factors follow from its energies. */
export function rowsOfEdition(edition: Edition): Row[] {
  const boards = Map.groupBy(edition.rows, (row) => `${edition.name}:${row.task}${row.class === null ? '' : `:${row.class}`}`);
  return [...boards].flatMap(([board, rows]) => boardOfEdition(edition, board, rows));
}

function boardOfEdition(edition: Edition, board: string, unsorted: Edition['rows']): Row[] {
  const rows = [...unsorted].sort((a, b) => a.gpuWhPer1000Queries - b.gpuWhPer1000Queries || (a.model < b.model ? -1 : 1));
  const places = placesOf(
    rows.map((row) => row.gpuWhPer1000Queries),
    'no stars',
  );
  const seen = new Map<string, number>();
  return rows.map((row, index) => {
    const times = (seen.get(row.model) ?? 0) + 1;
    seen.set(row.model, times);
    const place = places[index];
    return {
      id: `${edition.name}:${row.task}:${row.model}${times === 1 ? '' : `:${times}`}`,
      board,
      task: row.task,
      taskTitle: taskTitle(row.task),
      class: row.class,
      hardware: edition.hardware,
      energy: 'GPU energy',
      queries: null,
      model: row.model,
      variant: null,
      wh: row.gpuWhPer1000Queries,
      interval: null,
      runs: null,
      rank: place?.rank ?? null,
      stars: row.stars,
      starsNote: null,
      percentile: place?.percentile ?? null,
      factorToBest: place?.factorToBest ?? null,
      factorToMedian: place?.factorToMedian ?? null,
      state: 'frozen',
      reason: `As edition ${edition.name} froze it.`,
      standing: edition.rehearsal === true ? 'rehearsal' : 'official',
      origin: 'measured',
      parameters: null,
      licence: null,
      precision: null,
      quantization: null,
      reasoning: null,
      backend: null,
      device: edition.hardware,
      measuredAt: null,
      failed: [],
      record: row.record ?? null,
      edition: edition.name,
    };
  });
}

const ORDER: ReadonlyMap<string, number> = new Map(TASKS.map(({ key }, index) => [key, index]));

type BoardOrder = Pick<BoardDocument, 'task' | 'standing' | 'id'>;

/** Boards in the order of the method's tasks; of each the official ones first, then by class and name. */
export const byTask = (a: BoardOrder, b: BoardOrder): number =>
  (ORDER.get(a.task) ?? 99) - (ORDER.get(b.task) ?? 99) ||
  Number(b.standing === 'official') - Number(a.standing === 'official') ||
  (a.id < b.id ? -1 : 1);
