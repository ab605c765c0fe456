/** An order of the gate, measured in a sandbox by the action: the artifact is the packed result, bound to the order. */
import { mkdtemp, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyFromText } from '../../src/domain/policy.ts';
import { artifactName, expectedOf } from '../../src/domain/pull-request/order.ts';
import { checkResult } from '../../src/stages/check.ts';
import { openPacked } from '../../src/stages/packed-result.ts';
import { readArtifact } from '../../src/stages/read-artifacts.ts';
import { whyNoBubblewrap } from '../support/bubblewrap.ts';
import { runAction } from '../support/github/run-action.ts';
import { orderOf, RUN_OF_ORDER } from '../support/order.ts';
import { type QuickExamples, quickExamples } from '../support/quick-examples.ts';

const missing = await whyNoBubblewrap();
const PATH = 'submissions/ai-energy-score-examples/babbler-27k/text-generation.yaml';

/** No results repository is at hand here, and the model lies in a folder. */
const OF_THE_SCENE = ['R-identity-single-use', 'R-identity-public-model'];

let examples: QuickExamples;
beforeAll(async () => {
  examples = await quickExamples();
});
afterAll(async () => {
  await examples[Symbol.asyncDispose]();
});

test.skipIf(missing !== null)(`an order is measured as it was given (${missing ?? 'bubblewrap'})`, async () => {
  const policy = await readFile(join(examples.root, 'policy.yaml'), 'utf8');
  const order = orderOf({ path: PATH, submission: await readFile(join(examples.root, PATH), 'utf8'), policy, runs: 3 });
  const step = await runAction({
    action: 'benchmark',
    folder: examples.root,
    token: '',
    inputs: {
      order: JSON.stringify(order),
      root: examples.root,
      models: join(examples.root, 'models'),
      modules: resolve('.'),
      sandbox: 'bubblewrap',
    },
    environment: { ...RUN_OF_ORDER, GITHUB_RUN_ATTEMPT: '2', GITHUB_EVENT_NAME: 'issue_comment' },
  });
  expect(step.code, step.log).toBe(0);
  const artifacts = await mkdtemp(join(examples.root, 'artifacts-'));
  await rename(step.outputs['artifact-folder'] ?? '', join(artifacts, artifactName(order)));
  const artifact = await readArtifact(artifacts, order, { bytes: 1e8 });
  if (artifact.kind !== 'packed') throw new Error(JSON.stringify(artifact));

  const folder = await mkdtemp(join(examples.root, 'unpacked-'));
  const { text, record, evidence } = await openPacked(artifact.file, folder, { unpackedBytes: 1e8 });
  const approved = { policy: policyFromText(policy, 'policy.yaml'), expected: expectedOf(order) };
  const judged = { text, evidence, ...approved, published: null, now: new Date() };
  const { findings } = checkResult(judged);
  expect(record?.nonce).toBe(order.nonce);
  expect(record?.identity).toMatchObject({ kind: 'pull-request', pullRequest: 7, blob: order.blob, runId: 9001, attempt: 2 });
  expect(record?.runs).toHaveLength(3);
  expect(record?.software.isolation).toBe('bubblewrap');
  const bound = findings.filter(({ code }) => code.startsWith('R-identity-') && !OF_THE_SCENE.includes(code));
  expect(bound.filter(({ status }) => status !== 'pass')).toEqual([]);
});
