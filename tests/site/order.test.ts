import { describe, expect, test } from 'vitest';
import { ascending, descending, textOrder } from '../../site/data/order.ts';
import { fc } from '../support/fast-check.ts';

const key = fc.oneof(fc.double({ min: -1e300, max: 1e300 }), fc.constantFrom(0, -0, Number.NaN, 1));

/** What the order has to be, told in the plainest way. */
function plainly(keys: Float64Array): number[] {
  const places = [...keys.keys()];
  const valued = places.filter((place) => !Number.isNaN(keys[place]));
  valued.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  return [...valued, ...places.filter((place) => Number.isNaN(keys[place]))];
}

describe('an order', () => {
  test('of few keys is by size, equal ones as they came, those without a value last', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (drawn) => {
        const keys = Float64Array.from(drawn);
        expect([...ascending(keys)]).toEqual(plainly(keys));
      }),
    );
  });

  test('of many keys is the same as of few', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 20, maxLength: 40 }), (drawn) => {
        const keys = Float64Array.from(
          { length: 5000 },
          (_, index) => (drawn[(index * 7919) % drawn.length] as number) * (1 + (index % 13)),
        );
        expect([...ascending(keys)]).toEqual(plainly(keys));
      }),
      { numRuns: 30 },
    );
  });

  test('turned around still has those without a value last', () => {
    const keys = Float64Array.from([3, Number.NaN, 1, 2, Number.NaN]);
    expect([...descending(ascending(keys), keys)]).toEqual([0, 3, 2, 1, 4]);
  });

  test('of keys that share digits, or are all equal, keeps equal ones as they came', () => {
    const keys = Float64Array.from({ length: 5000 }, (_, at) => at % 3);
    expect([...ascending(keys)]).toEqual(plainly(keys));
    expect([...ascending(keys.fill(7))]).toEqual([...keys.keys()]);
  });

  test('of texts is by code unit, equal ones as they came, however many stops it takes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('é', 'ß', '\u{1f600}', '中文')), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 300, 2048, 5000, 6200),
        (drawn, length) => {
          const texts = Array.from({ length }, (_, at) => `${drawn[(at * 7919) % drawn.length]}${at % 7}`);
          const steps = textOrder(length, (place) => texts[place] as string);
          let step = steps.next();
          while (!step.done) step = steps.next();
          const plain = [...texts.keys()].sort((a, b) =>
            (texts[a] as string) < (texts[b] as string) ? -1 : texts[a] === texts[b] ? a - b : 1,
          );
          expect((step.value as Uint32Array).join()).toBe(plain.join());
        },
      ),
      { numRuns: 8 },
    );
  });
});
