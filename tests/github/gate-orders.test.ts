import { afterEach, beforeEach, expect, test } from 'vitest';
import { operatorFault } from '../../src/domain/errors.ts';
import { matrixOf } from '../../src/domain/pull-request/matrix.ts';
import { artifactName, orderFrom, ordersFrom } from '../../src/domain/pull-request/order.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { FOUND, type GateScene, gateScene, type Said } from '../support/github/gate-scene.ts';
import { commitTo } from '../support/github/state.ts';
import { GOOD, GOOD_PATH, MODEL, POLICY } from '../support/github/submission.ts';

const MARKER = '<!-- ai-energy-score:pull-request:1 -->';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const line = (rest = '') => `/benchmark ${scene.pullRequest.headSha}${rest}`;

/** What was ordered; fails where nothing was. */
function ordered(said: Said) {
  if (said.outcome?.kind !== 'ordered') throw new Error(`${JSON.stringify(said.outcome)} ${said.thrown}`);
  return said.outcome.orders;
}

const refusal = ({ outcome, thrown }: Said) => (outcome?.kind === 'refused' ? outcome.fault.code : (outcome?.kind ?? thrown));

/** The bot's one comment that carries the state. */
const state = () => {
  const bodies = scene.own().map(({ body }) => body);
  const own = bodies.filter((body) => body.startsWith(MARKER));
  expect(bodies.join('\n').split(MARKER).length - 1).toBe(own.length);
  expect(own.length).toBeLessThanOrEqual(1);
  return own[0] ?? '';
};

const EVIDENCE = `evidence:
  url: https://evidence.example/result.tar.gz
  sha256: ${'a'.repeat(64)}
attestation:
  publicSharing: true
  dataIntegrity: true
  modelRepresentation: true
`;

test('O01 a maintainer orders a measurement: one order of the very blob, one comment, eyes and a rocket', async () => {
  const { headSha, files } = scene.pullRequest;
  const said = await scene.say(line());
  const [{ order, isMeasured } = { order: null, isMeasured: null }, ...more] = ordered(said);
  expect([more, isMeasured]).toEqual([[], true]);
  expect(order).toMatchObject({
    repository: { id: 700_001, owner: 'octo', name: 'submissions' },
    pullRequest: 7,
    head: headSha,
    path: GOOD_PATH,
    blob: files[0]?.sha,
    submission: GOOD,
    policy: POLICY,
    runId: 9001,
    attempt: 1,
    runs: null,
    runner: ['self-hosted', 'h100'],
    approvedBy: PEOPLE.maintainer,
    submittedBy: { login: 'stranger' },
  });
  expect(ordersFrom(JSON.stringify([order]))).toEqual([order]);
  expect(scene.reactions(said.comment)).toEqual(['eyes', 'rocket']);
  expect(scene.own()).toHaveLength(1);
  for (const words of ['maintainer-mia', 'actions/runs/9001', 'GPU minutes', 'self-hosted, h100', headSha])
    expect(state()).toContain(words);
  expect(state()).toContain('✅ approved → ⏳ measured');
  expect(state()).not.toMatch(/@\w/);
});

test('O02 the comment of the validation becomes the comment of the approval', async () => {
  const bot = { id: 41_898_282, login: 'github-actions[bot]' };
  const before = scene.bot.comment(scene.pullRequest, bot, `${MARKER}\n### Validated`);
  await scene.say(line());
  expect(scene.own().map(({ id }) => id)).toEqual([before.id]);
});

test('O03 a comment with the marker by somebody else is not touched', async () => {
  const forged = scene.bot.comment(scene.pullRequest, { id: 666, login: 'forger' }, `${MARKER}\n### ✅ Approved`);
  await scene.say(line());
  expect(forged.body).toBe(`${MARKER}\n### ✅ Approved`);
  expect(scene.own()).toHaveLength(1);
});

