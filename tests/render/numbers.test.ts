import { describe, expect, it } from 'vitest';
import {
  bytes,
  duration,
  energy,
  energyUnit,
  inUnit,
  parameterCount,
  percent,
  significant,
  times,
  whole,
} from '../../src/render/numbers.ts';
import { fc } from '../support/fast-check.ts';

describe('numbers for people', () => {
  it.each([
    [7.0666, '7.067 Wh'],
    [0.25, '0.2500 Wh'],
    [0.0123, '12.30 mWh'],
    [0.00000123, '1.230 µWh'],
    [615.4, '615.4 Wh'],
    [1214.36, '1,214 Wh'],
    [9999.7, '10,000 Wh'],
    [123_456, '123.5 kWh'],
  ])('say an energy of %d Wh as %s', (wattHours, text) => {
    expect(energy(wattHours)).toBe(text);
  });

  it('give a column one unit, chosen by its smallest energy', () => {
    const unit = energyUnit([12, 0.004, 0.9]);
    expect([12, 0.004, 0.9].map((wattHours) => `${inUnit(wattHours, unit)} ${unit.name}`)).toEqual([
      '12,000 mWh',
      '4.000 mWh',
      '900.0 mWh',
    ]);
  });

  it('are never in exponents and never off by more than their last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
        const text = significant(value, 4);
        expect(text).toMatch(/^\d{1,3}(,\d{3})*(\.\d+)?$/);
        expect(Math.abs(Number(text.replaceAll(',', '')) / value - 1)).toBeLessThan(5.1e-4);
      }),
    );
  });

  it.each([
    [0.834, '83 %'],
    [1, '100 %'],
    [0, '0 %'],
    [0.9999, '> 99.9 %'],
    [0.996, '99.6 %'],
    [0.0004, '< 0.1 %'],
    [0.004, '0.4 %'],
    [-0.02, '-2 %'],
  ])('say a fraction of %d as %s', (fraction, text) => {
    expect(percent(fraction)).toBe(text);
  });

  it.each([
    [0.85, '850 ms'],
    [12.34, '12.3 s'],
    [59.96, '1 min 0 s'],
    [125, '2 min 5 s'],
    [11_400, '3 h 10 min'],
  ])('say %d seconds as %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [999_600, '1.00 MB'],
    [1_234_000, '1.23 MB'],
  ])('say %d bytes as %s', (count, text) => {
    expect(bytes(count)).toBe(text);
  });

  it('say counts and factors', () => {
    expect(parameterCount(135_000_000)).toBe('135 million');
    expect(parameterCount(200_000)).toBe('200,000');
    expect(parameterCount(66_000_000_000)).toBe('66.0 billion');
    expect(times(1.308)).toBe('1.31 times');
    expect(times(620.4)).toBe('620 times');
    expect(whole(1_234_567)).toBe('1,234,567');
    expect([999, 1000, -999, -1000].map(whole)).toEqual(['999', '1,000', '-999', '-1,000']);
    expect(significant(999.5, 4)).toBe('999.5');
    expect(significant(0)).toBe('0');
  });
});
