/** Numbers between -1 (included) and 1 (excluded), the same on every machine: integers and exact divisions alone. */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, enough for weights that mean nothing. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    // 24 bits fit a float32 exactly.
    return ((mixed ^ (mixed >>> 14)) >>> 8) / 0x800000 - 1;
  };
}
