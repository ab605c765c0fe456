import type { Result } from '../domain/generated/result.ts';
import type { FewFilesReader, Snapshot } from '../ports/results-store.ts';
import type { ValidatedFile } from './validate.ts';

/** What is published of the submissions' models and tasks. */
export type PublishedNear = {
  /** Those records alone, as a snapshot to take times from. */
  history: Snapshot;
  /** Paths of records of the same model, revision, task and variant. */
  sameAs(file: ValidatedFile): string[];
};

/** Reads, in one request, the published results of the models and tasks that some submissions are for. */
export async function readPublishedNear(read: FewFilesReader, files: readonly ValidatedFile[]): Promise<PublishedNear> {
  const { files: found } = await read({ folders: [...new Set(files.flatMap(folderOf))] });
  const records = [...found].flatMap(([path, bytes]) => recordAt(path, bytes));
  return {
    history: snapshotOf(found),
    sameAs: (file) => records.filter(({ record }) => isSame(record, file)).map(({ path }) => path),
  };
}

const folderOf = ({ submission }: ValidatedFile): string[] =>
  submission === null ? [] : [`results/${submission.task}/${submission.model}`];

type Kept = { path: string; record: Result };

/** A file that is no record is nobody's result. */
function recordAt(path: string, bytes: Uint8Array): Kept[] {
  try {
    const record = JSON.parse(new TextDecoder().decode(bytes)) as Result;
    return typeof record.plan.model.revision === 'string' ? [{ path, record }] : [];
  } catch {
    return [];
  }
}

function isSame({ plan }: Result, { submission, location }: ValidatedFile): boolean {
  if (submission === null) return false;
  const same = plan.model.id === submission.model && plan.model.revision === submission.revision && plan.task === submission.task;
  return same && plan.variant === (location?.variant ?? null);
}

const snapshotOf = (files: ReadonlyMap<string, Uint8Array>): Snapshot => {
  const below = (prefix: string) => [...files].filter(([path]) => path.startsWith(prefix)).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    commit: null,
    list: async (prefix = '') => below(prefix).map(([path]) => path),
    read: async (path) => files.get(path) ?? null,
    async *readAll(prefix) {
      for (const [path, bytes] of below(prefix)) yield { path, bytes };
    },
  };
};
