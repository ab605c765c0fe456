import { median } from '../../src/domain/statistics.ts';
import type { BenchTask } from './bench-tasks.ts';
import { WATTS_PER_BUSY_CORE } from './ours.ts';
import { outsideCpuSeconds, outsideSeconds, type Side, type SidePhase } from './side.ts';

/** All runs of one task. */
export type Compared = {
  bench: BenchTask;
  ours: Side[];
  peer: Side[];
  /** Ours on the peer's libraries. */
  oursOnPeerLibraries: Side[];
  /** Ours inside bubblewrap; empty where that is not to be had. */
  sealed: Side[];
  /** Largest share of the cores that others took during any of the runs. */
  foreignShare: number;
};

const JOULES_PER_WATT_HOUR = 3600;

/** Both goals of the comparison: most of the peer's time outside, and how far energies may be apart. */
const GOALS = 'goals: outside at most 0.50 of the peer, energy within 5 %';

/** Three tables: outside of the phases, inside, and the pass of the model alone. */
export function harnessTable(compared: readonly Compared[]): string {
  return [
    `Ours beside optimum-benchmark 0.6.0, one thread each; median of ${compared[0]?.ours.length} runs (least-most), ratios of the least; ${GOALS}`,
    '',
    'Outside of the measured phases: wall time, of it our warm-up, wall time inside bubblewrap; CPU time of the process that infers',
    ...compared.map(outsideLine),
    '',
    `Inside, per query: wall time; Wh per 1,000 queries at ${WATTS_PER_BUSY_CORE} W per core of the process that infers; ours, peer, ratio`,
    ...compared.flatMap(insideLines),
    '',
    'CPU time per query of the pass of the model: peer; of it reading the sample out of its table; the rest; ours on its libraries; ratio to the rest; ours on our libraries',
    ...compared.map(modelLine),
    '',
    `Others took of the cores, at most, in the order of the tasks: ${compared.map(({ foreignShare }) => `${(foreignShare * 100).toFixed(0)} %`).join(', ')}`,
    `CPU time of the peer's launcher while its phases run, of one core: ${spread(compared.flatMap(({ peer }) => peer.map(launcherShare)))}`,
  ].join('\n');
}

const title = ({ bench: { task, model, size } }: Compared): string => {
  const made = size === undefined ? '' : `, ${size.width} times as wide, ${size.layers} layers`;
  return `  ${`${task}, ${model.split('/')[1]}${made}`.padEnd(44)} `;
};

function outsideLine(row: Compared): string {
  const [ours, peer] = [row.ours.map(outsideSeconds), row.peer.map(outsideSeconds)];
  const [ourCpu, peerCpu] = [row.ours.map(outsideCpuSeconds), row.peer.map(outsideCpuSeconds)];
  const warmUp = `warm-up ${spread(row.ours.map(({ warmUpSeconds }) => warmUpSeconds ?? Number.NaN))}`;
  const sealed = row.sealed.length === 0 ? 'no bubblewrap' : `bubblewrap ${spread(row.sealed.map(outsideSeconds))}`;
  return `${title(row)}${spread(ours)} s : ${spread(peer)} s = ${ratio(ours, peer)}; ${warmUp}; ${sealed}; CPU ${spread(ourCpu)} : ${spread(peerCpu)} = ${ratio(ourCpu, peerCpu)}`;
}

function insideLines(row: Compared): string[] {
  const names = row.ours[0]?.phases.map(({ name }) => name) ?? [];
  const scored = (sides: readonly Side[], of: (phase: SidePhase) => number) =>
    sides.map(({ phases }) => phases.reduce((sum, phase) => sum + (phase.name === 'prefill' ? 0 : of(phase)), 0));
  const single = (name: string) => (sides: readonly Side[], of: (phase: SidePhase) => number) =>
    sides.map(({ phases }) => of(phases.find((phase) => phase.name === name) as SidePhase));
  const lines = [...names.map((name) => [name, single(name)] as const), ['scored', scored] as const];
  return lines.map(([name, take]) => {
    const [ours, peer] = [take(row.ours, milliseconds), take(row.peer, milliseconds)];
    const [ourEnergy, peerEnergy] = [take(row.ours, wattHours), take(row.peer, wattHours)];
    return `${title(row)}${name.padEnd(11)}${spread(ours)} : ${spread(peer)} ms = ${ratio(ours, peer)}; ${spread(ourEnergy)} : ${spread(peerEnergy)} Wh = ${ratio(ourEnergy, peerEnergy)}`;
  });
}

function modelLine(row: Compared): string {
  const last = (sides: readonly Side[]) => sides.map(({ phases }) => cpuMilliseconds(passOf(phases)));
  const reading = row.peer.map((side) => (side.reading === null ? 0 : cpuMilliseconds(side.reading)));
  const peer = last(row.peer);
  const rest = peer.map((value, index) => value - (reading[index] ?? 0));
  const same = last(row.oursOnPeerLibraries);
  return `${title(row)}${spread(peer)}; ${spread(reading)}; ${spread(rest)}; ${spread(same)} ms; ${ratio(same, rest)}; ${spread(last(row.ours))} ms`;
}

const passOf = (phases: readonly SidePhase[]): SidePhase =>
  phases.find(({ name }) => name === 'generate' || name === 'forward') as SidePhase;

const milliseconds = ({ seconds, queries }: SidePhase): number => (seconds / queries) * 1000;
const cpuMilliseconds = ({ cpuSeconds, queries }: SidePhase): number => (cpuSeconds / queries) * 1000;
const wattHours = ({ cpuSeconds, queries }: SidePhase): number =>
  ((cpuSeconds * WATTS_PER_BUSY_CORE) / JOULES_PER_WATT_HOUR / queries) * 1000;

function launcherShare({ phases }: Side): number {
  const total = (of: (phase: SidePhase) => number) => phases.reduce((sum, phase) => sum + of(phase), 0);
  return total((phase) => phase.launcherCpuSeconds ?? Number.NaN) / total(({ seconds }) => seconds);
}

/** Of the least: whatever else runs on a machine only ever adds. */
const ratio = (ours: readonly number[], peer: readonly number[]): string => (Math.min(...ours) / Math.min(...peer)).toFixed(2);

function spread(values: readonly number[]): string {
  return `${short(median(values))} (${short(Math.min(...values))}-${short(Math.max(...values))})`;
}

const short = (value: number): string => value.toPrecision(3);
