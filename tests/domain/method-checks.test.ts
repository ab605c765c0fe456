/** Runs that ended by themselves, and measurements with pauses: what the checks let pass, and what they refuse. */
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/domain/canonical.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import { interval95 } from '../../src/domain/statistics.ts';
import { correctedInterval } from '../../src/domain/stopping.ts';
import { checkResult } from '../../src/stages/check.ts';
import { goodEvidence, goodPlan, goodRecord, sealed } from '../support/records.ts';
import { requestOf } from './check-fixtures.ts';

const findingIn = (checked: ReturnType<typeof checkResult>, code: string) => checked.findings.find((finding) => finding.code === code);

describe('runs that end by themselves', () => {
  /** Looks after 5, 7, 9 and 12 runs. */
  const STOPPING = { minimumRuns: 5, halfWidthFraction: 0.01 };

  const allowing = (autoRuns: boolean): Policy => {
    const policy = defaultPolicy();
    policy.official.autoRuns = autoRuns;
    return policy;
  };

  /** A record of a plan of 5 to 12 runs that ended after so many. */
  function endedAfter(runs: number, policy = allowing(true)): Result {
    const record = goodRecord({ plan: goodPlan({ runs: Math.max(12, runs), stopping: STOPPING, policySha256: digestOf(policy) }) });
    record.plan.runs = 12;
    record.runs.length = runs;
    return sealed(record);
  }
  const checked = (record: Result, policy = allowing(true)) => checkResult({ ...requestOf(record), policy });

  test.each([5, 7, 12])('are whole after %i of 5 to 12, and official where the policy allows it', (runs) => {
    const result = checked(endedAfter(runs));
    expect(findingIn(result, 'R-method-runs')?.status).toBe('pass');
    expect(findingIn(result, 'R-method-runs-official')?.status).toBe('pass');
    expect(result.verdict).toBe('official');
  });

  test.each([4, 13])('are refused after %i of 5 to 12', (runs) => {
    const result = checked(endedAfter(runs));
    expect(findingIn(result, 'R-method-runs')).toMatchObject({ status: 'fail', message: expect.stringContaining('5 to 12') });
    expect(result.verdict).toBe('invalid');
  });

  test('are refused where they ended without a look', () => {
    const result = checked(endedAfter(8));
    expect(findingIn(result, 'R-method-runs')).toMatchObject({ status: 'fail', message: expect.stringContaining('none was due') });
    expect(result.verdict).toBe('invalid');
  });

  test.each([7, 12])('are unofficial under a policy that does not allow it, after %i runs as well', (runs) => {
    const policy = allowing(false);
    const result = checked(endedAfter(runs, policy), policy);
    expect(findingIn(result, 'R-method-runs-official')).toMatchObject({ status: 'fail', message: expect.stringContaining('--runs auto') });
    expect(result.verdict).toBe('unofficial');
  });

  test.each([
    [5, 1],
    [7, 2],
    [12, 4],
  ])('after %i runs have the interval of look %i, and the plain one does not pass', (runs, look) => {
    const record = endedAfter(runs);
    const [energy] = record.energy;
    if (energy === undefined) throw new Error('There is no energy.');
    expect(energy.interval95).toEqual(correctedInterval(energy.runs, look));
    const { low, high } = energy.interval95 as { low: number; high: number };
    expect(energy.uncertainty?.random).toBe((high - low) / 2);
    energy.interval95 = interval95(energy.runs);
    expect(findingIn(checked(record), 'R-energy-total')?.status).toBe('fail');
  });

  test('a number that was fixed before keeps the plain interval', () => {
    const [energy] = goodRecord().energy;
    expect(energy?.interval95).toEqual(interval95(energy?.runs ?? []));
  });
});

describe('a trace', () => {
  /** The good record, with an hour between run 5 and run 6 in which no meter was read. */
  function paused(): { record: Result; evidence: Evidence; from: number; to: number } {
    const record = goodRecord();
    const from = record.runs[4]?.phases.at(-1)?.endSeconds ?? Number.NaN;
    for (const run of record.runs.slice(5))
      for (const phase of run.phases) {
        phase.startSeconds += 3600;
        phase.endSeconds += 3600;
      }
    const to = record.runs[5]?.phases[0]?.startSeconds ?? Number.NaN;
    record.pauses = [{ afterRun: 5, startSeconds: from, endSeconds: to, reason: 'resumed' }];
    const whole = sealed(record);
    const evidence = goodEvidence(whole);
    without(evidence, from, to);
    return { record: whole, evidence, from, to };
  }

  function without(evidence: Evidence, from: number, to: number): void {
    const lies = ({ seconds }: { seconds: number }) => seconds > from && seconds < to;
    evidence.trace = evidence.trace.filter((row) => !lies(row));
    evidence.gpuTrace = evidence.gpuTrace.filter((row) => !lies(row));
  }

  test('may rest for an hour between two phases', () => {
    const { record, evidence, from, to } = paused();
    expect(to - from).toBeGreaterThan(3600);
    const result = checkResult(requestOf(record, evidence));
    expect(result.findings.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(result.verdict).toBe('official');
  });

  test('may not rest where the bundle tells of no pause', () => {
    const { record, evidence } = paused();
    evidence.environment = { software: record.software, hardware: record.hardware, pauses: [] };
    const result = checkResult(requestOf(record, evidence));
    expect(findingIn(result, 'R-evidence-environment')).toMatchObject({ status: 'fail', message: expect.stringContaining('pauses') });
  });

  test.each([
    ['at the start of', 0, 2],
    ['amid', 20, 22],
    ['at the end of', 58, 60],
    ['through the whole of', 0, 60],
  ])('may not rest %s a phase', (_, from, to) => {
    const { record, evidence } = paused();
    const start = record.runs[7]?.phases.find(({ name }) => name === 'generate')?.startSeconds ?? Number.NaN;
    without(evidence, start + from - 0.1, start + to + 0.1);
    const result = checkResult(requestOf(record, evidence));
    for (const code of ['R-trace-gap', 'R-trace-gpu']) expect(findingIn(result, code)?.status, code).toBe('fail');
  });

  test('of a meter that was never sampled covers nothing', () => {
    const record = goodRecord();
    const evidence = goodEvidence(record);
    evidence.trace = [];
    const result = checkResult(requestOf(record, evidence));
    expect(findingIn(result, 'R-trace-gap')?.message).toContain('the whole run');
  });
});
