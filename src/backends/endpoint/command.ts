import { fileURLToPath } from 'node:url';
import type { Endpoint } from '../../domain/endpoints.ts';
import { operatorFault } from '../../domain/errors.ts';
import { allowedEnvironment } from '../command.ts';
import type { BackendCommand } from '../process.ts';
import type { PinnedEndpoint } from './address.ts';

/** Holds the pinned endpoint as JSON, in the backend's environment. */
export const ENDPOINT_VARIABLE = 'AI_ENERGY_SCORE_ENDPOINT';

/** Holds the server's key, in the backend's environment alone. */
export const KEY_VARIABLE = 'AI_ENERGY_SCORE_ENDPOINT_KEY';

/**
 * How to start the endpoint backend: the same Node.js, from the sources or from dist/, wherever this code lies.
 * @param environment where the key is looked up; of the rest the backend sees what every backend sees
 * @throws Fault of the operator, code endpoint-key-missing
 */
export function endpointCommand(
  endpoint: PinnedEndpoint,
  environment: NodeJS.ProcessEnv,
): Pick<BackendCommand, 'command' | 'args' | 'environment'> {
  const here = import.meta.url;
  const program = here.endsWith('.ts') ? new URL('./main.ts', here) : new URL('./endpoint-backend.js', here);
  const key = keyOf(endpoint, environment);
  return {
    command: process.execPath,
    args: ['--no-warnings', fileURLToPath(program)],
    environment: {
      ...allowedEnvironment(environment),
      [ENDPOINT_VARIABLE]: JSON.stringify(endpoint),
      ...(key === null ? {} : { [KEY_VARIABLE]: key }),
    },
  };
}

function keyOf({ alias, keyVariable }: Endpoint, environment: NodeJS.ProcessEnv): string | null {
  if (keyVariable === null) return null;
  const key = environment[keyVariable]?.trim();
  if (key !== undefined && /^[!-~]+$/.test(key)) return key;
  throw operatorFault(`The key of the endpoint ${alias} is not there: ${keyVariable} is ${key ? 'no key' : 'not set'}.`, {
    code: 'endpoint-key-missing',
    mend: `Set ${keyVariable} in the environment of this program.`,
  });
}
