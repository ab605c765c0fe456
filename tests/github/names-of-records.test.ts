import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordName } from '../../src/domain/identifiers.ts';
import { ledgerText, openLedger } from '../../src/domain/ledger.ts';
import { close, stage } from '../support/github/closing.ts';
import { type Measured, type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { closePullRequest, commitTo, type LoopbackPullRequest } from '../support/github/state.ts';
import { goodRecord, recordText } from '../support/records.ts';

/** Two records can be made that share the 12 digits by which ledger and evidence are named. What is published keeps them. */
let scene: TwoRepositories;
let pullRequest: LoopbackPullRequest;
let measured: Measured;
beforeEach(async () => {
  scene = await twoRepositories();
  const begun = scene.open(1);
  await stage(scene, [await scene.measure(begun, 1)]);
  pullRequest = scene.open(7);
  measured = await scene.measure(pullRequest, 7);
});
afterEach(() => scene[Symbol.asyncDispose]());

/** Publishes another record under the name of the one that was measured, as 2^48 tries could find one. */
function publishNamesake(): { ledger: string } {
  const other = goodRecord();
  const name = recordName(measured.record);
  const path = `results/summarization/${other.plan.model.id}/${name}.json`;
  const opened = openLedger(other, { verdict: 'official', findings: [] }, { at: '2026-01-20T00:00:00Z', by: 'somebody' });
  const ledger = ledgerText({ ...opened, record: path });
  commitTo(scene.results, { branch: 'main', files: { [path]: recordText(other), [`ledger/${name}.json`]: ledger }, message: 'Namesake' });
  return { ledger };
}

const ledgerAt = (branch: string): string | undefined =>
  scene.results.git.readAt(`refs/heads/${branch}:ledger/${recordName(measured.record)}.json`)?.toString();
const evidence = (): string[] => scene.results.releases.flatMap(({ assets }) => assets.map(({ name }) => name));

test('a record with the name of a published one is not staged, and takes neither its ledger nor its evidence', async () => {
  const before = evidence();
  const { ledger } = publishNamesake();
  await expect(stage(scene, [measured])).rejects.toMatchObject({
    code: 'p-name',
    message: expect.stringContaining('results/summarization/'),
  });
  expect(ledgerAt('main')).toBe(ledger);
  expect(evidence()).toEqual(before);
});

test('a candidate that is given up leaves the evidence of a published record with the same name', async () => {
  await stage(scene, [measured]);
  const asset = `${recordName(measured.record)}.tar.gz`;
  expect(evidence()).toContain(asset);
  const { ledger } = publishNamesake();
  closePullRequest(pullRequest);
  expect((await close(scene, pullRequest)).publication).toMatchObject({ outcome: 'cleaned-up', candidate: 'removed' });
  expect(evidence()).toContain(asset);
  expect(ledgerAt('main')).toBe(ledger);
});
