import { homedir } from 'node:os';
import { join } from 'node:path';
import { openDataset } from '../datasets/open-dataset.ts';
import { type Endpoints, endpointFor } from '../domain/endpoints.ts';
import { inputFault } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import { taskOf } from '../domain/tasks.ts';
import type { HubAccess } from '../hub/hub-access.ts';
import { hubCatalogue } from '../hub/hub-catalogue.ts';
import { hubDatasets } from '../hub/hub-datasets.ts';
import { hubLicence } from '../hub/hub-licence.ts';
import { hubModel } from '../hub/hub-models.ts';
import { localCatalogue, localLicence, localModel } from '../hub/local-models.ts';
import type { ModelFormat } from '../hub/needed-files.ts';
import type { DatasetHub, ModelCatalogue, ModelFiles } from '../ports/hub.ts';
import type { Sources } from '../stages/measure.ts';
import type { SubmissionsFolder } from './submissions-folder.ts';

export type SourceOptions = {
  folder: SubmissionsFolder;
  offline: boolean;
  /** How the Hub is reached. Default: by the environment's variables. */
  access?: HubAccess;
  /** The operator's servers by alias. */
  endpoints: Endpoints;
  /** Ends downloads. */
  signal?: AbortSignal;
  /** Says what is being downloaded. */
  tell(text: string): void;
};

/** Where downloads are kept: AI_ENERGY_SCORE_CACHE, else below the user's cache folder. */
const cacheFolder = (): string =>
  process.env.AI_ENERGY_SCORE_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ai-energy-score');

/** How the Hub is reached, by the variables that its own tools know. The token is used for the Hub alone. */
export const hubAccess = (): HubAccess => ({ hubUrl: process.env.HF_ENDPOINT, accessToken: process.env.HF_TOKEN });

/** Where models are looked up before anything is fetched; null where the Hub is left out. */
export function catalogueFor({ folder, offline, access }: Omit<SourceOptions, 'tell' | 'signal' | 'endpoints'>): ModelCatalogue | null {
  if (folder.modelsFolder !== null) return localCatalogue(folder.modelsFolder);
  return offline ? null : hubCatalogue(access ?? hubAccess());
}

/** Fetches models and data sets: from the folder's own, else from the Hub. */
export function sourcesFor({ folder, offline, access: asked = hubAccess(), endpoints, signal, tell }: SourceOptions): Sources {
  const access = { ...asked, signal };
  const { modelsFolder, policyFolder } = folder;
  const fetchModel = (id: string, revision: string, format: ModelFormat, policy: Policy): Promise<ModelFiles> => {
    if (modelsFolder !== null) return localModel(modelsFolder, id, revision, format);
    if (offline) throw leftOut(`The model ${id}`, 'name a folder of models with --models');
    const { modelBytes: maximumBytes, cacheBytes: maximumCacheBytes } = policy.limits;
    const limits = { cacheFolder: join(cacheFolder(), 'hub'), maximumBytes, maximumCacheBytes };
    return hubModel({ id, revision, format, ...limits, onProgress: tellTenths(id, tell) }, access);
  };
  return {
    async metadata({ model, revision }) {
      const found = await catalogueFor({ folder, offline, access })?.lookUp(model, revision);
      return found?.kind === 'found' ? found.model : null;
    },
    servedParameters: (submission) => endpointFor(endpoints, submission).parameters,
    servedLicence: async ({ model, revision }) => {
      if (modelsFolder !== null) return localLicence(modelsFolder, model, revision);
      return offline ? null : hubLicence(access, model, revision);
    },
    model: async (submission, policy) => {
      const precision = submission.precision ?? taskOf(submission.task).precision;
      const weights = { precision, quantization: submission.quantization ?? null };
      const format: ModelFormat =
        (submission.backend ?? policy.backends[0]) === 'transformers'
          ? { kind: 'transformers', task: submission.task, ...weights }
          : { kind: 'onnx', ...weights };
      return fetchModel(submission.model, submission.revision, format, policy);
    },
    processor: async ({ processor }, policy) =>
      processor === undefined ? null : fetchModel(processor.model, processor.revision, { kind: 'processor' }, policy),
    dataset: (task, policy) => {
      const cache = { cacheFolder: join(cacheFolder(), 'hub'), maximumCacheBytes: policy.limits.cacheBytes };
      const hub = offline ? noHub : hubDatasets(cache, access);
      return openDataset({ task, policyFolder, policy, cacheFolder: join(cacheFolder(), 'datasets'), hub });
    },
  };
}

const leftOut = (what: string, instead: string) =>
  inputFault(`${what} is not local, and the Hub is left out.`, { code: 'offline', mend: `Leave out --offline, or ${instead}.` });

const noHub: DatasetHub = {
  resolve: async (id) => {
    throw leftOut(`The data set ${id}`, 'name a local file under datasets in the policy');
  },
  open: async (id) => {
    throw leftOut(`The data set ${id}`, 'name a local file under datasets in the policy');
  },
};

/** Tells every tenth of a download. */
function tellTenths(what: string, tell: (text: string) => void): (done: { bytes: number; of: number }) => void {
  let told = 0;
  return ({ bytes, of }) => {
    const tenths = of > 0 ? Math.floor((bytes / of) * 10) : 10;
    if (tenths > told) tell(`  ${what}: ${tenths * 10} % of ${Math.ceil(of / 1e6)} MB\n`);
    told = tenths;
  };
}
