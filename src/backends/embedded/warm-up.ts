import { inputFault, messageOf } from '../../domain/errors.ts';
import type { Plan } from '../../domain/generated/plan.ts';
import type { Loaded } from './load.ts';

/** After one full query: so many short ones, of so many new tokens where the task generates. */
const SHORT_QUERIES = 10;
const SHORT_TOKENS = 2;

/** Queries of a warm-up that is not cut short. */
export const WARM_UP_QUERIES = 1 + SHORT_QUERIES;

/**
 * One full query, then ten short ones (2 new tokens, or one forward pass each), going round the rows.
 * @param maximumSeconds no query starts after so many seconds, the first excepted
 * @throws Fault of the input, code first-query-failed: a model that cannot answer at all is told before anything is measured
 */
export async function warmUp(
  loaded: Loaded,
  plan: Plan,
  maximumSeconds: number,
  onProgress: (done: number) => void,
): Promise<{ queries: number; seconds: number }> {
  const { model, queries } = loaded;
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  let done = 0;
  while (done === 0 || (done < WARM_UP_QUERIES && elapsed() < maximumSeconds)) {
    try {
      const query = await model.prepare(queries.rows[done % queries.rows.length] ?? {});
      const newTokens = done === 0 ? plan.generation.newTokens : SHORT_TOKENS;
      if (model.generate === null || newTokens === null) await model.forward(query);
      else await model.generate(query, newTokens, () => onProgress(done));
    } catch (cause) {
      throw inputFault(`The model cannot answer its warm-up query ${done + 1}: ${messageOf(cause)}`, {
        code: 'first-query-failed',
        mend: 'Check that its tokenizer or image processor belongs to its ONNX files.',
        cause,
      });
    }
    done += 1;
    onProgress(done);
  }
  return { queries: done, seconds: elapsed() };
}
