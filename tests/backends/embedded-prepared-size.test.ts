import { expect, test } from 'vitest';
import { refuseUnlessHeld } from '../../src/backends/embedded/prepared-size.ts';

test('queries that do not fit into memory once they are prepared are refused, with how much they take', () => {
  expect(() => refuseUnlessHeld(12_800_000, 1000, 8e9)).toThrow(
    expect.objectContaining({
      kind: 'operator',
      code: 'prepared-queries-too-large',
      message: '1000 prepared queries take about 12.8 GB of memory, and 8.0 GB are free.',
    }),
  );
  expect(() => refuseUnlessHeld(8_000_000, 1000, 8e9)).not.toThrow();
  expect(() => refuseUnlessHeld(null, 1000, 0)).not.toThrow();
});
