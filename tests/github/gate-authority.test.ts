import { afterEach, beforeEach, expect, test } from 'vitest';
import { Fault } from '../../src/domain/errors.ts';
import { BOT, STRANGER } from '../support/github/accounts.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { FOUND, type GateScene, gateScene, type Said } from '../support/github/gate-scene.ts';
import { closePullRequest, comment, mergePullRequest } from '../support/github/state.ts';
import { GOOD, GOOD_PATH } from '../support/github/submission.ts';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const order = () => `/benchmark ${scene.pullRequest.headSha}`;

/** Nothing was ordered, and the bot wrote nothing but these. */
function nothingBut(said: Said, wrote: { reactions?: string[]; answers?: number }) {
  expect(said.outcome?.kind ?? 'thrown').not.toBe('ordered');
  expect(scene.reactions(said.comment)).toEqual(wrote.reactions ?? []);
  const answers = scene.own().filter(({ id }) => id !== said.comment.id);
  expect(answers).toHaveLength(wrote.answers ?? 0);
  for (const { body } of answers) expect(body).not.toMatch(/@\w/);
  expect(answers.filter(({ body }) => body.includes('ai-energy-score:pull-request'))).toEqual([]);
  expect(scene.bot.server.changes).toHaveLength((wrote.reactions ?? []).length + (wrote.answers ?? 0));
}

test.each([
  ['A01', 'the maintainer', PEOPLE.maintainer],
  ['A02', 'an owner', PEOPLE.admin],
  ['A03', 'somebody who may write', PEOPLE.writer],
])('%s %s may order', async (_number, _who, author) => {
  expect((await scene.say(order(), { author })).outcome?.kind).toBe('ordered');
});

test.each([
  ['A04', 'a stranger', { id: 900, login: 'somebody-else' }],
  ['A05', 'the submitter', STRANGER],
  ['A06', 'somebody who may triage', PEOPLE.triager],
  ['A07', 'somebody who may read', PEOPLE.reader],
])('%s %s may not order, and gets one reaction', async (_number, _who, author) => {
  const said = await scene.say(order(), { author });
  expect(said.outcome).toEqual({ kind: 'denied' });
  nothingBut(said, { reactions: ['-1'] });
});

test.each([
  ['A08', 'OWNER'],
  ['A09', 'MEMBER'],
  ['A10', 'COLLABORATOR'],
])('%s the association %s is worth nothing without the permission', async (_number, association) => {
  const claimed = comment(scene.bot.submissions, scene.pullRequest, { author: STRANGER, body: order(), association });
  const said = await scene.gate(claimed);
  expect(said.outcome).toEqual({ kind: 'denied' });
  nothingBut(said, { reactions: ['-1'] });
});

test('A11 a login that has changed hands is another account: the id has to be the same', async () => {
  // The maintainer has commented before under this login; now somebody else has it.
  scene.bot.comment(scene.pullRequest, PEOPLE.maintainer, 'Thanks.');
  const said = await scene.say(order(), { author: { id: 999, login: PEOPLE.maintainer.login } });
  expect(said.outcome).toEqual({ kind: 'denied' });
});

test('A12 a name that looks like the maintainer’s is another name', async () => {
  const said = await scene.say(order(), { author: { id: 998, login: 'maintainer-rnia' } });
  expect(said.outcome).toEqual({ kind: 'denied' });
});

test.each([
  ['A13', '500', { status: 500 }, 'github-unavailable'],
  ['A14', '403', { status: 403 }, 'github-forbidden'],
  ['A15', 'a cut connection', 'cut', 'github-unreachable'],
  ['A16', 'half an answer', 'half', 'github-un'],
] as const)('%s a permission that cannot be looked up (%s) denies, and the job says so', async (_number, _what, with_, code) => {
  scene.bot.server.troubles.push({ at: /\/permission$/, with: with_ });
  const said = await scene.say(order());
  expect(said.thrown).toBeInstanceOf(Fault);
  expect((said.thrown as Fault).code).toContain(code);
  expect((said.thrown as Fault).message).toContain('permission');
  nothingBut(said, { reactions: ['confused'] });
});

test('A17 a 404 of the permission denies', async () => {
  scene.bot.server.troubles.push({ at: /\/permission$/, with: { status: 404 } });
  const said = await scene.say(order());
  expect(said.outcome).toEqual({ kind: 'denied' });
});

test.each([
  ['A18', 'of the bot itself', BOT],
  ['A19', 'of another bot', { id: 49_699_333, login: 'dependabot[bot]' }],
])('%s a comment %s is ignored without a request', async (_number, _who, author) => {
  const said = await scene.say(order(), { author });
  expect(said.outcome?.kind).toBe('ignored');
  nothingBut(said, {});
  expect(scene.bot.server.requests).toEqual([]);
});

test.each([
  ['A20', 'edited', { action: 'edited' }],
  ['A21', 'deleted', { action: 'deleted' }],
  ['A22', 'on an issue', { about: 'issue' }],
  ['A23', 'sent by somebody else than its author', { sender: STRANGER }],
] as const)('%s a comment that was %s is ignored without a request', async (_number, _what, event) => {
  const said = await scene.say(order(), { event });
  expect(said.outcome?.kind).toBe('ignored');
  expect(scene.bot.server.requests).toEqual([]);
});

