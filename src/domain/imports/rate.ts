import { inputFault } from '../errors.ts';
import type { Edition } from '../generated/edition.ts';
import type { Import } from '../generated/import.ts';
import { type Rating, rate } from '../rating.ts';
import { taskOf } from '../tasks.ts';

type ModelClass = Edition['rows'][number]['class'];

/**
 * The place that an imported figure would have in an edition. One pass has no spread, so nothing is said of how sure its stars are.
 * @param modelClass the model's class, where the task has classes; null takes the one that the edition gives the same model
 * @throws Fault of the input: class-unknown, not-comparable
 */
export function rateImport(document: Import, edition: Edition, modelClass: ModelClass): { rating: Rating; caveat: string } {
  const { model, task, figure } = document;
  const ofTask = edition.rows.filter((row) => row.task === task);
  const wanted = taskOf(task).classes === 'single' ? null : (modelClass ?? ofTask.find((row) => row.model === model)?.class ?? undefined);
  if (wanted === undefined) {
    throw inputFault(`${task} has stars per class, and edition ${edition.name} does not hold ${model}, which would tell its class.`, {
      code: 'class-unknown',
      mend: 'Name the class with --class: A, B or C.',
    });
  }
  const others = ofTask
    .filter((row) => row.class === wanted && row.model !== model)
    .map((row) => ({ model: row.model, whPer1000Queries: row.gpuWhPer1000Queries }));
  if (others.length === 0) {
    throw inputFault(`Edition ${edition.name} has no other model of ${task}${wanted === null ? '' : `, class ${wanted}`}.`, {
      code: 'not-comparable',
      mend: 'Rate it in an edition that has some.',
    });
  }
  const own = { model, whPer1000Queries: figure.whPer1000Queries, standardDeviation: null, runs: 1 };
  const hardware = document.told.hardware ?? (document.report.gpus.join(', ') || 'hardware that nobody told');
  return {
    rating: rate(own, others, { minimumModels: 1 }),
    caveat: `Imported from ${document.source.tool}, measured on ${hardware}; it omits ${document.omits.length} things that a measurement has. The edition is of ${edition.hardware}. No result, and no place that it holds.`,
  };
}
