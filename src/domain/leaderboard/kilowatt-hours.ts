const NUMBER = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Digits that a figure has at most: more of them are noise of its arithmetic, and no published figure has as many. */
const DIGITS = 15;

/**
 * Watt-hours as kilowatt-hours in plain decimals, as the published files write them. The point moves on the text itself, so that a
 * published figure that was read comes out with the digits that it had.
 */
export function kilowattHours(wattHours: number): string {
  const [, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(String(Number(wattHours.toPrecision(DIGITS)))) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) - 3;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const [units, decimals] = [padded.slice(0, at).replace(/^0+(?=\d)/, ''), padded.slice(at).replace(/0+$/, '')];
  return decimals === '' ? units : `${units}.${decimals}`;
}
