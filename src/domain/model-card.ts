import type { Label } from './label.ts';
import { taskOf } from './tasks.ts';

/** One entry of the Hub's model-index metadata: what was measured on which data set, and where it is told. */
export type ModelIndexResult = {
  task: { type: string; name: string };
  dataset: { type: string; name: string };
  metrics: { type: string; name: string; value: number }[];
  source?: { name: string; url: string };
};

const METRIC = 'energy_wh_per_1000_queries';

/** The Hub knows no task of that name: reasoning is text generation with thinking on. */
const hubTask = (task: Label['task']): string => (task === 'reasoning' ? 'text-generation' : task);

/** What a label says as the Hub's metadata. */
export function modelIndexResult(label: Label): ModelIndexResult {
  const { title, dataset } = taskOf(label.task);
  const stars = label.stars === null ? [] : [{ type: 'energy_score_stars', name: 'AI Energy Score, stars of 5', value: label.stars }];
  return {
    task: { type: hubTask(label.task), name: title },
    dataset: { type: dataset.id, name: dataset.id.split('/').at(-1) ?? dataset.id },
    metrics: [
      { type: METRIC, name: `${label.energy}, Wh per 1,000 queries, on ${label.hardware}`, value: label.whPer1000Queries },
      ...stars,
    ],
    ...(label.link === null ? {} : { source: { name: 'AI Energy Score', url: label.link } }),
  };
}
