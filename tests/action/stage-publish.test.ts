import { join } from 'node:path';
import { expect, test } from 'vitest';
import { artifactName } from '../../src/domain/pull-request/order.ts';
import { botScene, PEOPLE } from '../support/github/bot-scene.ts';
import { commentEvent, pullRequestEvent } from '../support/github/events.ts';
import { measureOrder, pathOf, submissionOf } from '../support/github/ordered-results.ts';
import { mergePullRequest } from '../support/github/state.ts';

test('56. the actions stage and publish as the App, give their outputs, and put no secret into the log', async () => {
  await using scene = await botScene();
  const pullRequest = scene.open(7, [{ path: pathOf(7), content: submissionOf(7) }]);
  const artifacts = join(scene.folder, 'artifacts');
  const { order, recordDigest } = await measureOrder(scene.submissions, pullRequest, { n: 7, artifacts, changes: (same) => same });
  const said = scene.comment(pullRequest, PEOPLE.maintainer, `/benchmark ${pullRequest.headSha}`);
  const event = commentEvent(scene.submissions, said);
  const repository = { 'results-repository': 'octo/results' };
  const accepted = JSON.stringify([{ artifact: artifactName(order), recordDigest }]);
  const inputs = { ...repository, ...scene.appInputs, orders: JSON.stringify([order]), artifacts, accepted };

  const foreign = await scene.run('stage', event, { inputs });
  expect([foreign.code, foreign.requests]).toEqual([1, []]);
  expect(foreign.log).toContain('in another run');

  scene.workflowRun.id = order.runId;
  const keyless = await scene.run('stage', event, { inputs: { ...inputs, 'private-key': '' } });
  expect([keyless.code, keyless.requests]).toEqual([1, []]);

  const staged = await scene.run('stage', event, { inputs });
  expect(staged.code, staged.log).toBe(0);
  const compareUrl = `${scene.server.url}/octo/results/compare/main...candidates/pr-7`;
  expect(staged.outputs).toEqual({ candidate: 'candidates/pr-7', 'compare-url': compareUrl });
  expect(staged.summary).toContain(compareUrl);

  mergePullRequest(scene.submissions, pullRequest, { by: PEOPLE.maintainer });
  const closed = pullRequestEvent(scene.submissions, pullRequest, { action: 'closed' });
  const published = await scene.run('publish', closed, { inputs: { ...repository, ...scene.appInputs } });
  expect(published.code, published.log).toBe(0);
  expect(published.outputs).toEqual({ outcome: 'published' });
  expect(scene.submissions.comments.filter(({ body }) => body.includes('### 🎉 Published'))).toHaveLength(1);

  const secret = scene.app.privateKey.split('\n')[3] ?? '';
  const shown = [staged, published].flatMap(({ log }) => log.split('\n')).filter((line) => !line.startsWith('::add-mask::'));
  expect(shown.filter((line) => line.includes('ghs_') || line.includes(secret))).toEqual([]);
  expect(scene.server.violations).toEqual([]);
});
