/**
 * Our meter beside codecarbon and zeus, each through its own NVML binding on the same fake library with the same scenes:
 * error against the truth, CPU time at 10 Hz, and what each makes of a counter that is missing or wrong.
 */
import { type Accuracy, accuracyTable, measureAccuracy } from './accuracy.ts';
import { type FaultOutcome, faultTable, meetFaults } from './faults.ts';
import { installPeers, METERS, type MeterName, startMeter } from './meter-program.ts';

/** Long enough for steps of a hundredth of a second, twice, to make less than 0.04 % of it. */
const WATCH_SECONDS = 60;

export type MeterBench = {
  accuracy: Accuracy[];
  /** Share of one core at 10 Hz, by meter. */
  cpuShare: Record<MeterName, number>;
  faults: FaultOutcome[];
};

/** Runs all three parts and prints their tables; needs cc and PyPI, and takes some four minutes. */
export async function benchMeters(): Promise<MeterBench> {
  await installPeers();
  const accuracy = await measureAccuracy();
  console.log(accuracyTable(accuracy));
  const shares = await Promise.all(METERS.map(async (meter) => [meter, await cpuShareOf(meter)] as const));
  const cpuShare = Object.fromEntries(shares) as Record<MeterName, number>;
  console.log('CPU time at 10 Hz, percent of one core (goal: ours below 0.5)');
  for (const [meter, share] of shares) console.log(`  ${meter.padEnd(12)} ${(share * 100).toFixed(2)}`);
  const faults = await meetFaults();
  console.log(faultTable(faults));
  return { accuracy, cpuShare, faults };
}

async function cpuShareOf(meter: MeterName): Promise<number> {
  await using program = await startMeter(meter, 'steady');
  return await program.watch(WATCH_SECONDS);
}
