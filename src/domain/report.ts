import type { Finding, Verdict } from './findings.ts';
import type { Energy, Result } from './generated/result.ts';
import type { BoardRow } from './leaderboard/board.ts';
import type { Rating } from './rating.ts';

/** Everything that is said about one result, before anybody decides how it looks. */
export type Report = {
  record: Result;
  recordName: string;
  verdict: Verdict;
  findings: readonly Finding[];
  /** Whether the hardware was scripted: then everything carries a watermark. */
  rehearsal: boolean;
  board: {
    id: string;
    /** For people, as in Text generation, class A, h100-80gb-hbm3. */
    title: string;
    /** Which energy the board compares, as in CPU energy (estimated). */
    energy: string;
  };
  /** Place and stars on its own board; null where the result does not rank. */
  rating: Rating | null;
  /** Why there are no stars or no place, or what limits them; null where nothing does. */
  ratingNote: string | null;
  /** Rows around it on its board, best first, its own among them; empty where it does not rank. */
  neighbours: readonly Neighbour[];
  /** Place among the models of a frozen edition; null where none was given or it does not fit. */
  edition: EditionRating | null;
  /** The policy that was applied. */
  policyName: string;
  /** Where the evidence lies, for people; null where it was not kept. */
  bundlePath: string | null;
  /** Where the record was published; null where it was not. */
  published: Published | null;
  /** Commands ready to copy; null where there is none. */
  commands: { reproduce: string | null; check: string | null };
};

export type Published = { place: string; commit: string; path: string };

export type Neighbour = Pick<BoardRow, 'model' | 'variant' | 'origin' | 'whPer1000Queries'> & {
  rank: number;
  stars: number | null;
  /** Whether the row is the reported result itself. */
  whose: 'own' | 'other';
};

export type EditionRating = {
  /** As in 2025-02. */
  name: string;
  rating: Rating;
  /** Why the comparison is not like for like; null where it is. */
  caveat: string | null;
};

/** The energy that the score is taken from; null in a record that does not hold it. */
export const scoredEnergy = (record: Result): Energy | null => record.energy.find(({ scope }) => scope === record.score.scope) ?? null;
