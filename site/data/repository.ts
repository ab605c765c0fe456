import { type BoardHead, board, boardIndex, type EditionHead, edition } from './load.ts';
import { byTask, type Row, rowsOfBoard, rowsOfEdition } from './rows.ts';

/** The repository as its index tells it: what there is to show. */
export type Repository = {
  boards: BoardHead[];
  /** Oldest first. */
  editions: EditionHead[];
  /** What else the index tells: where files for everybody lie. */
  files: Record<string, unknown>;
};

export async function repository(): Promise<Repository> {
  const { boards, editions, ...files } = await boardIndex();
  return { boards: [...boards].sort(byTask), editions: [...editions].sort((a, b) => (a.name < b.name ? -1 : 1)), files };
}

/** The edition to show where the reader has chosen none: the newest where there are no results, else none. */
export function usualEdition({ boards, editions }: Repository): string | null {
  return boards.length > 0 ? null : (editions.at(-1)?.name ?? null);
}

const rowsBySource = new Map<string, Promise<Row[]>>();

/** Every row of an edition, or of the boards as they are now; the same list every time. */
export function rowsOf(repo: Repository, name: string | null): Promise<Row[]> {
  const known = rowsBySource.get(name ?? '');
  if (known !== undefined) return known;
  const rows = name === null ? currentRows(repo) : editionRows(name);
  rowsBySource.set(name ?? '', rows);
  rows.catch(() => rowsBySource.delete(name ?? ''));
  return rows;
}

async function currentRows({ boards }: Repository): Promise<Row[]> {
  const documents = await Promise.all(boards.map(({ id }) => board(id)));
  return documents.flatMap(rowsOfBoard);
}

const editionRows = async (name: string): Promise<Row[]> => rowsOfEdition(await edition(name));

/** Every row there is, of boards and of editions. */
export async function allRows(repo: Repository): Promise<Row[]> {
  const sources = await Promise.all([rowsOf(repo, null), ...repo.editions.map(({ name }) => rowsOf(repo, name))]);
  return sources.flat();
}
