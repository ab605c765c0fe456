import { expect, test } from 'vitest';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { type GateScene, gateScene } from '../support/github/gate-scene.ts';
import { EVERY_TROUBLE } from '../support/github/troubles.ts';

const MARKER = '<!-- ai-energy-score:pull-request:1 -->';

/** Every request of an order, in its turn. */
const REQUESTS = {
  permission: { at: /\/permission$/, skip: 0 },
  'first question': { at: /\/graphql$/, skip: 0 },
  eyes: { at: /\/reactions$/, skip: 0 },
  'list of files': { at: /\/files$/, skip: 0 },
  'second question': { at: /\/graphql$/, skip: 1 },
  blob: { at: /\/blobs\//, skip: 0 },
  rocket: { at: /\/reactions$/, skip: 1 },
  comment: { at: /POST .*\/comments$/, skip: 0 },
} as const;

const stateComments = (scene: GateScene) => scene.own().filter(({ body }) => body.startsWith(MARKER));

const cases = Object.entries(REQUESTS).flatMap(([request, where]) =>
  Object.entries(EVERY_TROUBLE).map(([what, trouble]) => ({ request, what, where, trouble })),
);

test.each(cases)(
  'T: $what at the $request ends in one order and one comment, or in a failure that a rerun completes',
  async ({ where, trouble }) => {
    await using scene = await gateScene();
    scene.bot.server.troubles.push({ ...where, ...trouble, times: 1 });
    const first = await scene.say(`/benchmark ${scene.pullRequest.headSha}`);
    expect(stateComments(scene).length).toBeLessThanOrEqual(1);
    // What is done although its answer was lost is seen as done; a comment that is gone is nobody's order.
    const kind = first.outcome?.kind ?? 'failed';
    expect(['ordered', 'failed']).toContain(kind);
    if (kind === 'failed') {
      const again = await scene.gate(first.comment, { run: { attempt: 2 } });
      expect(again.outcome?.kind, String(again.thrown)).toBe('ordered');
    }
    expect(stateComments(scene)).toHaveLength(1);
    expect(scene.reactions(first.comment).filter((content) => content === 'rocket')).toHaveLength(1);
    expect(scene.bot.server.violations).toEqual([]);
  },
);

const lasting = Object.entries(REQUESTS).flatMap(([request, where]) => [
  { request, where, what: 'a 503', trouble: { with: { status: 503 } }, code: 'github-unavailable' } as const,
  { request, where, what: 'silence', trouble: { with: 'silence' }, code: 'github-timeout' } as const,
]);

test.each(lasting)('T: $what that stays at the $request ends in a failure, and nothing is ordered', async ({ where, trouble, code }) => {
  await using scene = await gateScene();
  scene.bot.server.troubles.push({ ...where, ...trouble });
  const said = await scene.say(`/benchmark ${scene.pullRequest.headSha}`);
  expect(said.outcome).toBeNull();
  expect(said.thrown).toMatchObject({ kind: 'operator', code, mend: expect.stringContaining('Rerun') });
  expect(stateComments(scene)).toEqual([]);
  scene.bot.server.troubles.splice(0);
  expect((await scene.gate(said.comment, { run: { attempt: 2 } })).outcome?.kind).toBe('ordered');
});

test('T: an order takes eight requests, however many pull requests and comments there are', async () => {
  await using scene = await gateScene();
  for (let number = 100; number < 130; number++) scene.bot.open(number);
  for (let index = 0; index < 150; index++) scene.bot.comment(scene.pullRequest, PEOPLE.reader, `Word ${index}`);
  const before = scene.bot.server.requests.length;
  await scene.say(`/benchmark ${scene.pullRequest.headSha}`);
  expect(scene.bot.server.requests.slice(before).map((request) => request.replace(/\/repos\/octo\/submissions/, ''))).toEqual([
    'GET /collaborators/maintainer-mia/permission',
    'POST /graphql',
    expect.stringMatching(/^POST \/issues\/comments\/\d+\/reactions$/),
    'GET /pulls/7/files',
    'POST /graphql',
    expect.stringMatching(/^GET \/git\/blobs\//),
    expect.stringMatching(/^POST \/issues\/comments\/\d+\/reactions$/),
    'POST /issues/7/comments',
  ]);
});

test('T: two maintainers who approve at one time leave one comment', async () => {
  await using scene = await gateScene();
  const line = `/benchmark ${scene.pullRequest.headSha}`;
  await scene.say(line);
  const second = await scene.say(line, { author: PEOPLE.admin });
  expect(second.outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-again' } });
  expect(stateComments(scene)).toHaveLength(1);
});
