import { readdir, readFile } from 'node:fs/promises';

/** One process of a tree, as Linux shows it. */
export type TreeProcess = { pid: number; threads: number; residentBytes: number };

const BYTES_PER_KB = 1024;

/**
 * A process and its descendants, from /proc. Processes in a PID namespace below this one are among them. Empty where
 * there is no /proc, or once the process has ended.
 * @param most stops looking after this many processes
 */
export async function processTree(pid: number, most: number): Promise<TreeProcess[]> {
  const tree: TreeProcess[] = [];
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined && tree.length <= most; next = waiting.pop()) {
    const found = await processOf(next);
    if (found === null) continue;
    tree.push(found);
    waiting.push(...(await childrenOf(next)));
  }
  return tree;
}

async function processOf(pid: number): Promise<TreeProcess | null> {
  const status = await textOf(`/proc/${pid}/status`);
  if (status === null) return null;
  return {
    pid,
    threads: figureOf(status, 'Threads'),
    residentBytes: (figureOf(status, 'VmRSS') + figureOf(status, 'VmSwap')) * BYTES_PER_KB,
  };
}

/** A child belongs to the thread that started it, so each thread is asked. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(threads.map((thread) => textOf(`/proc/${pid}/task/${thread}/children`)));
  return lists.flatMap((list) => (list ?? '').split(' ').filter(Boolean).map(Number));
}

/**
 * Memory of one process in which shared pages count by the share of each process, in bytes, from smaps_rollup; null
 * where it cannot be read. The kernel walks the whole address space for it.
 */
export async function proportionalBytes(pid: number): Promise<number | null> {
  const text = await textOf(`/proc/${pid}/smaps_rollup`);
  return text === null ? null : (figureOf(text, 'Pss') + figureOf(text, 'SwapPss')) * BYTES_PER_KB;
}

/** When a process began, in ticks since boot: together with its id it names one process for ever. Null once it is gone. */
export async function startOf(pid: number): Promise<string | null> {
  const stat = await textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

const figureOf = (text: string, name: string): number => Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0);

/** A process may end between any two looks: what cannot be read is not there. */
const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
