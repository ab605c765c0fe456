import { expect, test } from 'vitest';
import { recordName } from '../../src/domain/identifiers.ts';
import { type LedgerRequest, prepareLedgerChange } from '../../src/stages/prepare-ledger.ts';
import { openRemoteResults } from '../../src/stages/remote-store.ts';
import { VERSION } from '../../src/version.ts';
import { close, NOW, stage } from '../support/github/closing.ts';
import { type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { mergePullRequest, push } from '../support/github/state.ts';
import { BOT, LEDGER_GRANTS } from '../support/github/tokens.ts';

/** A published result, and the ledger's job beside it. */
async function published(scene: TwoRepositories): Promise<string> {
  const pullRequest = scene.open(7);
  const measured = await scene.measure(pullRequest, 7);
  await stage(scene, [measured]);
  mergePullRequest(scene.submissions, pullRequest, { by: { id: 1, login: 'maintainer' } });
  await close(scene, pullRequest);
  scene.server.world.tokens['ledger-token'] = { ...BOT, grants: LEDGER_GRANTS, repositories: ['octo/results'] };
  return recordName(measured.record);
}

async function prepare(scene: TwoRepositories, wanted: Partial<LedgerRequest>) {
  const { url: apiUrl } = scene.server;
  const patience = { wait: async () => {} };
  const place = { owner: 'octo', repository: 'results', token: 'ledger-token', apiUrl, serverUrl: apiUrl };
  const results = await openRemoteResults({ ...place, folder: await scene.scratch(), ...patience });
  const plain = { change: 'withdraw', result: '', reason: "The model's owner asked.", edition: '', by: 'mia' } as const;
  return prepareLedgerChange({ ...plain, results, now: NOW, builderVersion: VERSION, ...wanted });
}

const textAt = (scene: TwoRepositories, expression: string): string => scene.results.git.readAt(expression)?.toString() ?? '';

test('41. a withdrawal is a pull request: what is published stays until it is merged, and a stranger’s branch is not taken for it', async () => {
  await using scene = await twoRepositories();
  const name = await published(scene);
  push(scene.results, 99, [{ path: 'README.md', content: 'forged', status: 'modified' }]).headBranch = `ledger/withdraw-${name}`;
  const head = scene.results.git.commitOf('refs/heads/main');
  const { branch, pullRequestUrl } = await prepare(scene, { result: name });
  const own = scene.results.pullRequests.filter(({ from, state }) => from === 'octo' && state === 'open');
  expect(own).toMatchObject([{ headBranch: branch, title: expect.stringContaining('as withdrawn') }]);
  expect(pullRequestUrl).toContain(`/pull/${own[0]?.number}`);
  expect(scene.results.git.commitOf('refs/heads/main')).toBe(head);
  const states = JSON.parse(textAt(scene, `refs/heads/${branch}:ledger/${name}.json`)).entries.map(({ state }: { state: string }) => state);
  expect(states).toEqual(['official', 'withdrawn']);
  await prepare(scene, { result: name });
  expect(scene.results.pullRequests.filter(({ from }) => from === 'octo').map(({ state }) => state)).toEqual(['closed', 'open']);
  expect(scene.server.violations).toEqual([]);
});

test.each([
  ['42. an unknown record', { result: 'f'.repeat(12) }, 'result-unknown'],
  ['43. a path that leads elsewhere', { result: '../../x' }, 'result-unknown'],
  ['44. an edition without a date', { change: 'recalibrate', edition: '../main' }, 'edition-name'],
  ['45. an edition of boards without stars', { change: 'recalibrate', edition: '2026-02' }, 'edition-empty'],
] as const)('%s prepares nothing', async (_what, wanted, code) => {
  await using scene = await twoRepositories();
  await published(scene);
  await expect(prepare(scene, wanted)).rejects.toMatchObject({ kind: 'input', code });
  expect(scene.results.git.references('refs/heads/ledger')).toEqual([]);
  expect(scene.results.pullRequests).toEqual([]);
});

test('46. what cannot be prepared takes nothing away that was; a name is taken as it is pasted', async () => {
  await using scene = await twoRepositories();
  const name = await published(scene);
  const { branch } = await prepare(scene, { result: ` ${name.toUpperCase()} ` });
  const prepared = scene.results.git.commitOf(`refs/heads/${branch}`);
  await expect(prepare(scene, { result: name, reason: 'x'.repeat(10_000) })).rejects.toMatchObject({ code: 'state-reason' });
  expect(scene.results.git.commitOf(`refs/heads/${branch}`)).toBe(prepared);
  expect(scene.results.pullRequests.filter(({ from }) => from === 'octo')).toMatchObject([{ state: 'open' }]);
});
