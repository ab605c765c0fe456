import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environmentFor, writeScene } from '../support/fake-nvml.ts';
import { quickExamples, runCli, startCli } from '../support/quick-examples.ts';

/** One scripted board with a serial of its own. */
const board = (digit: string) =>
  `gpu h100-sxm\n  uuid GPU-${digit.repeat(8)}-0000-4000-8000-000000000000\n  power constant 420\n  temperature 50\n  process own\n`;

test('what one board has begun is not continued on another, which is told with both boards and what can be done', async () => {
  await using examples = await quickExamples();
  const policy = join(examples.root, 'policy.yaml');
  const text = (await readFile(policy, 'utf8')).replace(/^run:\n/m, 'run:\n  checkpointAfterSeconds: 0\n');
  await writeFile(policy, `${text}\nrehearsal: true\ntolerances: { coefficientOfVariation: 0.9, drift: 0.9 }\n`);
  const out = examples.beside('out');
  const args = ['benchmark', examples.submission('babbler-27k'), '--runs', '4', '--out', out, '--json'];
  await using lost = await writeScene(board('a'));
  await using other = await writeScene(board('b'));
  const environment = (path: string) => environmentFor(path, { worker: 'embedded', epoch: process.hrtime.bigint() });

  const killed = startCli(args, { env: await environment(lost.path) });
  await expect.poll(() => killed.printed.stderr, { timeout: 120_000, interval: 20 }).toContain('run 3 of 4');
  killed.child.kill('SIGKILL');
  await killed.ended;

  const refused = await runCli([...args, '--resume'], { env: await environment(other.path) });
  expect(refused.code, refused.stderr).toBe(2);
  const [error] = JSON.parse(refused.stdout).results[0].errors;
  expect(error.code).toBe('checkpoint-differs');
  expect(error.message).toMatch(/It began on NVIDIA H100 80GB HBM3 [0-9a-f]{8}; here is NVIDIA H100 80GB HBM3 [0-9a-f]{8} /);
  expect(error.mend).toMatch(/bring that board back.*without --resume/);

  const resumed = await runCli([...args, '--resume'], { env: await environment(lost.path) });
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(resumed.stderr).toContain('resumed after 2 finished runs');
  expect(await readdir(out)).toHaveLength(1);
});
