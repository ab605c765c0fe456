import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { hubCatalogue } from '../../src/hub/hub-catalogue.ts';
import { validatePullRequest } from '../../src/stages/validate-pull-request.ts';
import { BOT } from '../support/github/accounts.ts';
import { type BotScene, botScene } from '../support/github/bot-scene.ts';
import { loopbackModel } from '../support/github/submission.ts';
import { startHub } from '../support/hub-server.ts';

let scene: BotScene;
beforeEach(async () => {
  scene = await botScene();
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** The comment on a good submission, whose model's card is this on the Hub; and what was found. */
async function commentOn(card: unknown) {
  await using hub = await startHub([{ ...loopbackModel(), card }]);
  const { headSha, number } = scene.open();
  const validation = await validatePullRequest({
    event: { action: 'opened', owner: 'octo', repository: 'submissions', number, headSha },
    github: openGitHub({ token: 'validate-token', apiUrl: scene.server.url, wait: async () => {} }),
    catalogue: hubCatalogue({ hubUrl: hub.url }),
    place: { repositoryUrl: 'https://github.com/octo/submissions' },
    policyFolder: scene.folder,
    warn: () => {},
  });
  return { validation, body: scene.submissions.comments.find(({ author }) => author?.id === BOT.id)?.body ?? '' };
}

test.each([
  ['apache-2.0', { license: 'apache-2.0' }],
  ['example-community-1', { license: 'other', license_name: 'example-community-1' }],
  ['mit cc-by-4.0', { license: ['mit', 'cc-by-4.0'] }],
])('the licence %s stands among what was understood', async (licence, card) => {
  const { validation, body } = await commentOn(card);
  expect(validation?.submissions).toMatchObject([{ faults: [], understood: { licence } }]);
  expect(body.split('\n')).toContain(`| Licence | ${licence} |`);
});

test('a statement that is no licence is neither shown nor a fault', async () => {
  const { validation, body } = await commentOn({ license: `mit | <img src=x> @octo\u202e ${'x'.repeat(10_000)}` });
  expect(validation?.submissions).toMatchObject([{ faults: [], understood: { licence: null } }]);
  expect(body.split('\n')).toContain('| Licence | not known |');
  expect(body).not.toMatch(/<img|@octo\b|x{100}/);
});

test('a card without a licence is a fault, as before', async () => {
  const { validation } = await commentOn({ tags: ['x'] });
  expect(validation?.submissions).toMatchObject([{ faults: [{ code: 'S-hub-licence' }], understood: null }]);
});
