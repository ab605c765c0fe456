/** Below so many rows a plain sort is faster than passes over 65,536 counters. */
const FEW = 4096;
const DIGIT_VALUES = 65_536;

/** The places of keys in ascending order, equal ones as they came; NaN, which stands for no value, comes last. */
export function ascending(keys: Float64Array): Uint32Array {
  return keys.length < FEW ? compared(keys) : byDigits(keys);
}

/** The places 0, 1, 2 and so on. */
export function asTheyCame(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) order[at] = at;
  return order;
}

function compared(keys: Float64Array): Uint32Array {
  return asTheyCame(keys.length).sort((a, b) => {
    const [x, y] = [keys[a] as number, keys[b] as number];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return x - y || a - b;
  });
}

/** Radix sort, 16 bits at a time, of doubles whose bits were turned so that they sort as whole numbers. */
function byDigits(keys: Float64Array): Uint32Array {
  const digits = new Uint16Array(sortableBits(keys).buffer);
  const starts = new Uint32Array(DIGIT_VALUES);
  let order: Uint32Array = asTheyCame(keys.length);
  let next: Uint32Array = new Uint32Array(keys.length);
  for (let digit = 0; digit < 4; digit += 1) {
    if (!countedStarts(digits, digit, starts)) continue;
    for (let at = 0; at < order.length; at += 1) {
      const place = order[at] as number;
      const value = digits[place * 4 + digit] as number;
      const to = starts[value] as number;
      starts[value] = to + 1;
      next[to] = place;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Where each value of a digit begins in the order by it; false where all are equal, so that there is nothing to order. */
function countedStarts(digits: Uint16Array, digit: number, starts: Uint32Array): boolean {
  starts.fill(0);
  for (let at = digit; at < digits.length; at += 4) {
    const value = digits[at] as number;
    starts[value] = (starts[value] as number) + 1;
  }
  if ((starts[digits[digit] as number] as number) * 4 === digits.length) return false;
  let before = 0;
  for (let value = 0; value < DIGIT_VALUES; value += 1) {
    const own = starts[value] as number;
    starts[value] = before;
    before += own;
  }
  return true;
}

function sortableBits(keys: Float64Array): Uint32Array {
  const tidy = new Float64Array(keys.length);
  // Zero plus zero is zero: both zeros get the same bits. So do all the bit patterns of NaN.
  for (let at = 0; at < keys.length; at += 1) tidy[at] = Number.isNaN(keys[at]) ? Number.NaN : (keys[at] as number) + 0;
  const bits = new Uint32Array(tidy.buffer);
  for (let at = 0; at < bits.length; at += 2) {
    const high = bits[at + 1] as number;
    const negative = high >>> 31 === 1;
    bits[at] = negative ? ~(bits[at] as number) : (bits[at] as number);
    bits[at + 1] = negative ? ~high : high | 0x8000_0000;
  }
  return bits;
}

/** The order turned around, with those that have no value still last. */
export function descending(order: Uint32Array, keys: Float64Array): Uint32Array {
  let valued = order.length;
  while (valued > 0 && Number.isNaN(keys[order[valued - 1] as number] as number)) valued -= 1;
  const turned = order.slice();
  turned.subarray(0, valued).reverse();
  return turned;
}

/** Texts that are read and compared between two chances to stop. */
const STEP = 2048;

/**
 * The places of texts in ascending order by code unit, equal ones as they came. Hundreds of thousands of texts take a while, so it stops
 * every few milliseconds and can be asked to go on: it merges sorted stretches, each twice as long as those before.
 * @param textOf the text at a place
 */
export function* textOrder(length: number, textOf: (place: number) => string): Generator<undefined, Uint32Array> {
  const texts: string[] = [];
  while (texts.length < length) {
    for (const end = Math.min(length, texts.length + STEP); texts.length < end; ) texts.push(textOf(texts.length));
    yield;
  }
  const compare = (a: number, b: number): number => {
    const [x, y] = [texts[a] as string, texts[b] as string];
    return x < y ? -1 : x > y ? 1 : a - b;
  };
  let order: Uint32Array = asTheyCame(length);
  for (let from = 0; from < length; from += STEP) {
    order.subarray(from, from + STEP).sort(compare);
    yield;
  }
  let merged: Uint32Array = new Uint32Array(length);
  for (let stretch = STEP; stretch < length; stretch *= 2) {
    for (let from = 0; from < length; from += 2 * stretch) yield* mergedStretches(order, merged, { from, stretch, compare });
    [order, merged] = [merged, order];
  }
  return order;
}

type Stretches = { from: number; stretch: number; compare: (a: number, b: number) => number };

function* mergedStretches(order: Uint32Array, merged: Uint32Array, { from, stretch, compare }: Stretches): Generator<undefined> {
  const middle = Math.min(order.length, from + stretch);
  const end = Math.min(order.length, from + 2 * stretch);
  let [left, right] = [from, middle];
  for (let to = from; to < end; to += 1) {
    const takesLeft = right >= end || (left < middle && compare(order[left] as number, order[right] as number) <= 0);
    merged[to] = order[takesLeft ? left++ : right++] as number;
    if (to % STEP === 0) yield;
  }
}
