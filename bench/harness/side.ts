/** One phase of one harness, as the one meter around both saw it. */
export type SidePhase = {
  name: 'preprocess' | 'prefill' | 'generate' | 'forward';
  seconds: number;
  /** CPU time of the process that infers. */
  cpuSeconds: number;
  /** CPU time of the process that started it; null where nobody read it. */
  launcherCpuSeconds: number | null;
  queries: number;
};

/** What one harness did with one task. */
export type Side = {
  /** From the start of the command to its end. */
  wallSeconds: number;
  /** CPU time of the process that infers, from its start to the end of its last phase. */
  cpuSeconds: number;
  phases: SidePhase[];
  warmUpSeconds: number | null;
  /** The time that its passes take beside the model, measured apart; null where nothing is read between queries. */
  reading: SidePhase | null;
};

/** Wall time outside of every measured phase, in seconds. */
export const outsideSeconds = ({ wallSeconds, phases }: Side): number => wallSeconds - sum(phases.map(({ seconds }) => seconds));

/** CPU time of the process that infers outside of every measured phase, in seconds. */
export const outsideCpuSeconds = ({ cpuSeconds, phases }: Side): number => cpuSeconds - sum(phases.map((phase) => phase.cpuSeconds));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
