import { Fault } from '../../domain/errors.ts';
import type { Phase, Plan } from '../../domain/generated/plan.ts';
import { mean, median, percentile } from '../../domain/statistics.ts';
import type { PhaseCounts } from '../../ports/backend.ts';
import type { Loaded } from './load.ts';
import { type Answer, ask } from './query.ts';
import type { Wanted } from './server.ts';

export type PassesRequest = {
  loaded: Loaded;
  wanted: Wanted;
  phase: Phase;
  minimumSeconds: number;
  /** Queries under way at one time. */
  concurrency: number;
  signal: AbortSignal;
  /** Called after each query, and while one is answered: done of the pass's queries. */
  onProgress: (done: number) => void;
};

/** New tokens of a query in a phase. */
export function wantedIn(phase: Phase, { generation }: Plan): Wanted {
  if (phase === 'prefill') return { count: 1, exactly: generation.exactNewTokens };
  return { count: generation.newTokens ?? 1, exactly: generation.exactNewTokens };
}

/**
 * Answers every query, pass after pass, until the time is reached; always whole passes, one at least. Several queries at
 * a time follow each other without a break between passes, so that as many are under way until the last pass runs out.
 * @throws the first Fault of a query, by its number; the others are cancelled, as a run with a failed query has no result
 */
export async function runPasses(request: PassesRequest): Promise<PhaseCounts> {
  const { loaded, phase, minimumSeconds, concurrency } = request;
  const rows = loaded.prepared.length;
  const end = performance.now() + minimumSeconds * 1000;
  const failure = new AbortController();
  const signal = AbortSignal.any([request.signal, failure.signal]);
  const answers: Answer[] = [];
  let next = 0;
  const take = (): number | null => {
    if (next > 0 && next % rows === 0 && performance.now() >= end) return null;
    next += 1;
    return (next - 1) % rows;
  };
  const done = () => (answers.length === 0 ? 0 : ((answers.length - 1) % rows) + 1);
  const work = async () => {
    for (let row = take(); row !== null; row = take()) {
      const query = loaded.prepared[row];
      if (query === undefined) return;
      try {
        answers.push(await ask(loaded.target, { query, wanted: request.wanted, signal, onSign: () => request.onProgress(done()) }));
      } catch (cause) {
        failure.abort(cause);
        throw cause instanceof Fault ? placed(cause, phase, row) : cause;
      }
      request.onProgress(done());
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const waits = answers.map(({ firstTokenSeconds }) => firstTokenSeconds);
  return {
    passes: next / rows,
    queries: answers.length,
    failedQueries: 0,
    inputTokens: answers.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: answers.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    firstToken: { meanSeconds: mean(waits), medianSeconds: median(waits), p95Seconds: percentile(waits, 0.95) },
  };
}

/** A fault with the query that met it. */
function placed(fault: Fault, phase: Phase, row: number): Fault {
  const { kind, code, mend } = fault;
  return new Fault(kind, `${phase}, query ${row + 1}: ${fault.message}`, { code, ...(mend === undefined ? {} : { mend }), cause: fault });
}
