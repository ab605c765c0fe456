import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderFrom, ordersFrom } from '../../src/domain/pull-request/order.ts';
import { STRANGER } from '../support/github/accounts.ts';
import { type BotScene, botScene, PEOPLE } from '../support/github/bot-scene.ts';
import { commentEvent, pullRequestEvent } from '../support/github/events.ts';

let scene: BotScene;
beforeEach(async () => {
  scene = await botScene();
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const NOTHING = { go: 'false', orders: '[]', matrix: '[]' };

test('validated, then approved: the outputs are what the next jobs need, and there is one comment', async () => {
  const pullRequest = scene.open();
  await scene.run('validate', pullRequestEvent(scene.submissions, pullRequest));
  const [validated] = scene.submissions.comments;
  const line = validated?.body.split('\n').find((one) => one.startsWith('/benchmark ')) ?? '';
  const said = scene.comment(pullRequest, PEOPLE.maintainer, line);
  const step = await scene.run('gate', commentEvent(scene.submissions, said));
  expect(step.code, step.log).toBe(0);
  expect(step.outputs.go).toBe('true');
  const orders = ordersFrom(step.outputs.orders ?? '');
  const [leg, ...more] = JSON.parse(step.outputs.matrix ?? '');
  expect(more).toEqual([]);
  expect(Object.keys(leg).sort()).toEqual(['artifact', 'order', 'runner', 'timeoutMinutes', 'title']);
  expect([orderFrom(leg.order)]).toEqual(orders);
  expect(orders[0]?.nonce).toMatch(/^[0-9a-f]{32}$/);
  expect(step.summary).toContain('maintainer-mia');
  expect(scene.submissions.comments.filter(({ author }) => author?.login === 'github-actions[bot]')).toHaveLength(1);
});

test.each([
  ['a stranger’s command', STRANGER, (sha: string) => `/benchmark ${sha}`],
  ['a word of thanks', PEOPLE.maintainer, () => 'Thanks!'],
  ['a command that is not complete', PEOPLE.maintainer, () => '/benchmark'],
])('%s gives outputs that start nothing', async (_what, author, body) => {
  const pullRequest = scene.open();
  const said = scene.comment(pullRequest, author, body(pullRequest.headSha));
  const step = await scene.run('gate', commentEvent(scene.submissions, said));
  expect([step.code, step.outputs], step.log).toEqual([0, NOTHING]);
});

test('trouble with GitHub fails the job, with outputs that start nothing', async () => {
  const pullRequest = scene.open();
  const said = scene.comment(pullRequest, PEOPLE.maintainer, `/benchmark ${pullRequest.headSha}`);
  scene.server.troubles.push({ at: /\/permission$/, with: { status: 403 } });
  const step = await scene.run('gate', commentEvent(scene.submissions, said));
  expect([step.code, step.outputs]).toEqual([1, NOTHING]);
  expect(step.log).toMatch(/^::error::Cannot look up the permission/m);
});

test('what a comment says cannot speak to the runner', async () => {
  const pullRequest = scene.open();
  const said = scene.comment(pullRequest, PEOPLE.maintainer, '/benchmark ::set-output\u200b name=go::true');
  const step = await scene.run('gate', commentEvent(scene.submissions, said));
  expect(step.outputs).toEqual(NOTHING);
  expect(step.log.split('\n').filter((one) => /^\s*::/.test(one) && !/^::(notice|warning|add-mask)/.test(one))).toEqual([]);
});

test('another event than the one that the action is for fails before any request', async () => {
  const pullRequest = scene.open();
  const step = await scene.run('gate', pullRequestEvent(scene.submissions, pullRequest));
  expect([step.code, step.outputs, step.requests]).toEqual([1, NOTHING, []]);
});
