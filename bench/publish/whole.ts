import { strict as assert } from 'node:assert';
import { recordPath } from '../../src/domain/identifiers.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { findRepository, openGitStore } from '../../src/results-repo/git-store.ts';
import { checkRepository } from '../../src/stages/check-repo.ts';
import { buildLeaderboard, derivedChanges } from '../../src/stages/leaderboard.ts';
import { nthRecord } from '../../tests/results-repo/repository.ts';
import { git } from './peer.ts';

/** The version that the records are published by. */
const BUILDER = { builderVersion: '0.1.0' };

/** Fails unless a repository holds so many records in one line of commits, with the derived files of a fresh build, and checks clean. */
export async function expectWhole(folder: string, records: number): Promise<void> {
  const store = await openGitStore(folder);
  const snapshot = await store.snapshot();
  const expected = Array.from({ length: records }, (_, n) => recordPath(nthRecord(n))).sort();
  assert.deepEqual(await snapshot.list('results/'), expected, 'every record is present');
  const parents = (await git(folder, 'rev-list', '--parents', 'HEAD'))
    .trim()
    .split('\n')
    .map((line) => line.split(' ').length - 1);
  assert.equal(await git(folder, 'rev-list', '--merges', 'HEAD'), '', 'the history holds no merge');
  assert.deepEqual(parents, [...Array(records).fill(1), 0], 'one commit for each record, each on the one before');
  const built = await buildLeaderboard(snapshot, defaultPolicy(), BUILDER);
  assert.deepEqual([...(await derivedChanges(snapshot, built, 'all')).keys()], [], 'the derived files are those of a fresh build');
  const { git: own } = await findRepository(folder);
  const report = await checkRepository({ place: folder, snapshot, git: own, evidence: 'leave', ...BUILDER });
  assert.deepEqual(report.findings, [], 'check-repo finds nothing');
  assert.equal(await git(folder, 'status', '--porcelain'), '', 'the work tree is clean');
}
