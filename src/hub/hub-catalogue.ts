import { statedLicence } from '../domain/licence.ts';
import type { ModelCatalogue, ModelLookup } from '../ports/hub.ts';
import { isCodeChoosing, namesCustomCode } from './custom-code.ts';
import { accessOptions, fileText, type HubAccess, hubLibrary, refusalOf } from './hub-access.ts';
import { type Listing, listFilesOf } from './hub-listing.ts';

/** Most configurations of one repository that are read, and the largest, in bytes. */
const MOST_CONFIGURATIONS = 24;
const LARGEST_CONFIGURATION = 4_000_000;

/** Models of the Hugging Face Hub, by their metadata alone: nothing of a model but its configurations is read. */
export function hubCatalogue(access: HubAccess = {}): ModelCatalogue {
  return { lookUp: (id, revision) => lookUp(access, id, revision) };
}

async function lookUp(access: HubAccess, id: string, revision: string): Promise<ModelLookup> {
  const { modelInfo } = await hubLibrary();
  try {
    const model = await modelInfo({
      ...accessOptions(access),
      name: id,
      revision,
      additionalFields: ['sha', 'cardData', 'safetensors', 'config'],
    });
    // A branch or a tag may have the form of a commit; only the commit itself is the pinned revision.
    if (model.sha !== revision) return { kind: 'missing-revision' };
    const listing = await listFilesOf(access, { kind: 'model', id }, revision);
    return {
      kind: 'found',
      model: {
        id: model.name,
        revision,
        pipelineTag: model.task ?? null,
        licence: statedLicence(model.cardData),
        gated: model.gated !== false,
        parameters: model.safetensors?.total ?? null,
        files: [...listing.values()].map(({ path, bytes }) => ({ path, bytes })),
        customCode: await bringsCode(access, id, revision, listing),
      },
    };
  } catch (thrown) {
    access.signal?.throwIfAborted();
    return { kind: refusalOf(thrown, `${id} at ${revision}`) };
  }
}

/** Whether a configuration at the root or of a component names custom code; a download looks at the others again. */
async function bringsCode(access: HubAccess, id: string, revision: string, listing: Listing): Promise<boolean> {
  const configurations = [...listing.values()]
    .filter(({ path, bytes }) => isCodeChoosing(path) && path.split('/').length <= 2 && bytes <= LARGEST_CONFIGURATION)
    .sort((one, other) => one.path.split('/').length - other.path.split('/').length)
    .slice(0, MOST_CONFIGURATIONS);
  for (const { path } of configurations) {
    if (namesCustomCode(await fileText(access, { kind: 'model', id }, revision, path))) return true;
  }
  return false;
}
