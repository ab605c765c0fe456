import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RemoteResults } from '../../src/stages/remote-store.ts';
import { stage } from '../support/github/closing.ts';
import { throughTrouble } from '../support/github/everywhere.ts';
import { type Measured, type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { remember } from '../support/github/remember.ts';
import { EVERY_TROUBLE } from '../support/github/troubles.ts';

let scene: TwoRepositories;
let results: RemoteResults;
let measured: Measured;
let restore: Record<'new' | 'again', () => void>;
let requests: Record<'new' | 'again', string[]>;

beforeAll(async () => {
  scene = await twoRepositories();
  results = await scene.openResults();
  measured = await scene.measure(scene.open(7), 7);
  const fresh = [remember(scene.submissions), remember(scene.results)];
  const first = await requestsOf();
  const staged = [remember(scene.submissions), remember(scene.results)];
  restore = { new: allOf(fresh), again: allOf(staged) };
  requests = { new: first, again: await requestsOf() };
}, 120_000);
afterAll(() => scene[Symbol.asyncDispose]());

const allOf = (acts: readonly (() => void)[]) => () => {
  for (const act of acts) act();
};

async function requestsOf(): Promise<string[]> {
  const before = scene.server.requests.length;
  await stage(scene, [measured], { results });
  return scene.server.requests.slice(before);
}

const filesOf = (branch: string): string[] => scene.results.git.git(['ls-tree', '-r', '--name-only', branch]).toString().trim().split('\n');

function expectStagedOnce(): void {
  const { git, releases } = scene.results;
  const count = (range: string) => Number(git.git(['rev-list', '--count', range]).toString());
  // Marker, and everything else.
  expect(count('refs/heads/main')).toBe(2);
  expect(count('refs/heads/main..refs/heads/candidates/pr-7')).toBe(1);
  expect(filesOf('refs/heads/main').filter((path) => path.startsWith('results/'))).toEqual([]);
  expect(filesOf('refs/heads/candidates/pr-7').filter((path) => /^(?:results|ledger)\//.test(path))).toHaveLength(2);
  expect(releases.map(({ tag }) => tag)).toEqual(['bundles-2026-01']);
  expect(releases.flatMap(({ assets }) => assets)).toHaveLength(1);
  expect(scene.submissions.comments.map(({ body }) => body.includes('compare/main...candidates/pr-7'))).toEqual([true]);
  expect(scene.server.violations).toEqual([]);
}

const everything = Object.entries(EVERY_TROUBLE);

test.each(everything)(
  '4. %s at every request that stages into an empty repository leaves one candidate and one comment',
  async (_name, trouble) => {
    restore.new();
    await throughTrouble(scene.server, { requests: requests.new, trouble, act: () => stage(scene, [measured], { results }) });
    expectStagedOnce();
  },
);

test.each(everything)('5. %s at every request that stages again leaves one candidate and one comment', async (_name, trouble) => {
  restore.again();
  await throughTrouble(scene.server, { requests: requests.again, trouble, act: () => stage(scene, [measured], { results }) });
  expectStagedOnce();
});
