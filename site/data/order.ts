/** Below so many rows a plain sort is faster than four passes over 65,536 counters. */
const FEW = 4096;

/** The places of keys in ascending order, equal ones as they came; NaN, which stands for no value, comes last. */
export function ascending(keys: Float64Array): Uint32Array {
  return keys.length < FEW ? compared(keys) : byDigits(keys);
}

function compared(keys: Float64Array): Uint32Array {
  const order = Uint32Array.from(keys, (_, index) => index);
  return order.sort((a, b) => {
    const [x, y] = [keys[a] as number, keys[b] as number];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return x - y || a - b;
  });
}

/** Radix sort, 16 bits at a time, of doubles whose bits were turned so that they sort as whole numbers: a hundred thousand in a frame. */
function byDigits(keys: Float64Array): Uint32Array {
  const digits = new Uint16Array(sortableBits(keys).buffer);
  let order = Uint32Array.from(keys, (_, index) => index);
  let next = new Uint32Array(keys.length);
  const starts = new Uint32Array(65_537);
  for (let digit = 0; digit < 4; digit += 1) {
    starts.fill(0);
    for (let at = digit; at < digits.length; at += 4)
      starts[(digits[at] as number) + 1] = (starts[(digits[at] as number) + 1] as number) + 1;
    for (let value = 0; value < 65_536; value += 1) starts[value + 1] = (starts[value + 1] as number) + (starts[value] as number);
    for (const place of order) {
      const value = digits[place * 4 + digit] as number;
      const to = starts[value] as number;
      starts[value] = to + 1;
      next[to] = place;
    }
    [order, next] = [next, order];
  }
  return order;
}

function sortableBits(keys: Float64Array): Uint32Array {
  // Zero minus zero is zero: both zeros get the same bits.
  const bits = new Uint32Array(Float64Array.from(keys, (key) => (Number.isNaN(key) ? Number.NaN : key + 0)).buffer);
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

/** Texts as numbers of the same order; null and the empty text have none. */
export function textKeys(texts: readonly (string | null)[]): Float64Array {
  const places = new Map([...new Set(texts)].sort().map((text, index) => [text, index]));
  return Float64Array.from(texts, (text) => (text === null || text === '' ? Number.NaN : (places.get(text) as number)));
}
