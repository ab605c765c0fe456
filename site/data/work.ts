/** Work that is done in steps of a few milliseconds, and at once as soon as somebody needs what it gives. */
export type Work<T> = { steps: Generator<undefined, T>; given: T | null };

export const workOf = <T>(steps: Generator<undefined, T>): Work<T> => ({ steps, given: null });

/** What it gives: whatever is left of it is done now. */
export function finished<T>(work: Work<T>): T {
  while (work.given === null) takeStep(work);
  return work.given;
}

/** The steps that are left. */
export function* stepsOf<T>(work: Work<T>): Generator<undefined, void> {
  while (work.given === null) {
    takeStep(work);
    yield;
  }
}

function takeStep<T>(work: Work<T>): void {
  const step = work.steps.next();
  if (step.done) work.given = step.value;
}
