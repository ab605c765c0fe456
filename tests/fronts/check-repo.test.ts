import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordPath } from '../../src/domain/identifiers.ts';
import { commitAll, PROVEN, RECORDS, rewrite, soundRepository } from '../results-repo/check-repo-repository.ts';
import { git } from '../results-repo/repository.ts';
import { runCli } from '../support/quick-examples.ts';

let sound: Awaited<ReturnType<typeof soundRepository>>;
beforeAll(async () => {
  sound = await soundRepository();
  // Derived files are proved by the version that built them.
  await runCli(['leaderboard', 'build', '--repo', sound.path]);
  if ((await git(sound.path, 'status', '--porcelain')) !== '') await commitAll(sound.path, 'Build');
}, 120_000);
afterAll(() => sound[Symbol.asyncDispose]());

describe('check-repo', () => {
  test('ends with 0 and says how much it looked at', async () => {
    const ended = await runCli(['check-repo', '--repo', sound.path, '--evidence', '--json']);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      history: 'git',
      records: 7,
      editions: 2,
      evidence: 1,
      consistent: true,
      findings: [],
    });
    expect(ended.stderr).toContain('Consistent: 7 records, 2 editions, 1 bundle at hand, evidence of 1 checked again, at commit ');
  });

  test('ends with 1 and names code, path and mend, hostile characters made visible', async () => {
    const folder = await sound.copy('plain');
    await rewrite(folder, 'results/a\u001b[31m.txt', () => 'x');
    await rewrite(folder, recordPath(RECORDS.first), (text) => text.replace('example-org', 'example-orc'));
    const ended = await runCli(['check-repo', '--repo', folder, '--json']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('error[C-path-unknown]: results/a\\u{001B}[31m.txt: ');
    expect(ended.stderr).toContain(`error[C-record-digest]: ${recordPath(RECORDS.first)}: The digest of its content begins with `);
    expect(ended.stderr).toContain('  help: A record never changes: restore it from the history.');
    const { consistent, history, findings } = JSON.parse(ended.stdout);
    expect([consistent, history]).toEqual([false, 'none']);
    expect(Object.keys(findings[0])).toEqual(['code', 'path', 'message', 'mend']);
  });

  test('tells what was put back as a note, and how deep it looked, and ends with 0', async () => {
    const folder = await sound.copy('git');
    await rewrite(folder, recordPath(RECORDS.first), (text) => `${text} `);
    await commitAll(folder, 'Damage');
    await git(folder, '-c', 'user.name=t', '-c', 'user.email=t@t.invalid', 'revert', '--no-edit', 'HEAD');
    const ended = await runCli(['check-repo', '--repo', folder, '--json']);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ consistent: true, findings: [], notes: [{ code: 'C-record-changed' }] });
    expect(ended.stderr).toContain(`note[C-record-changed]: ${recordPath(RECORDS.first)}: Commit `);
    expect(ended.stderr).toContain('1 bundle at hand, held by name and size alone (digests: --evidence), at commit ');
  });

  test('ends with 2 where there is no results repository, and without --repo', async () => {
    const folder = await sound.copy('plain');
    for (const part of ['results', 'ledger', '.ai-energy-score']) await rm(join(folder, part), { recursive: true });
    const ended = await runCli(['check-repo', '--repo', folder, '--json']);
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout).error.code).toBe('not-a-results-repository');
    expect((await runCli(['check-repo', '--repo', join(folder, 'none')])).code).toBe(2);
    expect((await runCli(['check-repo'])).code).toBe(2);
  });

  test('of a repository that the commands themselves wrote finds nothing', async () => {
    const folder = await sound.copy('git');
    const decided = ['state', recordPath(PROVEN.record), '--repo', folder, '--to', 'disputed', '--reason', 'The clock is in doubt.'];
    expect((await runCli(decided)).code).toBe(0);
    const ended = await runCli(['check-repo', '--repo', folder]);
    expect(ended.code, ended.stderr).toBe(0);
  });
});
