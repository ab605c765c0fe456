import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionText } from '../../src/domain/edition.ts';
import type { Edition } from '../../src/domain/generated/edition.ts';
import { recordPath } from '../../src/domain/identifiers.ts';
import { EDITION } from '../render/label-samples.ts';
import { nthRecord, publish, temporaryRepository } from '../results-repo/repository.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { sealed } from '../support/records.ts';

const RECORDS = [0, 1, 2].map((n) => sealed(nthRecord(n)));

let repository: Awaited<ReturnType<typeof temporaryRepository>>;
let folder: Awaited<ReturnType<typeof folderOf>>;
const at = (name: string) => join(folder.path, name);
const record = () => join(repository.path, recordPath(RECORDS[0] as (typeof RECORDS)[number]));

beforeAll(async () => {
  repository = await temporaryRepository();
  folder = await folderOf({ 'bad.yaml': 'schemaVersion: 2\n' });
  for (const one of RECORDS) await publish(repository.store, one);
  const later: Edition = { ...EDITION, name: '2025-03', rows: EDITION.rows.slice(1) };
  await writeFile(at('later.json'), editionText(later));
  const label = ['--edition', 'editions/2025-02.json', '--model', 'distilbert/distilgpt2', '--task', 'text-generation'];
  expect((await runCli(['label', ...label, '--out', at('label.svg')])).code).toBe(0);
});
afterAll(async () => {
  await repository[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

describe('the answer', () => {
  const commands: [string, () => string[], RegExp][] = [
    ['rate', () => ['rate', record(), '--repo', repository.path], /rank \d of 3/],
    ['check', () => ['check', record()], /: unofficial, without its bundle/],
    ['check-repo', () => ['check-repo', '--repo', repository.path], /3 records/],
    ['leaderboard build', () => ['leaderboard', 'build', '--repo', repository.path], /3 records on 1 board/],
    ['edition diff', () => ['edition', 'diff', 'editions/2025-02.json', at('later.json')], /^went .*\n[\s\S]*From 2025-02 to 2025-03/],
    ['label verify', () => ['label', 'verify', at('label.svg'), '--repo', repository.path], /not ours/],
    ['validate', () => ['validate', at('bad.yaml'), '--offline'], /bad\.yaml:1:/],
  ];

  test.each(commands)('of %s goes to standard output, and with --json makes room for the one document', async (_, args, words) => {
    const plain = await runCli(args());
    expect(plain.stdout, plain.stderr).toMatch(words);
    expect(plain.stderr).toBe('');
    const json = await runCli([...args(), '--json']);
    expect(json.stderr).toMatch(words);
    expect(() => JSON.parse(json.stdout)).not.toThrow();
    expect(json.code).toBe(plain.code);
  });
});

test('a fault goes to standard error, and the answers for other results to standard output', async () => {
  const ended = await runCli(['publish', record(), at('none.json'), '--repo', repository.path]);
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain('published already');
  expect(ended.stderr).toContain('error[file-missing]');
  expect(ended.stdout).not.toContain('error[');
});
