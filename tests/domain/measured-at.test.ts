import { describe, expect, test } from 'vitest';
import { checkResult } from '../../src/stages/check.ts';
import { goodRecord, sealed } from '../support/records.ts';
import { requestOf } from './check-fixtures.ts';

/** What R-identity-time says of a record that was measured at one moment and is judged at another. */
function judged(measuredAt: string, now: string) {
  const request = requestOf(sealed({ ...goodRecord(), measuredAt }));
  const { verdict, findings } = checkResult({ ...request, now: new Date(now) });
  const { status, message } = findings.find(({ code }) => code === 'R-identity-time') ?? { status: 'none', message: '' };
  return { verdict, status, message };
}

describe('when a result was measured', () => {
  test('is before it is judged, but for clocks that are minutes apart', () => {
    expect(judged('2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z')).toMatchObject({ verdict: 'official', status: 'pass' });
    expect(judged('2026-01-15T12:10:00Z', '2026-01-15T12:00:00Z').status).toBe('pass');
    expect(judged('2026-01-15T12:10:01Z', '2026-01-15T12:00:00Z')).toEqual({
      verdict: 'invalid',
      status: 'fail',
      message: '2026-01-15T12:10:01Z is later than the moment of this check, 2026-01-15T12:00:00Z.',
    });
    expect(judged('9999-12-31T23:59:59Z', '2026-01-15T12:00:00Z')).toMatchObject({ verdict: 'invalid', status: 'fail' });
  });

  test('is in a year in which there was something to measure', () => {
    expect(judged('2024-01-01T00:00:00Z', '2026-01-15T12:00:00Z').status).toBe('pass');
    for (const early of ['2023-12-31T23:59:59Z', '1970-01-01T00:00:00Z', '0001-01-01T00:00:00Z']) {
      expect(judged(early, '2026-01-15T12:00:00Z'), early).toMatchObject({ verdict: 'invalid', status: 'fail' });
    }
  });

  test('does not depend on the day once it is published: the moment is an argument', () => {
    const [early, late] = ['2026-01-16T00:00:00Z', '2999-01-01T00:00:00Z'].map((now) => judged('2026-01-15T12:00:00Z', now));
    expect(late).toEqual(early);
  });
});
