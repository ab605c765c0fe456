/** The checks of GPUs beyond one failing record each: what they say, what they let pass, and what they cannot tell. */
import { describe, expect, test } from 'vitest';
import type { GpuTraceRow } from '../../src/domain/evidence.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { checkResult } from '../../src/stages/check.ts';
import { goodEvidence, goodRecord, gpuTraceOf, scriptedRecord, sealed } from '../support/records.ts';
import { requestOf } from './check-fixtures.ts';

type Gpu = Result['hardware']['gpus'][number];

const findingOn = (record: Result, code: string) =>
  checkResult(requestOf(record)).findings.find((finding) => finding.code === code) ?? { status: 'none', message: '' };

function withGpu(changes: Partial<Gpu>, peer?: Partial<Gpu>): Result {
  const record = goodRecord();
  const [gpu] = record.hardware.gpus;
  if (gpu === undefined) throw new Error('The good record has no GPU.');
  const idle = { uuidSha256: '1'.repeat(64), worked: false, metered: false, meter: null, during: { meanWatts: 72, meanUtilization: 0 } };
  record.hardware.gpus = [{ ...gpu, ...changes }, ...(peer === undefined ? [] : [{ ...gpu, ...idle, ...peer }])];
  return sealed(record);
}

test('an idle peer does no harm: the record stays official', () => {
  expect(checkResult(requestOf(withGpu({}, {}))).verdict).toBe('official');
});

test('a model that ran on another GPU than the metered one is told by both their numbers', () => {
  const record = withGpu({ during: { meanWatts: 72, meanUtilization: 0 } }, { during: { meanWatts: 400, meanUtilization: 0.9 } });
  expect(findingOn(record, 'R-hardware-worked')).toMatchObject({
    status: 'fail',
    message: expect.stringMatching(/GPU 0 stood idle.*GPU 1 worked/),
  });
  expect(findingOn(record, 'R-hardware-peers')).toMatchObject({ status: 'fail', message: expect.stringContaining('GPU 1') });
  expect(checkResult(requestOf(record)).verdict).toBe('invalid');
});

test('without utilisation, power above idle tells who worked, and less tells nothing unless a peer worked', () => {
  const silent = { during: { meanWatts: null, meanUtilization: null } };
  expect(findingOn(withGpu(silent), 'R-hardware-worked').status).toBe('pass');
  expect(findingOn(withGpu({ ...silent, idleWatts: 400 }), 'R-hardware-worked').status).toBe('skip');
  const busyPeer = { during: { meanWatts: 400, meanUtilization: 0.9 } };
  expect(findingOn(withGpu({ ...silent, idleWatts: 400 }, busyPeer), 'R-hardware-worked').status).toBe('fail');
});

test.each(['hw-slowdown', 'hw-thermal-slowdown', 'hw-power-brake-slowdown', 'sw-thermal-slowdown'] as const)(
  '%s makes a result invalid',
  (reason) => {
    const record = withGpu({ eventReasons: ['gpu-idle', reason] });
    expect(findingOn(record, 'R-hardware-throttle').message).toContain(reason);
    expect(checkResult(requestOf(record)).verdict).toBe('invalid');
  },
);

test('idle, application clocks and the power limit are no slowdown; the power limit is a warning', () => {
  const record = withGpu({ eventReasons: ['applications-clocks-setting', 'gpu-idle', 'sw-power-cap'] });
  expect(findingOn(record, 'R-hardware-throttle').status).toBe('pass');
  expect(findingOn(record, 'R-hardware-power-cap').status).toBe('warn');
  expect(checkResult(requestOf(record)).verdict).toBe('official');
});

