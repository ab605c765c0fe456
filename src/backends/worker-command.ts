import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operatorFault } from '../domain/errors.ts';
import { allowedEnvironment } from './command.ts';
import type { BackendCommand } from './process.ts';

/** Names the Python that has the worker's requirements, where it is not found by itself. */
export const PYTHON_VARIABLE = 'AI_ENERGY_SCORE_PYTHON';

/** The folder of the Python worker: beside src/ and dist/, from which this code runs. */
export const workerFolder = (): string => {
  const here = import.meta.url;
  return fileURLToPath(here.endsWith('.ts') ? new URL('../../worker', here) : new URL('../worker', here));
};

/**
 * How to start the Python reference worker.
 * @param python the Python that has its requirements. Default: what AI_ENERGY_SCORE_PYTHON names, else worker/.venv
 * @throws Fault of the operator, code worker-not-installed
 */
export function workerCommand(python?: string): Pick<BackendCommand, 'command' | 'args' | 'environment'> {
  const folder = workerFolder();
  const own = join(folder, '.venv/bin/python');
  const command = python ?? (process.env[PYTHON_VARIABLE] || (existsSync(own) ? own : undefined));
  if (command === undefined) throw notInstalled(folder);
  return { command, args: ['-I', '-B', folder], environment: allowedEnvironment(process.env) };
}

const notInstalled = (folder: string) =>
  operatorFault('The transformers backend needs its Python worker, which is not installed here.', {
    code: 'worker-not-installed',
    mend:
      `python3 -m venv ${join(folder, '.venv')} && ${join(folder, '.venv/bin/pip')} install --require-hashes -r ${join(folder, 'requirements.lock')}; ` +
      `or name a Python that has it with --python or ${PYTHON_VARIABLE}.`,
  });