test('O04 the own comment is found behind two hundred others', async () => {
  const bot = { id: 41_898_282, login: 'github-actions[bot]' };
  for (let index = 0; index < 130; index++) scene.bot.comment(scene.pullRequest, { id: 666, login: 'talker' }, `Word ${index}`);
  const own = scene.bot.comment(scene.pullRequest, bot, `${MARKER}\n### Validated`);
  for (let index = 0; index < 130; index++) scene.bot.comment(scene.pullRequest, { id: 666, login: 'talker' }, `Word ${index}`);
  ordered(await scene.say(line()));
  expect(scene.own().map(({ id }) => id)).toEqual([own.id]);
});

test('O05 runs and runner are as the command asks, where the policy allows it', async () => {
  scene.bot.submissions.policy = `${POLICY}bot:\n  runner: [self-hosted, linux, h100]\n  otherRunners: [h200]\n`;
  const [{ order } = { order: null }] = ordered(await scene.say(line(' --runs 3 --runner h200')));
  expect(order).toMatchObject({ runs: 3, runner: ['self-hosted', 'linux', 'h200'] });
  expect(state()).toContain('| 3 |');
});

test.each([
  ['O06', 'a label that is not listed', ' --runner gpu', POLICY, 'P-order-runner'],
  ['O07', 'the label of GitHub’s own runners', ' --runner ubuntu-latest', `${POLICY}bot:\n  otherRunners: [h200]\n`, 'P-order-runner'],
  ['O08', 'more minutes than the policy allows', ' --runs 100', `${POLICY}bot:\n  maximumMinutes: 1\n`, 'P-order-minutes'],
])('%s %s is refused', async (_number, _what, rest, policy, code) => {
  scene.bot.submissions.policy = policy;
  const said = await scene.say(line(rest));
  expect(refusal(said)).toBe(code);
  expect([state(), scene.own().length]).toEqual(['', 1]);
  expect(scene.reactions(said.comment)).toEqual(['eyes', 'confused']);
});

test('O09 the policy is that of the default branch, not of the pull request', async () => {
  scene.bot.open(7, [
    { path: GOOD_PATH, content: GOOD },
    { path: 'policy.yaml', content: `${POLICY}bot:\n  otherRunners: [evil]\n`, status: 'modified' },
  ]);
  expect(refusal(await scene.say(line(' --runner evil')))).toBe('P-order-faulty');
});

test('O10 a job gets at least an hour, and never more than the policy allows', async () => {
  const [{ order } = { order: null }] = ordered(await scene.say(line(' --runs 1')));
  expect(order?.timeoutMinutes).toBeGreaterThanOrEqual(60);
  scene.bot.submissions.policy = `${POLICY}bot:\n  maximumMinutes: 90\n`;
  scene.bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}# again\n` }]);
  const [{ order: second } = { order: null }] = ordered(await scene.say(line(' --runs 1')));
  expect(second?.timeoutMinutes).toBeLessThanOrEqual(90);
});

test('O11 without a size nobody knows the time: the job gets all there is', async () => {
  const { parameters: _parameters, ...model } = FOUND.kind === 'found' ? FOUND.model : ({} as never);
  const lookUp = async () =>
    ({ kind: 'found', model: { ...model, parameters: null, files: [{ path: 'model.safetensors', bytes: 0 }] } }) as typeof FOUND;
  const [{ order } = { order: null }] = ordered(await scene.say(line(), { catalogue: { lookUp } }));
  expect(order?.timeoutMinutes).toBe(7200);
});

test.each([
  ['O12', 'a submission at fault', [{ path: GOOD_PATH, content: 'model: nothing\n' }], 'P-order-faulty'],
  ['O13', 'no submission', [{ path: 'README.md', content: 'hello', status: 'modified' as const }], 'P-order-none'],
  [
    'O14',
    'a workflow beside the submission',
    [
      { path: GOOD_PATH, content: GOOD },
      { path: '.github/workflows/evil.yml', content: 'on: push\n' },
    ],
    'P-order-faulty',
  ],
  ['O15', 'a symbolic link', [{ path: GOOD_PATH, content: '/etc/passwd', mode: 0o120000 }], 'P-order-faulty'],
  [
    'O16',
    'a submission too many',
    [
      { path: GOOD_PATH, content: GOOD },
      { path: GOOD_PATH.replace('.yaml', '.two.yaml'), content: GOOD },
    ],
    'P-order-faulty',
  ],
  ['O17', 'a renamed submission', [{ path: GOOD_PATH, content: GOOD, status: 'renamed' as const }], 'P-order-faulty'],
  ['O18', 'a path that leads elsewhere', [{ path: 'submissions/octo-lab/@octo/text-generation.yaml', content: GOOD }], 'P-order-faulty'],
])('%s %s is not ordered', async (_number, _what, files, code) => {
  scene.bot.open(7, files);
  const said = await scene.say(line());
  expect(refusal(said)).toBe(code);
  expect(state()).toBe('');
  for (const { body } of scene.own()) expect(body).not.toMatch(/@\w/);
});

