import { expect, test } from 'vitest';
import { appToken } from '../../src/github/app-token.ts';
import { close, stage } from '../support/github/closing.ts';
import { eachInTurn, isGitRequest } from '../support/github/everywhere.ts';
import { type TwoRepositories, twoRepositories } from '../support/github/ordered-results.ts';
import { remember } from '../support/github/remember.ts';
import { closePullRequest, mergePullRequest } from '../support/github/state.ts';

/** Every turn does the whole stage twice. */
const PATIENCE_MILLISECONDS = 300_000;

/** A git that gives up on an answer so soon: every try of it does, so that nothing hangs on how fast the machine is. */
const impatient = (scene: TwoRepositories) => scene.openResults({ transferMilliseconds: 200 });

/** What puts both repositories back to how they stand now. */
function rememberBoth({ submissions, results }: TwoRepositories): () => void {
  const both = [remember(submissions), remember(results)];
  return () => {
    for (const one of both) one();
  };
}

async function requestsOf(scene: TwoRepositories, act: () => Promise<unknown>): Promise<string[]> {
  const before = scene.server.requests.length;
  await act();
  return scene.server.requests.slice(before);
}

type Stage = { act: () => Promise<unknown>; attempt: () => Promise<unknown>; restore: () => void; holds: () => void };

/** Leaves every request of a stage without an answer in turn: those of the API, and the first of each transfer by git. */
async function expectClearEnds(scene: TwoRepositories, { attempt, ...rest }: Stage): Promise<void> {
  rest.restore();
  const requests = await requestsOf(scene, rest.act);
  const silence = { trouble: { with: 'silence' }, ...rest } as const;
  const asked = requests.filter((name) => !isGitRequest(name));
  const fetched = requests.filter((name) => name.endsWith('/info/refs'));
  const ends = [
    ...(await eachInTurn(scene.server, { ...silence, requests: asked })),
    ...(await eachInTurn(scene.server, { ...silence, requests: fetched, attempt })),
  ];
  expect(ends).toEqual([
    ...asked.map((request) => ({ request, code: 'github-timeout' })),
    ...fetched.map((request) => ({ request, code: 'results-unreachable' })),
  ]);
  expect(scene.server.violations).toEqual([]);
}

const filesOf = ({ results }: TwoRepositories, branch: string): string[] =>
  results.git.git(['ls-tree', '-r', '--name-only', branch]).toString().trim().split('\n');
const recordsOf = (scene: TwoRepositories, branch: string) => filesOf(scene, branch).filter((path) => /^(?:results|ledger)\//.test(path));
const candidatesOf = ({ results }: TwoRepositories) =>
  results.git.references('refs/heads/candidates').map(({ name }) => name.slice('refs/heads/'.length));
const keptOf = ({ results }: TwoRepositories) => results.releases.flatMap(({ assets }) => assets.map(({ name }) => name));
const told = ({ submissions }: TwoRepositories, number: number, words: string) =>
  submissions.comments.filter(({ pullRequest }) => pullRequest === number).map(({ body }) => body.includes(words));

test.each(['for the first time', 'again'])(
  'each request that stages %s and is never answered ends as a timeout that says what to do; a rerun leaves one candidate',
  async (when) => {
    await using scene = await twoRepositories();
    const measured = await scene.measure(scene.open(7), 7);
    const results = await scene.openResults();
    const act = () => stage(scene, [measured], { results });
    if (when === 'again') await act();
    await expectClearEnds(scene, {
      act,
      attempt: async () => stage(scene, [measured], { results: await impatient(scene) }),
      restore: rememberBoth(scene),
      holds: () => {
        expect(recordsOf(scene, 'refs/heads/main')).toEqual([]);
        expect(recordsOf(scene, 'refs/heads/candidates/pr-7')).toHaveLength(2);
        expect([candidatesOf(scene), keptOf(scene).length]).toEqual([['candidates/pr-7'], 1]);
        expect(told(scene, 7, 'compare/main...candidates/pr-7')).toEqual([true]);
      },
    });
  },
  PATIENCE_MILLISECONDS,
);

test(
  'each request that publishes and is never answered ends as a timeout that says what to do; a rerun publishes one record',
  async () => {
    await using scene = await twoRepositories();
    const pullRequest = scene.open(7);
    await stage(scene, [await scene.measure(pullRequest, 7)]);
    mergePullRequest(scene.submissions, pullRequest, { by: { id: 1, login: 'maintainer' } });
    const results = await scene.openResults();
    await expectClearEnds(scene, {
      act: () => close(scene, pullRequest, { results }),
      attempt: async () => close(scene, pullRequest, { results: await impatient(scene) }),
      restore: rememberBoth(scene),
      holds: () => {
        expect(recordsOf(scene, 'refs/heads/main')).toHaveLength(2);
        expect([candidatesOf(scene), keptOf(scene).length]).toEqual([[], 1]);
        expect(told(scene, 7, '### 🎉 Published')).toEqual([true]);
      },
    });
  },
  PATIENCE_MILLISECONDS,
);

test(
  'each request that cleans up and is never answered ends as a timeout that says what to do; a rerun leaves nothing',
  async () => {
    await using scene = await twoRepositories();
    const pullRequest = scene.open(8);
    await stage(scene, [await scene.measure(pullRequest, 8)]);
    closePullRequest(pullRequest);
    const results = await scene.openResults();
    await expectClearEnds(scene, {
      act: () => close(scene, pullRequest, { results }),
      attempt: async () => close(scene, pullRequest, { results: await impatient(scene) }),
      restore: rememberBoth(scene),
      holds: () => {
        expect(recordsOf(scene, 'refs/heads/main')).toEqual([]);
        expect([candidatesOf(scene), keptOf(scene)]).toEqual([[], []]);
        expect(told(scene, 8, 'Closed without a merge')).toEqual([true]);
      },
    });
  },
  PATIENCE_MILLISECONDS,
);

test('an App that waits for its token in vain says so', async () => {
  await using scene = await twoRepositories();
  const { app, server } = scene;
  const wait = async () => {};
  for (const at of [/\/installation$/, /\/access_tokens$/]) {
    server.troubles.splice(0, Infinity, { at, with: 'silence' });
    const asked = appToken({
      appId: String(app.id),
      privateKey: app.privateKey,
      repository: { owner: 'octo', repository: 'results' },
      permissions: { contents: 'write' },
      apiUrl: server.url,
      wait,
      timeLimit: server.timeLimit,
    });
    await expect(asked).rejects.toMatchObject({ kind: 'operator', code: 'github-timeout', mend: expect.stringContaining('Rerun') });
  }
});