test('A24 a harmless comment that is edited into a command orders nothing', async () => {
  const harmless = scene.bot.comment(scene.pullRequest, PEOPLE.maintainer, 'Looks good.');
  expect((await scene.gate(harmless)).outcome?.kind).toBe('ignored');
  harmless.body = order();
  harmless.edited = { at: '2026-11-23T00:00:00Z', by: PEOPLE.maintainer };
  const said = await scene.gate(harmless, { event: { action: 'edited', before: 'Looks good.' } });
  nothingBut(said, {});
});

test.each([
  ['A25', 'a quote', (line: string) => `> ${line}`],
  ['A26', 'a code block', (line: string) => `\`\`\`\n${line}\n\`\`\``],
  ['A27', 'an HTML comment', (line: string) => `<!--\n${line}\n-->`],
  ['A28', 'a sentence', (line: string) => `Nobody should say ${line} here.`],
  ['A29', 'invisible company', (line: string) => `\u200b${line}`],
])('%s a maintainer’s command inside of %s starts nothing, without a request', async (_number, _what, wrap) => {
  const said = await scene.say(wrap(order()));
  expect(said.outcome?.kind).toBe('ignored');
  expect(scene.bot.server.requests).toEqual([]);
});

test.each([
  ['A30', 'closed', () => closePullRequest(scene.pullRequest), 'P-order-closed', ['confused'], 1],
  [
    'A31',
    'merged',
    () => mergePullRequest(scene.bot.submissions, scene.pullRequest, { by: PEOPLE.maintainer }),
    'P-order-closed',
    ['confused'],
    1,
  ],
  ['A32', 'a draft', () => Object.assign(scene.pullRequest, { draft: true }), 'P-order-draft', ['confused'], 1],
  ['A33', 'locked', () => Object.assign(scene.pullRequest, { locked: true }), 'P-order-locked', ['confused'], 0],
] as const)('%s a pull request that is %s is not measured', async (_number, _what, change, code, reactions, answers) => {
  change();
  const said = await scene.say(order());
  expect(said.outcome).toMatchObject({ kind: 'refused', fault: { code } });
  nothingBut(said, { reactions: [...reactions], answers });
});

test('A34 the event’s word that the pull request is open is not believed: it is asked for', async () => {
  const said = scene.bot.comment(scene.pullRequest, PEOPLE.maintainer, order());
  closePullRequest(scene.pullRequest);
  expect((await scene.gate(said)).outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-closed' } });
});

test('A35 the commit before the newest is refused, with the line for the newest', async () => {
  const before = scene.pullRequest.headSha;
  const { headSha } = scene.bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}# again\n` }]);
  const said = await scene.say(`/benchmark ${before}`);
  expect(said.outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-head' } });
  nothingBut(said, { reactions: ['confused'], answers: 1 });
  expect(scene.own()[0]?.body.split('\n')).toContain(`/benchmark ${headSha}`);
});

test('A36 the head of another pull request is refused', async () => {
  const other = scene.bot.open(8, [{ path: GOOD_PATH, content: `${GOOD}# other\n` }]);
  const said = await scene.say(`/benchmark ${other.headSha}`);
  expect(said.outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-head' } });
  nothingBut(said, { reactions: ['confused'], answers: 1 });
});

test('A37 a commit of the default branch is refused', async () => {
  const said = await scene.say(`/benchmark ${scene.bot.submissions.git.commitOf('HEAD')}`);
  expect(said.outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-head' } });
});

test.each([
  ['A38', 'nothing', () => ''],
  ['A39', 'seven digits', (head: string) => ` ${head.slice(0, 7)}`],
  ['A40', 'capitals', (head: string) => ` ${head.toUpperCase()}`],
  ['A41', 'a branch', () => ' main'],
])('%s a maintainer’s command with %s in the commit’s place gets the exact line, and runs nothing', async (_number, _what, rest) => {
  const { headSha } = scene.pullRequest;
  const said = await scene.say(`/benchmark${rest(headSha)}`);
  expect(said.outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-command' } });
  nothingBut(said, { reactions: ['confused'], answers: 1 });
  expect(scene.own()[0]?.body.split('\n')).toContain(`/benchmark ${headSha}`);
});

test('A42 a stranger’s bare command is not answered', async () => {
  const said = await scene.say('/benchmark', { author: STRANGER });
  nothingBut(said, { reactions: ['-1'] });
});

test('A43 a push between validation and the gate is not ordered', async () => {
  const said = scene.bot.comment(scene.pullRequest, PEOPLE.maintainer, order());
  scene.bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}# swapped\n` }]);
  expect((await scene.gate(said)).outcome).toMatchObject({ kind: 'refused', fault: { code: 'P-order-head' } });
});

test('A44 a push while the gate is at work changes nothing: what is ordered is the commit and the blob that were named', async () => {
  const { headSha, files } = scene.pullRequest;
  const blob = files[0]?.sha;
  const lookUp = async () => {
    scene.bot.open(7, [{ path: GOOD_PATH, content: `${GOOD}# swapped\n` }]);
    return FOUND;
  };
  const said = await scene.say(order(), { catalogue: { lookUp } });
  if (said.outcome?.kind !== 'ordered') throw new Error(JSON.stringify(said));
  expect(said.outcome.orders).toMatchObject([{ order: { head: headSha, blob, submission: GOOD } }]);
});

test('A45 a command whose comment was deleted in the meantime orders nothing', async () => {
  scene.bot.comment(scene.pullRequest, PEOPLE.maintainer, 'Thanks.');
  const said = scene.bot.comment(scene.pullRequest, PEOPLE.maintainer, order());
  scene.bot.submissions.comments.splice(1);
  const gone = await scene.gate(said);
  expect(gone.outcome?.kind).toBe('ignored');
  expect(scene.own()).toEqual([]);
});
