import { describe, expect, test } from 'vitest';
import type { CheckEffect, CheckStatus, Finding } from '../../src/domain/findings.ts';
import { verdictOf } from '../../src/domain/verdict.ts';

const finding = (effect: CheckEffect, status: CheckStatus): Finding => ({
  code: `R-${effect}-${status}`,
  effect,
  status,
  message: 'A sentence.',
});
const real = { scripted: false };
const scripted = { scripted: true };

describe('the verdict', () => {
  test('is official when nothing failed, whatever warns or was skipped', () => {
    const findings = [finding('invalid', 'pass'), finding('warn', 'warn'), finding('invalid', 'skip')];
    expect(verdictOf(findings, real)).toEqual({ verdict: 'official', reasons: [] });
  });

  test('is unofficial when a check with that effect failed', () => {
    expect(verdictOf([finding('unofficial', 'fail')], real).verdict).toBe('unofficial');
  });

  test('is invalid when any check with that effect failed, and lists the gravest reasons first', () => {
    const { verdict, reasons } = verdictOf([finding('unofficial', 'fail'), finding('invalid', 'fail'), finding('invalid', 'pass')], real);
    expect(verdict).toBe('invalid');
    expect(reasons.map((reason) => reason.effect)).toEqual(['invalid', 'unofficial']);
  });

  test('is rehearsal on scripted hardware, unless the result is invalid', () => {
    expect(verdictOf([], scripted).verdict).toBe('rehearsal');
    expect(verdictOf([finding('unofficial', 'fail')], scripted).verdict).toBe('rehearsal');
    expect(verdictOf([finding('invalid', 'fail')], scripted).verdict).toBe('invalid');
  });
});
