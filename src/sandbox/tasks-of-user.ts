import { readdir, readFile } from 'node:fs/promises';

/**
 * How many processes and threads a user has now. The kernel counts them by user over the whole machine where no user
 * namespace is made, so that a limit for one sandbox has to leave room for those that run already.
 */
export async function tasksOfUser(uid: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  let tasks = 0;
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''); // It has ended meanwhile.
    if (Number(status.match(/^Uid:\s+(\d+)/m)?.[1] ?? -1) === uid) tasks += Number(status.match(/^Threads:\s+(\d+)/m)?.[1] ?? 0);
  }
  return tasks;
}