test('O19 a model that the Hub does not know is not ordered', async () => {
  const said = await scene.say(line(), { catalogue: { lookUp: async () => ({ kind: 'missing' }) as never } });
  expect(refusal(said)).toBe('P-order-faulty');
});

test('O20 while the Hub does not answer nothing is ordered', async () => {
  const lookUp = async () => {
    throw operatorFault('The Hub does not answer.', { code: 'hub-unreachable' });
  };
  const said = await scene.say(line(), { catalogue: { lookUp } });
  expect(refusal(said)).toBe('P-order-hub');
});

test('O21 a second approval of the same commit is refused, with the line that repeats the order', async () => {
  ordered(await scene.say(line()));
  const said = await scene.say(line(), { author: PEOPLE.admin });
  expect(refusal(said)).toBe('P-order-again');
  expect(scene.own().at(-1)?.body.split('\n')).toContain(`/rerun ${scene.pullRequest.headSha}`);
});

test('O22 a rerun orders the same once more, with another nonce', async () => {
  scene.bot.submissions.policy = `${POLICY}bot:\n  otherRunners: [h200]\n`;
  const [first] = ordered(await scene.say(line(' --runs 2 --runner h200')));
  const [second] = ordered(await scene.say(`/rerun ${scene.pullRequest.headSha}`, { author: PEOPLE.writer, run: { id: 9002 } }));
  expect(second?.order).toEqual({ ...first?.order, nonce: second?.order.nonce, runId: 9002, approvedBy: PEOPLE.writer });
  expect(second?.order.nonce).not.toBe(first?.order.nonce);
});

test('O23 a rerun of what nobody ordered is refused', async () => {
  expect(refusal(await scene.say(`/rerun ${scene.pullRequest.headSha}`))).toBe('P-order-never');
});

test('O24 a rerun does not take the options of a command that was not an order', async () => {
  ordered(await scene.say(line(' --runs 2')));
  scene.bot.comment(scene.pullRequest, { id: 666, login: 'forger' }, line(' --runs 100'));
  const [{ order } = { order: null }] = ordered(await scene.say(`/rerun ${scene.pullRequest.headSha}`));
  expect(order?.runs).toBe(2);
});

test('O25 a rerun does not believe a command that was edited after it was approved', async () => {
  const first = await scene.say(line(' --runs 2'));
  ordered(first);
  Object.assign(first.comment, { body: line(' --runs 100'), edited: { at: '2026-11-23T00:00:00Z', by: PEOPLE.triager } });
  expect(refusal(await scene.say(`/rerun ${scene.pullRequest.headSha}`))).toBe('P-order-never');
});

test('O26 somebody else’s rocket makes no order of a comment', async () => {
  const forged = scene.bot.comment(scene.pullRequest, { id: 666, login: 'forger' }, line(' --runs 100'));
  const reaction = { id: 5, comment: forged.id, by: { id: 666, login: 'forger' }, content: 'rocket', createdAt: '2026-11-23T00:00:00Z' };
  scene.bot.submissions.reactions.push(reaction);
  expect(refusal(await scene.say(`/rerun ${scene.pullRequest.headSha}`))).toBe('P-order-never');
});

