import { afterEach, beforeEach, expect, test } from 'vitest';
import { ordersFrom } from '../../src/domain/pull-request/order.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { type GateScene, gateScene } from '../support/github/gate-scene.ts';

const MARKER = '<!-- ai-energy-score:pull-request:1 -->';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

test('a maintainer orders a measurement: one order of the very blob, one comment, eyes and a rocket', async () => {
  const { headSha, files } = scene.pullRequest;
  const said = await scene.say(`/benchmark ${headSha}`);
  expect(said.thrown).toBeNull();
  if (said.outcome?.kind !== 'ordered') throw new Error(JSON.stringify(said.outcome));
  const [{ order, isMeasured } = { order: null, isMeasured: null }, ...more] = said.outcome.orders;
  expect(more).toEqual([]);
  expect(isMeasured).toBe(true);
  expect(order).toMatchObject({
    repository: { id: 700_001, owner: 'octo', name: 'submissions' },
    pullRequest: 7,
    head: headSha,
    blob: files[0]?.sha,
    runId: 9001,
    attempt: 1,
    runs: null,
    runner: ['self-hosted', 'h100'],
    approvedBy: PEOPLE.maintainer,
    submittedBy: { login: 'stranger' },
  });
  expect(ordersFrom(JSON.stringify([order]))).toEqual([order]);
  expect(scene.reactions(said.comment)).toEqual(['eyes', 'rocket']);
  const [own, ...others] = scene.own();
  expect(others).toEqual([]);
  expect(own?.body.split('\n')[0]).toBe(MARKER);
  for (const words of ['maintainer-mia', 'actions/runs/9001', 'GPU minutes', 'self-hosted, h100', headSha])
    expect(own?.body).toContain(words);
  expect(own?.body).toContain('✅ approved → ⏳ measured');
});
