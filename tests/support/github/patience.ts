import type { TimeLimit } from '../../../src/github/client.ts';

/**
 * Time limits of clients that run out as soon as the server keeps silent, and never else: what comes of a request that nobody answers
 * is the same on a busy machine and on an idle one.
 */
export type Patience = {
  timeLimit: TimeLimit;
  /** Whoever waits for an answer now gives up. */
  runOut(): void;
};

export function endlessPatience(): Patience {
  const limits = new Set<AbortController>();
  return {
    timeLimit() {
      const limit = new AbortController();
      limits.add(limit);
      return limit.signal;
    },
    runOut() {
      for (const limit of limits) limit.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      limits.clear();
    },
  };
}
