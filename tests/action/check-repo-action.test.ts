import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { filledTemplate } from '../templates/repositories.ts';

/** Runs the action as a runner does, from its source. */
async function run(folder: string): Promise<{ code: number | null; log: string; outputs: string }> {
  await using runner = await folderOf({ output: '' });
  const output = join(runner.path, 'output');
  const child = spawn(process.execPath, ['--no-warnings', resolve('src/fronts/action/check-repo.ts')], {
    env: {
      PATH: process.env.PATH,
      HOME: runner.path,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: output,
      INPUT_REPOSITORY: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, log, outputs: await readFile(output, 'utf8') };
}

test('a consistent repository is told, and the job goes on', async () => {
  await using folder = await folderOf(Object.fromEntries(await filledTemplate('results')));
  const { code, log, outputs } = await run(folder.path);
  expect(code, log).toBe(0);
  expect(log).toContain('Consistent: 0 records');
  expect(outputs).toContain('true');
});

test('every finding stands at its file, and the job fails', async () => {
  await using folder = await folderOf({
    ...Object.fromEntries(await filledTemplate('results')),
    'ledger/foreign.txt': 'no ledger',
  });
  const { code, log, outputs } = await run(folder.path);
  expect(code).toBe(1);
  expect(log).toContain('::error title=C-path-unknown,file=ledger/foreign.txt::');
  expect(log).toContain('::error::The repository is not consistent in 1 places.');
  expect(outputs).toContain('false');
});

test('a folder that is no results repository fails with what to do', async () => {
  await using folder = await folderOf({ 'README.md': 'ours' });
  const { code, log } = await run(join(folder.path, 'nowhere'));
  expect(code).toBe(1);
  expect(log).toMatch(/::error::There is no folder .* \[not-a-results-repository\]/);
});
