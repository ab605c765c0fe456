import type { startHub } from '../hub-server.ts';

/** A model that the loopback Hub knows. */
export const MODEL = { id: 'octo-lab/small-1b', revision: '0123456789abcdef0123456789abcdef01234567' };

/** A submission without a fault. */
export const GOOD = `schemaVersion: 1\nmodel: ${MODEL.id}\nrevision: ${MODEL.revision}\ntask: text-generation\nbackend: transformers\n`;
export const GOOD_PATH = `submissions/${MODEL.id}/text-generation.yaml`;

/** The policy on the default branch. */
export const POLICY = 'schemaVersion: 1\nname: Ours\nbackends: [transformers]\n';

/** The model as the loopback Hub serves it. */
export const loopbackModel = (): Parameters<typeof startHub>[0][number] => ({
  kind: 'model',
  id: MODEL.id,
  commit: MODEL.revision,
  files: { 'config.json': Buffer.from('{}'), 'model.safetensors': Buffer.from('weights') },
  parameters: 1_100_000_000,
  licence: 'mit',
  pipelineTag: 'text-generation',
});
