import { expect, test } from 'vitest';
import { runCli } from '../support/quick-examples.ts';

type Finding = { code: string; status: 'ok' | 'warn' | 'fail'; message: string; mend: string | null };

/** This machine as one whose driver library is named wrongly: the same everywhere, with or without a GPU. */
const NO_LIBRARY = ['--nvml', '/nowhere/libnvidia-ml.so.1'];

test('doctor --json prints one document: findings with a mend each, and the hardware', async () => {
  const { code, stdout, stderr } = await runCli(['doctor', '--json', ...NO_LIBRARY]);
  const { findings, hardware, gpus } = JSON.parse(stdout) as { findings: Finding[]; hardware: Record<string, unknown>; gpus: unknown };
  expect(code).toBe(2);
  expect(findings.map((finding) => finding.code)).toEqual([
    'node',
    'git',
    'embedded-backend',
    'worker',
    'sandbox',
    'cpu-meter',
    'nvml-library',
  ]);
  for (const finding of findings) {
    expect(Object.keys(finding)).toEqual(['code', 'status', 'message', 'mend']);
    if (finding.status !== 'ok') expect(finding.mend).toMatch(/\w{3}/);
    expect(stderr).toContain(finding.message);
  }
  expect(hardware).toMatchObject({ gpus: [], scripted: false, cpu: { logicalCores: expect.any(Number) } });
  expect(gpus).toBeNull();
});

test('doctor ends with exit 2 and counts what has to be mended', async () => {
  const { code, stdout, stderr } = await runCli(['doctor', '--official', ...NO_LIBRARY]);
  expect(code).toBe(2);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/\d+ things? stands? in the way before official results are possible here\.\n$/);
  expect(stdout).toContain('/nowhere/libnvidia-ml.so.1');
});

test('a policy that is not there is told before anything is looked at', async () => {
  const { code, stderr } = await runCli(['doctor', '--policy', '/nowhere/policy.yaml']);
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('error[policy-missing]') });
});

test('a Python without the worker is told with what is missing, and stands in the way of official results alone', async () => {
  const ended = await runCli(['doctor', '--json', '--python', '/nowhere/python', ...NO_LIBRARY]);
  const { findings } = JSON.parse(ended.stdout) as { findings: Finding[] };
  expect(findings.find(({ code }) => code === 'worker')).toMatchObject({
    status: 'warn',
    message: expect.stringContaining('/nowhere/python'),
  });
});

test('doctor takes no argument', async () => {
  const { code, stderr } = await runCli(['doctor', 'gpu0']);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('gpu0') });
});
