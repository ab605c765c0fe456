import { Fault, internalFault, messageOf, operatorFault } from '../domain/errors.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { isRateLimit } from './client.ts';

/** Longest words of GitHub in a message of ours. */
const LONGEST_WORDS = 300;

type Failure = {
  name?: unknown;
  status?: unknown;
  message?: unknown;
  response?: { headers?: Record<string, unknown>; data?: { message?: unknown } };
  errors?: unknown;
  cause?: unknown;
};

/** The status of a failed request; a number that is none where no answer came. */
export const statusOf = (thrown: unknown): number => Number((thrown as Failure).status);

/** Whether a request may have been done although it failed: no answer came, or one of a server in trouble. */
export const isInDoubt = (thrown: unknown): boolean => statusOf(thrown) >= 500;

/** Whether what was asked for is not there (any more). */
export const isMissing = (thrown: unknown): boolean => statusOf(thrown) === 404;

/**
 * A failed request as a fault of the operator: github-forbidden, github-unauthorised, github-rate-limited, github-missing,
 * github-unavailable, github-unreachable, github-timeout or github-refused.
 * @param what was to be done, as in "list the files"
 */
export function githubFault(thrown: unknown, what: string): Fault {
  if (thrown instanceof Fault) return thrown;
  const failure = thrown as Failure;
  const words = visible(String(failure.response?.data?.message ?? messageOf(thrown)))
    .slice(0, LONGEST_WORDS)
    .replace(/\.$/, '');
  const fault = (code: string, mend: string) => operatorFault(`Cannot ${what}: ${words}.`, { code, mend, cause: thrown });
  if (failure.name === 'GraphqlResponseError') return graphqlFault(failure, fault);
  if (typeof failure.status !== 'number') return internalFault(`Cannot ${what}: ${words}.`, { code: 'github-client', cause: thrown });
  if (isRateLimit(failure)) return fault('github-rate-limited', 'Rerun the job in some minutes.');
  if (failure.status === 401) return fault('github-unauthorised', 'Give the action a token that is valid.');
  if (failure.status === 403) return fault('github-forbidden', 'Grant the job the permissions that docs/bot.md lists.');
  if (failure.status === 404) return fault('github-missing', 'Check that the token may read this repository.');
  if (isLate(failure)) return lateFault(what, thrown);
  if (failure.response === undefined) return fault('github-unreachable', 'Check the network of the runner, and rerun the job.');
  if (failure.status >= 500) return fault('github-unavailable', 'Rerun the job; https://www.githubstatus.com tells of trouble.');
  return fault('github-refused', 'Rerun the job; if it stays so, this is a defect of the action.');
}

/** Whether a request was given up because no answer came in time. */
const isLate = ({ cause }: Failure): boolean => (cause as Failure | undefined)?.name === 'TimeoutError';

const lateFault = (what: string, cause: unknown): Fault =>
  operatorFault(`Cannot ${what}: GitHub took the request and did not answer in time.`, {
    code: 'github-timeout',
    mend: 'Rerun the job, which goes on from where this one ended; https://www.githubstatus.com tells of trouble.',
    cause,
  });

function graphqlFault({ errors }: Failure, fault: (code: string, mend: string) => Fault): Fault {
  const types = (Array.isArray(errors) ? errors : []).map((error: { type?: unknown }) => error.type);
  if (types.includes('RATE_LIMITED')) return fault('github-rate-limited', 'Rerun the job in some minutes.');
  if (types.includes('FORBIDDEN')) return fault('github-forbidden', 'Grant the job the permissions that docs/bot.md lists.');
  if (types.includes('NOT_FOUND')) return fault('github-missing', 'Check that the token may read this repository.');
  return fault('github-refused', 'Rerun the job; if it stays so, this is a defect of the action.');
}
