import { Fault } from '../errors.ts';
import type { Submission } from '../generated/submission.ts';
import { chooseOnnxFiles } from '../onnx-files.ts';
import type { Policy } from '../policy.ts';
import { taskOf } from '../tasks.ts';
import { quoted } from './hostile-characters.ts';
import { backendOf, type PointedFault, type SoundParts } from './policy-faults.ts';

/** What a catalogue of models answers. */
export type HubAnswer =
  | { kind: 'found'; model: HubModel }
  | { kind: 'missing' }
  | { kind: 'missing-revision' }
  | { kind: 'gated' }
  | { kind: 'refused'; why: string };

/** What has to be known of a model before it is downloaded. */
type HubModel = {
  id: string;
  pipelineTag: string | null;
  licence: string | null;
  gated: boolean;
  files: readonly { path: string; bytes: number | null }[];
  customCode: boolean;
};

/** A repository of the Hub that a submission names, and the place where it does. */
export type HubReference = { id: string; revision: string; pointer: '' | '/processor' };

/**
 * The repositories whose id and revision are both well formed.
 * None where the submission brings evidence of its own: that is for models that nobody else can get.
 */
export function hubReferences({ model, revision, processor, ...rest }: SoundParts): HubReference[] {
  if ('evidence' in rest) return [];
  const named = [
    { id: model, revision, pointer: '' as const },
    { id: processor?.model, revision: processor?.revision, pointer: '/processor' as const },
  ];
  return named.filter((entry): entry is HubReference => entry.id !== undefined && entry.revision !== undefined);
}

/** What the Hub's answer on one repository says against a submission. */
export function hubFaults(reference: HubReference, answer: HubAnswer, parts: SoundParts, policy: Policy): PointedFault[] {
  const { id, revision, pointer } = reference;
  const atModel = `${pointer}/model`;
  if (answer.kind === 'missing') {
    return [
      {
        code: 'S-hub-model',
        message: `There is no repository ${quoted(id)} on the Hub or in the folder of models, or it is private.`,
        pointer: atModel,
      },
    ];
  }
  if (answer.kind === 'refused') return [{ code: 'S-hub-files', message: `${quoted(id)}: ${answer.why}`, pointer: atModel }];
  if (answer.kind === 'missing-revision') {
    return [{ code: 'S-hub-revision', message: `${quoted(id)} has no commit ${revision}.`, pointer: `${pointer}/revision` }];
  }
  const gated = {
    code: 'S-hub-gated',
    message: `${quoted(id)} is gated; nobody is let in without agreeing to its terms.`,
    pointer: atModel,
  };
  if (answer.kind === 'gated') return [gated];
  const { model } = answer;
  const faults: PointedFault[] = [...nameFaults(reference, model.id), ...(model.gated ? [gated] : [])];
  if (model.customCode) {
    const message = `${quoted(id)} brings code of its own (auto_map), which is never run.`;
    faults.push({ code: 'S-hub-custom-code', message, pointer: atModel });
  }
  return pointer === '' ? [...faults, ...modelFaults(model, parts, policy)] : faults;
}

/** The Hub answers under whatever case, and under former names; a model that could be written in two ways could have two rows. */
function nameFaults({ id, pointer }: HubReference, name: string): PointedFault[] {
  if (name === id) return [];
  const message =
    name.toLowerCase() === id.toLowerCase()
      ? `The Hub writes ${quoted(name)} for ${quoted(id)}, and case counts.`
      : `${quoted(id)} is called ${quoted(name)} on the Hub now.`;
  return [{ code: 'S-hub-name', message, pointer: `${pointer}/model`, suggestion: name }];
}

function modelFaults(model: HubModel, parts: SoundParts, policy: Policy): PointedFault[] {
  const faults: PointedFault[] = [];
  const { task } = parts;
  // A repository without a tag cannot be told not to fit.
  if (task !== undefined && model.pipelineTag !== null && !taskOf(task).pipelineTags.includes(model.pipelineTag)) {
    const message = `The Hub lists the model under ${quoted(model.pipelineTag)}, which does not fit the task ${quoted(task)}.`;
    faults.push({ code: 'S-hub-task', message, pointer: '/task' });
  }
  if (model.licence === null) {
    faults.push({ code: 'S-hub-licence', message: 'The model names no licence.', pointer: '/model' });
  }
  return [...faults, ...weightFaults(model, parts, policy)];
}

function weightFaults(model: HubModel, parts: SoundParts, policy: Policy): PointedFault[] {
  const backend = backendOf(parts, policy);
  // An endpoint's operator has the weights already; and an unknown backend wants unknown ones.
  if (backend === null || backend === 'endpoint') return [];
  const weights = backend === 'embedded' ? onnxWeights(model, parts) : safetensors(model);
  if (typeof weights === 'string') return [{ code: 'S-hub-weights', message: weights, pointer: '/model' }];
  if (weights === null) return [];
  const bytes = model.files.reduce((sum, file) => (weights.has(file.path) ? sum + (file.bytes ?? 0) : sum), 0);
  const limit = policy.limits.modelBytes;
  if (bytes <= limit) return [];
  const message = `The weights have ${bytes} bytes; the policy takes at most ${limit}.`;
  return [{ code: 'S-hub-size', message, pointer: '/model' }];
}

/** Paths of the weights; or why there are none. */
type Weights = ReadonlySet<string> | string;

function safetensors({ files }: HubModel): Weights {
  const paths = files.map(({ path }) => path).filter((path) => path.endsWith('.safetensors'));
  return paths.length === 0 ? 'The model has no weights as safetensors; other formats are not read.' : new Set(paths);
}

/** Null where the format of the weights is itself at fault. */
function onnxWeights({ files }: HubModel, { task, precision, quantization }: SoundParts): Weights | null {
  const paths = files.map(({ path }) => path);
  const declared = precision ?? (task === undefined ? null : taskOf(task).precision);
  const isQuantizationSound = quantization === undefined || (quantization.method !== undefined && quantization.bits !== undefined);
  if (declared === null || !isQuantizationSound) return null;
  const format = { precision: declared, quantization: (quantization ?? null) as (Submission['quantization'] & object) | null };
  try {
    const { networks, externalData } = chooseOnnxFiles(paths, format);
    return new Set([...networks, ...externalData]);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.kind !== 'input') throw thrown;
    // What the backend cannot run at all is the policy's fault to name, at the precision's or the quantisation's line.
    return thrown.code === 'onnx-file-missing' ? thrown.message : null;
  }
}
