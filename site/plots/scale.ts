export type ScaleKind = 'linear' | 'log';

/** From figures to pixels, with round figures to write beside an axis. */
export type Scale = { at: (value: number) => number; ticks: { at: number; text: string }[]; from: number; to: number };

/**
 * A scale over some values.
 * @param values what has to fit; for a logarithmic scale all above zero
 * @param from where the least value comes, in pixels
 * @param to where the largest comes
 */
export function scaleOf(values: readonly number[], kind: ScaleKind, ends: readonly [number, number]): Scale {
  return scaleBetween(rangeOf(values, kind), kind, ends);
}

/** A scale from one figure to another. */
export function scaleBetween([low, high]: readonly [number, number], kind: ScaleKind, [from, to]: readonly [number, number]): Scale {
  const turn = kind === 'log' ? Math.log10 : (value: number) => value;
  const [first, last] = [turn(low), turn(high)];
  const at = (value: number) => from + ((turn(value) - first) / (last - first)) * (to - from);
  const figures = kind === 'log' ? decades(low, high) : steps(low, high);
  return { at, from, to, ticks: figures.map((value) => ({ at: at(value), text: tickText(value) })) };
}

function rangeOf(values: readonly number[], kind: ScaleKind): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!Number.isFinite(low)) return kind === 'log' ? [0.1, 10] : [0, 1];
  if (kind === 'log') return low === high ? [low / 3, high * 3] : [low / 1.15, high * 1.15];
  if (low === high) return [0, high === 0 ? 1 : high * 1.5];
  return [Math.min(0, low), high + (high - low) * 0.02];
}

function decades(low: number, high: number): number[] {
  const found: number[] = [];
  const wide = Math.log10(high / low);
  const within = wide > 4 ? [1] : wide > 1.5 ? [1, 3] : [1, 2, 5];
  const every = wide > 8 ? 2 : 1;
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    if (power % every !== 0) continue;
    for (const digit of within) {
      const value = Number(`${digit}e${power}`);
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}

function steps(low: number, high: number): number[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
  const found: number[] = [];
  for (let count = Math.ceil(low / step); count * step <= high; count += 1) found.push(Number((count * step).toPrecision(12)));
  return found;
}

const SHORT = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
] as const;

function tickText(value: number): string {
  const unit = SHORT.find(([size]) => value >= size);
  if (unit !== undefined) return `${Number((value / unit[0]).toPrecision(3))}${unit[1]}`;
  if (value !== 0 && value < 1e-4) return value.toExponential(0).replace('e-', '·10⁻').replace(/\d$/, superscript);
  return String(Number(value.toPrecision(3)));
}

const superscript = (digit: string): string => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit;
