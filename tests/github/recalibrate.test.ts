import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edition } from '../../src/domain/generated/edition.ts';
import { type LedgerScene, ledgerScene } from '../support/github/ledger-scene.ts';
import { commitTo } from '../support/github/state.ts';

let scene: LedgerScene;
beforeEach(async () => {
  scene = await ledgerScene({ models: [10, 20, 30] });
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const openOnes = () => scene.results.pullRequests.filter(({ state }) => state === 'open');
const editionAt = (branch: string, name: string): Edition =>
  JSON.parse(scene.results.git.readAt(`refs/heads/${branch}:editions/${name}.json`)?.toString() ?? 'null');
const starsIn = ({ rows }: Edition) => Object.fromEntries(rows.map(({ model, stars }) => [model.replace('example-org/', ''), stars]));

const freeze = (edition: string, reason = 'The month is over.') => scene.run({ change: 'recalibrate', reason, edition });

test('an edition is frozen as a pull request: nothing is published before it is merged, and both branches prove consistent', async () => {
  const head = scene.results.git.commitOf('refs/heads/main');
  const { code, log, outputs } = await freeze('2026-02', 'The month is over, <b>@everyone</b>.');
  expect(code, log).toBe(0);
  const [opened, ...more] = openOnes();
  expect([opened?.title, opened?.headBranch, more]).toEqual(['Freeze edition 2026-02', 'ledger/recalibrate-2026-02', []]);
  expect(outputs['pull-request']).toContain(`/pull/${opened?.number}`);
  expect(scene.results.git.commitOf('refs/heads/main')).toBe(head);
  const edition = editionAt('ledger/recalibrate-2026-02', '2026-02');
  expect(starsIn(edition)).toEqual({ 'model-10': 5, 'model-20': 3, 'model-30': 1 });
  expect(opened?.body).toContain(`its digest is \`${edition.digest}\``);
  expect(opened?.body).toContain('No edition came before it');
  expect(opened?.body).toContain('`maintainer-mia`');
  expect(opened?.body).not.toMatch(/<b>|@everyone/);
  expect((await scene.prove('ledger/recalibrate-2026-02')).findings).toEqual([]);
  scene.merge();
  expect(await scene.prove('main')).toMatchObject({ findings: [], records: 3, editions: 1 });
});

test('the next edition names every model that came, went or has other stars, and why', async () => {
  await scene.prepare({ change: 'recalibrate', edition: '2026-01', now: new Date('2026-02-01T09:30:00Z') });
  scene.merge();
  await scene.publish([60]);
  await scene.prepare({ change: 'withdraw', result: scene.nameOf(10), reason: 'Its owner asked.' });
  scene.merge();
  const { code, log } = await freeze('2026-02');
  expect(code, log).toBe(0);
  const stars = starsIn(editionAt('ledger/recalibrate-2026-02', '2026-02'));
  expect(stars).toEqual({ 'model-20': 5, 'model-30': expect.any(Number), 'model-60': 1 });
  const body = openOnes()[0]?.body ?? '';
  expect(body).toContain('### Stars that move from edition 2026-01 to 2026-02');
  expect(body).toContain('- example-org/model-10: 5 → none');
  expect(body).toContain('Its result is withdrawn: Its owner asked.');
  expect(body).toContain('- example-org/model-20: 3 → 5');
  expect(body).toContain(`- example-org/model-30: 1 → ${stars['model-30']}`);
  expect(body).toMatch(/The range of the stars moved: the least energy was [\d.]+ Wh \(example-org\/model-10\)/);
  expect(body).toContain('- example-org/model-60: none → 1');
  expect(body).toContain('It is not in edition 2026-01.');
  expect(body).toContain('ai-energy-score edition diff 2026-01 2026-02 --repo DIR');
  scene.merge();
  expect(await scene.prove('main')).toMatchObject({ findings: [], records: 4, editions: 2 });
});

test('an edition that is there is not frozen again, and nothing is left behind', async () => {
  expect((await freeze('2026-02')).code).toBe(0);
  scene.merge();
  scene.results.git.git(['update-ref', '-d', 'refs/heads/ledger/recalibrate-2026-02']);
  const { code, log } = await freeze('2026-02');
  expect(code).toBe(1);
  expect(log).toContain('editions/2026-02.json is there already');
  expect([openOnes(), scene.results.git.references('refs/heads/ledger')]).toEqual([[], []]);
});

test('prepared again after others were published, it begins anew: one pull request is open, with what holds now', async () => {
  await freeze('2026-02');
  await scene.publish([40]);
  expect((await freeze('2026-02')).code).toBe(0);
  expect(scene.results.pullRequests.map(({ state }) => state)).toEqual(['closed', 'open']);
  expect(Object.keys(starsIn(editionAt('ledger/recalibrate-2026-02', '2026-02')))).toHaveLength(4);
  scene.merge();
  expect((await scene.prove('main')).findings).toEqual([]);
});

test('a branch that another job has made meanwhile is left to it', async () => {
  const branch = 'ledger/recalibrate-2026-02';
  let theirs = '';
  // While the answer to the making of the branch is lost, the other job makes it and commits.
  scene.server.troubles.push({ at: /POST .*\/git\/refs$/, with: { status: 502 }, times: 1 });
  scene.server.troubles.push({ at: /GET .*\/git\/ref\/heads%2Fledger/, skip: 1, with: { status: 502 }, times: 1 });
  scene.meanwhile.act = () => {
    theirs ||= commitTo(scene.results, { branch, files: { 'editions/theirs.json': '{}' } });
  };
  const prepared = scene.prepare({ change: 'recalibrate', edition: '2026-02' });
  await expect(prepared).rejects.toMatchObject({ kind: 'operator', code: 'publish-contended', mend: 'Run the workflow again.' });
  expect([openOnes(), scene.results.git.commitOf(`refs/heads/${branch}`)]).toEqual([[], theirs]);
});

test('a withdrawal names the stars that it moves', async () => {
  await scene.prepare({ change: 'dispute', result: scene.nameOf(20) });
  expect(openOnes()[0]?.body).toContain('No other result gets other stars by it.');
  scene.merge();
  await scene.publish([40]);
  await scene.prepare({ change: 'withdraw', result: scene.nameOf(40), reason: 'It was measured on another machine.' });
  expect(openOnes()[0]?.body).toContain('- example-org/model-20:');
  scene.merge();
  expect((await scene.prove('main')).findings).toEqual([]);
});
