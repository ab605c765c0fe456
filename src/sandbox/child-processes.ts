import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How often a process is looked for, in milliseconds. */
const LOOK_MILLISECONDS = 5;

/** The ids of a process's children as this machine counts, those in PID namespaces below included; null once it is gone. */
async function childPids(pid: number): Promise<number[] | null> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => null);
  if (threads === null) return null;
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')));
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

/** The first child of a process, as soon as it has one; null when the process ends before. */
export async function firstChild(pid: number): Promise<number | null> {
  for (;;) {
    const children = await childPids(pid);
    if (children === null || (await isZombie(pid))) return null;
    if (children[0] !== undefined) return children[0];
    await pause(LOOK_MILLISECONDS);
  }
}

async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}
