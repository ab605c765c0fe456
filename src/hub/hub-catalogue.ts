import type { ModelCatalogue, ModelLookup, ModelMetadata } from '../ports/hub.ts';
import { namesCustomCode } from './custom-code.ts';
import { accessOptions, type HubAccess, hubLibrary, refusalOf } from './hub-access.ts';

/** Models of the Hugging Face Hub, by their metadata alone: nothing of a model but its config.json is read. */
export function hubCatalogue(access: HubAccess = {}): ModelCatalogue {
  return { lookUp: (id, revision) => lookUp(access, id, revision) };
}

async function lookUp(access: HubAccess, id: string, revision: string): Promise<ModelLookup> {
  const { modelInfo, listFiles, downloadFile } = await hubLibrary();
  const options = accessOptions(access);
  try {
    const model = await modelInfo({
      ...options,
      name: id,
      revision,
      additionalFields: ['sha', 'cardData', 'safetensors', 'config'],
    });
    // A branch or a tag may have the form of a commit; only the commit itself is the pinned revision.
    if (model.sha !== revision) return { kind: 'missing-revision' };
    const files: ModelMetadata['files'] = [];
    for await (const entry of listFiles({ ...options, repo: id, revision, recursive: true })) {
      if (entry.type === 'file') files.push({ path: entry.path, bytes: entry.size });
    }
    const config = files.some(({ path }) => path === 'config.json')
      ? await downloadFile({ ...options, repo: id, revision, path: 'config.json' })
      : null;
    return {
      kind: 'found',
      model: {
        id: model.name,
        revision,
        pipelineTag: model.task ?? null,
        licence: licenceOf(model.cardData),
        gated: model.gated !== false,
        parameters: model.safetensors?.total ?? null,
        files,
        customCode: config !== null && namesCustomCode(await config.text()),
      },
    };
  } catch (thrown) {
    return { kind: refusalOf(thrown, `${id} at ${revision}`) };
  }
}

function licenceOf(card: unknown): string | null {
  const licence = (card as { license?: unknown } | undefined)?.license;
  if (Array.isArray(licence)) return licence.join(', ') || null;
  return typeof licence === 'string' ? licence : null;
}
