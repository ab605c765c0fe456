import { Fault } from '../errors.ts';

/** Why there is no result, in words that may be anybody's: code, one sentence, and what to do. */
export type Failure = {
  code: string;
  message: string;
  mend: string;
  /** A line to copy that does it; absent where there is none. */
  command?: string;
};

/** A fault in the words of a failure. */
export const failureOf = ({ code, message, mend }: Fault): Failure => ({ code, message, mend: mend ?? '' });

/** The failure behind what was thrown. @throws what was thrown, where it is no fault of the input */
export function inputFailure(thrown: unknown): Failure {
  if (thrown instanceof Fault && thrown.kind === 'input') return failureOf(thrown);
  throw thrown;
}

const CODE = /^[a-z][a-z0-9-]{0,79}$/;

/** What a run that failed says of itself, as JSON; a text that says nothing that can be read is a failure too. */
export function failureFrom(text: string): Failure {
  const { code, message, mend } = told(text);
  if (typeof message !== 'string' || message.trim() === '') {
    return {
      code: 'failure-unreadable',
      message: 'The run gave no result, and what it says of the failure cannot be read.',
      mend: 'See the log of the run.',
    };
  }
  return { code: typeof code === 'string' && CODE.test(code) ? code : 'failed', message, mend: typeof mend === 'string' ? mend : '' };
}

function told(text: string): Partial<Record<keyof Failure, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // The failure says so.
  }
}
