import { basename, join } from 'node:path';
import type { Policy } from '../domain/policy.ts';
import { type TaskKey, taskOf } from '../domain/tasks.ts';
import type { DatasetFiles, DatasetHub } from '../ports/hub.ts';
import { checkRows } from './local.ts';
import { materialise } from './official.ts';

export type DatasetRequest = {
  task: TaskKey;
  policy: Policy;
  /** Folder of the policy file; local data sets lie below it. */
  policyFolder: string;
  /** Folder for official data sets. */
  cacheFolder: string;
  /** Asked only where the policy names no local file. */
  hub: DatasetHub;
};

/**
 * A task's queries: the local file that the policy names, else the official data set.
 * Rows with a blank column are no queries (methodology: batch 1) and are neither counted nor digested.
 * @throws Fault of the input, located, for a local file's rows; of the operator for what cannot be had
 */
export async function openDataset({ task, policy, policyFolder, cacheFolder, hub }: DatasetRequest): Promise<DatasetFiles> {
  const { dataset } = taskOf(task);
  const columns = [...dataset.columns];
  const local = policy.datasets[task];
  if (local !== undefined) {
    const file = join(policyFolder, local.path);
    return {
      file,
      id: basename(file),
      revision: null,
      split: dataset.split,
      columns,
      ...(await checkRows(file, columns)),
      official: false,
    };
  }
  const { id, revision, file, rows, rowsSha256 } = await materialise(dataset, cacheFolder, hub);
  return { file, id, revision, split: dataset.split, columns, rows, rowsSha256, official: true };
}
