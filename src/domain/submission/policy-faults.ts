import type { Submission } from '../generated/submission.ts';
import type { Policy } from '../policy.ts';
import { quoted } from './hostile-characters.ts';
import type { SubmissionLocation } from './location.ts';

/** The parts of a submission that are well formed, each by itself; the others are left out. */
export type SoundParts = {
  [K in keyof Submission]?: NonNullable<Submission[K]> extends object
    ? { [L in keyof NonNullable<Submission[K]>]?: NonNullable<Submission[K]>[L] }
    : Submission[K];
};

/** A fault of the value at a pointer; at its key where onKey says so. */
export type PointedFault = { code: string; message: string; pointer: string; suggestion?: string };

type Rule = (parts: SoundParts, policy: Policy, location: SubmissionLocation | null) => PointedFault | null;

/** The backend that will run a submission: its own word, else the policy's first. Null where its word is at fault. */
export const backendOf = (parts: SoundParts, policy: Policy): Submission['backend'] | null =>
  'backend' in parts ? (parts.backend ?? null) : policy.backends[0];

const modelAgrees: Rule = ({ model }, _, location) => {
  if (model === undefined || location === null) return null;
  const expected = `${location.org}/${location.name}`;
  if (model === expected) return null;
  const cased = model.toLowerCase() === expected.toLowerCase() ? ', and case counts' : '';
  return {
    code: 'S-path-model',
    message: `The model is ${quoted(model)}, but the file lies in ${quoted(`submissions/${expected}/`)}${cased}.`,
    pointer: '/model',
    suggestion: expected,
  };
};

const taskAgrees: Rule = ({ task }, _, location) => {
  if (task === undefined || location === null || task === location.task) return null;
  return {
    code: 'S-path-content-task',
    message: `The task is ${quoted(task)}, but the file is named for ${quoted(location.task)}.`,
    pointer: '/task',
    suggestion: location.task,
  };
};

const modelAllowed: Rule = ({ model }, { deniedModels }) => {
  if (model === undefined) return null;
  const id = model.toLowerCase();
  const org = `${id.slice(0, id.indexOf('/'))}/*`;
  const entry = deniedModels.find((denied) => [id, org].includes(denied.toLowerCase()));
  if (entry === undefined) return null;
  return { code: 'S-policy-denied', message: `The policy does not score ${quoted(entry)}.`, pointer: '/model' };
};

const backendAllowed: Rule = ({ backend }, { backends }) => {
  if (backend === undefined || backends.includes(backend)) return null;
  return {
    code: 'S-policy-backend',
    message: `The policy does not run the backend ${quoted(backend)}; it runs ${backends.join(', ')}.`,
    pointer: '/backend',
  };
};

const endpointFits: Rule = (parts, policy) => {
  const backend = backendOf(parts, policy);
  if (backend === null) return null;
  const named = 'endpoint' in parts;
  if (named && backend !== 'endpoint') {
    const message = `An endpoint is named, but the backend is ${quoted(backend ?? '')}.`;
    return { code: 'S-policy-endpoint', message, pointer: '/endpoint' };
  }
  if (named || backend !== 'endpoint') return null;
  const message = 'The backend is an endpoint, but none is named: add the key `endpoint`.';
  return { code: 'S-policy-endpoint', message, pointer: 'backend' in parts ? '/backend' : '' };
};

const reasoningFits: Rule = ({ task, reasoning }) => {
  if (task === undefined || reasoning === undefined) return null;
  if (task === 'reasoning' && reasoning.state === 'off') {
    const message = 'The task reasoning is measured with thinking on.';
    return { code: 'S-policy-reasoning', message, pointer: '/reasoning/state', suggestion: 'on' };
  }
  if (task === 'reasoning' || task === 'text-generation') return null;
  return { code: 'S-policy-reasoning', message: `The task ${quoted(task)} knows no reasoning.`, pointer: '/reasoning' };
};

const effortFits: Rule = ({ reasoning }) => {
  if (reasoning?.state !== 'off' || reasoning.effort === undefined) return null;
  return { code: 'S-policy-effort', message: 'An effort is named, but reasoning is off.', pointer: '/reasoning/effort' };
};

const precisionFits: Rule = (parts, policy) => {
  if (parts.precision !== 'bfloat16' || backendOf(parts, policy) !== 'embedded') return null;
  const message = 'The embedded backend has no bfloat16.';
  return { code: 'S-policy-precision', message, pointer: '/precision', suggestion: 'float16' };
};

/** Bits per weight that a checkpoint of each method can have. */
const BITS: Readonly<Record<string, readonly number[]>> = {
  onnx: [2, 4, 8],
  bitsandbytes: [4, 8],
  gptq: [2, 3, 4, 8],
  awq: [4],
  fp8: [8],
  mxfp4: [4],
  gguf: [2, 3, 4, 5, 6, 8],
};

const quantizationFits: Rule = (parts, policy) => {
  const { method, bits } = parts.quantization ?? {};
  if (method === undefined) return null;
  const code = 'S-policy-quantization';
  const backend = backendOf(parts, policy);
  if (backend === 'embedded' && method !== 'onnx') {
    return { code, message: `The embedded backend runs ONNX weights, not ${method}.`, pointer: '/quantization/method' };
  }
  if (backend === 'transformers' && (method === 'onnx' || method === 'gguf')) {
    return { code, message: `The transformers backend does not run ${method} weights.`, pointer: '/quantization/method' };
  }
  if (bits === undefined || BITS[method]?.includes(bits) !== false) return null;
  return { code, message: `Weights of ${method} have ${BITS[method].join(', ')} bits, not ${bits}.`, pointer: '/quantization/bits' };
};

const evidenceHostAllowed: Rule = ({ evidence }, policy) => {
  if (evidence?.url === undefined) return null;
  const { hosts } = policy.evidence;
  const host = evidence.url.slice('https://'.length).split('/')[0] ?? '';
  if (hosts.includes(host)) return null;
  const taken = hosts.length === 0 ? 'it takes no evidence at all' : `it takes it from ${hosts.join(', ')}`;
  return {
    code: 'S-policy-evidence-host',
    message: `The policy takes no evidence from ${quoted(host)}; ${taken}.`,
    pointer: '/evidence/url',
  };
};

const RULES: readonly Rule[] = [
  modelAgrees,
  taskAgrees,
  modelAllowed,
  backendAllowed,
  endpointFits,
  reasoningFits,
  effortFits,
  precisionFits,
  quantizationFits,
  evidenceHostAllowed,
];

/** What of a submission's sound parts disagrees with its path, with the policy, or with itself. */
export const policyFaults = (parts: SoundParts, policy: Policy, location: SubmissionLocation | null): PointedFault[] =>
  RULES.flatMap((rule) => rule(parts, policy, location) ?? []);
