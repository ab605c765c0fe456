import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf, operatorFault } from '../domain/errors.ts';
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
 * @throws Fault of the operator, code worker-not-installed or python-unusable
 */
export function workerCommand(python?: string): Pick<BackendCommand, 'command' | 'args' | 'environment'> {
  const folder = workerFolder();
  const own = join(folder, '.venv/bin/python');
  const command = python ?? (process.env[PYTHON_VARIABLE] || (existsSync(own) ? own : undefined));
  if (command === undefined) throw notInstalled(folder);
  // A bare name is looked for in PATH when it is started.
  if (command.includes('/')) checkProgram(command);
  return { command, args: ['-I', '-B', folder], environment: allowedEnvironment(process.env) };
}

/** Makes sure that a path is a file that may be executed. Whether it is a Python shows when it is started. */
function checkProgram(path: string): void {
  const example = `as --python ${join(workerFolder(), '.venv/bin/python')}`;
  const stat = statOf(path);
  if (stat === undefined) throw unusable(`There is no Python at ${path}.`, `Name a Python that is there, ${example}.`);
  if (stat.isDirectory()) {
    const inside = join(path, 'bin/python');
    const mend = existsSync(inside) ? `Name the program in it: --python ${inside}` : `Name the program itself, ${example}.`;
    throw unusable(`${path} is a folder, no Python.`, mend);
  }
  if (!stat.isFile() || !isExecutable(path)) {
    throw unusable(`${path} is no program: it cannot be executed.`, `Name a Python that can, ${example}.`);
  }
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unusable(`The Python ${path} cannot be looked at: ${messageOf(error)}.`, 'Name one that this user may read and execute.');
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const unusable = (message: string, mend: string) => operatorFault(message, { code: 'python-unusable', mend });

const notInstalled = (folder: string) =>
  operatorFault('The transformers backend needs its Python worker, which is not installed here.', {
    code: 'worker-not-installed',
    mend:
      `python3 -m venv ${join(folder, '.venv')} && ${join(folder, '.venv/bin/pip')} install --require-hashes -r ${join(folder, 'requirements.lock')}; ` +
      `or name a Python that has it with --python or ${PYTHON_VARIABLE}.`,
  });
