import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/** Names under which the main step saves what the post step has to clear away. */
export const STATE = { process: 'backend-process', folder: 'partial-folder' } as const;

/** A process, told apart from a later one with the same number by when it started. */
export const processMark = (pid: number): string => `${pid} ${startOf(pid) ?? ''}`;

/**
 * Ends the process of the mark, if it still is that process, with its group where it leads one.
 * @returns whether there was something to end
 */
export function endProcess(mark: string): boolean {
  const [pid, start] = mark.split(' ');
  const leader = Number(pid);
  if (!Number.isSafeInteger(leader) || leader <= 1 || !start || startOf(leader) !== start) return false;
  // A program in a sandbox leads no group; the sandbox ends with it.
  const ended = [-leader, leader].map(killed);
  return ended.includes(true);
}

function killed(target: number): boolean {
  try {
    process.kill(target, 'SIGKILL');
    return true;
  } catch {
    return false; // It leads no group, or ended between the two looks.
  }
}

/** Removes a half-written result's folder; gives whether a path was named. */
export async function removeFolder(folder: string): Promise<boolean> {
  if (folder === '') return false;
  await rm(folder, { recursive: true, force: true });
  return true;
}

/** When a process started, in clock ticks since boot (field 22 of /proc/<pid>/stat); null where nothing tells it. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
