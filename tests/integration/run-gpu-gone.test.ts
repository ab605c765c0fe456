import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFakeNvml, scene, writeScene } from '../support/fake-nvml.ts';
import { processesIn, quickExamples, startCli } from '../support/quick-examples.ts';

test.each([
  ['gpu-lost', 'gpu-lost'],
  ['driver-gone', 'nvml-driver-not-loaded'],
])('%s in the middle of a phase ends the run: no result, no process', async (name, code) => {
  const library = await buildFakeNvml();
  await using played = await writeScene(scene(name));
  await using own = await quickExamples();
  const policy = join(own.root, 'policy.yaml');
  await writeFile(policy, (await readFile(policy, 'utf8')).replace(/minimumPhaseSeconds: .*/, 'minimumPhaseSeconds: 60'));
  const cue = join(played.folder, 'cue');
  const epoch = process.hrtime.bigint();
  const started = startCli(['benchmark', own.submission('babbler-27k'), '--nvml', library, '--out', own.beside('o'), '--json'], {
    env: { FAKE_NVML_SCENE: played.path, FAKE_NVML_CUE: cue, FAKE_NVML_EPOCH_NS: String(epoch) },
  });
  await expect.poll(() => started.printed.stderr, { timeout: 30_000, interval: 20 }).toContain('prefill pass');
  await writeFile(cue, String(Number(process.hrtime.bigint() - epoch) / 1e9));
  const ended = await started.ended;
  expect(ended.code, ended.stderr).toBe(2);
  const [{ result, errors }] = JSON.parse(ended.stdout).results;
  expect(result).toBeNull();
  expect(errors[0].code).toBe(code);
  expect(errors[0].mend).toEqual(expect.any(String));
  expect(await readdir(own.beside('o'))).toEqual([]);
  expect(await processesIn(own.root)).toEqual([]);
});
