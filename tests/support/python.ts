import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ENVIRONMENTS = resolve('node_modules/.cache/integration/python');

/**
 * Path of a Python that has these packages of PyPI, in an environment of its own, made where it is not there yet.
 * @param packages as pip takes them, with their versions: nvidia-ml-py==13.615.71
 */
export async function pythonWith(...packages: string[]): Promise<string> {
  const folder = join(ENVIRONMENTS, createHash('sha256').update(packages.join('\n')).digest('hex').slice(0, 16));
  const python = join(folder, 'bin/python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(ENVIRONMENTS, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], { maxBuffer: 1 << 26 });
  await writeFile(complete, packages.join('\n'));
  return python;
}
