/** Digits that a figure has at most: more of them are noise of its arithmetic, and no published figure has as many. */
const DIGITS = 15;

const NUMBER = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** The published files write energies below 0.0001 kWh with an exponent of two digits, as in 5.54E-05. */
const PLACES = 4;

/**
 * Watt-hours as kilowatt-hours, as the published files write them. The point moves on the text itself, so that a published figure
 * that was read comes out with the digits that it had.
 */
export function kilowattHours(wattHours: number): string {
  const [, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(String(Number(wattHours.toPrecision(DIGITS)))) ?? [];
  const written = whole + fraction;
  const digits = written.replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return '0';
  /** The value is 0.digits times ten to the power of this. */
  const point = whole.length + Number(exponent) - 3 - (written.length - written.replace(/^0+/, '').length);
  if (point <= -PLACES) return `${parted(digits, 1)}E-${String(1 - point).padStart(2, '0')}`;
  return point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : parted(digits.padEnd(point, '0'), point);
}

const parted = (digits: string, at: number): string => (digits.length > at ? `${digits.slice(0, at)}.${digits.slice(at)}` : digits);
