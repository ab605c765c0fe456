import { setTimeout as wait } from 'node:timers/promises';
import { Fault, operatorFault } from '../domain/errors.ts';
import type { Git } from './git.ts';

/** Git's words for a lock that somebody else holds. */
const HELD = /Unable to create '([^']+\.lock)': File exists/;

/**
 * Does an action, again and again while another git holds a lock it needs.
 * @throws Fault of the operator, code git-locked, naming the lock file, when that takes too long
 */
export async function waitForLock<T>(git: Git, action: () => Promise<T>): Promise<T> {
  const end = Date.now() + git.lockPatienceMilliseconds;
  for (let pause = 5; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await action();
    } catch (thrown) {
      const lock = thrown instanceof Fault ? HELD.exec(thrown.message)?.[1] : undefined;
      if (lock === undefined) throw thrown;
      if (Date.now() > end) throw locked(git, lock, thrown);
    }
    await wait(pause * (0.5 + Math.random()));
  }
}

const locked = ({ folder, lockPatienceMilliseconds }: Git, lock: string, cause: unknown) =>
  operatorFault(`Another git process has held ${lock} for more than ${lockPatienceMilliseconds / 1000} seconds, or died holding it.`, {
    code: 'git-locked',
    mend: `If no git runs in ${folder}, delete that file and try again; nothing is lost.`,
    cause,
  });
