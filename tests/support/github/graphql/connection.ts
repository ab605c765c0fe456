import { Refusal } from './refusal.ts';

export type PageArguments = { first?: number | null; last?: number | null; after?: string | null; before?: string | null };

/** Most things of one page. */
const MOST = 100;

const cursorOf = (index: number): string => Buffer.from(`cursor:${index}`).toString('base64');

const indexOf = (cursor: string | null | undefined): number | null =>
  cursor === null || cursor === undefined ? null : Number(Buffer.from(cursor, 'base64').toString().split(':')[1]);

/** One page of a list. GitHub refuses a question that does not say how long the page is. */
export function connection<Item, Shown>(
  name: string,
  items: readonly Item[],
  { first, last, after, before }: PageArguments,
  show: (item: Item) => Shown,
) {
  const count = first ?? last ?? null;
  if (count === null) {
    throw new Refusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (count > MOST) {
    const words = `Requesting ${count} records on the \`${name}\` connection exceeds the \`first\` limit of ${MOST} records.`;
    throw new Refusal('EXCESSIVE_PAGINATION', words);
  }
  const from = (indexOf(after) ?? -1) + 1;
  const to = indexOf(before) ?? items.length;
  const start = first === null || first === undefined ? Math.max(from, to - count) : from;
  const end = first === null || first === undefined ? to : Math.min(to, from + count);
  const nodes = items.slice(start, end).map(show);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursorOf(start + index) })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursorOf(start),
      endCursor: nodes.length === 0 ? null : cursorOf(end - 1),
    },
  };
}
