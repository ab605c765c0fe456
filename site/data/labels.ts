import type { VerifiedLabel } from '../../src/domain/leaderboard/verify.ts';
import { findTask } from '../../src/domain/tasks.ts';
import { boardIndex, json } from './load.ts';
import type { Row } from './rows.ts';

/** What the results repository says of a label today. */
export type LabelOf = Pick<
  VerifiedLabel,
  | 'stem'
  | 'label'
  | 'badge'
  | 'shields'
  | 'model'
  | 'variant'
  | 'task'
  | 'class'
  | 'whPer1000Queries'
  | 'stars'
  | 'scored'
  | 'edition'
  | 'mark'
  | 'state'
  | 'record'
>;

type VerifyDocument = { labels: LabelOf[] };

/** The label of a row; null where the repository holds none. */
export async function labelOf(row: Row): Promise<LabelOf | null> {
  const path = await verifyPathOf(row);
  if (path === null) return null;
  const { labels } = await json<VerifyDocument>(path);
  if (row.edition === null) return labels.find(({ record }) => record === row.record) ?? null;
  return labels.find(({ model, whPer1000Queries }) => model === row.model && whPer1000Queries === row.wh) ?? null;
}

/** Where the labels of a row's board or edition are told; null where the index does not say. */
async function verifyPathOf(row: Row): Promise<string | null> {
  if (row.edition !== null) return verifyPath(`${row.edition}/${row.task}`);
  const { boards } = await boardIndex();
  const labels = boards.find(({ id }) => id === row.board)?.labels;
  return typeof labels === 'string' ? verifyPath(labels) : null;
}

const verifyPath = (folder: string): string => `leaderboard/verify/${folder}.json`;

/** What a label says today, by its name; null where the repository holds no such label. */
export async function labelNamed(stem: string): Promise<LabelOf | null> {
  const [source = '', folder = ''] = stem.split('/');
  const { boards, editions } = await boardIndex();
  const known =
    source === 'latest' ? boards.some(({ labels }) => labels === `latest/${folder}`) : editions.some(({ name }) => name === source);
  if (!known || (source !== 'latest' && findTask(folder) === null)) return null;
  const { labels } = await json<VerifyDocument>(verifyPath(`${source}/${folder}`));
  return labels.find((label) => label.stem === stem) ?? null;
}
