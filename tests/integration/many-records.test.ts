import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openGitStore } from '../../src/results-repo/git-store.ts';
import { git, nthRecord, publish, temporaryRepository } from '../results-repo/repository.ts';
import { runCli } from '../support/quick-examples.ts';

/** `npm run bench publish` does the same with a thousand. */
const RECORDS = 200;
const WRITERS = 10;

/** Far more than it takes: other work may slow it as much as it likes. */
const LIMIT_MILLISECONDS = 1_800_000;

/** Everything that has to hold of the repository with all records in it. */
async function expectWhole(folder: string): Promise<void> {
  const store = await openGitStore(folder);
  const snapshot = await store.snapshot();
  expect(await snapshot.list('results/')).toHaveLength(RECORDS);
  expect(await git(folder, 'rev-list', '--min-parents=2', '--count', 'HEAD')).toBe('0\n');
  expect(await git(folder, 'rev-list', '--count', 'HEAD')).toBe(`${RECORDS + 1}\n`);
  const checked = await runCli(['check-repo', '--repo', folder, '--json']);
  expect(checked.code, checked.stdout).toBe(0);
  expect(JSON.parse(checked.stdout)).toMatchObject({ findings: [], records: RECORDS });
}

test(
  'two hundred records published one after another are all there, in one line, and a fresh build gives the same files',
  async () => {
    await using repository = await temporaryRepository();
    for (let n = 0; n < RECORDS; n += 1) expect((await publish(repository.store, nthRecord(n))).kind).toBe('published');
    await expectWhole(repository.path);
  },
  LIMIT_MILLISECONDS,
);

test(
  'and so are two hundred that ten writers publish at once',
  async () => {
    await using repository = await temporaryRepository();
    const publisher = resolve('tests/results-repo/publisher.ts');
    const ended = Array.from({ length: WRITERS }, (_, writer) => {
      const count = RECORDS / WRITERS;
      const child = spawn(process.execPath, [publisher, repository.path, String(writer * count), String(count)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return once(child, 'close');
    });
    expect(await Promise.all(ended)).toEqual(Array(WRITERS).fill([0, null]));
    await expectWhole(repository.path);
  },
  LIMIT_MILLISECONDS,
);
