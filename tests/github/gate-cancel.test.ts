import { afterEach, beforeEach, expect, test } from 'vitest';
import { STRANGER } from '../support/github/accounts.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { type GateScene, gateScene } from '../support/github/gate-scene.ts';
import type { LoopbackRun } from '../support/github/repository.ts';
import { closePullRequest, startRun } from '../support/github/state.ts';
import { GATE_GRANTS } from '../support/github/tokens.ts';

const PATH = '.github/workflows/benchmark.yml';
const MARKER = '<!-- ai-energy-score:pull-request:1 -->';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const started = (given: Partial<LoopbackRun> = {}) =>
  startRun(scene.bot.submissions, { path: PATH, event: 'issue_comment', actor: PEOPLE.maintainer, title: 'Pull request #7', ...given });

test.each([
  ['X01', 'in progress', 'in_progress'],
  ['X02', 'queued', 'queued'],
  ['X03', 'waiting for its environment', 'waiting'],
] as const)('%s a run that is %s is ended, and the one comment says so', async (_number, _what, status) => {
  const run = started({ status });
  const said = await scene.say('/cancel');
  expect(said.outcome).toEqual({ kind: 'cancelled', runs: 1 });
  expect(run).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  expect(scene.reactions(said.comment)).toEqual(['+1']);
  const [own, ...more] = scene.own();
  expect(more).toEqual([]);
  expect(own?.body.split('\n')[0]).toBe(MARKER);
  for (const words of ['Cancelled', 'maintainer-mia', `actions/runs/${run.id}`, '🛑 measured']) expect(own?.body).toContain(words);
});

test('X04 nothing else is ended: other pull requests, other workflows, other events, a title that somebody chose, this very run', async () => {
  const others = [
    started({ title: 'Pull request #70' }),
    started({ title: 'Pull request #77' }),
    started({ title: 'pull request #7 ' }),
    started({ path: '.github/workflows/other.yml' }),
    started({ event: 'pull_request_target' }),
    started({ title: 'Fix: Pull request #7' }),
  ];
  const itself = started({ id: 9001 });
  const said = await scene.say('/cancel');
  expect(said.outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-cancel-none' } });
  for (const run of [...others, itself]) expect(run.status).toBe('in_progress');
  expect(scene.own().filter(({ body }) => body.startsWith(MARKER))).toEqual([]);
});

test('X05 several runs of one pull request are ended all', async () => {
  const runs = [started(), started({ status: 'queued' }), started({ status: 'waiting' })];
  expect((await scene.say('/cancel')).outcome).toEqual({ kind: 'cancelled', runs: 3 });
  for (const run of runs) expect(run.conclusion).toBe('cancelled');
});

test.each([
  ['X06', 'a stranger', STRANGER],
  ['X07', 'somebody who may triage', PEOPLE.triager],
])('%s %s ends nothing', async (_number, _who, author) => {
  const run = started();
  const said = await scene.say('/cancel', { author });
  expect(said.outcome).toEqual({ kind: 'denied' });
  expect(run.status).toBe('in_progress');
  expect(scene.reactions(said.comment)).toEqual(['-1']);
});

test('X08 without the grant nothing is ended, and the job says which is missing', async () => {
  await using poorer = await gateScene({ grants: { gate: { ...GATE_GRANTS, actions: 'read' } } });
  startRun(poorer.bot.submissions, { path: PATH, event: 'issue_comment', actor: PEOPLE.maintainer, title: 'Pull request #7' });
  const said = await poorer.say('/cancel');
  expect(said.thrown).toMatchObject({ code: 'github-forbidden' });
  expect(poorer.reactions(said.comment)).toEqual(['confused']);
  expect(poorer.own()).toEqual([]);
});

test('X09 a run that ends by itself at the same time is not called cancelled', async () => {
  started();
  scene.bot.server.troubles.push({ at: /\/cancel$/, with: { status: 409, message: 'Cannot cancel a workflow run that is completed.' } });
  expect((await scene.say('/cancel')).outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-cancel-none' } });
});

test('X10 a command on a closed pull request ends nothing', async () => {
  const run = started();
  closePullRequest(scene.pullRequest);
  expect((await scene.say('/cancel')).outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-closed' } });
  expect(run.status).toBe('in_progress');
});

test('X11 what was ordered can be ordered once more by the line in the comment', async () => {
  await scene.say(`/benchmark ${scene.pullRequest.headSha}`);
  started();
  await scene.say('/cancel');
  expect(scene.own()[0]?.body.split('\n')).toContain(`/rerun ${scene.pullRequest.headSha}`);
  expect((await scene.say(`/rerun ${scene.pullRequest.headSha}`)).outcome?.kind).toBe('ordered');
});

test('X12 outside of a workflow nothing is ended', async () => {
  const run = started();
  const said = await scene.say('/cancel', { run: { workflow: null } });
  expect(said.thrown).toMatchObject({ code: 'run-unknown' });
  expect(run.status).toBe('in_progress');
});
