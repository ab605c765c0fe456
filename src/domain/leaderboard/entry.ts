import type { Verdict } from '../findings.ts';
import type { Result } from '../generated/result.ts';
import { type Board, boardId, boardOf } from '../identifiers.ts';
import { type Ledger, type LedgerEntry, stateOf } from '../ledger.ts';

/** What a board keeps of one record: small, so that a hundred thousand of them fit in memory. */
export type Entry = {
  boardId: string;
  board: Board;
  model: string;
  variant: string | null;
  /** Who measured it: this program, its owner, or another harness. */
  origin: Result['origin'];
  whPer1000Queries: number;
  /** 95 % interval of the mean, in Wh per 1,000 queries; null for one run. */
  interval95: { low: number; high: number } | null;
  runs: number;
  parameters: number | null;
  precision: string;
  quantization: string | null;
  reasoning: string;
  backend: string;
  device: string;
  measuredAt: string;
  revision: string;
  /** What the model's card states, in the form of records; null where it is not known. */
  license: string | null;
  /** Path of the record. */
  record: string;
  recordName: string;
  nonce: string;
  planDigest: string;
  state: LedgerEntry['state'];
  /** Why it is in that state. */
  reason: string;
  /** Null where nobody has judged it. */
  verdict: Exclude<Verdict, 'invalid'> | null;
  /** Codes of the checks that failed when it was published. */
  failed: readonly string[];
  /** When it was published, in UTC; null without a ledger. */
  publishedAt: string | null;
  /** Since when it has its state, in UTC; null without a ledger. */
  changedAt: string | null;
};

const UNJUDGED: Pick<Entry, 'state' | 'reason' | 'verdict' | 'failed' | 'publishedAt' | 'changedAt'> = {
  state: 'provisional',
  reason: 'It has no ledger entry.',
  verdict: null,
  failed: [],
  publishedAt: null,
  changedAt: null,
};

/** The entry of a record that lies at a path; without a ledger it is provisional, never official. */
export function entryOf(record: Result, path: string, ledger: Ledger | null): Entry {
  const { plan } = record;
  const board = boardOf(record);
  const energy = record.energy.find(({ scope }) => scope === record.score.scope);
  return {
    boardId: boardId(board),
    board,
    model: plan.model.id,
    variant: plan.variant,
    origin: record.origin,
    whPer1000Queries: record.score.whPer1000Queries,
    interval95: energy?.interval95 ?? null,
    runs: energy?.runs.length ?? record.runs.length,
    parameters: record.model.parameters ?? plan.model.parameters,
    precision: record.model.precision,
    quantization: plan.model.quantization === null ? null : `${plan.model.quantization.method} ${plan.model.quantization.bits} bit`,
    reasoning: plan.reasoning.effort === null ? plan.reasoning.state : `${plan.reasoning.state} (${plan.reasoning.effort})`,
    backend: record.software.backend,
    device: deviceOf(record),
    measuredAt: record.measuredAt,
    revision: plan.model.revision,
    license: record.model.license ?? null,
    record: path,
    recordName: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    nonce: record.nonce,
    planDigest: record.planDigest,
    ...(ledger === null ? UNJUDGED : judgement(ledger)),
    // A script's figures are a rehearsal, whatever a ledger says of them.
    ...(record.hardware.scripted ? { verdict: 'rehearsal' as const } : {}),
  };
}

/** The entry of the same record after its ledger has grown. */
export function withLedger(entry: Entry, ledger: Ledger): Entry {
  const judged = { ...entry, ...judgement(ledger) };
  return entry.verdict === 'rehearsal' ? { ...judged, verdict: 'rehearsal' } : judged;
}

function judgement(ledger: Ledger): typeof UNJUDGED {
  const { state, reason, at } = stateOf(ledger);
  return { state, reason, verdict: ledger.verdict, failed: ledger.failed, publishedAt: ledger.entries[0].at, changedAt: at };
}

/** What did the work, in words: the GPUs the model ran on, else the processor. */
export function deviceOf(record: Result): string {
  const worked = record.hardware.gpus.filter((gpu) => gpu.worked);
  const first = worked[0];
  if (first === undefined) return record.hardware.cpu.model;
  return worked.length > 1 ? `${worked.length} x ${first.name}` : first.name;
}

/**
 * Two records with the same key measure the same thing on the same board: the later supersedes the earlier. What an owner reports
 * never supersedes what was measured here, nor the other way round.
 */
export const competitorKey = (entry: Pick<Entry, 'boardId' | 'model' | 'variant' | 'origin'>): string =>
  `${entry.boardId} ${entry.model} ${entry.variant ?? ''} ${entry.origin}`;
