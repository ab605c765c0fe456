import type { HubAccess } from '../../src/hub/hub-access.ts';
import type { HubModelRequest } from '../../src/hub/hub-models.ts';
import type { HubServer } from './hub-server.ts';
import { COMMIT } from './transformers-models.ts';

/** What the worker with transformers asks for. */
export const TRANSFORMERS = { kind: 'transformers', task: 'text-generation', precision: 'float16', quantization: null } as const;

/** A request for the small language model of tests/support/transformers-models.ts. */
export const llamaRequest = (cacheFolder: string, changes: Partial<HubModelRequest> = {}): HubModelRequest => ({
  id: 'someone/llama',
  revision: COMMIT,
  format: TRANSFORMERS,
  cacheFolder,
  maximumBytes: 10_000_000,
  maximumCacheBytes: 100_000_000,
  ...changes,
});

/** Access to a loopback Hub whose pauses take no time, and are told. */
export function accessTo(hub: HubServer, changes: Partial<HubAccess> = {}): HubAccess & { pauses: number[] } {
  const pauses: number[] = [];
  return { hubUrl: hub.url, wait: async (milliseconds) => pauses.push(milliseconds), pauses, ...changes };
}
