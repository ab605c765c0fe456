import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runStep, type StepOutcome } from '../support/action-step.ts';
import { folderOf } from '../support/folders.ts';
import { filledTemplate } from '../templates/repositories.ts';

/** Runs the action as a runner does, from its source. */
async function run(workspace: string): Promise<StepOutcome> {
  await using runner = await folderOf({ empty: '' });
  const script = resolve('src/fronts/action/check-repo.ts');
  return await runStep({
    script,
    cwd: runner.path,
    folder: runner.path,
    environment: { GITHUB_WORKSPACE: workspace, INPUT_REPOSITORY: '' },
  });
}

test('a consistent repository is told, and the job goes on', async () => {
  await using folder = await folderOf(Object.fromEntries(await filledTemplate('results')));
  const { code, log, outputs } = await run(folder.path);
  expect(code, log).toBe(0);
  expect(log).toContain('Consistent: 0 records');
  expect(outputs).toEqual({ consistent: 'true' });
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
  expect(outputs).toEqual({ consistent: 'false' });
});

test('a folder that is no results repository fails with what to do', async () => {
  await using folder = await folderOf({ 'README.md': 'ours' });
  const { code, log } = await run(join(folder.path, 'nowhere'));
  expect(code).toBe(1);
  expect(log).toMatch(/::error::There is no folder .* \[not-a-results-repository\]/);
});
