import { METERS, type MeterName, type Outcome, startMeter } from './meter-program.ts';

/** What goes wrong, by scene. What happens at the cue happens half-way through the phase. */
const FAULTS = {
  'not-supported': 'no counter',
  'zero-counter': 'counter says zero',
  'counter-reset': 'counter starts over',
  'stuck-counter': 'counter stops',
  'counter-lost': 'counter cannot be read any more',
  'gpu-lost': 'GPU lost',
  'driver-gone': 'driver unloaded',
} as const;

const PHASE_SECONDS = 4;

/** What a meter made of a fault. */
export type FaultOutcome = { scene: keyof typeof FAULTS; meter: MeterName; outcome: Outcome };

/** Lets every meter meet every fault, all side by side. */
export async function meetFaults(): Promise<FaultOutcome[]> {
  const scenes = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
  const usual = Object.fromEntries(await Promise.all(METERS.map(async (meter) => [meter, await saidAnyway(meter)] as const)));
  const outcomes = await Promise.all(scenes.flatMap((scene) => METERS.map((meter) => meetFault(scene, meter))));
  return outcomes.map(({ scene, meter, outcome }) => {
    const said = outcome.said.filter((warning) => usual[meter]?.has(warning) === false);
    return { scene, meter, outcome: { ...outcome, said } };
  });
}

/** What a meter warns of where nothing is wrong with the GPU. */
async function saidAnyway(meter: MeterName): Promise<ReadonlySet<string>> {
  await using program = await startMeter(meter, 'steady');
  return new Set((await program.phase(0.2)).said);
}

async function meetFault(scene: keyof typeof FAULTS, meter: MeterName): Promise<FaultOutcome> {
  await using program = await startMeter(meter, scene);
  return { scene, meter, outcome: await program.phase(PHASE_SECONDS, PHASE_SECONDS / 2) };
}

/** Table of what each meter said to each fault: the figure it gave, with its error, or the fault it ended with. */
export function faultTable(outcomes: readonly FaultOutcome[]): string {
  const lines = [`What a phase of ${PHASE_SECONDS} s ends with`];
  for (const { scene, meter, outcome } of outcomes) lines.push(`  ${FAULTS[scene].padEnd(32)} ${meter.padEnd(12)} ${inWords(outcome)}`);
  return lines.join('\n');
}

function inWords(outcome: Outcome): string {
  const said = outcome.said.length === 0 ? '' : `; warns: ${firstSentence(outcome.said[0] ?? '')}`;
  if ('fault' in outcome) return `fault ${firstSentence(outcome.fault)}${said}`;
  const { joules, truth } = outcome;
  const error = ((joules / truth - 1) * 100).toFixed(1);
  return `${joules.toFixed(1)} J of ${truth.toFixed(1)} J (${Number(error) > 0 ? '+' : ''}${error} %)${said}`;
}

const firstSentence = (text: string) => (text.match(/^.{0,160}?(?=\. |$)/s)?.[0] ?? text.slice(0, 160)).replaceAll('\n', ' ');
