import type { Plan } from '../domain/generated/plan.ts';
import type { MeasuredPhase, Result } from '../domain/generated/result.ts';

/** The phase of the extra window: prefill and decode of every query. */
const PHASE = 'generate';

/** Whether a plan asks for a window with several queries at once that a result does not have yet. */
export const concurrentDue = (plan: Pick<Plan, 'concurrency'>, { concurrent }: Pick<Result, 'concurrent'>): boolean =>
  plan.concurrency !== undefined && concurrent === undefined;

/**
 * Measures the extra window with several queries at once, after the last run. It has the number that the next run would
 * have, so that its readings stand apart from those of the runs; nothing of it counts for the score.
 * @param runs runs that are measured
 * @returns undefined where the plan asks for none
 */
export async function measureConcurrent(
  { concurrency }: Pick<Plan, 'concurrency'>,
  runs: number,
  measure: (run: number, phase: typeof PHASE, concurrency: number) => Promise<MeasuredPhase>,
): Promise<Result['concurrent']> {
  if (concurrency === undefined) return undefined;
  return { concurrency, phase: await measure(runs + 1, PHASE, concurrency) };
}
