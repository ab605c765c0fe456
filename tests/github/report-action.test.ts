import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ReportScene, reportScene } from '../support/github/report-scene.ts';
import { runAction } from '../support/github/run-action.ts';
import { BOT, REPORT_GRANTS } from '../support/github/tokens.ts';

let scene: ReportScene;
beforeAll(async () => {
  scene = await reportScene();
  scene.two.server.world.tokens['job-token'] = { ...BOT, grants: REPORT_GRANTS, repositories: ['octo/submissions'] };
});
afterAll(() => scene[Symbol.asyncDispose]());
beforeEach(() => scene.forget());

/** The action's step, as the workflow of templates/ runs it. */
function step(inputs: Record<string, string> = {}, environment: NodeJS.ProcessEnv = {}) {
  const { order, artifacts } = scene.measured;
  return runAction({
    action: 'report',
    folder: scene.two.folder,
    token: 'job-token',
    inputs: { orders: JSON.stringify([order]), artifacts, 'results-repository': 'octo/results', ...inputs },
    environment: {
      GITHUB_API_URL: scene.two.server.url,
      GITHUB_EVENT_NAME: 'issue_comment',
      GITHUB_REPOSITORY: 'octo/submissions',
      GITHUB_REPOSITORY_ID: String(order.repository.id),
      GITHUB_RUN_ID: String(order.runId),
      ...environment,
    },
  });
}

test('a step tells the result and says what can be staged', async () => {
  const { code, outputs, summary, log } = await step();
  expect(code, log).toBe(0);
  expect(outputs.go).toBe('true');
  expect(JSON.parse(outputs.accepted ?? '')).toEqual([
    { artifact: expect.stringMatching(/^result-7-/), recordDigest: scene.measured.recordDigest },
  ]);
  expect(summary).toContain('7.07 Wh per 1,000 queries');
  expect(scene.comments()).toHaveLength(1);
});

test('a measurement that gave nothing does not fail the step: the check is red, and there is nothing to stage', async () => {
  const artifacts = join(scene.two.folder, 'nothing');
  await mkdir(artifacts);
  const { code, outputs, log } = await step({ artifacts });
  expect(code, log).toBe(0);
  expect(outputs).toMatchObject({ go: 'false', accepted: '[]' });
  expect(scene.two.submissions.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
});

test('without the right to write anything the step still ends well, with warnings and the outputs', async () => {
  const token = { ...BOT, grants: { contents: 'read', 'pull-requests': 'read' } as const, repositories: ['octo/submissions'] };
  scene.two.server.world.tokens['reading-token'] = token;
  const { code, outputs, log } = await step({ token: 'reading-token' });
  expect(code, log).toBe(0);
  expect(log.match(/::warning::/g)).toHaveLength(2);
  expect(outputs.go).toBe('true');
});

test.each<[string, Record<string, string>, NodeJS.ProcessEnv, RegExp]>([
  ['orders that are no orders', { orders: '[{}]' }, {}, /The order cannot be read/],
  ['no order at all', { orders: '[]' }, {}, /There is no order/],
  ['orders of another run', {}, { GITHUB_RUN_ID: '1' }, /given in another run/],
  ['orders of another repository', {}, { GITHUB_REPOSITORY_ID: '1' }, /given in another run, or for another repository/],
  ['a results repository that is no name', { 'results-repository': 'https://github.com/octo/results' }, {}, /takes owner\/name/],
  ['a token that is none', { token: 'stolen' }, {}, /Bad credentials/],
])('%s end the step with what to do, and write nothing', async (_what, inputs, environment, message) => {
  const { code, log } = await step(inputs, environment);
  expect(code).toBe(1);
  expect(log).toMatch(message);
  expect(scene.comments()).toEqual([]);
});
