import { METERS, type MeterName, type MeterProgram, sleep, startMeter } from './meter-program.ts';

const SCENES = ['steady', 'stepped', 'bursty-fast', 'bursty-slow', 'noisy', 'thermal-drift', 'coarse-tick'] as const;

/** Counter and integral may differ by this fraction before the result is invalid: the policy's default. */
const MOST_DISAGREEMENT = 0.05;

/** Lengths of the phases in seconds, and how often each is measured. */
const LENGTHS = [
  { seconds: 1, times: 12 },
  { seconds: 3, times: 6 },
  { seconds: 10, times: 8 },
  { seconds: 30, times: 2 },
] as const;

/**
 * One meter on one scene, for phases of one length; every number a fraction of the truth, one a phase. Our meter alone
 * states a bound, and integrates power beside its counter.
 */
export type Accuracy = {
  scene: string;
  meter: MeterName;
  seconds: number;
  errors: number[];
  witnesses: { error: number; bound: number; disagreement: number }[];
};

/** Measures phases of every length on every scene with every meter; all side by side, for they mostly sleep. */
export async function measureAccuracy(): Promise<Accuracy[]> {
  const pairs = SCENES.flatMap((scene) => METERS.map((meter) => ({ scene, meter })));
  const programs: MeterProgram[] = [];
  try {
    for (const { scene, meter } of pairs) programs.push(await startMeter(meter, scene));
    // The first phase pays for what is loaded on first use.
    for (const program of programs) await program.phase(0.2);
    const measured = await Promise.all(pairs.map((pair, at) => phasesOf(pair, programs[at] as MeterProgram)));
    return measured.flat();
  } finally {
    for (const program of programs) await program[Symbol.asyncDispose]();
  }
}

async function phasesOf(pair: { scene: string; meter: MeterName }, program: MeterProgram): Promise<Accuracy[]> {
  const measured: Accuracy[] = [];
  for (const { seconds, times } of LENGTHS) {
    const row: Accuracy = { ...pair, seconds, errors: [], witnesses: [] };
    for (let time = 0; time < times; time += 1) {
      // Phases begin and end anywhere between two ticks of the counter and anywhere in a burst.
      await sleep(Math.random() * 0.4);
      const outcome = await program.phase(seconds + Math.random() * 0.1);
      if ('fault' in outcome) throw new Error(`${pair.meter} on ${pair.scene}: ${outcome.fault}`);
      const { joules, truth, witness } = outcome;
      row.errors.push(joules / truth - 1);
      if (witness === null) continue;
      const { boundJoules, integralJoules } = witness;
      row.witnesses.push({ error: joules / truth - 1, bound: boundJoules / truth, disagreement: integralJoules / joules - 1 });
    }
    measured.push(row);
  }
  return measured;
}

const percent = (fraction: number) => (fraction * 100).toFixed(3);
const worst = (errors: readonly number[]) => Math.max(...errors.map(Math.abs));
const meanSize = (errors: readonly number[]) => errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;

/** Table of the errors: their mean size and the worst, in percent; where a peer does better; how often our stated bound held. */
export function accuracyTable(rows: readonly Accuracy[]): string {
  const head = LENGTHS.map(({ seconds, times }) => `${seconds} s, ${times} times`.padStart(16)).join('');
  const lines = ['Error against the true energy in percent, mean size and worst', `  ${''.padEnd(27)}${head}`];
  for (const { scene, meter } of rows.filter((row) => row.seconds === LENGTHS[0].seconds)) {
    const cells = LENGTHS.map(({ seconds }) => {
      const errors = errorsOf(rows, scene, meter, seconds);
      return `${percent(meanSize(errors))} ${percent(worst(errors))}`.padStart(16);
    });
    lines.push(`  ${scene.padEnd(14)} ${meter.padEnd(12)}${cells.join('')}`);
  }
  const behind = placesBehind(rows);
  lines.push(`Our mean error is above the larger of 0.1 % and the better peer's at: ${behind.length === 0 ? 'none' : behind.join(', ')}`);
  lines.push('Ours: how often its bound of the edges held, that bound in percent, and how far its integral of power is from its counter');
  for (const row of rows.filter(({ meter }) => meter === 'ours')) lines.push(`  ${witnessLine(row)}`);
  return lines.join('\n');
}

function errorsOf(rows: readonly Accuracy[], scene: string, meter: MeterName, seconds: number): readonly number[] {
  return rows.find((row) => row.scene === scene && row.meter === meter && row.seconds === seconds)?.errors ?? [];
}

function placesBehind(rows: readonly Accuracy[]): string[] {
  return rows.flatMap(({ scene, meter, seconds, errors }) => {
    if (meter !== 'ours') return [];
    const peers = METERS.filter((name) => name !== 'ours').map((name) => meanSize(errorsOf(rows, scene, name, seconds)));
    return meanSize(errors) > Math.max(0.001, Math.min(...peers)) ? [`${scene} ${seconds} s`] : [];
  });
}

function witnessLine({ scene, seconds, witnesses }: Accuracy): string {
  const held = witnesses.filter(({ error, bound }) => Math.abs(error) <= bound).length;
  const bound = percent(meanSize(witnesses.map((witness) => witness.bound)));
  const apart = worst(witnesses.map(({ disagreement }) => disagreement));
  const verdict =
    apart > MOST_DISAGREEMENT ? `${percent(apart)}: above ${MOST_DISAGREEMENT * 100} %, the result is invalid` : percent(apart);
  return `${scene.padEnd(14)} ${`${seconds} s`.padStart(4)}  ${held} of ${witnesses.length}  ${bound}  ${verdict}`;
}
