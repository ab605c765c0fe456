/** Work that holds some GPUs while it lasts. */
export type Job = {
  /** GPUs that it needs together, at least one; where the queue has fewer, it takes them all. */
  gpus: number;
};

/**
 * Does jobs at the same time, each on GPUs of its own: a job takes the GPUs that have been free the longest, and all it needs at
 * once. Jobs begin in their order, and none overtakes one that waits for several GPUs, so that each gets its turn.
 *
 * A job that is rejected takes no other along: those that run and those that wait are done all the same.
 * @param gpus UUIDs, at least one
 * @throws when all have ended, what the first rejected job was rejected with; the signal's reason, once those that ran have ended
 */
export async function runQueue<Work extends Job>(
  queue: { jobs: readonly Work[]; gpus: readonly string[]; signal: AbortSignal },
  work: (job: Work, gpus: readonly string[]) => Promise<void>,
): Promise<void> {
  const { signal } = queue;
  const free = [...queue.gpus];
  const rejections: unknown[] = [];
  const running = new Set<Promise<void>>();
  for (const job of queue.jobs) {
    const needed = Math.min(Math.max(job.gpus, 1), queue.gpus.length);
    while (free.length < needed && !signal.aborted) await Promise.race(running);
    if (signal.aborted) break;
    const own = free.splice(0, needed);
    const done: Promise<void> = work(job, own)
      .catch((reason: unknown) => void rejections.push(reason))
      .finally(() => {
        free.push(...own);
        running.delete(done);
      });
    running.add(done);
  }
  await Promise.all(running);
  signal.throwIfAborted();
  if (rejections.length > 0) throw rejections[0];
}
