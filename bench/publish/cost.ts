import { readFileSync } from 'node:fs';

/** What one piece of work took. */
export type Cost = {
  milliseconds: number;
  /** Processor time of this process and of what it started, in milliseconds; not a number where the machine does not tell. */
  processorMilliseconds: number;
};

/** Does a piece of work and tells what it took. */
export async function costOf<T>(work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  const [began, before] = [performance.now(), processorMilliseconds()];
  const result = await work();
  return { result, cost: { milliseconds: performance.now() - began, processorMilliseconds: processorMilliseconds() - before } };
}

/** Linux counts in hundredths of a second. */
const TICK_MILLISECONDS = 10;

/** User and system time of this process and of its ended children. */
function processorMilliseconds(): number {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1000 + childrenMilliseconds();
}

function childrenMilliseconds(): number {
  try {
    const text = readFileSync('/proc/self/stat', 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * TICK_MILLISECONDS;
  } catch {
    return Number.NaN;
  }
}
