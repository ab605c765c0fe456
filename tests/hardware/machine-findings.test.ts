import { expect, test } from 'vitest';
import {
  counterFinding,
  cpuMeterFinding,
  gitFinding,
  nodeFinding,
  noGpuFinding,
  runtimeFinding,
  sandboxFinding,
  workerFinding,
} from '../../src/domain/hardware/machine-findings.ts';
import { renderFindings } from '../../src/render/machine-findings.ts';

test('an old Node.js, no git and no library of the backend stand in the way of every benchmark', () => {
  expect([nodeFinding('22.19.0'), gitFinding(null), runtimeFinding({ message: 'It is not there.', mend: 'Install it.' })]).toMatchObject([
    { code: 'node', status: 'fail' },
    { code: 'git', status: 'fail' },
    { code: 'embedded-backend', status: 'fail', message: 'It is not there.', mend: 'Install it.' },
  ]);
  expect([nodeFinding('24.0.0'), gitFinding('2.39.5'), runtimeFinding({ runtime: ['transformers.js@4.3.1'] })]).toMatchObject(
    Array.from({ length: 3 }, () => ({ status: 'ok', mend: null })),
  );
});

test('without a GPU it is told what is possible, and that nothing official is', () => {
  const why = { message: 'No NVIDIA GPU can be reached.', mend: 'Install the driver.' };
  expect(noGpuFinding('any', why)).toEqual({
    code: 'gpu',
    status: 'warn',
    message: 'No NVIDIA GPU can be reached. Models run on the CPU, and their results have a board of its own.',
    mend: 'Install the driver.',
  });
  expect(noGpuFinding('official', why)).toMatchObject({ status: 'fail', message: expect.stringContaining('Official results need one.') });
});

test('what measures the CPU is told: RAPL, RAPL that may not be read, or an estimate', () => {
  const none = { rapl: [], raplPresent: false, estimate: true };
  expect(cpuMeterFinding({ ...none, rapl: ['package-0', 'dram'], raplPresent: true })).toMatchObject({
    status: 'ok',
    message: 'CPU energy is measured by RAPL (package-0, dram).',
  });
  expect(cpuMeterFinding({ ...none, raplPresent: true })).toMatchObject({ status: 'warn', mend: expect.stringContaining('chmod') });
  expect(cpuMeterFinding(none)).toMatchObject({ status: 'warn', message: expect.stringContaining('estimated from CPU time') });
  expect(cpuMeterFinding({ ...none, estimate: false })).toMatchObject({ message: expect.stringContaining('no CPU energy') });
});

const COSTS = { microsecondsPerRead: 12.34, microsecondsPerSample: 210.4 };

test('the update period of a counter and the cost of reading are told', () => {
  expect(counterFinding(1, { updatePeriodSeconds: 0.02, ...COSTS }, 'official')).toEqual({
    code: 'gpu-counter',
    status: 'ok',
    message: 'The energy counter of GPU 1 moves every 20.0 ms; one reading takes 12.3 µs, one look at everything 210 µs.',
    mend: null,
  });
});

test('a slow counter is a warning, an unmeasured one is not official, a broken one goes by its own code', () => {
  expect(counterFinding(0, { updatePeriodSeconds: 0.4, ...COSTS }, 'official')).toMatchObject({ code: 'gpu-counter', status: 'warn' });
  expect(counterFinding(0, { updatePeriodSeconds: null, ...COSTS }, 'any')).toMatchObject({ status: 'warn' });
  expect(counterFinding(0, { updatePeriodSeconds: null, ...COSTS }, 'official')).toMatchObject({ status: 'fail' });
  expect(counterFinding(0, { code: 'counter-zero', message: 'It says zero.', mend: undefined }, 'any')).toMatchObject({
    code: 'counter-zero',
    status: 'fail',
    message: 'It says zero.',
    mend: expect.stringMatching(/\w/),
  });
});

test('a worker that is missing, or that cannot use every GPU, stands in the way of official results alone', () => {
  const missing = { message: 'It is not installed.', mend: 'Install it.' };
  const look = (gpus: number) => ({ python: 'python', runtime: ['torch@2'], gpus });
  expect([workerFinding(missing, 0, 'any').status, workerFinding(missing, 0, 'official').status]).toEqual(['warn', 'fail']);
  expect([workerFinding(look(0), 2, 'any').status, workerFinding(look(1), 2, 'official').status]).toEqual(['warn', 'fail']);
  expect(workerFinding(look(1), 2, 'official').message).toContain('1 of the 2 GPUs');
  expect(workerFinding(look(2), 2, 'official')).toMatchObject({ status: 'ok', message: expect.stringContaining('torch@2') });
});

test('a machine that cannot seal models off has no official results', () => {
  const missing = { message: 'There is no bwrap.', mend: 'Install it.' };
  expect([sandboxFinding(missing, 'any').status, sandboxFinding(missing, 'official').status]).toEqual(['warn', 'fail']);
  expect(sandboxFinding({ sandbox: 'bubblewrap' }, 'official')).toMatchObject({ status: 'ok', mend: null });
});

test('people see a verdict, a sentence, the code, and what to do below', () => {
  const findings = [
    { code: 'node', status: 'ok', message: 'Node.js is 24.0.0.', mend: null },
    { code: 'gpu-mig', status: 'fail', message: 'GPU 0 is sliced.', mend: 'Turn MIG off.' },
  ] as const;
  expect(renderFindings(findings, { color: false })).toBe(
    'ok    Node.js is 24.0.0. [node]\nFAIL  GPU 0 is sliced. [gpu-mig]\n      help: Turn MIG off.\n',
  );
});

test('colours are only used where they are shown, and hostile characters never', () => {
  const finding = { code: 'gpu', status: 'warn', message: 'A name with \u001b[2J in it.', mend: null } as const;
  expect(renderFindings([finding], { color: false })).not.toContain('\u001b');
  expect(renderFindings([finding], { color: true })).toContain('\u001b[33mwarn');
});