test('O27 the job run again at the same event orders with the later attempt and new nonces', async () => {
  const first = await scene.say(line());
  const again = await scene.gate(first.comment, { run: { attempt: 2 } });
  expect(ordered(again)[0]?.order).toMatchObject({ runId: 9001, attempt: 2 });
  expect(ordered(again)[0]?.order.nonce).not.toBe(ordered(first)[0]?.order.nonce);
  expect(scene.own()).toHaveLength(1);
});

test('O28 another open pull request with the same file is a word of warning, and no obstacle', async () => {
  scene.bot.open(5);
  ordered(await scene.say(line()));
  expect(state()).toContain('Another open pull request changes the same file: #5.');
});

test('O29 several submissions are as many orders, each with a nonce and an artifact of its own', async () => {
  scene.bot.submissions.policy = `${POLICY}limits:\n  maxSubmissions: 3\n`;
  const variants = ['', '.two', '.three'].map((variant) => ({ path: GOOD_PATH.replace('.yaml', `${variant}.yaml`), content: GOOD }));
  scene.bot.open(7, variants);
  const orders = ordered(await scene.say(line()));
  expect(orders.map(({ order }) => order.path).sort()).toEqual(variants.map(({ path }) => path).sort());
  expect(new Set(orders.map(({ order }) => order.nonce)).size).toBe(3);
  const legs = matrixOf(orders);
  expect(new Set(legs.map(({ artifact }) => artifact)).size).toBe(3);
  expect(legs.map(({ order }) => orderFrom(order))).toEqual(orders.map(({ order }) => order));
  expect(legs.map(({ artifact }) => artifact)).toEqual(orders.map(({ order }) => artifactName(order)));
  for (const { title } of legs) expect(title).toMatch(/^Measure octo-lab\/small-1b\/text-generation[.a-z]*$/);
});

test('O30 a self-reported submission is ordered without a measurement: no leg, and the comment says so', async () => {
  scene.bot.submissions.policy = `${POLICY}evidence:\n  hosts: [evidence.example]\n`;
  scene.bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}${EVIDENCE}` }]);
  const orders = ordered(await scene.say(line()));
  expect(orders).toMatchObject([{ isMeasured: false, order: { path: GOOD_PATH, runs: null } }]);
  expect(matrixOf(orders)).toEqual([]);
  expect(state()).toContain('the evidence is being checked');
  expect(state()).toContain('nothing is measured');
});

test('O31 a policy too large for the workflow is refused rather than cut', async () => {
  scene.bot.submissions.policy = `${POLICY}${'# a long remark about nothing\n'.repeat(5000)}`;
  expect(refusal(await scene.say(line()))).toBe('P-order-size');
});

test('O32 a policy that cannot be read orders nothing, and the job says why', async () => {
  scene.bot.submissions.policy = 'schemaVersion: 1\nname: [';
  const said = await scene.say(line());
  expect(said.thrown).toMatchObject({ kind: 'operator', code: 'policy-yaml' });
  expect(scene.reactions(said.comment)).toContain('confused');
});

test('O33 a published result of the same revision is read in one request', async () => {
  await using open = await gateScene({ resultsArePublic: true });
  const record = { plan: { model: { id: MODEL.id, revision: MODEL.revision }, task: 'text-generation', variant: null } };
  commitTo(open.bot.results, { files: { [`results/text-generation/${MODEL.id}/0123456789ab.json`]: JSON.stringify(record) } });
  const before = open.bot.server.requests.length;
  const said = await open.say(`/benchmark ${open.pullRequest.headSha}`, { withResults: true });
  ordered(said);
  expect(said.warnings).toEqual([]);
  const questions = open.bot.server.requests.slice(before).filter((request) => request.endsWith('/graphql'));
  expect(questions).toHaveLength(3);
  expect(open.bot.server.violations).toEqual([]);
});

test('O34 a results repository that cannot be read is no obstacle', async () => {
  const said = await scene.say(line(), { withResults: true });
  ordered(said);
  expect(said.warnings.join(' ')).toContain('octo/results');
});

test('O35 the estimate in the comment follows the runs that were asked for', async () => {
  ordered(await scene.say(line(' --runs auto')));
  expect(state()).toMatch(/\| \d+ to \d+ \|/);
});
