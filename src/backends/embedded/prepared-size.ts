import { operatorFault } from '../../domain/errors.ts';
import type { Row } from '../../domain/rows.ts';
import type { LoadedModel } from './query.ts';

/** Bytes that one prepared row takes; null where it cannot be prepared, which the warm-up tells. */
export async function sizeOf(model: LoadedModel, row: Row): Promise<number | null> {
  try {
    const { inputs } = await model.prepare(row);
    return Object.values(inputs).reduce((sum, { data }) => sum + (ArrayBuffer.isView(data) ? data.byteLength : 0), 0);
  } catch {
    return null;
  }
}

/**
 * Refuses a data set whose prepared queries do not fit into memory: the phases after the preparation take them from there,
 * and without this the system would end the backend in the middle of a run.
 * @param bytes of one prepared query; null where it is not known
 * @param available bytes of memory
 * @throws Fault of the operator, code prepared-queries-too-large
 */
export function refuseUnlessHeld(bytes: number | null, queries: number, available: number): void {
  if (bytes === null || bytes * queries <= available) return;
  throw operatorFault(
    `${queries} prepared queries take about ${gigabytes(bytes * queries)} GB of memory, and ${gigabytes(available)} GB are free.`,
    {
      code: 'prepared-queries-too-large',
      mend: 'Measure on a machine with more memory, with fewer queries, or with the transformers backend.',
    },
  );
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
