import { setImmediate as nextTurn } from 'node:timers/promises';
import { Fault } from '../../domain/errors.ts';
import type { Queries } from '../queries.ts';
import type { LoadedModel } from './query.ts';

/**
 * Looks at every row before anything is measured, so that a file nobody can read ends the run at its beginning.
 * @returns how many queries of one pass have their input cut off; null where inputs are no tokens
 * @throws Fault of the input, telling the row
 */
export async function inspectRows({ inspect, maximumInputTokens }: LoadedModel, { rows }: Queries): Promise<number | null> {
  let cut = 0;
  for (const [index, row] of rows.entries()) {
    const fit = await inspect(row).catch((cause: unknown) => {
      throw inRow(cause, index + 1);
    });
    if (fit === 'cut') cut += 1;
    await nextTurn();
  }
  if (maximumInputTokens !== null) return cut;
  // The record has no place for sounds that are longer than a model listens, so the log tells of them.
  if (cut > 0) console.error(`${cut} of ${rows.length} inputs are longer than the model takes: their ends are cut off.`);
  return null;
}

function inRow(cause: unknown, number: number): unknown {
  if (!(cause instanceof Fault)) return cause;
  const { kind, code, mend } = cause;
  return new Fault(kind, `Query ${number} of the data set: ${cause.message}`, { code, cause, ...(mend === undefined ? {} : { mend }) });
}
