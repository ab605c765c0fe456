import { expect, test } from 'vitest';
import { checkImport, importReport, importText } from '../../src/domain/imports/document.ts';
import { fc } from '../support/fast-check.ts';
import { fixture, GOOD, type Json, ONE_WINDOW } from './reports.ts';

/** Every place of a document that holds a value, as the keys that lead there. */
const placesIn = (value: Json): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((key) => [[key], ...placesIn(value[key]).map((rest) => [key, ...rest])])
    : [];

function put(document: Json, place: readonly string[], value: unknown): void {
  const last = place.at(-1) as string;
  const holder = place.slice(0, -1).reduce((at, key) => at?.[key], document);
  if (typeof holder === 'object' && holder !== null) holder[last] = value;
}

const values = fc.oneof(
  fc.constantFrom(null, 0, -1, 1.5, 1e300, 1e-300, -5, '', 'kWh', 'J', true, false, [], {}, '__proto__', '\u001b[2J', '\u202e'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.jsonValue(),
);

test.each([
  ['optimum-benchmark/benchmark.json', GOOD],
  ['optimum-benchmark/generating.json', GOOD],
  ['optimum-benchmark/earlier.json', GOOD],
  ['ai-energy-benchmarks/results.json', ONE_WINDOW],
] as const)('whatever is changed in %s, it ends in findings or in a sound document', async (name, request) => {
  const report = await fixture(name);
  const places = placesIn(report);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), values), { minLength: 1, maxLength: 3 }), (changes) => {
      const changed = structuredClone(report);
      for (const [place, value] of changes) put(changed, place, value);
      const text = JSON.stringify(changed);
      const imported = importReport(text, request);
      expect(imported.document === null).toBe(imported.verdict === 'invalid');
      if (imported.document === null) return;
      expect(imported.verdict).toBe('unofficial');
      expect(imported.document.figure.whPer1000Queries).toBeGreaterThan(0);
      const again = checkImport(JSON.parse(importText(imported.document)), text);
      expect(again.reasons.filter(({ effect }) => effect === 'invalid')).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
