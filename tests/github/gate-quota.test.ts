import { afterEach, beforeEach, expect, test } from 'vitest';
import { STRANGER } from '../support/github/accounts.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { FOUND, type GateScene, gateScene, type Said } from '../support/github/gate-scene.ts';
import type { LoopbackPullRequest } from '../support/github/repository.ts';
import { GOOD, GOOD_PATH, POLICY } from '../support/github/submission.ts';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const RECEIPT = '<!-- ai-energy-score:receipt:1 ';
const line = ({ headSha }: LoopbackPullRequest = scene.pullRequest) => `/benchmark ${headSha}`;
const code = ({ outcome, thrown }: Said) => (outcome?.kind === 'refused' ? outcome.fault.code : (outcome?.kind ?? thrown));
const receipts = () => scene.own().filter(({ body, edited }) => body.startsWith(RECEIPT) && edited === undefined);
const limit = (minutes: number, more = '') => {
  scene.bot.submissions.policy = `${POLICY}bot:\n  gpuMinutesPerMonth: ${minutes}\n${more}`;
};

/** Writes a comment that looks like a receipt. */
const forge = (author: { id: number; login: string }, minutes: number, more: object = {}) =>
  Object.assign(scene.bot.comment(scene.pullRequest, author, `${RECEIPT}run=1.1 gpu-minutes=${minutes} -->\nCounted.`), more);

/** Orders on another pull request of somebody. */
async function orderOn(number: number, author = STRANGER): Promise<Said> {
  const pullRequest = scene.bot.open(number, [{ path: GOOD_PATH, content: `${GOOD}# ${number}\n` }], { author });
  return scene.gate(scene.bot.comment(pullRequest, PEOPLE.maintainer, line(pullRequest)));
}

/** What one order of the good submission counts as. */
async function minutesOfOne(): Promise<number> {
  limit(1_000_000);
  await scene.say(line());
  return Number(/gpu-minutes=(\d+)/.exec(receipts()[0]?.body ?? '')?.[1]);
}

test('Q01 without a limit no receipt is written', async () => {
  expect(code(await scene.say(line()))).toBe('ordered');
  expect(scene.own()).toHaveLength(1);
});

test('Q02 under a limit an order leaves a receipt, a comment of its own', async () => {
  expect(await minutesOfOne()).toBeGreaterThan(0);
  expect(receipts()).toHaveLength(1);
});

test('Q03 what the submitter’s pull requests were given in the month counts, on all of them', async () => {
  const one = await minutesOfOne();
  limit(2 * one);
  expect(code(await orderOn(8))).toBe('ordered');
  const third = await orderOn(9);
  expect(code(third)).toBe('P-order-quota');
  expect(scene.reactions(third.comment)).toEqual(['eyes', 'confused']);
  expect(receipts()).toHaveLength(2);
});

test('Q04 another submitter has a limit of his own', async () => {
  const one = await minutesOfOne();
  limit(one);
  expect(code(await orderOn(8))).toBe('P-order-quota');
  expect(code(await orderOn(9, { id: 555, login: 'somebody-else' }))).toBe('ordered');
});

test('Q05 a team shares one limit, which holds in place of the submitter’s own', async () => {
  const one = await minutesOfOne();
  const team = `  teams:\n    - name: Ours\n      members: [${STRANGER.id}, 555]\n      gpuMinutesPerMonth: ${2 * one}\n`;
  limit(1, team);
  expect(code(await orderOn(8, { id: 555, login: 'colleague' }))).toBe('ordered');
  expect(code(await orderOn(9, { id: 555, login: 'colleague' }))).toBe('P-order-quota');
  expect(code(await orderOn(10))).toBe('P-order-quota');
});

test('Q06 a limit of nothing allows nothing', async () => {
  limit(0);
  expect(code(await scene.say(line()))).toBe('P-order-quota');
  expect(receipts()).toEqual([]);
});

test.each([
  ['Q07', 'somebody else has written', { id: 666, login: 'forger' }, {}],
  [
    'Q08',
    'somebody has changed',
    { id: 41_898_282, login: 'github-actions[bot]' },
    { edited: { at: '2026-11-23T00:00:00Z', by: PEOPLE.writer } },
  ],
  ['Q09', 'is of another month', { id: 41_898_282, login: 'github-actions[bot]' }, { createdAt: '2020-01-31T23:59:59Z' }],
])('%s a receipt that %s does not count', async (_number, _what, author, more) => {
  const one = await minutesOfOne();
  limit(2 * one);
  forge(author, 999_999, more);
  expect(code(await orderOn(8))).toBe('ordered');
});

