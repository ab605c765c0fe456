import { operatorFault } from './errors.ts';
import type { TaskKey } from './tasks.ts';

/** Why a label is not an official one. A label without a mark claims to be official, and only an official result has none. */
export type LabelMark =
  | 'rehearsal'
  | 'unofficial'
  | 'self-reported'
  | 'imported'
  | 'unpublished'
  | 'other-edition'
  | 'provisional'
  | 'disputed'
  | 'corrected'
  | 'superseded'
  | 'withdrawn';

type MarkWords = {
  /** What stands across the label. */
  banner: string;
  /** What stands on a badge. */
  short: string;
  /** One sentence, for those who hear it. */
  meaning: string;
  /** Whether the figure still stands: where it does not, the label is struck across. */
  figure: 'stands' | 'void';
};

/** Every mark with its words. */
export const LABEL_MARKS: Readonly<Record<LabelMark, MarkWords>> = {
  rehearsal: {
    banner: 'REHEARSAL',
    short: 'rehearsal',
    meaning: 'Rehearsal: scripted hardware, not a measurement.',
    figure: 'void',
  },
  unofficial: {
    banner: 'UNOFFICIAL',
    short: 'unofficial',
    meaning: 'Unofficial: not measured as an official result has to be.',
    figure: 'stands',
  },
  'self-reported': {
    banner: 'UNOFFICIAL: SELF-REPORTED',
    short: 'self-reported',
    meaning: 'Unofficial: measured and attested by the model’s owner.',
    figure: 'stands',
  },
  imported: {
    banner: 'UNOFFICIAL: IMPORTED',
    short: 'imported',
    meaning: 'Unofficial: measured by another harness.',
    figure: 'stands',
  },
  unpublished: {
    banner: 'UNOFFICIAL: NOT PUBLISHED',
    short: 'unpublished',
    meaning: 'Unofficial: the result is in no results repository.',
    figure: 'stands',
  },
  'other-edition': {
    banner: 'UNOFFICIAL: NOT IN THIS EDITION',
    short: 'unofficial',
    meaning: 'Unofficial: the edition does not hold this result; its stars are those that it would have there.',
    figure: 'stands',
  },
  provisional: {
    banner: 'UNOFFICIAL: NOT JUDGED YET',
    short: 'provisional',
    meaning: 'Unofficial: nobody has judged the result yet.',
    figure: 'stands',
  },
  disputed: {
    banner: 'DISPUTED',
    short: 'disputed',
    meaning: 'Disputed: somebody doubts the result, and that is not settled.',
    figure: 'stands',
  },
  corrected: {
    banner: 'CORRECTED: NO LONGER VALID',
    short: 'corrected',
    meaning: 'No longer valid: it held an error, and a corrected result replaces it.',
    figure: 'void',
  },
  superseded: {
    banner: 'SUPERSEDED: NO LONGER VALID',
    short: 'superseded',
    meaning: 'No longer valid: a later result of the same model replaces it.',
    figure: 'void',
  },
  withdrawn: {
    banner: 'WITHDRAWN: NO LONGER VALID',
    short: 'withdrawn',
    meaning: 'No longer valid: it was taken back.',
    figure: 'void',
  },
};

/** Everything that a label, a badge or a row of stars says, before anybody decides how it looks. */
export type Label = {
  model: string;
  variant: string | null;
  task: TaskKey;
  class: 'A' | 'B' | 'C' | null;
  /** What did the work. */
  hardware: string;
  /** Year and month in which it was scored, as in 2025-02. */
  scored: string;
  /** Which energy the figure is, as in GPU energy. */
  energy: string;
  /** What an estimate assumes; null for measurements. */
  assumption: string | null;
  whPer1000Queries: number;
  /** In Wh per 1,000 queries; null where it is not known. */
  interval95: { low: number; high: number } | null;
  /** From 1 to 5; null where there are none. */
  stars: number | null;
  /** Why there are no stars; null where there are. */
  starsNote: string | null;
  /** Its rank among the results that were compared; null where it has none. */
  place: { rank: number; of: number } | null;
  /** Year and month of the edition that the stars are of; null for those of a board that still grows. */
  edition: string | null;
  mark: LabelMark | null;
  /** The page that lists it; null where none is known. */
  link: string | null;
  /** The 12 digits that name its record; null for a figure that was published without one. */
  record: string | null;
};

/**
 * Number of the drawing: labels with the same number and the same words are the same to the byte. Whoever changes how labels, badges
 * or stars look counts it up; a test holds them against it.
 */
export const LABEL_DRAWING = 2;

/** The public leaderboard, where the rows of its editions are listed. */
export const PUBLIC_LEADERBOARD = 'https://huggingface.co/spaces/AIEnergyScore/Leaderboard';

const LONGEST_LINK = 500;

/**
 * A page's address as a label may link to it.
 * @throws Fault of the operator, code label-link, where it is no https address or has a user name in it
 */
export function labelLink(text: string): string {
  const url = URL.parse(text);
  if (url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.href.length <= LONGEST_LINK)
    return url.href;
  throw operatorFault(`A label cannot link to ${JSON.stringify(text)}.`, {
    code: 'label-link',
    mend: `Name the page that lists the result by an address that begins with https:// and has at most ${LONGEST_LINK} characters.`,
  });
}