test('what a driver does not tell is skipped with the reason, never passed', () => {
  const note = 'The container does not share the process ids of the host.';
  const silent = withGpu({ foreignProcesses: null, foreignProcessesNote: note, eventReasons: null });
  expect(findingOn(silent, 'R-hardware-foreign')).toMatchObject({ status: 'skip', message: note });
  expect(findingOn(silent, 'R-hardware-throttle').status).toBe('skip');
  expect(findingOn(silent, 'R-hardware-power-cap').status).toBe('skip');
  const clocks = { maximumSmMhz: null, maximumMemoryMhz: null, applicationSmMhz: null, defaultApplicationSmMhz: null };
  const bare = withGpu({ clocks, ecc: null, persistence: null, powerLimitWatts: null, defaultPowerLimitWatts: null });
  for (const code of ['R-hardware-clocks', 'R-hardware-ecc', 'R-hardware-persistence', 'R-hardware-power-limit'])
    expect(findingOn(bare, code).status, code).toBe('skip');
});

test('settings that were not read again after the last run fail, and a change is told with both values', () => {
  expect(findingOn(withGpu({ after: null }), 'R-hardware-unchanged')).toMatchObject({
    status: 'fail',
    message: expect.stringContaining('not read again'),
  });
  const { after } = goodRecord().hardware.gpus[0] as Gpu;
  const changed = withGpu({ after: { ...(after as NonNullable<typeof after>), applicationSmMhz: 1410, ecc: false } });
  expect(findingOn(changed, 'R-hardware-unchanged').message).toMatch(/1980 to 1410 MHz.*ECC of GPU 0 went from on to off/);
});

test('a GPU that names a meter which is not there, and a meter which no GPU names, are told', () => {
  expect(findingOn(withGpu({ meter: 'nvml:7' }), 'R-hardware-metered').message).toMatch(
    /no GPU names the meter nvml:0.*no GPU meter nvml:7/,
  );
});

test('a record from before the uncertainty was told apart is still whole', () => {
  const record = goodRecord();
  for (const energy of record.energy) delete energy.uncertainty;
  expect(checkResult(requestOf(record)).verdict).toBe('official');
});

test('scripted hardware gives a rehearsal although every check passes', () => {
  const result = checkResult(requestOf(scriptedRecord()));
  expect(result.verdict).toBe('rehearsal');
  expect(result.findings.every((finding) => finding.status === 'pass')).toBe(true);
});

describe('counter against power trace', () => {
  /** The good record with another power trace behind it, and integrals that follow from that trace. */
  function traced(change: (row: GpuTraceRow, index: number) => GpuTraceRow) {
    const record = goodRecord();
    const rows = gpuTraceOf(record).map(change);
    const evidence = { ...goodEvidence(record), gpuTrace: rows };
    return { record: sealed(record, rows), evidence };
  }
  const agreement = ({ record, evidence }: ReturnType<typeof traced>) => {
    const { findings } = checkResult({ ...requestOf(record, evidence) });
    const status = (code: string) => findings.find((finding) => finding.code === code);
    expect(status('R-energy-integral')?.status).toBe('pass');
    return status('R-energy-agreement');
  };

  test('a sensor with a gain of 8 % disagrees, one of 3 % does not', () => {
    expect(agreement(traced((row) => ({ ...row, watts: (row.watts ?? 0) * 1.08 })))?.status).toBe('fail');
    expect(agreement(traced((row) => ({ ...row, watts: (row.watts ?? 0) * 1.03 })))?.status).toBe('pass');
  });

  test('a trace that is 8 % off because it is sampled too rarely for a bursting load is let pass, as its error says', () => {
    const bursting = traced((row, index) => ({ ...row, watts: (row.watts ?? 0) * (1.08 + (index % 4 < 2 ? 0.9 : -0.9)) }));
    expect(agreement(bursting)?.status).toBe('pass');
  });

  test('the finding says that a load which pulses with the sampling can alias', () => {
    expect(agreement(traced((row) => ({ ...row, watts: (row.watts ?? 0) * 0.5 })))?.message).toContain('alias');
  });

  test('a trace without power fails: nothing then bears the counter out', () => {
    expect(agreement(traced((row) => ({ ...row, watts: null })))).toMatchObject({
      status: 'fail',
      message: expect.stringContaining('nothing traced the power'),
    });
  });
});
