import { operatorFault } from '../domain/errors.ts';
import type { DatasetHub } from '../ports/hub.ts';
import { accessOptions, type HubAccess, hubLibrary, refusalOf } from './hub-access.ts';

/** Data sets of the Hugging Face Hub, read in pieces at a pinned commit. */
export function hubDatasets(access: HubAccess = {}): DatasetHub {
  const options = accessOptions(access);
  return {
    async resolve(id) {
      const { datasetInfo, listFiles } = await hubLibrary();
      try {
        const { sha: revision } = await datasetInfo({ ...options, name: id, additionalFields: ['sha'] });
        const paths: string[] = [];
        for await (const entry of listFiles({ ...options, repo: { type: 'dataset', name: id }, revision, recursive: true })) {
          if (entry.type === 'file') paths.push(entry.path);
        }
        return { revision, paths: paths.sort() };
      } catch (thrown) {
        if (refusalOf(thrown, `the data set ${id}`) === 'missing') return null;
        throw closed(id, thrown);
      }
    },
    async open(id, revision, path) {
      const { downloadFile } = await hubLibrary();
      try {
        const file = await downloadFile({ ...options, repo: { type: 'dataset', name: id }, revision, path });
        if (file === null) throw closed(id, null);
        return {
          byteLength: file.size,
          slice: async (start, end) => {
            try {
              return await file.slice(start, end ?? file.size).arrayBuffer();
            } catch (thrown) {
              throw closedOr(thrown, id);
            }
          },
        };
      } catch (thrown) {
        throw closedOr(thrown, id);
      }
    },
  };
}

const closed = (id: string, cause: unknown) =>
  operatorFault(`The Hub does not give access to the data set ${id}.`, {
    code: 'hub-dataset-closed',
    mend: 'Accept its conditions on the Hub and set HF_TOKEN, or name a local data set in the policy.',
    cause,
  });

/** The fault of a broken connection where there was one, else that the data set is closed. */
function closedOr(thrown: unknown, id: string): Error {
  refusalOf(thrown, `the data set ${id}`);
  return closed(id, thrown);
}
