import { editionDigest, editionStarsDisagree } from './edition.ts';
import { inputFault, internalFault } from './errors.ts';
import type { Edition } from './generated/edition.ts';
import { type BoardDocument, boardTitle } from './leaderboard/board.ts';
import { TASKS } from './tasks.ts';

/** What an edition keeps of a record beside its row of the board. */
export type FrozenRecord = { digest: string; worker: string };

export type FreezeRequest = {
  /** Year and month, as in 2026-02. */
  name: string;
  /** Results published until then take part; UTC, to the second. */
  cutOff: string;
  /** The program that freezes it, <name>@<version>. */
  checker: string;
  /** Boards as they stood at the cut-off. */
  boards: readonly BoardDocument[];
  /** One hardware profile alone, or null. */
  profile: string | null;
  /** Whether the repository is one of rehearsals. */
  kind: 'official' | 'rehearsal';
  /** By the path of each record that a row could name. */
  records: ReadonlyMap<string, FrozenRecord>;
};

export type Freeze = {
  edition: Edition;
  /** Boards that would belong in, but have too few models for stars. */
  leftOut: { board: string; reason: string }[];
};

/**
 * The edition of boards: their official rows (in a repository of rehearsals, the rehearsed ones) with the stars of the method.
 * An edition has one row per model and task, so boards of two hardware profiles are never joined.
 * @throws Fault of the input: edition-empty, edition-boards
 */
export function freezeEdition(request: FreezeRequest): Freeze {
  const wanted = request.boards.filter((board) => belongs(board, request));
  const withStars = wanted.filter(({ starsNote }) => starsNote === null);
  refuseTwins(withStars);
  const rows = TASKS.flatMap(({ key }) => withStars.filter(({ task }) => task === key)).flatMap((board) => rowsOf(board, request.records));
  if (rows.length === 0) {
    throw inputFault(`There is nothing to freeze: no board has ${request.kind} GPU results with stars by ${request.cutOff}.`, {
      code: 'edition-empty',
      mend: 'See which boards there are in leaderboard/index.json.',
    });
  }
  const named = rows.map((row) => request.records.get(row.record ?? '')?.worker ?? '');
  const content: Edition = {
    schemaVersion: 1,
    name: request.name,
    scope: 'gpu',
    hardware: request.kind === 'rehearsal' ? 'Scripted hardware: no measurements' : devicesOf(withStars),
    source: `The ${request.kind} results of this repository, published until ${request.cutOff}.`,
    cutOff: request.cutOff,
    checker: request.checker,
    workers: [...new Set(named)].sort(),
    ...(request.kind === 'rehearsal' ? { rehearsal: true as const } : {}),
    rows,
  };
  const [wrong] = editionStarsDisagree(content);
  if (wrong !== undefined)
    throw internalFault(`${wrong.row.model} has ${wrong.row.stars} stars on its board and ${wrong.computed} in the edition.`, {
      code: 'edition-stars',
    });
  const leftOut = wanted.flatMap(({ id, starsNote }) => (starsNote === null ? [] : [{ board: id, reason: starsNote }]));
  return { edition: { ...content, digest: editionDigest(content) }, leftOut };
}

function belongs(board: BoardDocument, { kind, profile }: FreezeRequest): boolean {
  if (board.scope !== 'gpu' || board.quality !== 'counter' || board.standing !== kind) return false;
  return profile === null || board.profile === profile;
}

function refuseTwins(boards: readonly BoardDocument[]): void {
  const groups = Map.groupBy(boards, (board) => `${board.task} ${board.class ?? ''}`);
  const twins = [...groups.values()].find((group) => group.length > 1);
  if (twins === undefined) return;
  throw inputFault(`An edition has one board per task and class; here are ${twins.map(boardTitle).join(' and ')}.`, {
    code: 'edition-boards',
    mend: 'Freeze one hardware profile: --profile NAME, the part of the board’s name after task and class.',
  });
}

function rowsOf(board: BoardDocument, records: FreezeRequest['records']): Edition['rows'] {
  return board.rows.flatMap((row) => {
    if (row.rank === null || row.stars === null) return [];
    const record = records.get(row.record);
    if (record === undefined) throw internalFault(`The record ${row.record} was not read.`, { code: 'edition-record' });
    return [
      {
        task: board.task,
        model: row.model,
        class: board.class,
        gpuWhPer1000Queries: row.whPer1000Queries,
        stars: row.stars,
        record: row.record,
        recordDigest: record.digest,
      },
    ];
  });
}

/** Every device that the boards were measured on, as the schema's length allows. */
function devicesOf(boards: readonly BoardDocument[]): string {
  const devices = boards.flatMap(({ rows }) => rows.filter(({ stars }) => stars !== null).map(({ device }) => device));
  const all = [...new Set(devices)].sort().join(', ');
  return all.length <= 120 ? all : `${all.slice(0, 117)}...`;
}
