/** The primary limit of requests, for each token. */
export type Rate = {
  limit: number;
  /** When the count starts anew, in seconds of Unix time. */
  resetAt: number;
  used: Map<string, number>;
  /** Counts a request; gives whether it is one too many. */
  count(secret: string): boolean;
};

const HOUR = 3600;

export const startRate = (): Rate => ({
  limit: 5000,
  resetAt: Math.floor(Date.now() / 1000) + HOUR,
  used: new Map(),
  count(secret) {
    const used = (this.used.get(secret) ?? 0) + 1;
    this.used.set(secret, used);
    return used > this.limit;
  },
});

/** What every answer tells of the limit. */
export function rateHeaders({ limit, used, resetAt }: Rate, secret: string): Record<string, string> {
  const count = used.get(secret) ?? 0;
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - count)),
    'x-ratelimit-used': String(Math.min(limit, count)),
    'x-ratelimit-reset': String(resetAt),
    'x-ratelimit-resource': 'core',
  };
}
