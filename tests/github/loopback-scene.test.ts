import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPullRequestEvent } from '../../src/domain/pull-request/event.ts';
import { type BotScene, botScene, PEOPLE } from '../support/github/bot-scene.ts';
import { commentEvent, pullRequestEvent, writeEvent } from '../support/github/events.ts';
import { closePullRequest, mergePullRequest } from '../support/github/state.ts';
import { BOT } from '../support/github/tokens.ts';

let scene: BotScene;
beforeEach(async () => {
  scene = await botScene();
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** What a runner would find in the file of an event. */
async function told(event: Parameters<typeof writeEvent>[1]) {
  const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH = '' } = await writeEvent(scene.folder, event);
  return { name: GITHUB_EVENT_NAME, payload: JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8')) };
}

test('a job runs at an event with its own token, and its run tells what it asked for and what it changed', async () => {
  const pullRequest = scene.open();
  const step = await scene.run('validate', pullRequestEvent(scene.submissions, pullRequest));
  expect(step.code, step.log).toBe(0);
  expect(step.outputs).toEqual({ verdict: 'ready' });
  expect(step.requests).toHaveLength(5);
  expect(scene.server.changes).toEqual(
    ['POST /repos/octo/submissions/issues/7/comments', 'POST /repos/octo/submissions/check-runs'].map((what) => ({ what, by: BOT.login })),
  );
  expect(scene.submissions.comments[0]?.body).toContain(`/benchmark ${pullRequest.headSha}`);
});

test('grants other than those of the table can be given to a job', async () => {
  await using poorer = await botScene({ grants: { validate: {} } });
  const step = await poorer.run('validate', pullRequestEvent(poorer.submissions, poorer.open()));
  expect([step.code, poorer.server.changes]).toEqual([1, []]);
});

test('events of a pull request say what became of it', async () => {
  const { submissions } = scene;
  const [merged, closed] = [scene.open(7), scene.open(8, [{ path: 'submissions/b.yaml', content: 'b\n' }])];
  const opened = await told(pullRequestEvent(submissions, merged));
  expect(readPullRequestEvent(opened.name ?? '', opened.payload)).toMatchObject({ number: 7, headSha: merged.headSha, action: 'opened' });
  expect(opened.payload.pull_request.head.repo.full_name).toBe('stranger/submissions');
  const sha = mergePullRequest(submissions, merged, { by: PEOPLE.maintainer });
  closePullRequest(closed);
  const [first, second] = await Promise.all(
    [merged, closed].map((one) => told(pullRequestEvent(submissions, one, { action: 'closed', sender: PEOPLE.maintainer }))),
  );
  expect(first?.payload).toMatchObject({
    action: 'closed',
    pull_request: {
      state: 'closed',
      merged: true,
      merge_commit_sha: sha,
      merged_by: { login: PEOPLE.maintainer.login },
      base: { ref: 'main' },
    },
    repository: { id: submissions.id, full_name: 'octo/submissions' },
    sender: { login: PEOPLE.maintainer.login },
  });
  expect(second?.payload).toMatchObject({ number: 8, pull_request: { merged: false, merge_commit_sha: null, state: 'closed' } });
});

test('events of a comment say who wrote what, where, and whether it was edited', async () => {
  const { submissions } = scene;
  const said = scene.comment(scene.open(), PEOPLE.writer, '/help');
  const created = await told(commentEvent(submissions, said));
  expect([created.name, created.payload]).toMatchObject([
    'issue_comment',
    {
      action: 'created',
      issue: { number: 7, state: 'open', pull_request: { merged_at: null }, user: { login: 'stranger' } },
      comment: { id: said.id, body: '/help', user: { id: PEOPLE.writer.id, type: 'User' }, author_association: 'COLLABORATOR' },
      sender: { login: PEOPLE.writer.login },
    },
  ]);
  const edited = await told(
    commentEvent(submissions, { ...said, association: 'OWNER', author: BOT }, { action: 'edited', before: 'Hello', about: 'issue' }),
  );
  expect(edited.payload).toMatchObject({
    action: 'edited',
    changes: { body: { from: 'Hello' } },
    comment: { author_association: 'OWNER', user: { type: 'Bot' } },
  });
  expect(edited.payload.issue).not.toHaveProperty('pull_request');
});

test('the submissions repository clones by git with what is on its default branch', async () => {
  scene.open();
  const clone = await scene.clone('submissions');
  expect(await readFile(`${clone}/policy.yaml`, 'utf8')).toBe(scene.submissions.policy);
});
