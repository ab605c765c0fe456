import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import type { ResultState } from '../../src/domain/ledger.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { GivenState } from '../../src/domain/repository/state-change.ts';
import type { ResultsStore } from '../../src/ports/results-store.ts';
import { changeState } from '../../src/stages/change-state.ts';
import { runCli } from '../support/quick-examples.ts';
import { git, nthGpuRecord, publish, temporaryRepository } from './repository.ts';

const change = (store: ResultsStore, n: number, to: GivenState, options: { reason?: string; by?: string; result?: string } = {}) =>
  changeState({
    store,
    result: options.result ?? recordName(nthGpuRecord(n)),
    to,
    reason: options.reason ?? `It is ${to}.`,
    by: options.by ?? 'test',
    policy: defaultPolicy(),
    now: new Date('2026-03-01T10:00:00Z'),
    builderVersion: '0.1.0',
  });

async function fourOfficial() {
  const repository = await temporaryRepository();
  for (const n of [10, 20, 30, 90]) await publish(repository.store, nthGpuRecord(n), { verdict: 'official' });
  return repository;
}

const statesIn = async (folder: string, n: number): Promise<ResultState[]> => {
  const ledger = JSON.parse(await readFile(join(folder, `ledger/${recordName(nthGpuRecord(n))}.json`), 'utf8'));
  return ledger.entries.map(({ state }: { state: ResultState }) => state);
};

describe('changing the state of a result', () => {
  it('adds to the ledger and rebuilds the tables in one commit; the row stays with its reason, the stars of others move', async () => {
    await using repository = await fourOfficial();
    const commits = Number(await git(repository.path, 'rev-list', '--count', 'HEAD'));
    const outcome = await change(repository.store, 90, 'withdrawn', { reason: 'The owner asked.' });
    expect(outcome).toMatchObject({ from: 'official', to: 'withdrawn', path: recordPath(nthGpuRecord(90)) });
    expect(outcome.changes.map(({ model, from, to }) => [model, from, to])).toEqual([
      ['example-org/model-20', 5, 3],
      ['example-org/model-30', 4, 1],
    ]);
    expect(Number(await git(repository.path, 'rev-list', '--count', 'HEAD'))).toBe(commits + 1);
    expect(await git(repository.path, 'status', '--porcelain')).toBe('');
    expect(await statesIn(repository.path, 90)).toEqual(['official', 'withdrawn']);
    const board = JSON.parse(await readFile(join(repository.path, 'leaderboard/text-generation.a.h100-80gb-hbm3.gpu.json'), 'utf8'));
    expect(board.rows.at(-1)).toMatchObject({ model: 'example-org/model-90', rank: null, state: 'withdrawn', reason: 'The owner asked.' });
  });

  it('takes a record by its path too, and settles a dispute', async () => {
    await using repository = await fourOfficial();
    await change(repository.store, 10, 'disputed', { result: recordPath(nthGpuRecord(10)) });
    await change(repository.store, 10, 'official', { result: join(repository.path, recordPath(nthGpuRecord(10))) });
    expect(await statesIn(repository.path, 10)).toEqual(['official', 'disputed', 'official']);
  });

  it.each([
    ['a state that may not follow', () => ({ to: 'official' as const }), 'ledger-transition'],
    ['a record that is not there', () => ({ to: 'disputed' as const, result: '000000000000' }), 'result-unknown'],
    ['an empty reason', () => ({ to: 'disputed' as const, reason: ' ' }), 'state-reason'],
    ['a reason that drives a terminal', () => ({ to: 'disputed' as const, reason: 'a\u001b[2Jb' }), 'state-reason'],
    ['a name of two lines', () => ({ to: 'disputed' as const, by: 'a\nb' }), 'state-by'],
  ])('refuses %s, and writes nothing', async (_what, options, code) => {
    await using repository = await fourOfficial();
    const head = await git(repository.path, 'rev-parse', 'HEAD');
    const { to, ...rest } = options();
    await expect(change(repository.store, 10, to, rest)).rejects.toMatchObject({ code, kind: 'input' });
    expect(await git(repository.path, 'rev-parse', 'HEAD')).toBe(head);
  });

  it('never makes official what the checks did not', async () => {
    await using repository = await temporaryRepository();
    await publish(repository.store, nthGpuRecord(1));
    await change(repository.store, 1, 'disputed');
    await expect(change(repository.store, 1, 'official')).rejects.toMatchObject({
      code: 'state-never-official',
      message: expect.stringContaining('R-method-runs'),
    });
    await change(repository.store, 1, 'unofficial');
  });

  it('of two records at once by two writers leaves both decisions', async () => {
    await using repository = await fourOfficial();
    await Promise.all([change(repository.store, 10, 'disputed'), change(repository.store, 20, 'disputed')]);
    expect([await statesIn(repository.path, 10), await statesIn(repository.path, 20)]).toEqual([
      ['official', 'disputed'],
      ['official', 'disputed'],
    ]);
  });
});

describe('state', () => {
  it('tells what it did, and ends with 1 for a change that makes no sense and 2 for one that is half said', async () => {
    await using repository = await fourOfficial();
    const asked = ['state', recordName(nthGpuRecord(10)), '--repo', repository.path, '--reason', 'The clock was wrong.'];
    const done = await runCli([...asked, '--to', 'corrected', '--by', 'the board', '--json']);
    expect(done.code, done.stderr).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ from: 'official', to: 'corrected' });
    expect(await git(repository.path, 'log', '-1', '--format=%B')).toContain('Reason: The clock was wrong.\nBy: the board\n');
    const refused = await runCli([...asked, '--to', 'official']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Only withdrawn may follow.');
    expect((await runCli([...asked, '--to', 'superseded'])).code).toBe(2);
    expect((await runCli(asked)).code).toBe(2);
  });
});
