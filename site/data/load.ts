import type { Edition } from '../../src/domain/generated/edition.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import type { BoardDocument } from '../../src/domain/leaderboard/board.ts';
import type { Ledger } from '../../src/domain/ledger.ts';

/** What leaderboard/index.json tells of a board. */
export type BoardHead = Omit<BoardDocument, 'rows' | 'schemaVersion'> & {
  rows: number;
  best: { model: string; whPer1000Queries: number } | null;
} & Record<string, unknown>;

/** What it tells of an edition. */
export type EditionHead = { name: string; hardware: string; rehearsal: boolean; rows: number; json: string; publishedCsv: string };

export type BoardIndex = { schemaVersion: 1; boards: BoardHead[]; editions: EditionHead[] } & Record<string, unknown>;

const kept = new Map<string, Promise<unknown>>();

/** A JSON file of the repository, fetched once. */
export function json<T>(path: string): Promise<T> {
  const known = kept.get(path);
  if (known !== undefined) return known as Promise<T>;
  const fetched = fetchJson(path);
  kept.set(path, fetched);
  // What failed may be there a moment later.
  fetched.catch(() => kept.delete(path));
  return fetched as Promise<T>;
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(urlOf(path));
  if (!response.ok) throw new Error(`${path} cannot be loaded: ${response.status}.`);
  return response.json();
}

/** The address of a file of the repository: below the page itself, whatever a path says. */
export function urlOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

export const boardIndex = (): Promise<BoardIndex> => json('leaderboard/index.json');
export const board = (id: string): Promise<BoardDocument> => json(`leaderboard/${id}.json`);
export const edition = (name: string): Promise<Edition> => json(`editions/${name}.json`);
export const record = (path: string): Promise<Result> => json(path);
export const ledger = (recordName: string): Promise<Ledger> => json(`ledger/${recordName}.json`);
