import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PullRequestEvent } from '../../src/domain/pull-request/event.ts';
import { openGitHub } from '../../src/github/client.ts';
import { validatePullRequest } from '../../src/stages/validate-pull-request.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { FOUND, type GateScene, gateScene } from '../support/github/gate-scene.ts';
import type { LoopbackPullRequest } from '../support/github/repository.ts';
import { startRun } from '../support/github/state.ts';
import { GOOD, GOOD_PATH } from '../support/github/submission.ts';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** Validates a pull request at its newest commit; gives the one comment and the check's conclusion. */
async function validated({ headSha, number }: LoopbackPullRequest, action: PullRequestEvent['action'] = 'synchronize') {
  const { bot } = scene;
  await validatePullRequest({
    event: { action, owner: 'octo', repository: 'submissions', number, headSha },
    github: openGitHub({ token: 'validate-token', apiUrl: bot.server.url, wait: async () => {} }),
    catalogue: { lookUp: async () => FOUND },
    place: { repositoryUrl: 'https://github.com/octo/submissions' },
    policyFolder: bot.folder,
    warn: () => {},
  });
  const own = scene.own().filter(({ body }) => body.startsWith('<!-- ai-energy-score:pull-request:1 -->'));
  expect(own.length).toBeLessThanOrEqual(1);
  return { body: own[0]?.body ?? '', conclusion: bot.submissions.checkRuns.at(-1)?.conclusion };
}

const order = async (headSha: string) => {
  const { outcome } = await scene.say(`/benchmark ${headSha}`);
  expect(outcome?.kind).toBe('ordered');
};

test('W01 a rerun of the job takes no later state of the commit away', async () => {
  const { pullRequest } = scene;
  expect((await validated(pullRequest, 'opened')).body).toContain(`/benchmark ${pullRequest.headSha}`);
  await order(pullRequest.headSha);
  const { body, conclusion } = await validated(pullRequest, 'opened');
  expect(body).toContain('Approved: it is being measured');
  expect(conclusion).toBe('success');
});

test('W02 a pull request that was opened again gets the line that the gate takes', async () => {
  const { pullRequest } = scene;
  await order(pullRequest.headSha);
  const { body } = await validated(pullRequest, 'reopened');
  const line = `/rerun ${pullRequest.headSha}`;
  expect(body).toContain(line);
  expect(body).not.toContain('/benchmark');
  expect((await scene.say(line)).outcome?.kind).toBe('ordered');
});

test('W03 a push takes the place of what was said of the commit before it, and a push back gets the line for a second time', async () => {
  const { pullRequest, bot } = scene;
  const first = pullRequest.headSha;
  await order(first);
  const pushed = bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}# more\n` }]);
  expect(pushed.headSha).not.toBe(first);
  expect((await validated(pushed)).body).toContain(`/benchmark ${pushed.headSha}`);
  pushed.headSha = first;
  const { body } = await validated(pushed);
  expect(body).toContain(`/rerun ${first}`);
});

test('W04 a pull request that takes a submission out can be merged, and tells what follows', async () => {
  const removal = scene.bot.open(8, [{ path: GOOD_PATH, content: '', status: 'removed' }]);
  const { body, conclusion } = await validated(removal, 'opened');
  expect(conclusion).toBe('neutral');
  expect(body).toContain('### 🗑️ Takes a submission out');
  expect(body).toContain(GOOD_PATH);
  expect(body).toContain('prepares their withdrawal');
  const comment = scene.bot.comment(removal, PEOPLE.maintainer, `/benchmark ${removal.headSha}`);
  expect((await scene.gate(comment)).outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-none' } });
});

test('W05 taking one out beside another change is a fault', async () => {
  const both = scene.bot.open(8, [
    { path: GOOD_PATH, content: GOOD },
    { path: 'submissions/octo-lab/gone/text-generation.yaml', content: '', status: 'removed' },
  ]);
  const { body, conclusion } = await validated(both, 'opened');
  expect([conclusion, body.includes('P-file-removed')]).toEqual(['failure', true]);
});

test('W06 the README below submissions/ is no submission', async () => {
  const readme = scene.bot.open(8, [{ path: 'submissions/README.md', content: '# How to submit\n' }]);
  const { body, conclusion } = await validated(readme, 'opened');
  expect([conclusion, body]).toEqual(['neutral', '']);
});

test('W07 what was said after /cancel is not ended by it, nor called a measurement', async () => {
  const { bot } = scene;
  const later = startRun(bot.submissions, {
    id: bot.workflowRun.id + 1,
    path: '.github/workflows/benchmark.yml',
    event: 'issue_comment',
    actor: PEOPLE.maintainer,
    title: 'Pull request #7',
    status: 'queued',
  });
  const { outcome } = await scene.say('/cancel');
  expect(outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-cancel-none' } });
  expect(later.status).toBe('queued');
});
