import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { messageOf } from '../../src/domain/errors.ts';
import { openBubblewrap } from '../../src/sandbox/bubblewrap.ts';
import { installed } from './debian.ts';

const run = promisify(execFile);

/** Why bubblewrap cannot be used here; null when it can. Installed where it is missing and this is root. */
export async function whyNoBubblewrap(): Promise<string | null> {
  const missing = await installed('bwrap', 'bubblewrap');
  if (missing !== null) return missing;
  return openBubblewrap().then(() => null, messageOf);
}

/** The command before another one that makes root an ordinary user. */
export const AS_ORDINARY_USER = { uid: 1000, prefix: ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups', '--'] };

/** Why an ordinary user cannot use bubblewrap here; null when it can. */
export async function whyNotForOrdinaryUsers(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'the tests do not run as root, so that the ordinary user is tried already';
  const [program = '', ...args] = [...AS_ORDINARY_USER.prefix, 'bwrap', '--unshare-user', '--dev-bind', '/', '/', 'true'];
  return run(program, args).then(() => null, messageOf);
}
