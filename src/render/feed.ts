import { modelPage, servedFile } from '../domain/leaderboard/addresses.ts';
import type { BoardDocument, BoardRow } from '../domain/leaderboard/board.ts';
import { FEED } from '../domain/leaderboard/files.ts';
import type { Policy } from '../domain/policy.ts';
import { taskOf } from '../domain/tasks.ts';
import { plain } from './markdown.ts';
import { energy } from './numbers.ts';
import { rowName } from './wording.ts';
import { xml } from './xml.ts';

/** Results that the feed holds. */
const NEWEST = 50;

/** Before every name; nobody owns .invalid, so that a name of ours is nobody else's and stays when the pages move. */
const TAG = 'tag:ai-energy-score.invalid,2025:';

/** What a feed without entries is as old as. */
const BEGINNING = '1970-01-01T00:00:00Z';

type Published = { board: BoardDocument; row: BoardRow; publishedAt: string; changedAt: string };

/** The newest published results as an Atom feed: RFC 4287. Its times are those of the ledgers. */
export function feedText(boards: readonly BoardDocument[], policy: Policy): string {
  const entries = newest(boards);
  const updated =
    entries
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1) ?? BEGINNING;
  const links =
    policy.pages === undefined
      ? []
      : [
          `<link rel="self" type="application/atom+xml" href="${xml(servedFile(policy.pages.url, FEED))}"/>`,
          `<link href="${xml(policy.pages.url)}"/>`,
        ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${TAG}results:${encodeURIComponent(policy.name)}</id>`,
    `<title>${text(`${policy.name}: new results`)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${text(policy.name)}</name></author>`,
    ...links,
    ...entries.map((entry) => entryText(entry, policy)),
    '</feed>',
    '',
  ].join('\n');
}

/** Foreign text on one line, nothing in it that cannot be seen, for XML. */
const text = (words: string): string => xml(plain(words));

/** By time of publication, the newest first; those of one second by their records. */
const byPublication = (a: Published, b: Published): number => compare(b.publishedAt, a.publishedAt) || compare(b.row.record, a.row.record);

function newest(boards: readonly BoardDocument[]): Published[] {
  let published: Published[] = [];
  for (const board of boards) {
    for (const row of board.rows) {
      if (row.publishedAt !== null)
        published.push({ board, row, publishedAt: row.publishedAt, changedAt: row.changedAt ?? row.publishedAt });
      // Never more than a few are kept.
      if (published.length === 10 * NEWEST) published = published.sort(byPublication).slice(0, NEWEST);
    }
  }
  return published.sort(byPublication).slice(0, NEWEST);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entryText({ board, row, publishedAt, changedAt }: Published, { pages }: Policy): string {
  const task = taskOf(board.task).title;
  const interval = row.interval95 === null ? '' : `, 95 % interval ${energy(row.interval95.low)} to ${energy(row.interval95.high)}`;
  const runs = `${row.runs} run${row.runs === 1 ? '' : 's'}`;
  const summary = `${board.energy} on ${row.device}: ${energy(row.whPer1000Queries)} per 1,000 queries (${runs}${interval}). ${row.state}: ${row.reason} Board: ${board.title}. Record: ${row.record}`;
  return [
    '<entry>',
    `<id>${xml(TAG + row.record)}</id>`,
    `<title>${text(`${rowName(row)} on ${task}: ${energy(row.whPer1000Queries)} per 1,000 queries`)}</title>`,
    `<published>${publishedAt}</published>`,
    `<updated>${changedAt}</updated>`,
    ...(pages === undefined ? [] : [`<link href="${xml(modelPage(pages.url, row.model))}"/>`]),
    `<category term="${xml(board.task)}" label="${xml(task)}"/>`,
    `<category term="${xml(row.state)}"/>`,
    `<content type="text">${xml(plain(summary, 1000))}</content>`,
    '</entry>',
  ].join('\n');
}
