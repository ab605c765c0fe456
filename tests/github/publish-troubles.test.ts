import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RemoteResults } from '../../src/stages/remote-store.ts';
import { close, stage } from '../support/github/closing.ts';
import { throughTrouble } from '../support/github/everywhere.ts';
import { type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { remember } from '../support/github/remember.ts';
import { closePullRequest, type LoopbackPullRequest, mergePullRequest } from '../support/github/state.ts';
import { EVERY_TROUBLE } from '../support/github/troubles.ts';

let scene: TwoRepositories;
let results: RemoteResults;
let merged: LoopbackPullRequest;
let dropped: LoopbackPullRequest;
let restore: () => void;
let requests: Record<'publish' | 'clean up', string[]>;

const everything = Object.entries(EVERY_TROUBLE);

beforeAll(async () => {
  scene = await twoRepositories();
  results = await scene.openResults();
  [merged, dropped] = [scene.open(7), scene.open(8)];
  await stage(scene, [await scene.measure(merged, 7)]);
  await stage(scene, [await scene.measure(dropped, 8)]);
  mergePullRequest(scene.submissions, merged, { by: { id: 1, login: 'maintainer' } });
  closePullRequest(dropped);
  const both = [remember(scene.submissions), remember(scene.results)];
  restore = () => {
    for (const one of both) one();
  };
  requests = { publish: await requestsOf(merged), 'clean up': await requestsOf(dropped) };
}, 120_000);
afterAll(() => scene[Symbol.asyncDispose]());

async function requestsOf(pullRequest: LoopbackPullRequest): Promise<string[]> {
  const before = scene.server.requests.length;
  await close(scene, pullRequest, { results });
  return scene.server.requests.slice(before);
}

const pathsOf = (branch: string): string[] => scene.results.git.git(['ls-tree', '-r', '--name-only', branch]).toString().trim().split('\n');
const count = (...args: string[]): number => Number(scene.results.git.git(['rev-list', '--count', ...args, 'refs/heads/main']).toString());
const commentsOn = ({ number }: LoopbackPullRequest): string[] =>
  scene.submissions.comments.flatMap(({ pullRequest, body }) => (pullRequest === number ? [body] : []));
const kept = (): string[] => scene.results.releases.flatMap(({ assets }) => assets.map(({ name }) => name));

test.each(everything)('1. %s at every request of a publication leaves one record, one commit and one comment', async (_name, trouble) => {
  restore();
  await throughTrouble(scene.server, { requests: requests.publish, trouble, act: () => close(scene, merged, { results }) });
  const paths = pathsOf('refs/heads/main');
  expect(paths.filter((path) => path.startsWith('results/') || path.startsWith('ledger/'))).toHaveLength(2);
  // Two commits began the repository.
  expect([count(), count('--merges')]).toEqual([3, 0]);
  expect(scene.results.git.references('refs/heads/candidates').map(({ name }) => name)).toEqual(['refs/heads/candidates/pr-8']);
  expect(kept()).toHaveLength(2);
  expect(commentsOn(merged).map((body) => body.includes('### 🎉 Published'))).toEqual([true]);
  expect(scene.server.violations).toEqual([]);
});

test.each(everything)('2. %s at every request of a cleaning leaves no candidate, no evidence and one comment', async (_name, trouble) => {
  restore();
  await throughTrouble(scene.server, { requests: requests['clean up'], trouble, act: () => close(scene, dropped, { results }) });
  expect(pathsOf('refs/heads/main').filter((path) => path.startsWith('results/'))).toEqual([]);
  expect(count()).toBe(2);
  expect(scene.results.git.references('refs/heads/candidates').map(({ name }) => name)).toEqual(['refs/heads/candidates/pr-7']);
  expect(kept()).toHaveLength(1);
  expect(commentsOn(dropped).map((body) => body.includes('Closed without a merge'))).toEqual([true]);
  expect(scene.server.violations).toEqual([]);
});
