import type { Label } from '../label.ts';
import type { ResultState } from '../ledger.ts';
import { type DerivedFile, derivedFile } from './derived-file.ts';
import { linesOfJson } from './json-lines.ts';
import { labelFiles, type PlannedLabel } from './label-plan.ts';

/** What a label of the results repository says today. */
export type VerifiedLabel = {
  /** Its path without its ending, as its address names it. */
  stem: string;
  label: string;
  badge: string;
  shields: string;
  model: string;
  variant: string | null;
  task: Label['task'];
  class: Label['class'];
  whPer1000Queries: number;
  stars: number | null;
  scored: string;
  /** The edition that the stars are of; null for those of the board today. */
  edition: string | null;
  /** Why it is not official; null for an official label. */
  mark: Label['mark'];
  /** State of its record today; null where there is no record. */
  state: ResultState | null;
  record: string | null;
  recordName: string | null;
  board: string | null;
  says: string;
};

/** Where it is told what labels say today. */
export const VERIFY = 'leaderboard/verify/';

/** Where the labels of one folder are told: the first two parts of a label's stem name it. */
const verifyPath = (stem: string): string => `${VERIFY}${stem.split('/').slice(0, 2).join('/')}.json`;

/** The documents that say what every label says today, by path. */
export function verifyFiles(labels: readonly PlannedLabel[]): Map<string, DerivedFile> {
  const byPath = Map.groupBy(labels, ({ stem }) => verifyPath(stem));
  return new Map([...byPath].map(([path, own]) => [path, derivedFile(() => verifyText(own))]));
}

const verifyText = (labels: readonly PlannedLabel[]): Iterable<string> =>
  linesOfJson({ schemaVersion: 1 }, 'labels', labels.values().map(verified));

function verified({ stem, label, record, board, state, says }: PlannedLabel): VerifiedLabel {
  const { model, variant, task, class: modelClass, whPer1000Queries, stars, scored, edition, mark, record: recordName } = label;
  return {
    stem,
    ...labelFiles(stem),
    ...{ model, variant, task, class: modelClass, whPer1000Queries, stars, scored, edition, mark },
    ...{ state, record, recordName, board, says },
  };
}

/** What a document says of its labels; nothing where it cannot be read. */
export function labelsIn(text: string): VerifiedLabel[] {
  try {
    const { labels } = JSON.parse(text) as { labels: VerifiedLabel[] };
    return labels.filter((label) => typeof label.stem === 'string' && typeof label.says === 'string');
  } catch {
    return [];
  }
}
