import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pythonWith } from '../support/python.ts';
import { installGoProgram } from '../support/tools.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'validate-workflow-'));
  file = join(folder, '.github/workflows/validate.yml');
  await mkdir(dirname(file), { recursive: true });
  const [, text = ''] = (await readFile('docs/bot.md', 'utf8')).match(/```yaml\n(name: Validate[\s\S]*?)```/) ?? [];
  expect(text).not.toBe('');
  await writeFile(file, text.replace('OWNER/REPOSITORY', 'octo/scores').replace('@COMMIT', `@${'a'.repeat(40)}`));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the validate workflow of the docs is clean under actionlint', async () => {
  expect(execFileSync(await installGoProgram('actionlint'), ['-no-color', file], { encoding: 'utf8' })).toBe('');
});

test('and under zizmor, as pedantic as it can be', async () => {
  const zizmor = join(dirname(await pythonWith('zizmor==1.32.0')), 'zizmor');
  const options = ['--offline', '--persona=pedantic', '--no-progress', '--color=never'];
  const { status, stdout, stderr } = spawnSync(zizmor, [...options, file], { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
