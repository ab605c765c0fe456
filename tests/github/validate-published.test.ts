import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { fewFiles } from '../../src/github/few-files.ts';
import { validatePullRequest } from '../../src/stages/validate-pull-request.ts';
import { BOT, STRANGER } from '../support/github/accounts.ts';
import { type BotScene, botScene } from '../support/github/bot-scene.ts';
import { FOUND } from '../support/github/gate-scene.ts';
import type { LoopbackPullRequest } from '../support/github/repository.ts';
import { commitTo } from '../support/github/state.ts';
import { GOOD, GOOD_PATH, MODEL, POLICY } from '../support/github/submission.ts';

const MARKER = '<!-- ai-energy-score:pull-request:1 -->';

let scene: BotScene;
beforeEach(async () => {
  scene = await botScene({ resultsArePublic: true });
});
afterEach(async () => {
  expect(scene.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** Validates a pull request with the results repository at hand; gives its comment, and the requests up to it. */
async function validated({ headSha, number }: LoopbackPullRequest) {
  const warnings: string[] = [];
  const github = openGitHub({ token: 'validate-token', apiUrl: scene.server.url, wait: async () => {} });
  const before = scene.server.requests.length;
  await validatePullRequest({
    event: { action: 'opened', owner: 'octo', repository: 'submissions', number, headSha },
    github,
    catalogue: { lookUp: async () => FOUND },
    results: fewFiles(github, { owner: 'octo', repository: 'results' }),
    place: { repositoryUrl: 'https://github.com/octo/submissions' },
    policyFolder: scene.folder,
    warn: (text) => warnings.push(text),
  });
  const requests = scene.server.requests.slice(before);
  const at = requests.findIndex((request) => /(?:POST|PATCH) .*comments/.test(request));
  const own = scene.submissions.comments.filter(({ author, body }) => author?.id === BOT.id && body.startsWith(MARKER));
  expect(own.length).toBeLessThanOrEqual(1);
  return { body: own[0]?.body ?? '', untilComment: at + 1, warnings };
}

const publish = (revision: string, name = '0123456789ab.json') => {
  const record = { plan: { model: { id: MODEL.id, revision }, task: 'text-generation', variant: null } };
  commitTo(scene.results, { files: { [`results/text-generation/${MODEL.id}/${name}`]: JSON.stringify(record) } });
};

test('V01 a published result of the same revision is named, in five requests up to the comment', async () => {
  publish(MODEL.revision);
  publish('f'.repeat(40), 'ba9876543210.json');
  const { body, untilComment, warnings } = await validated(scene.open());
  expect(body).toContain(`results/text-generation/${MODEL.id}/0123456789ab.json`);
  expect(body).not.toContain('ba9876543210');
  expect([untilComment, warnings]).toEqual([5, []]);
});

test('V02 a published result of another revision, or another file beside it, is no duplicate', async () => {
  publish('f'.repeat(40));
  commitTo(scene.results, { files: { [`results/text-generation/${MODEL.id}/README.md`]: '# no record' } });
  expect((await validated(scene.open())).body).not.toContain('Published already');
});

test('V03 a results repository that is empty, or cannot be read, changes nothing else', async () => {
  scene.results.private = true;
  const { body, warnings } = await validated(scene.open());
  expect(body).toContain('can be measured');
  expect(warnings).toHaveLength(1);
});

test('V04 the own comment is found behind hundreds of others, in six requests at most', async () => {
  publish(MODEL.revision);
  const pullRequest = scene.open();
  for (let index = 0; index < 140; index++) scene.comment(pullRequest, STRANGER, `Word ${index}`);
  scene.comment(pullRequest, BOT, `${MARKER}\n### Before`);
  for (let index = 0; index < 140; index++) scene.comment(pullRequest, STRANGER, `Word ${index}`);
  const { body, untilComment } = await validated(pullRequest);
  expect(body).toContain('can be measured');
  expect(untilComment).toBeLessThanOrEqual(6);
});

test('V05 a self-reported submission: its evidence is checked, nothing is measured, and the line says so', async () => {
  scene.submissions.policy = `${POLICY}evidence:\n  hosts: [evidence.example]\n`;
  const evidence = `evidence:\n  url: https://evidence.example/r.tar.gz\n  sha256: ${'a'.repeat(64)}\n`;
  const attestation = 'attestation:\n  publicSharing: true\n  dataIntegrity: true\n  modelRepresentation: true\n';
  const pullRequest = scene.open(7, [{ path: GOOD_PATH, content: `${GOOD}${evidence}${attestation}` }]);
  const { body } = await validated(pullRequest);
  expect(body).toContain('has the evidence downloaded and checked (nothing is measured)');
  expect(body).not.toContain('starts the measurement');
  expect(body).not.toContain('GPU minutes');
});

test('V06 a team’s own number of submissions holds for its members', async () => {
  scene.submissions.policy = `${POLICY}bot:\n  teams:\n    - name: Ours\n      members: [${STRANGER.id}]\n      maxSubmissions: 2\n`;
  const two = [GOOD_PATH, GOOD_PATH.replace('.yaml', '.two.yaml')].map((path) => ({ path, content: GOOD }));
  expect((await validated(scene.open(7, two))).body).toContain('2 submissions can be measured');
});

test('V07 the steps of a pull request stand below the heading', async () => {
  const { body } = await validated(scene.open());
  expect(body.split('\n').filter((line) => line !== '')[2]).toMatch(/^✅ validated → ⏳ approved/);
});
