import type { Plan } from '../../domain/generated/plan.ts';
import type { Loaded } from './load.ts';
import { wantedIn } from './phases.ts';
import { ask } from './query.ts';

/** After one full query: so many short ones, of so many new tokens. */
const SHORT_QUERIES = 10;
const SHORT_TOKENS = 2;

/** Queries of a warm-up that is not cut short. */
export const WARM_UP_QUERIES = 1 + SHORT_QUERIES;

/**
 * One full query, then ten of two new tokens, going round the rows.
 * @param maximumSeconds no query starts after so many seconds, the first excepted
 * @throws Fault of the query that failed
 */
export async function warmUp(
  { target, prepared }: Loaded,
  plan: Plan,
  maximumSeconds: number,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<{ queries: number; seconds: number }> {
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  const full = wantedIn('generate', plan);
  const short = { ...full, count: Math.min(SHORT_TOKENS, full.count) };
  let done = 0;
  while (done === 0 || (done < WARM_UP_QUERIES && elapsed() < maximumSeconds)) {
    const query = prepared[done % prepared.length];
    if (query === undefined) break;
    await ask(target, { query, wanted: done === 0 ? full : short, signal, onSign: () => onProgress(done) });
    done += 1;
    onProgress(done);
  }
  return { queries: done, seconds: elapsed() };
}
