import { type Fault, operatorFault } from '../domain/errors.ts';
import type { SandboxBounds } from '../ports/sandbox.ts';
import { processTree, proportionalBytes, startOf, type TreeProcess } from './process-tree.ts';

/** Time between two looks, in milliseconds. */
const LOOK_MILLISECONDS = 500;

export type BoundsWatch = {
  /** Every process seen below the watched one, by id, with its start: also those that have left the tree since. */
  seen: ReadonlyMap<number, string>;
  stop(): void;
};

/**
 * Looks twice a second at the memory and the number of processes of a tree. What grows faster than that is not held
 * by it: bounds of the kernel are better where there are any.
 * @param onBreach is called once
 */
export function watchBounds(pid: number, bounds: SandboxBounds, onBreach: (fault: Fault) => void): BoundsWatch {
  const seen = new Map<number, string>();
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const look = async () => {
    const tree = await processTree(pid, bounds.processes);
    for (const one of tree) {
      const start = seen.has(one.pid) ? null : await startOf(one.pid);
      if (start !== null) seen.set(one.pid, start);
    }
    const fault = await breachIn(tree, bounds);
    if (stopped) return;
    if (fault !== null) return onBreach(fault);
    timer = setTimeout(() => void look(), LOOK_MILLISECONDS);
  };
  void look();
  return {
    seen,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

async function breachIn(tree: readonly TreeProcess[], { memoryBytes, processes }: SandboxBounds): Promise<Fault | null> {
  const tasks = tree.reduce((sum, { threads }) => sum + threads, 0);
  if (tasks > processes) {
    return operatorFault(`The backend runs more than ${processes} processes and threads.`, {
      code: 'backend-processes',
      mend: 'Give the worker more processes if the model needs them; otherwise do not trust it.',
    });
  }
  if ((await memoryAbove(tree, memoryBytes)) <= memoryBytes) return null;
  return operatorFault(`The backend takes more than ${(memoryBytes / 2 ** 30).toPrecision(3)} GiB of memory.`, {
    code: 'backend-memory',
    mend: 'Give the worker more memory, or measure the model on a machine that has more.',
  });
}

/** Memory of a tree. Resident pages are cheap to read but count shared ones several times, so a sum above the bound is looked at closely. */
async function memoryAbove(tree: readonly TreeProcess[], bound: number): Promise<number> {
  const resident = tree.reduce((sum, { residentBytes }) => sum + residentBytes, 0);
  if (resident <= bound || tree.length === 1) return resident;
  const shares = await Promise.all(tree.map(async ({ pid, residentBytes }) => (await proportionalBytes(pid)) ?? residentBytes));
  return shares.reduce((sum, bytes) => sum + bytes, 0);
}
