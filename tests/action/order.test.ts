import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureFrom } from '../../src/domain/pull-request/failure.ts';
import { runAction } from '../support/github/run-action.ts';
import { orderOf, RUN_OF_ORDER } from '../support/order.ts';
import { type QuickExamples, quickExamples } from '../support/quick-examples.ts';

let examples: QuickExamples;
beforeAll(async () => {
  examples = await quickExamples();
});
afterAll(async () => {
  await examples[Symbol.asyncDispose]();
});

const PATH = 'submissions/ai-energy-score-examples/babbler-27k/text-generation.yaml';

const goodOrder = async () =>
  orderOf({
    path: PATH,
    submission: await readFile(join(examples.root, PATH), 'utf8'),
    policy: await readFile(join(examples.root, 'policy.yaml'), 'utf8'),
  });

/** Runs the benchmark action on an order, as the workflow's job does. */
async function measured(
  order: object | string,
  { inputs = {}, environment = {} }: { inputs?: Record<string, string>; environment?: NodeJS.ProcessEnv } = {},
) {
  const step = await runAction({
    action: 'benchmark',
    folder: examples.root,
    token: '',
    inputs: {
      order: typeof order === 'string' ? order : JSON.stringify(order),
      root: examples.root,
      models: join(examples.root, 'models'),
      modules: resolve('.'),
      ...inputs,
    },
    environment: { ...RUN_OF_ORDER, AI_ENERGY_SCORE_SANDBOX: 'none', ...environment },
  });
  const folder = step.outputs['artifact-folder'] ?? '';
  const files = existsSync(folder) ? await readdir(folder) : [];
  const failure = files.includes('failure.json') ? failureFrom(await readFile(join(folder, 'failure.json'), 'utf8')) : null;
  return { ...step, files, failure };
}

test('B01 without a sandbox an order is not measured, though the event is one of the owner’s', async () => {
  const step = await measured(await goodOrder(), { environment: { GITHUB_EVENT_NAME: 'workflow_dispatch' } });
  expect(step.code).toBe(1);
  expect(step.files).toEqual(['failure.json']);
  expect(step.failure?.code).toMatch(/^sandbox-/);
  expect(step.outputs.energy).toBeUndefined();
});

test('B02 an order beside a submission is refused', async () => {
  const step = await measured(await goodOrder(), { inputs: { submission: PATH, runs: '3' } });
  expect([step.code, step.failure?.code]).toEqual([1, 'input-order']);
  expect(step.log).toContain('submission, runs');
});

test('B03 neither an order nor a submission is refused', async () => {
  const step = await measured('');
  expect([step.code, step.files]).toEqual([1, []]);
  expect(step.log).toContain('submission is missing');
});

test.each([
  ['B04', 'no JSON', 'order: yes'],
  ['B05', 'two orders', '{}, {}'],
  ['B06', 'something else', '{"schemaVersion":1}'],
])('%s a text that is %s is no order', async (_number, _what, text) => {
  const step = await measured(text);
  expect([step.code, step.failure?.code]).toEqual([1, 'order-damaged']);
});

test('B07 a text that is not that of the blob is not measured', async () => {
  const step = await measured({ ...(await goodOrder()), submission: 'schemaVersion: 1\n' });
  expect([step.code, step.failure?.code]).toEqual([1, 'order-blob']);
});

test.each([
  ['B08', '../../escape.yaml'],
  ['B09', '/etc/cron.d/x'],
  ['B10', 'policy.yaml'],
  ['B11', 'submissions/../../x/text-generation.yaml'],
])('%s an order for %s is not written anywhere', async (_number, path) => {
  const step = await measured({ ...(await goodOrder()), path });
  expect([step.code, step.failure?.code]).toEqual([1, 'order-blob']);
});

test.each([
  ['B12', 'another run', { GITHUB_RUN_ID: '9002' }],
  ['B13', 'another repository', { GITHUB_REPOSITORY_ID: '700002' }],
  ['B14', 'no run at all', { GITHUB_RUN_ID: '' }],
])('%s an order of %s is not measured', async (_number, _what, environment) => {
  const step = await measured(await goodOrder(), { environment });
  expect([step.code, step.failure?.code]).toEqual([1, 'order-elsewhere']);
});

test('B15 an order of a later attempt than this one is not measured', async () => {
  const step = await measured({ ...(await goodOrder()), attempt: 2 });
  expect([step.code, step.failure?.code]).toEqual([1, 'order-elsewhere']);
});

test('B16 a submission that is at fault by now is told with its first fault', async () => {
  const submission = 'schemaVersion: 1\nmodel: ai-energy-score-examples/babbler-27k\ntask: text-generation\n';
  const step = await measured(orderOf({ path: PATH, submission, policy: null }));
  expect([step.code, step.failure?.code]).toEqual([1, 'submission-invalid']);
  expect(step.failure?.message).toMatch(/S-[a-z-]+/);
  expect(step.log).toMatch(new RegExp(`^::error .*file=${PATH}`, 'm'));
});

test('B17 a policy that cannot be read is told', async () => {
  const step = await measured({ ...(await goodOrder()), policy: 'schemaVersion: 1\nname: [' });
  expect([step.code, step.failure?.code]).toEqual([1, 'policy-yaml']);
});

test('B18 a failure is one small file, whatever it has to say', async () => {
  const submission = `schemaVersion: 1\n"${'x'.repeat(9000)}": 1\n`;
  const step = await measured(orderOf({ path: PATH, submission, policy: null }));
  expect(step.files).toEqual(['failure.json']);
  const bytes = await readFile(join(step.outputs['artifact-folder'] ?? '', 'failure.json'));
  expect(bytes.length).toBeLessThan(16_384);
});