test('Q10 the bot’s receipt counts whatever is said after it', async () => {
  const one = await minutesOfOne();
  limit(2 * one - 1);
  for (let index = 0; index < 150; index++) scene.bot.comment(scene.pullRequest, STRANGER, `Word ${index}`);
  expect(code(await orderOn(8))).toBe('P-order-quota');
});

test('Q11 a submitter cannot bury his receipts: what cannot be counted is refused', async () => {
  const one = await minutesOfOne();
  limit(2 * one);
  for (let index = 0; index < 12_100; index++) scene.bot.comment(scene.pullRequest, STRANGER, 'Word');
  expect(code(await orderOn(8))).toBe('P-order-quota-unknown');
});

test('Q12 of two orders at one time the later one sees the earlier', async () => {
  const one = await minutesOfOne();
  limit(2 * one);
  const pullRequests = [8, 9].map((number) => scene.bot.open(number, [{ path: GOOD_PATH, content: `${GOOD}# ${number}\n` }]));
  const said = await Promise.all(
    pullRequests.map((pullRequest) => scene.gate(scene.bot.comment(pullRequest, PEOPLE.maintainer, line(pullRequest)))),
  );
  expect(said.map(code).sort()).toEqual(['P-order-quota', 'ordered']);
});

test('Q13 what is refused for its quota takes nothing of it', async () => {
  const one = await minutesOfOne();
  limit(2 * one - 1);
  expect(code(await orderOn(8))).toBe('P-order-quota');
  limit(2 * one);
  expect(code(await orderOn(9))).toBe('ordered');
});

test.each([
  ['Q14', 'the receipt', /POST .*\/comments$/, 0],
  ['Q15', 'the count', /POST \/graphql$/, 3],
])('%s where %s fails nothing is ordered', async (_number, _what, at, skip) => {
  limit(1_000_000);
  scene.bot.server.troubles.push({ at, skip, with: { status: 503 } });
  const said = await scene.say(line());
  expect(said.thrown).not.toBeNull();
  expect(scene.reactions(said.comment)).not.toContain('rocket');
});

test('Q16 a self-reported submission takes no GPU minutes', async () => {
  limit(0, 'evidence:\n  hosts: [evidence.example]\n');
  const evidence = `evidence:\n  url: https://evidence.example/r.tar.gz\n  sha256: ${'a'.repeat(64)}\n`;
  const attestation = 'attestation:\n  publicSharing: true\n  dataIntegrity: true\n  modelRepresentation: true\n';
  scene.bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}${evidence}${attestation}` }]);
  expect(code(await scene.say(line()))).toBe('ordered');
});

test('Q17 submissions of a team: its own number holds, for its members alone', async () => {
  limit(1_000_000, `  teams:\n    - name: Ours\n      members: [${STRANGER.id}]\n      maxSubmissions: 2\n`);
  const two = [GOOD_PATH, GOOD_PATH.replace('.yaml', '.two.yaml')].map((path) => ({ path, content: GOOD }));
  scene.bot.open(7, two);
  expect(code(await scene.say(line()))).toBe('ordered');
  const other = scene.bot.open(8, two, { author: { id: 555, login: 'somebody-else' } });
  expect(code(await scene.gate(scene.bot.comment(other, PEOPLE.maintainer, line(other))))).toBe('P-order-faulty');
});

test('a model of unknown time counts as the longest measurement, and the refusal says so', async () => {
  limit(1440);
  if (FOUND.kind !== 'found') throw new Error('The model of these tests is missing.');
  const unknown = { ...FOUND, model: { ...FOUND.model, parameters: null, files: [{ path: 'model.safetensors', bytes: 0 }] } };
  const { outcome } = await scene.say(line(), { catalogue: { lookUp: async () => unknown } });
  expect(outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-quota' } });
  const answer = scene.own().at(-1)?.body ?? '';
  expect(answer).toContain('Nothing tells how long it takes');
  expect(answer).toContain('lower bot.maximumMinutes');
});
