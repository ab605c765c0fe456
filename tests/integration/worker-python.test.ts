import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { tinyModels } from '../support/worker-models.ts';
import { WORKER, workerPython } from '../support/worker-python.ts';

const run = promisify(execFile);

test("the worker's own tests pass", async () => {
  const python = await workerPython();
  const { root } = await tinyModels();
  const env = { ...process.env, TINY_MODELS: root, OMP_NUM_THREADS: '1' };
  const ended = await run(python, ['-B', '-m', 'pytest', '--quiet', '--no-header', '--tb=short'], {
    cwd: WORKER,
    env,
    maxBuffer: 1 << 26,
  }).catch((failed: { stdout: string; stderr: string }) => ({ stdout: `${failed.stdout}${failed.stderr}\nfailed` }));
  expect(ended.stdout).toMatch(/\n\d+ passed[^\n]*\n$/);
});
