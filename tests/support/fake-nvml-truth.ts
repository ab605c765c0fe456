/** The energy of a scene's GPUs, computed a second time: the C library and this are tested against each other. */

/** One addend of a GPU's power; fake-nvml/README.md tells what each means. */
type Term =
  | { kind: 'constant'; watts: number }
  | { kind: 'step'; watts: number; at: number }
  | { kind: 'square'; watts: number; period: number; duty: number; phase: number }
  | { kind: 'noise'; watts: number; cell: number; deviations: Float64Array; sums: Float64Array }
  | { kind: 'drift'; watts: number; tau: number };

/** The power of each GPU of a scene, as its text tells it. */
export type ScenePower = readonly (readonly Term[])[];

const NOISE_CELLS = 65_536;

function mixed(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

function deviation(cell: number, seed: number): number {
  let sum = 0;
  for (let part = 0; part < 3; part += 1) sum += mixed(mixed(cell * 3 + part) ^ seed) / 2 ** 32;
  return 2 * sum - 3;
}

function noiseTerm(watts: number, cell: number, seed: number): Term {
  const deviations = Float64Array.from({ length: NOISE_CELLS }, (_, at) => deviation(at, seed));
  const sums = new Float64Array(NOISE_CELLS + 1);
  for (const [at, value] of deviations.entries()) sums[at + 1] = (sums[at] ?? 0) + value;
  return { kind: 'noise', watts, cell, deviations, sums };
}

function readTerm(line: string): Term {
  const [, kind, ...texts] = line.split(/\s+/);
  const [watts = Number.NaN, a = Number.NaN, b = Number.NaN, c = 0] = texts.map(Number);
  if (kind === 'constant') return { kind, watts };
  if (kind === 'step') return { kind, watts, at: a };
  if (kind === 'square') return { kind, watts, period: a, duty: b, phase: c };
  if (kind === 'noise') return noiseTerm(watts, a, b);
  if (kind === 'drift') return { kind, watts, tau: a };
  throw new Error(`Not a term of power: ${line}`);
}

/** Reads what a scene says of power. */
export function scenePower(text: string): ScenePower {
  const gpus: Term[][] = [];
  for (const line of text.split('\n').map((whole) => whole.replace(/#.*/, '').trim())) {
    if (line.startsWith('gpu ')) gpus.push([]);
    if (line.startsWith('power ')) gpus.at(-1)?.push(readTerm(line));
  }
  return gpus;
}

function termJoules(term: Term, t: number): number {
  switch (term.kind) {
    case 'constant':
      return term.watts * t;
    case 'step':
      return term.watts * Math.max(0, t - term.at);
    case 'square': {
      const { watts, period, duty, phase } = term;
      const since = (seconds: number) => {
        const whole = Math.floor(seconds / period);
        return watts * period * (whole * duty + Math.min(seconds / period - whole, duty));
      };
      return since(t + phase) - since(phase);
    }
    case 'noise': {
      const whole = Math.floor(t / term.cell);
      const rounds = Math.floor(whole / NOISE_CELLS);
      const at = whole - rounds * NOISE_CELLS;
      const inCell = (t / term.cell - whole) * (term.deviations[at] ?? Number.NaN);
      return term.watts * term.cell * (rounds * (term.sums[NOISE_CELLS] ?? Number.NaN) + (term.sums[at] ?? Number.NaN) + inCell);
    }
    case 'drift':
      return t <= 0 ? 0 : term.watts * (t + term.tau * Math.expm1(-t / term.tau));
  }
}

function termWatts(term: Term, t: number): number {
  switch (term.kind) {
    case 'constant':
      return term.watts;
    case 'step':
      return t >= term.at ? term.watts : 0;
    case 'square': {
      const periods = (t + term.phase) / term.period;
      return periods - Math.floor(periods) < term.duty ? term.watts : 0;
    }
    case 'noise': {
      const cells = Math.floor(t / term.cell);
      return term.watts * (term.deviations[cells - Math.floor(cells / NOISE_CELLS) * NOISE_CELLS] ?? Number.NaN);
    }
    case 'drift':
      return t <= 0 ? 0 : term.watts * (1 - Math.exp(-t / term.tau));
  }
}

function termsOf(scene: ScenePower, gpu: number): readonly Term[] {
  const terms = scene[gpu];
  if (terms === undefined) throw new Error(`The scene has ${scene.length} GPUs; there is no number ${gpu}.`);
  return terms;
}

/** True energy of a GPU in joules from one moment to another, in seconds since time zero. */
export function trueJoules(scene: ScenePower, gpu: number, from: number, to: number): number {
  return termsOf(scene, gpu).reduce((sum, term) => sum + termJoules(term, to) - termJoules(term, from), 0);
}

/** True power of a GPU in watts at a moment, in seconds since time zero. */
export function trueWatts(scene: ScenePower, gpu: number, at: number): number {
  return termsOf(scene, gpu).reduce((sum, term) => sum + termWatts(term, at), 0);
}
