import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachInTurn, isGitRequest, throughTrouble } from '../support/github/everywhere.ts';
import { type LedgerScene, ledgerScene } from '../support/github/ledger-scene.ts';
import { remember } from '../support/github/remember.ts';
import { EVERY_TROUBLE } from '../support/github/troubles.ts';

let scene: LedgerScene;
let restore: () => void;
let main: string | null;

beforeAll(async () => {
  scene = await ledgerScene({ models: [10, 20, 30] });
  restore = remember(scene.results);
  main = scene.results.git.commitOf('refs/heads/main');
});
afterAll(() => scene[Symbol.asyncDispose]());

const JOBS = {
  'a withdrawal': () => scene.prepare({ change: 'withdraw', result: scene.nameOf(20) }),
  'an edition': () => scene.prepare({ change: 'recalibrate', edition: '2026-02' }),
} as const;

/** One branch with one commit, one open pull request for it, and nothing else. */
function expectPreparedOnce(): void {
  const { git, pullRequests } = scene.results;
  expect(git.commitOf('refs/heads/main')).toBe(main);
  const [branch, ...more] = git.references('refs/heads/ledger').map(({ name }) => name);
  expect([branch, more]).toEqual([expect.any(String), []]);
  expect(git.git(['rev-list', '--count', `refs/heads/main..${branch}`]).trim()).toBe('1');
  const open = pullRequests.filter(({ state }) => state === 'open');
  expect(open.map(({ headBranch, headSha }) => [`refs/heads/${headBranch}`, headSha])).toEqual([[branch, git.commitOf(branch ?? '')]]);
  expect(scene.server.violations).toEqual([]);
}

async function requestsOf(act: () => Promise<unknown>): Promise<string[]> {
  restore();
  const before = scene.server.requests.length;
  await act();
  return scene.server.requests.slice(before);
}

describe.each(Object.entries(JOBS))('the ledger prepares %s', (_name, act) => {
  test.each(Object.entries(EVERY_TROUBLE))('once, though every request meets %s', async (_trouble, trouble) => {
    const requests = await requestsOf(act);
    restore();
    await throughTrouble(scene.server, { requests, trouble, act });
    expectPreparedOnce();
  });

  test('again, though every request of the second time meets a cut connection after it was done', async () => {
    restore();
    await act();
    const again = remember(scene.results);
    const before = scene.server.requests.length;
    await act();
    const requests = scene.server.requests.slice(before);
    again();
    await throughTrouble(scene.server, { requests, trouble: { with: 'cut', done: true }, act });
    expectPreparedOnce();
    expect(scene.results.pullRequests.map(({ state }) => state).slice(0, 1)).toEqual(['closed']);
  });

  test('after a rerun, where one request in turn is never answered', async () => {
    const requests = (await requestsOf(act)).filter((name) => !isGitRequest(name));
    const ends = await eachInTurn(scene.server, { requests, trouble: { with: 'silence' }, act, restore, holds: expectPreparedOnce });
    expect(ends).toEqual(requests.map((request) => ({ request, code: 'github-timeout' })));
  }, 180_000);
});
