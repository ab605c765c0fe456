import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { writeSampleRepository } from '../support/leaderboard-repository.ts';
import { runCli } from '../support/quick-examples.ts';

test('an edition that was frozen is a file to review, and it is told when pages and labels show it', async () => {
  await using folder = await folderOf();
  await writeSampleRepository(folder.path, { edition: 'none' });
  const { code, stdout, stderr } = await runCli([
    'edition',
    'freeze',
    '--repo',
    folder.path,
    '--name',
    '2026-03',
    '--cut-off',
    '2026-03-01',
  ]);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('Review it, then commit it.');
  expect(stdout).toMatch(/pages show it, with its labels, badges and published files, from the next build on/);
  expect(stdout).toContain(`leaderboard build --repo ${folder.path}`);
  const edition = JSON.parse(await readFile(join(folder.path, 'editions/2026-03.json'), 'utf8'));
  expect(edition.rows.map(({ model }: { model: string }) => model)).toContain('example-labs/heron-7b');
});
