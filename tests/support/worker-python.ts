import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The worker's folder; `python -I <folder>` runs it. */
export const WORKER = resolve('worker');
const LOCKS = ['requirements.lock', 'requirements-test.lock'].map((name) => join(WORKER, name));
const ENVIRONMENTS = resolve('node_modules/.cache/integration');

/** Installs what pip would, several times as fast. */
const UV = 'uv==0.13.9';

/**
 * Path of a Python that has all of the worker's lock files, made where it is not there yet. All tests share it: it takes
 * minutes to fetch, and several gigabytes.
 */
export async function workerPython(): Promise<string> {
  const hash = createHash('sha256');
  for (const lock of LOCKS) hash.update(await readFile(lock));
  const folder = join(ENVIRONMENTS, `worker-${hash.digest('hex').slice(0, 16)}`);
  const python = join(folder, 'bin/python');
  if (existsSync(python)) return python;
  await mkdir(ENVIRONMENTS, { recursive: true });
  const beside = `${folder}.${process.pid}`;
  try {
    await install(beside);
    // Another test process may have been faster; its environment is as good.
    if (!existsSync(python)) await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return python;
}

async function install(folder: string): Promise<void> {
  const python = join(folder, 'bin/python');
  const limits = { maxBuffer: 1 << 26 };
  await run('python3', ['-m', 'venv', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', UV], limits);
  const requirements = LOCKS.flatMap((lock) => ['--requirement', lock]);
  await run(
    join(folder, 'bin/uv'),
    ['pip', 'install', '--quiet', '--python', python, '--compile-bytecode', '--require-hashes', ...requirements],
    limits,
  );
}
