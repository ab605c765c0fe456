import { describe, expect, test } from 'vitest';
import { type Climate, settled } from '../../src/stages/benchmark-plateau.ts';
import { fc } from '../support/fast-check.ts';

/** Samples at 10 Hz over some seconds, of one GPU whose power and temperature are functions of time. */
function climate(seconds: number, watts: (at: number) => number | null, celsius: (at: number) => number | null): Climate[] {
  return Array.from({ length: seconds * 10 + 1 }, (_, index) => {
    const at = index / 10;
    return { seconds: at, gpus: [{ powerWatts: watts(at), temperatureCelsius: celsius(at) }] };
  });
}

describe('power and temperature', () => {
  test('have settled when ten seconds differ by less than 2 % and 1 K', () => {
    expect(
      settled(
        climate(
          12,
          () => 400,
          () => 60,
        ),
      ),
    ).toBe(true);
    expect(
      settled(
        climate(
          12,
          (at) => 400 + 0.1 * at,
          (at) => Math.floor(60 + 0.05 * at),
        ),
      ),
    ).toBe(true);
  });

  test('have not while power still climbs, or temperature does', () => {
    expect(
      settled(
        climate(
          12,
          (at) => 400 + 4 * at,
          () => 60,
        ),
      ),
    ).toBe(false);
    expect(
      settled(
        climate(
          12,
          () => 400,
          (at) => Math.floor(60 + 0.5 * at),
        ),
      ),
    ).toBe(false);
  });

  test('have not before ten seconds are over', () => {
    expect(
      settled(
        climate(
          9,
          () => 400,
          () => 60,
        ),
      ),
    ).toBe(false);
  });

  test('may jump between queries, as long as they come back', () => {
    const pulse = (at: number) => (Math.floor(at * 10) % 2 === 0 ? 300 : 500);
    expect(settled(climate(12, pulse, (at) => 60 + (Math.floor(at * 10) % 2)))).toBe(true);
  });

  test('are not told without sensors: null, never true', () => {
    expect(settled([])).toBeNull();
    expect(settled([{ seconds: 0, gpus: [] }])).toBeNull();
    expect(
      settled(
        climate(
          12,
          () => null,
          () => 60,
        ),
      ),
    ).toBeNull();
    expect(
      settled(
        climate(
          12,
          () => 400,
          () => null,
        ),
      ),
    ).toBeNull();
  });

  test('have to settle on every GPU', () => {
    const one = climate(
      12,
      () => 400,
      () => 60,
    );
    const other = climate(
      12,
      (at) => 300 + 5 * at,
      () => 50,
    );
    expect(settled(one.map(({ seconds, gpus }, index) => ({ seconds, gpus: [...gpus, ...(other[index]?.gpus ?? [])] })))).toBe(false);
  });

  test('that rise steadily by more than 1 K in five seconds never have', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 10, noNaN: true }), fc.double({ min: 20, max: 90, noNaN: true }), (slope, start) => {
        expect(
          settled(
            climate(
              11,
              () => 400,
              (at) => start + slope * at,
            ),
          ),
        ).toBe(false);
      }),
    );
  });
});
