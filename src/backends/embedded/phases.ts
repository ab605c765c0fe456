import { setImmediate as nextTurn } from 'node:timers/promises';
import { internalFault, messageOf } from '../../domain/errors.ts';
import type { Phase, Plan } from '../../domain/generated/plan.ts';
import type { PhaseCounts } from '../../ports/backend.ts';
import type { Loaded } from './load.ts';
import type { PreparedQuery } from './query.ts';

/** The outputs of the latest preparation, row by row; null where it failed. */
export type Preparation = (PreparedQuery | null)[];

/** What one query of a phase did. */
type Answer = { inputTokens: number | null; outputTokens: number | null };

/** Tokens that the prefill pass makes for each query. */
const PREFILL_TOKENS = 1;

/** Called after each query: done of the pass's queries. */
export type OnProgress = (done: number) => void;

/** Longest time without a look at the outside, in milliseconds: a runner that goes must be noticed within a phase. */
const LONGEST_TURN = 100;

/** Prepares every row once and keeps what comes out. */
export async function prepareAll(loaded: Loaded, onFailure: (row: number, cause: unknown) => void): Promise<Preparation> {
  const prepared: Preparation = [];
  for (const [index, row] of loaded.queries.rows.entries()) {
    prepared.push(
      await loaded.model.prepare(row).catch((cause: unknown) => {
        onFailure(index, cause);
        return null;
      }),
    );
  }
  return prepared;
}

/**
 * Answers every query, pass after pass, until the time is reached; always whole passes, one at least.
 * @param preparation where preprocess leaves what it made, and where the other phases take their inputs from
 */
export async function runPasses(
  request: { loaded: Loaded; plan: Plan; phase: Phase; minimumSeconds: number; preparation: Preparation },
  onProgress: OnProgress,
): Promise<PhaseCounts> {
  const { loaded, phase, minimumSeconds } = request;
  const answer = answering(request, onProgress);
  const counts: PhaseCounts = { passes: 0, queries: 0, failedQueries: 0, inputTokens: null, outputTokens: null };
  const end = performance.now() + minimumSeconds * 1000;
  let turn = performance.now();
  do {
    for (let row = 0; row < loaded.queries.rows.length; row++) {
      try {
        const { inputTokens, outputTokens } = await answer(row);
        counts.inputTokens = added(counts.inputTokens, inputTokens);
        counts.outputTokens = added(counts.outputTokens, outputTokens);
      } catch (cause) {
        counts.failedQueries += 1;
        reportFailure(phase, row, cause);
      }
      counts.queries += 1;
      onProgress(row + 1);
      if (performance.now() - turn > LONGEST_TURN) {
        await nextTurn();
        turn = performance.now();
      }
    }
    counts.passes += 1;
  } while (performance.now() < end);
  return counts;
}

/** Tells of a query that failed, on standard error: the runner makes the result invalid. */
export function reportFailure(phase: Phase | 'warm-up', row: number, cause: unknown): void {
  console.error(`${phase}: query ${row + 1} failed: ${messageOf(cause)}`);
}

const added = (sum: number | null, more: number | null): number | null => (more === null ? sum : (sum ?? 0) + more);

type Request = { loaded: Loaded; plan: Plan; phase: Phase; preparation: Preparation };

function answering(request: Request, onProgress: OnProgress): (row: number) => Promise<Answer> {
  const { loaded, plan, phase, preparation } = request;
  const prepared = (row: number): PreparedQuery => {
    const query = preparation[row];
    if (query == null) throw internalFault('The row could not be prepared.', { code: 'query-not-prepared' });
    return query;
  };
  switch (phase) {
    case 'preprocess':
      return async (row) => {
        preparation[row] = null;
        const query = await loaded.model.prepare(loaded.queries.rows[row] ?? {});
        preparation[row] = query;
        return { inputTokens: query.inputTokens, outputTokens: null };
      };
    case 'forward':
      return async (row) => {
        const query = prepared(row);
        await loaded.model.forward(query);
        return { inputTokens: query.inputTokens, outputTokens: null };
      };
    case 'prefill':
    case 'generate': {
      const wanted = phase === 'prefill' ? PREFILL_TOKENS : (plan.generation.newTokens ?? PREFILL_TOKENS);
      return async (row) => {
        const query = prepared(row);
        const outputTokens = await generate(loaded, query, wanted, () => onProgress(row));
        if (plan.generation.exactNewTokens && outputTokens !== wanted) {
          throw internalFault(`It made ${outputTokens} new tokens where the task fixes ${wanted}.`, { code: 'token-count' });
        }
        return { inputTokens: query.inputTokens, outputTokens };
      };
    }
    case 'call':
      throw internalFault('The embedded backend has no phase named call.', { code: 'phase-not-in-embedded' });
  }
}

/** A long answer tells of itself with every token: a runner that hears nothing for long takes the backend for stuck. */
function generate({ model }: Loaded, query: PreparedQuery, newTokens: number, onToken: () => void): Promise<number> {
  if (model.generate === null) throw internalFault('This model does not generate.', { code: 'phase-not-in-embedded' });
  return model.generate(query, newTokens, onToken);
}
