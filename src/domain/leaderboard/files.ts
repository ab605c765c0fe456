import { sha256 } from '../canonical.ts';
import type { Edition } from '../generated/edition.ts';
import type { Policy } from '../policy.ts';
import type { BoardDocument } from './board.ts';
import { editionCsv, fullCsv, isPublishable, publishedCsv, publishedFolders } from './csv.ts';
import { type DerivedFile, derivedFile } from './derived-file.ts';
import { linesOfJson } from './json-lines.ts';
import { labelFolder } from './label-plan.ts';

/** Where the derived files lie. */
export const LEADERBOARD = 'leaderboard/';
/** Names every other derived file of data with its digest. */
export const MANIFEST = `${LEADERBOARD}manifest.json`;
/** All results of all boards, for programs. */
export const PARQUET = `${LEADERBOARD}results.parquet`;
export const FEED = 'feed.xml';
export const CITATION = 'CITATION.cff';
const CSV = `${LEADERBOARD}csv/`;

/** The derived files by their paths: a pure function of records, ledgers, editions, policy and the builder's version. */
export type DerivedFiles = Map<string, DerivedFile>;

/** The tables and the data below leaderboard/, without what is made for people and without the manifest. */
export function leaderboardFiles(boards: readonly BoardDocument[], editions: readonly Edition[], policy: Policy): DerivedFiles {
  const files: DerivedFiles = new Map();
  const add = (path: string, make: () => Iterable<string>) => files.set(path, derivedFile(make));
  add(`${LEADERBOARD}index.json`, () => indexText(boards, editions, policy));
  for (const board of boards) {
    add(`${LEADERBOARD}${board.id}.json`, () => boardText(board));
    add(fullCsvPath(board), () => fullCsv(board));
    if (isPublishable(board)) add(`${CSV}${board.id}.csv`, () => publishedCsv([board]));
  }
  for (const [name, own] of publishedFolders(boards)) add(`${LEADERBOARD}published/${name}`, () => publishedCsv(own));
  for (const edition of editions) {
    for (const [name, text] of editionCsv(edition)) add(`${editionFolder(edition)}${name}`, () => [text]);
  }
  return files;
}

/** Where a board's rows lie with every column. */
export const fullCsvPath = ({ id }: Pick<BoardDocument, 'id'>): string => `${CSV}${id}-full.csv`;

const editionFolder = ({ name }: Edition): string => `${LEADERBOARD}editions/${name}/`;

function indexText(boards: readonly BoardDocument[], editions: readonly Edition[], policy: Policy): Iterable<string> {
  const rows = boards.map((board) => {
    const { rows: all, schemaVersion: _version, ...head } = board;
    const best = all.find(({ rank }) => rank === 1);
    return {
      ...head,
      rows: all.length,
      best: best === undefined ? null : { model: best.model, whPer1000Queries: best.whPer1000Queries },
      json: `${LEADERBOARD}${board.id}.json`,
      csv: fullCsvPath(board),
      publishedCsv: isPublishable(board) ? `${CSV}${board.id}.csv` : null,
      labels: labelFolder(board, policy),
    };
  });
  const frozen = editions.map((edition) => ({
    name: edition.name,
    hardware: edition.hardware,
    rehearsal: edition.rehearsal === true,
    rows: edition.rows.length,
    json: `editions/${edition.name}.json`,
    publishedCsv: editionFolder(edition),
  }));
  return linesOfJson({ schemaVersion: 1, parquet: PARQUET, feed: FEED, citation: CITATION, editions: frozen }, 'boards', rows);
}

const boardText = ({ rows, ...head }: BoardDocument): Iterable<string> => linesOfJson(head, 'rows', rows);

/** The manifest of files, with their sizes and digests in the order of their paths: each file that was not made yet is made for it. */
export function manifestText(files: DerivedFiles, builder: { version: string; readmeTables: string }): Iterable<string> {
  const rows = [...files].map(([path, file]) => ({ path, ...file.sealed() })).sort((a, b) => (a.path < b.path ? -1 : 1));
  return linesOfJson({ schemaVersion: 1, builder: builder.version, readmeTablesSha256: sha256(builder.readmeTables) }, 'files', rows);
}
