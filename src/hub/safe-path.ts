import { inputFault } from '../domain/errors.ts';

/** A path that stays below the folder it is joined to, on every system. */
const SAFE_PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.+@=,()[\] -]+(?:\/[A-Za-z0-9_.+@=,()[\] -]+)*$/;

/**
 * Refuses a path that may lead out of the folder it is joined to.
 * @throws Fault of the input, code hub-unsafe-path
 */
export function requireSafe(path: string): void {
  if (SAFE_PATH.test(path)) return;
  throw inputFault(`The repository holds a file with an unsafe path: ${JSON.stringify(path)}.`, {
    code: 'hub-unsafe-path',
    mend: 'Rename the file in the repository.',
  });
}
