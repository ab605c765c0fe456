import { expect, test } from 'vitest';
import { starsOf } from '../../src/domain/rating.ts';
import { starsStay } from '../../src/stages/stars-stability.ts';
import { fc } from '../support/fast-check.ts';

test('stars stay over an interval exactly when every energy in it has the same', () => {
  const energy = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(energy, { minLength: 2, maxLength: 12 }),
      energy,
      fc.double({ min: 0, max: 10, noNaN: true }),
      (others, low, width) => {
        const inside = Array.from({ length: 101 }, (_, step) => low + (width * step) / 100);
        const stars = new Set(inside.map((own) => starsOf([own, ...others])[0]));
        if (starsStay(others)({ low, high: low + width })) expect(stars.size).toBe(1);
        if (stars.size > 1) expect(starsStay(others)({ low, high: low + width })).toBe(false);
      },
    ),
  );
});
