import { afterEach, beforeEach, expect, test } from 'vitest';
import { STRANGER } from '../support/github/accounts.ts';
import { PEOPLE } from '../support/github/bot-scene.ts';
import { type GateScene, gateScene } from '../support/github/gate-scene.ts';
import { GATE_GRANTS } from '../support/github/tokens.ts';

let scene: GateScene;
beforeEach(async () => {
  scene = await gateScene();
});
afterEach(async () => {
  expect(scene.bot.server.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const bodies = () => scene.own().map(({ body }) => body);

test('H01 /help shows every command, to anyone', async () => {
  const said = await scene.say('/help', { author: STRANGER });
  expect(said.outcome).toEqual({ kind: 'answered' });
  expect(scene.reactions(said.comment)).toEqual(['+1']);
  for (const form of ['/benchmark COMMIT', '/rerun COMMIT', '/cancel', '/explain CODE', '/help']) expect(bodies()[0]).toContain(form);
  expect(bodies()[0]).toContain(scene.pullRequest.headSha);
});

test.each([
  ['H02', 'of a submission', 'S-schema-enum'],
  ['H03', 'of a result', 'R-trace-gap'],
  ['H04', 'of a pull request', 'P-files-other'],
  ['H05', 'of an order', 'P-order-quota'],
  ['H06', 'of a fault', 'model-does-not-fit'],
  ['H07', 'in another case', 's-SCHEMA-enum'],
])('%s /explain tells a code %s', async (_number, _what, code) => {
  expect((await scene.say(`/explain ${code}`, { author: STRANGER })).outcome).toEqual({ kind: 'answered' });
  expect(bodies()[0]?.toLowerCase()).toContain(code.toLowerCase());
  expect(bodies()[0]).toContain('What to do');
});

test('H08 a code that is not known gets the nearest one, and nothing of what was written', async () => {
  await scene.say('/explain S-schema-enumm', { author: STRANGER });
  expect(bodies()[0]).toContain('/explain S-schema-enum');
  expect(bodies()[0]).not.toContain('enumm');
  await scene.say('/explain Free-Bitcoin-At-Evil', { author: STRANGER });
  expect(bodies().join('\n')).not.toContain('Bitcoin');
});

test('H09 the same question is answered once', async () => {
  await scene.say('/explain R-trace-gap', { author: STRANGER });
  const again = await scene.say('/explain r-trace-gap', { author: STRANGER });
  expect(again.outcome?.kind).toBe('ignored');
  expect(scene.reactions(again.comment)).toEqual(['eyes']);
  expect(bodies()).toHaveLength(1);
});

test('H10 strangers get ten answers on a pull request, whatever they ask; maintainers are answered beyond', async () => {
  const codes = [
    'S-path-kind',
    'S-path-root',
    'S-path-symlink',
    'S-bytes-size',
    'S-schema-enum',
    'R-trace-gap',
    'P-files-other',
    'P-file-renamed',
    'P-file-removed',
    'P-order-quota',
    'P-order-head',
    'P-order-hub',
  ];
  for (const code of codes) await scene.say(`/explain ${code}`, { author: STRANGER });
  await scene.say('/help', { author: STRANGER });
  expect(bodies()).toHaveLength(10);
  await scene.say('/benchmark');
  expect(bodies()).toHaveLength(11);
});

test('H11 where a conversation is too long to count, strangers get no answer', async () => {
  for (let index = 0; index < 210; index++) scene.bot.comment(scene.pullRequest, STRANGER, `Word ${index}`);
  await scene.say('/help', { author: STRANGER });
  expect(bodies()).toEqual([]);
  await scene.say('/benchmark');
  expect(bodies()).toHaveLength(1);
});

test('H12 an answer is not the one comment: it does not begin with its marker', async () => {
  await scene.say('/help', { author: STRANGER });
  await scene.say('/benchmark');
  expect(bodies().filter((body) => body.includes('ai-energy-score:pull-request'))).toEqual([]);
});

test('H13 a forged answer does not count as one', async () => {
  scene.bot.comment(scene.pullRequest, STRANGER, '<!-- ai-energy-score:answer:1 explain R-trace-gap -->');
  await scene.say('/explain R-trace-gap', { author: STRANGER });
  expect(bodies()).toHaveLength(1);
});

test('H14 a refusal is told once, and the reaction comes each time', async () => {
  const first = await scene.say('/benchmark');
  const second = await scene.say('/benchmark', { author: PEOPLE.admin });
  expect(bodies()).toHaveLength(1);
  for (const { comment } of [first, second]) expect(scene.reactions(comment)).toEqual(['confused']);
});

test('H15 without the grant to comment a question ends with a warning', async () => {
  await using mute = await gateScene({ grants: { gate: { ...GATE_GRANTS, 'pull-requests': 'read' } } });
  const said = await mute.say('/help', { author: STRANGER });
  expect(said.thrown).toBeNull();
  expect(said.warnings.join(' ')).toContain('Resource not accessible');
  expect(mute.own()).toEqual([]);
});

test('H16 no answer mentions anybody, whoever asks', async () => {
  for (const body of ['/help', '/explain P-files-other', '/benchmark', '/benhcmark x', '/cancel', '/rerun']) await scene.say(body);
  expect(bodies().length).toBeGreaterThanOrEqual(5);
  for (const body of bodies()) expect(body).not.toMatch(/@\w/);
});
