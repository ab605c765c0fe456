import { readFile } from 'node:fs/promises';
import { type Endpoints, endpointsFromText } from '../domain/endpoints.ts';
import { messageOf, operatorFault } from '../domain/errors.ts';

/** Names the file of the operator's endpoints, where a command names none. */
export const ENDPOINTS_VARIABLE = 'AI_ENERGY_SCORE_ENDPOINTS';

/**
 * The operator's servers by alias; none where no file is named.
 * @throws Fault of the operator: endpoints-missing, and those of endpointsFromText
 */
export async function readEndpoints(file: string | undefined): Promise<Endpoints> {
  const path = file ?? (process.env[ENDPOINTS_VARIABLE] || undefined);
  if (path === undefined) return new Map();
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw operatorFault(`The file of endpoints cannot be read: ${messageOf(cause)}.`, {
      code: 'endpoints-missing',
      mend: 'Name an existing file with --endpoints; docs/endpoints.md tells what stands in it.',
      cause,
    });
  });
  return endpointsFromText(text, path);
}
