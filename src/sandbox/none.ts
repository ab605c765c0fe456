import type { Sandbox } from '../ports/sandbox.ts';
import { visibleGpus } from './request.ts';

/**
 * Runs a model as a process of this user: it reads what the user reads, and has the network. Only for models that the
 * machine's owner trusts, never official. Its bounds are watched, and its processes found again by their mark.
 */
export const noSandbox: Sandbox = {
  id: 'none',
  container: null,
  async wrap({ command, args, environment, scratchFolder, gpus, memoryBytes, processes }) {
    return {
      command,
      args,
      environment: { ...environment, ...visibleGpus(environment, gpus) },
      folder: scratchFolder,
      watch: { memoryBytes, processes },
      programPid: async (started) => started,
      cleanUp: async () => {},
    };
  },
};
