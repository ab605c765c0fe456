import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result } from '../../src/domain/generated/result.ts';
import { recordPath } from '../../src/domain/identifiers.ts';
import { nthRecord, publish, temporaryRepository } from '../results-repo/repository.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { recordText, sealed } from '../support/records.ts';

const ALONE = 'The only result on its board so far.';

test('a result is rated on the board of the repository that it lies in, or named to lie in, and on none that nobody knows', async () => {
  await using repository = await temporaryRepository();
  await using elsewhere = await folderOf();
  const records = [0, 1, 2].map((n) => sealed(nthRecord(n)));
  for (const record of records) await publish(repository.store, record);
  const record = records[0] as Result;
  const copy = join(elsewhere.path, 'result.json');
  await writeFile(copy, recordText(record));
  const [lying, named, apart] = await Promise.all([
    runCli(['report', join(repository.path, recordPath(record))]),
    runCli(['report', copy, '--repo', repository.path]),
    runCli(['report', copy]),
  ]);
  for (const { code, stdout, stderr } of [lying, named]) {
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/Rank \d of 3/);
  }
  expect(apart.stdout).toContain('Wh per 1,000 queries');
  for (const { stdout } of [lying, named, apart]) expect(stdout).not.toContain(ALONE);
  expect(apart.stdout).not.toMatch(/on its board|this board/);
});
