/** Zero crossings of the filter on each side of its middle. */
const ZERO_CROSSINGS = 16;
/** The filter ends its pass band a little below half of the lower rate, so that its slope lies below it too. */
const ROLL_OFF = 0.945;

/**
 * The same sound at another rate: band-limited interpolation by a sinc under a Hann window (J. O. Smith, "Digital Audio
 * Resampling", CCRMA). The length is that of the sound, rounded up.
 * @param from and to: samples a second
 */
export function resampled(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const divisor = greatestCommonDivisor(from, to);
  const [step, phases] = [from / divisor, to / divisor];
  const cutoff = Math.min(1, to / from) * ROLL_OFF;
  const reach = Math.ceil(ZERO_CROSSINGS / cutoff);
  const filter = filterBank(phases, reach, cutoff);
  const result = new Float32Array(Math.ceil((samples.length * phases) / step));
  for (let index = 0; index < result.length; index++) {
    const place = index * step;
    const middle = Math.floor(place / phases);
    const taps = (place % phases) * 2 * reach;
    const first = middle - reach + 1;
    const [least, most] = [Math.max(0, -first), Math.min(2 * reach, samples.length - first)];
    let sum = 0;
    for (let tap = least; tap < most; tap++) sum += (samples[first + tap] ?? 0) * (filter[taps + tap] ?? 0);
    result[index] = sum;
  }
  return result;
}

/** For each phase (how far a new sample lies between two old ones), the weights of the old samples around it. */
function filterBank(phases: number, reach: number, cutoff: number): Float32Array {
  const bank = new Float32Array(phases * 2 * reach);
  for (let phase = 0; phase < phases; phase++) {
    for (let tap = 0; tap < 2 * reach; tap++) {
      const distance = tap - reach + 1 - phase / phases;
      bank[phase * 2 * reach + tap] = cutoff * sinc(cutoff * distance) * hann(distance / reach);
    }
  }
  return bank;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** 1 in the middle, 0 at -1 and 1 and beyond. */
const hann = (x: number): number => (Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x));

const greatestCommonDivisor = (one: number, other: number): number => (other === 0 ? one : greatestCommonDivisor(other, one % other));

/** Both channels as one, at half the sum of each sample. */
export function mono(channels: readonly Float32Array[]): Float32Array {
  const [left = new Float32Array(), right] = channels;
  return right === undefined ? left : left.map((sample, index) => (sample + (right[index] ?? 0)) / 2);
}
