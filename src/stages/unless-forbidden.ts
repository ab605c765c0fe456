import { Fault } from '../domain/errors.ts';

/**
 * Writes something on GitHub; what was found or done counts though it may not be told where it should be, and the job summary holds it.
 * @param warn learns why it could not be written
 * @throws whatever act throws, but for the fault github-forbidden
 */
export async function unlessForbidden(act: () => Promise<void>, warn: (text: string) => void): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== 'github-forbidden') throw thrown;
    warn(`${thrown.message} ${thrown.mend ?? ''} The job summary holds the outcome.`);
  }
}
