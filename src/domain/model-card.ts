import type { Result } from './generated/result.ts';
import { LABEL_MARKS, type Label } from './label.ts';
import { taskOf } from './tasks.ts';

/** One entry of the Hub's model-index metadata: what was measured on which data set, and where it is told. */
export type ModelIndexResult = {
  task: { type: string; name: string };
  dataset: { type: string; name: string; revision?: string; split: string };
  metrics: { type: string; name: string; value: number }[];
  source?: { name: string; url: string };
};

/** The queries that a figure was measured on. */
export type CardQueries = Pick<Result['plan']['dataset'], 'id' | 'revision' | 'split' | 'rows' | 'official'>;

/** What a label's queries were by its record. */
export const queriesOf = ({ plan }: Result): CardQueries => plan.dataset;

/** What they were by an edition, which holds official rows and names no revision; a rehearsal's were anything, and are not known. */
export function queriesOfEditionRow({ task, mark }: Label): CardQueries | null {
  if (mark === 'rehearsal') return null;
  const { id, split, rows } = taskOf(task).dataset;
  return { id, revision: null, split, rows, official: true };
}

const METRIC = 'energy_wh_per_1000_queries';

/** The Hub knows no task of that name: reasoning is text generation with thinking on. */
const hubTask = (task: Label['task']): string => (task === 'reasoning' ? 'text-generation' : task);

/**
 * What a label says as the Hub's metadata; null where there is nothing to say there: of a figure that does not hold, and of one on
 * queries that are no data set of the Hub, which the metadata would have to name.
 */
export function modelIndexResult(label: Label, queries: CardQueries | null): ModelIndexResult | null {
  if (!queries?.official || (label.mark !== null && LABEL_MARKS[label.mark].figure === 'void')) return null;
  const { id, revision, split } = queries;
  const state = label.mark === null ? '' : `${LABEL_MARKS[label.mark].banner}. `;
  const stars =
    label.stars === null ? [] : [{ type: 'energy_score_stars', name: `${state}AI Energy Score, stars of 5`, value: label.stars }];
  return {
    task: { type: hubTask(label.task), name: taskOf(label.task).title },
    dataset: { type: id, name: id.split('/').at(-1) ?? id, ...(revision === null ? {} : { revision }), split },
    metrics: [
      { type: METRIC, name: `${state}${label.energy}, Wh per 1,000 queries, on ${label.hardware}`, value: label.whPer1000Queries },
      ...stars,
    ],
    ...(label.link === null ? {} : { source: { name: `${state}AI Energy Score`, url: label.link } }),
  };
}
