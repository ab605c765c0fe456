import type { Label } from '../label.ts';
import { labelOfBoardRow } from '../label-sources.ts';
import { modelPage, verificationPage } from '../leaderboard/addresses.ts';
import type { BoardDocument, BoardRow } from '../leaderboard/board.ts';
import { labelFiles } from '../leaderboard/label-plan.ts';
import type { Policy } from '../policy.ts';

/** Stars of another row before and after. */
type StarChange = { model: string; from: number | null; to: number | null };

/** Where a published result stands in the results repository. */
export type PublishedStanding = {
  /** The board's name for people. */
  board: string;
  /** Everything that the result's label says. */
  label: Label;
  /** Where the label's picture is to be seen at once; null where there is none. */
  pictureUrl: string | null;
  /** The same for a model card; null where there is none. */
  cardPictureUrl: string | null;
  /** The model on the leaderboard's pages; null where none are served. */
  modelUrl: string | null;
  /** Other models whose stars are not what they were; null where that is not known any more. */
  changes: readonly StarChange[] | null;
};

export type StandingSource = {
  board: BoardDocument;
  /** The result's own row. */
  row: BoardRow;
  /** Path of its label without its ending; null where it has none. */
  stem: string | null;
  changes: readonly StarChange[] | null;
  policy: Policy;
  /** The results repository's page and branch. */
  repository: { url: string; branch: string };
};

/** What can be told of a result that a board lists. */
export function publishedStanding({ board, row, stem, changes, policy, repository }: StandingSource): PublishedStanding {
  const pages = policy.pages?.url ?? null;
  const link = pages === null || stem === null ? null : verificationPage(pages, stem);
  const path = stem === null ? null : labelFiles(stem).label;
  // The pages are deployed some minutes later: until then only the repository itself shows the picture.
  const pictureUrl = path === null ? null : `${repository.url}/raw/${encodeURIComponent(repository.branch)}/${path}`;
  return {
    board: board.title,
    label: labelOfBoardRow(board, row, { link, policy }),
    pictureUrl,
    cardPictureUrl: pages === null || path === null ? pictureUrl : `${pages}${path}`,
    modelUrl: pages === null ? null : modelPage(pages, row.model),
    changes: changes === null ? null : changes.filter(({ model }) => model !== row.model),
  };
}
