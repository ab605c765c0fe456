/** What goes wrong with the next requests of a kind. */
export type Trouble = {
  /** Matches "POST /repos/…" or "POST /graphql". */
  at: RegExp;
  /** How many such requests pass first; none where left out. */
  skip?: number;
  /** How often; forever where left out. */
  times?: number;
  /** Whether the request is done nevertheless, though its answer is lost. */
  done?: boolean;
  /** An answer, one that comes late, a connection that is cut before it or in the midst of it, or none at all. */
  with: { status: number; message?: string; headers?: Record<string, string> } | { lateMilliseconds: number } | 'cut' | 'half' | 'silence';
};

/** The trouble that a request meets; null where it meets none. */
export function takeTrouble(troubles: Trouble[], name: string): Trouble | null {
  const trouble = troubles.find(({ at, times }) => at.test(name) && (times === undefined || times > 0));
  if (trouble === undefined) return null;
  if (trouble.skip !== undefined && trouble.skip > 0) {
    trouble.skip--;
    return null;
  }
  if (trouble.times !== undefined) trouble.times--;
  return trouble;
}

/** Each trouble that a client has to stand, by what it is. */
export const EVERY_TROUBLE: Readonly<Record<string, Pick<Trouble, 'with' | 'done'>>> = {
  'a 500': { with: { status: 500 } },
  'a 502': { with: { status: 502 } },
  'a 502 although it was done': { with: { status: 502 }, done: true },
  'a secondary limit': { with: { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '1' } } },
  'a 429': { with: { status: 429, headers: { 'retry-after': '1' } } },
  'a conflict': { with: { status: 422, message: 'Validation Failed' } },
  'a cut connection': { with: 'cut' },
  'a cut connection although it was done': { with: 'cut', done: true },
  'half an answer': { with: 'half', done: true },
  'no answer': { with: 'silence' },
  'no answer although it was done': { with: 'silence', done: true },
};
