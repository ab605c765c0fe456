import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quickExamples, startCli } from '../support/quick-examples.ts';
import { actionRunner } from './runner.ts';

test('with resume the action goes on after the finished runs that a lost job has left in its output folder', async () => {
  await using examples = await quickExamples();
  await using runner = await actionRunner(examples.root);
  const policy = join(examples.root, 'policy.yaml');
  await writeFile(policy, (await readFile(policy, 'utf8')).replace(/^run:\n/m, 'run:\n  checkpointAfterSeconds: 0\n'));
  const out = examples.beside('kept');
  const lost = startCli(['benchmark', examples.submission('babbler-27k'), '--out', out, '--runs', '4', '--sandbox', 'none']);
  await expect.poll(() => lost.printed.stderr, { timeout: 50_000, interval: 20 }).toContain('run 3 of 4');
  lost.child.kill('SIGKILL');
  await lost.ended;

  const inputs = { submission: 'submissions/ai-energy-score-examples/babbler-27k/text-generation.yaml', out, runs: '4', resume: 'true' };
  const step = await runner.main(inputs);
  expect(step.code, step.log).toBe(0);
  expect(step.log).toContain('resumed; finished runs before: 2');
  expect(step.log).toContain('finished runs kept: 3');
  expect(JSON.parse(await readFile(step.outputs.record as string, 'utf8')).runs).toHaveLength(4);
  expect(await readdir(out)).toHaveLength(1);
});
