import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { gitIn } from '../../src/results-repo/git.ts';
import { gitSnapshot } from '../../src/results-repo/git-snapshot.ts';
import { beginResults } from '../../src/stages/begin-results.ts';
import { checkRepository } from '../../src/stages/check-repo.ts';
import { publishRecord } from '../../src/stages/publish.ts';
import { type RemoteResults, remoteBranch } from '../../src/stages/remote-store.ts';
import { VERSION } from '../../src/version.ts';
import { NOW } from '../support/github/closing.ts';
import { type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { goodPlan, goodRecord, recordText } from '../support/records.ts';

const PUBLISHERS = 20;

const POLICY_TEXT = 'schemaVersion: 1\nname: AI Energy Score\n';

/** Different models of different owners, and so different files, on one board. */
function recordOf(n: number): Result {
  const good = goodPlan();
  const plan = goodPlan({ model: { ...good.model, id: `octo-lab-${n}/model` } });
  return goodRecord({ plan, nonce: sha256(`publisher ${n}`).slice(0, 32) });
}

const publish = (results: RemoteResults, record: Result) =>
  publishRecord({
    store: remoteBranch(results, 'main'),
    recordText: recordText(record),
    verdict: 'official',
    findings: [],
    policy: defaultPolicy(),
    now: NOW,
    builderVersion: VERSION,
  });

/** A clone, as anybody makes one. */
async function cloned(scene: TwoRepositories): Promise<string> {
  const folder = await mkdtemp(join(scene.folder, 'clone-'));
  await gitIn(folder).text(['clone', '--quiet', `file://${scene.results.git.path}`, '.']);
  return folder;
}

test('3. twenty publishers at once lose nothing: twenty records, one line of commits, derived files as a fresh build makes them', async () => {
  await using scene = await twoRepositories();
  const publishers = await Promise.all(Array.from({ length: PUBLISHERS }, () => scene.openResults({ wait: pause })));
  // All of them find an empty repository, and begin it.
  await Promise.all(publishers.map((results) => beginResults(results, POLICY_TEXT)));
  const records = publishers.map((_, n) => recordOf(n));
  const outcomes = await Promise.all(publishers.map((results, n) => publish(results, records[n] as Result)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(PUBLISHERS).fill('published'));
  const place = await cloned(scene);
  const git = gitIn(place);
  const commit = (await git.text(['rev-parse', 'HEAD'])).trim();
  const report = await checkRepository({ place, snapshot: gitSnapshot(git, commit), git, builderVersion: VERSION, evidence: 'leave' });
  expect(report).toMatchObject({ findings: [], records: PUBLISHERS });
  expect((await git.text(['rev-list', '--count', '--merges', 'HEAD'])).trim()).toBe('0');
  expect(scene.server.violations).toEqual([]);
}, 900_000);
