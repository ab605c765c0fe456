import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { operatorFault } from '../domain/errors.ts';
import { startOf } from './process-tree.ts';

/** Variable by which the processes of one run are found again, wherever they have gone. */
export const RUN_VARIABLE = 'AI_ENERGY_SCORE_RUN';

/** How long processes that were killed may take to go, in milliseconds. */
const GO_MILLISECONDS = 5_000;

/**
 * Kills every process that carries the run's mark in its environment or was seen as part of the run, though it may have
 * left the process group and lost its parents. They are stopped first, so that none starts another meanwhile.
 * @param seen process ids with their starts, so that no other process of the same id is meant
 * @throws Fault of the operator, code process-left-behind, when one is still there after five seconds
 */
export async function endLeftovers(mark: string, seen: ReadonlyMap<number, string>): Promise<void> {
  const stopped = new Set<number>();
  const deadline = performance.now() + GO_MILLISECONDS;
  for (;;) {
    const found = await leftovers(mark, seen);
    if (found.length === 0) return;
    if (performance.now() > deadline) {
      throw operatorFault(`Processes of the backend are still there: ${found.join(', ')}.`, {
        code: 'process-left-behind',
        mend: 'See what they wait for (ps -o pid,stat,wchan,args), then end them or restart the machine.',
      });
    }
    const fresh = found.filter((pid) => !stopped.has(pid));
    for (const pid of fresh) stopped.add(pid);
    for (const pid of fresh.length > 0 ? fresh : found) signal(pid, fresh.length > 0 ? 'SIGSTOP' : 'SIGKILL');
    if (fresh.length === 0) await pause(10);
  }
}

async function leftovers(mark: string, seen: ReadonlyMap<number, string>): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const found: number[] = [];
  for (const pid of pids) {
    if (pid === process.pid || (await ended(pid))) continue;
    const start = seen.get(pid);
    if ((start !== undefined && start === (await startOf(pid))) || (await carries(pid, mark))) found.push(pid);
  }
  return found;
}

async function carries(pid: number, mark: string): Promise<boolean> {
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => ''); // Gone, or another user's.
  return environment.split('\0').includes(`${RUN_VARIABLE}=${mark}`);
}

/** Whether a process is gone, or a zombie that only waits for its parent to take note. */
async function ended(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return ['', 'Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
