import { expect, test } from 'vitest';
import { close, stage } from '../support/github/closing.ts';
import { twoRepositories } from '../support/github/ordered-results.ts';
import { mergePullRequest } from '../support/github/state.ts';

const MAINTAINER = { id: 1, login: 'maintainer' };

test('a measured pull request is staged in an empty results repository, and published when it is merged', async () => {
  await using scene = await twoRepositories();
  const pullRequest = scene.open(7);
  const measured = await scene.measure(pullRequest, 7);
  const staged = await stage(scene, [measured]);
  expect(staged.kind).toBe('staged');
  mergePullRequest(scene.submissions, pullRequest, { by: MAINTAINER });
  const { publication } = await close(scene, pullRequest);
  expect(publication).toMatchObject({ outcome: 'published', candidate: 'removed' });
  expect(scene.server.violations).toEqual([]);
  console.log(scene.submissions.comments[0]?.body, scene.server.requests);
});
