import { Fault, internalFault, messageOf } from '../domain/errors.ts';
import { type Failure, failureOf } from '../domain/pull-request/failure.ts';
import { quoted } from '../domain/submission/hostile-characters.ts';

/** The failure of a result that a defect of this program kept from being judged. */
export const NOT_JUDGED = 'result-not-judged';

type Where = {
  /** The submission's path. */
  path: string;
  /** Keeps the stack in the log of the job. */
  warn(text: string): void;
};

/** What to throw, or to tell, of one result where something failed that nobody foresaw. */
export const notJudged = (path: string, thrown: unknown): Fault =>
  internalFault(`${quoted(path)} could not be judged: ${quoted(messageOf(thrown))}.`, {
    code: NOT_JUDGED,
    mend: 'This is a defect of the program; the others were judged all the same. Report it with the log of the run.',
    cause: thrown,
  });

/**
 * The failure of one result alone, where what was thrown is its evidence's doing: what one stranger packs takes nothing from others.
 * @throws what was thrown, where it is the operator's: GitHub, the disk or the results repository, which a rerun may find mended
 */
export function failureOfOne(thrown: unknown, { path, warn }: Where): Failure {
  if (thrown instanceof Fault && thrown.kind === 'input') return failureOf(thrown);
  if (thrown instanceof Fault && thrown.kind === 'operator') throw thrown;
  warn(`${path}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  return failureOf(notJudged(path, thrown));
}
