import { digestOf } from './canonical.ts';
import type { Result } from './generated/result.ts';

/** Digits of a recordDigest that name its file. */
const NAME_DIGITS = 12;

/** SHA-256 of the record's canonical JSON, nonce included. */
export const recordDigest = (record: Result): string => digestOf(record);

/** The record's short name: the first 12 digits of its digest. */
export const recordName = (record: Result): string => recordDigest(record).slice(0, NAME_DIGITS);

/** Where a record lies in a results repository: results/<task>/<org>/<model>/<12 digits>.json. */
export const recordPath = (record: Result): string => recordPathOf(record, recordDigest(record));

/** The same of a record whose digest is known. */
export const recordPathOf = ({ plan }: Result, digest: string): string =>
  `results/${plan.task}/${plan.model.id}/${digest.slice(0, NAME_DIGITS)}.json`;

/** A board: one task, one class, one hardware profile, one energy, the same queries. Results of two boards are never compared. */
export type Board = {
  task: Result['plan']['task'];
  class: Result['plan']['model']['class'];
  profile: string;
  scope: Result['score']['scope'];
  quality: Result['score']['quality'];
  /** What an estimate assumes: figures under other assumptions are other figures. Null for measurements. */
  assumption: string | null;
  /** Null for the task's official queries, else the first 8 digits of the digest of the rows. */
  queries: string | null;
};

/** The board a record belongs to. */
export function boardOf(record: Pick<Result, 'plan' | 'hardware' | 'score' | 'meters'>): Board {
  return {
    task: record.plan.task,
    class: record.plan.model.class,
    profile: record.hardware.profile,
    scope: record.score.scope,
    quality: record.score.quality,
    assumption: record.meters.find(({ scope, assumption }) => scope === record.score.scope && assumption !== null)?.assumption ?? null,
    queries: record.plan.dataset.official ? null : record.plan.dataset.rowsSha256.slice(0, 8),
  };
}

/**
 * A board's name in file names, as in text-generation.a.h100-80gb-hbm3.gpu, or with other than the official queries and
 * an estimate text-generation.a.amd-epyc-2-cores.cpu-estimated-10-w.rows-7a05cb39.
 */
export function boardId(board: Board): string {
  // An assumption's figure stands before its first "per", as in 10 W per busy logical core.
  const assumed = board.assumption === null ? [] : [slug(board.assumption.split(' per ')[0] ?? '').slice(0, 20)];
  const energy = [board.scope, ...(board.quality === 'counter' ? [] : [board.quality]), ...assumed].join('-');
  const queries = board.queries === null ? null : `rows-${board.queries}`;
  return [board.task, board.class?.toLowerCase(), board.profile, energy, queries].filter((part) => part != null).join('.');
}

/** Lower-case ASCII words joined by hyphens; empty when nothing is left. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/\((?:r|tm)\)/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
