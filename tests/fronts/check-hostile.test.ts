import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultFolder } from '../evidence/packed-result.ts';
import { folderOf } from '../support/folders.ts';
import { forgeFile } from '../support/forged-bundle.ts';
import { runCli } from '../support/quick-examples.ts';

test('check tells of every result, whatever one of them holds: a forged environment is a check that fails, and no crash', async () => {
  await using folder = await folderOf();
  const { folder: forged } = await resultFolder(join(folder.path, 'forged'));
  const { folder: sound } = await resultFolder(join(folder.path, 'sound'));
  await forgeFile(forged, 'environment.json', () => `{"software":1e999,"hardware":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
  const ended = await runCli(['check', forged, sound, '--json'], { cwd: folder.path });
  expect(ended.code, ended.stderr).toBe(1);
  const { results } = JSON.parse(ended.stdout) as { results: { verdict: string; checks: { code: string; status: string }[] }[] };
  expect(results.map(({ verdict }) => verdict)).toEqual(['invalid', 'unofficial']);
  const failed = (results[0]?.checks ?? []).filter(({ status }) => status === 'fail').map(({ code }) => code);
  expect(failed).toEqual(expect.arrayContaining(['R-evidence-environment', 'R-evidence-files']));
});
