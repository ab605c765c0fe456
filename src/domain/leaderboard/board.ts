import type { Verdict } from '../findings.ts';
import type { Board } from '../identifiers.ts';
import { RESULT_STATES, type ResultState } from '../ledger.ts';
import { taskOf } from '../tasks.ts';
import type { Entry } from './entry.ts';
import { type Place, placesOf } from './places.ts';

/** One row of a board: ranked where rank is a number, else listed with its state and reason. */
export type BoardRow = {
  rank: number | null;
  /** Null while the board has too few models, and for rows without a rank. */
  stars: number | null;
  model: string;
  variant: string | null;
  origin: Entry['origin'];
  whPer1000Queries: number;
  interval95: { low: number; high: number } | null;
  runs: number;
  factorToBest: number | null;
  factorToMedian: number | null;
  /** Percent of the other ranked rows that use more energy; null when there is no other. */
  percentile: number | null;
  state: ResultState;
  reason: string;
  verdict: Exclude<Verdict, 'invalid'> | null;
  failed: readonly string[];
  parameters: number | null;
  precision: string;
  quantization: string | null;
  reasoning: string;
  backend: string;
  device: string;
  measuredAt: string;
  revision: string;
  /** What the model's card states; null where it is not known. */
  license: string | null;
  record: string;
  recordName: string;
  /** Digest of the plan: rows with the same one were measured in the same way. */
  planDigest: string;
  /** When it was published, in UTC; null without a ledger. */
  publishedAt: string | null;
  /** Since when it has its state, in UTC; null without a ledger. */
  changedAt: string | null;
};

/** What the results of a board are worth together: official ones rank alone, else all that rank do. */
type Standing = 'official' | 'unofficial' | 'rehearsal';

export type BoardDocument = Board & {
  schemaVersion: 1;
  id: string;
  /** For people, as in Text generation, class A, h100-80gb-hbm3. */
  title: string;
  /** Which energy the figures hold, as in CPU energy (estimated). */
  energy: string;
  standing: Standing;
  unit: 'Wh per 1,000 queries';
  /** Different models with a rank. */
  models: number;
  minimumModels: number;
  /** Why there are no stars; null where there are. */
  starsNote: string | null;
  /** Ranked rows by energy, then the others by energy. */
  rows: BoardRow[];
};

const SCOPE_NAMES = { gpu: 'GPU energy', cpu: 'CPU energy', ram: 'Memory energy' } as const;

/** An energy's name for people; what is not a counter's reading says so. */
export function energyName({ scope, quality, assumption }: Pick<Board, 'scope' | 'quality' | 'assumption'>): string {
  if (quality === 'counter') return SCOPE_NAMES[scope];
  const assumed = assumption === null ? '' : `, ${assumption.split(';')[0]}`;
  return `${SCOPE_NAMES[scope]} (${quality}${assumed})`;
}

/** A board's name for people. */
export function boardTitle(board: Board): string {
  const queries = board.queries === null ? null : `other queries (${board.queries})`;
  return [taskOf(board.task).title, board.class === null ? null : `class ${board.class}`, board.profile, queries]
    .filter((part) => part !== null)
    .join(', ');
}

/** Why a board with so few models has no stars, or null when it has enough. */
export function starsNote(models: number, minimumModels: number): string | null {
  if (models >= minimumModels) return null;
  return `Stars compare models: this board has ${models} of the ${minimumModels} it needs.`;
}

/**
 * One board of its entries. Official results rank among themselves; where there are none, all that hold rank together. Stars are
 * the published five equal bands over the ranked rows.
 */
export function boardDocument(entries: readonly Entry[], { minimumModels }: { minimumModels: number }): BoardDocument {
  const sorted = [...entries].sort(byEnergyModelName);
  const first = sorted[0] as Entry;
  const holding = sorted.filter(({ state }) => RESULT_STATES[state].ranks);
  const official = holding.filter(isOfficial);
  const ranked = official.length > 0 ? official : holding;
  const withRank = new Set(ranked);
  const unranked = sorted.filter((entry) => !withRank.has(entry));
  const models = new Set(ranked.map(({ model }) => model)).size;
  return {
    schemaVersion: 1,
    id: first.boardId,
    title: boardTitle(first.board),
    ...first.board,
    energy: energyName(first.board),
    standing: official.length > 0 ? 'official' : sorted.some(({ verdict }) => verdict === 'rehearsal') ? 'rehearsal' : 'unofficial',
    unit: 'Wh per 1,000 queries',
    models,
    minimumModels,
    starsNote: starsNote(models, minimumModels),
    rows: [...rankedRows(ranked, models < minimumModels ? 'no stars' : 'stars'), ...unranked.map((entry) => rowOf(entry, UNRANKED))],
  };
}

/** Only GPU energy read from a counter can be official, whatever a ledger says. */
export const isOfficial = ({ verdict, state, board }: Entry): boolean =>
  verdict === 'official' && (state === 'official' || state === 'disputed') && board.scope === 'gpu' && board.quality === 'counter';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By energy, then model, then record name, by code unit: one order on every machine. */
const byEnergyModelName = (a: Entry, b: Entry): number =>
  a.whPer1000Queries - b.whPer1000Queries || compare(a.model, b.model) || compare(a.recordName, b.recordName);

const UNRANKED: Place = { rank: null, stars: null, factorToBest: null, factorToMedian: null, percentile: null };

/** Rows in the order of energy. */
function rankedRows(ranked: readonly Entry[], shown: 'stars' | 'no stars'): BoardRow[] {
  const places = placesOf(
    ranked.map(({ whPer1000Queries }) => whPer1000Queries),
    shown,
  );
  return ranked.map((entry, index) => rowOf(entry, places[index] as Place));
}

function rowOf(entry: Entry, { rank, stars, ...place }: Place): BoardRow {
  const { boardId: _id, board: _board, nonce: _nonce, ...rest } = entry;
  return { rank, stars, ...rest, ...place };
}
