import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { messageOf } from '../../src/domain/errors.ts';

const run = promisify(execFile);

/** Makes sure that a program is there, with the packages of Debian that have it. Gives why it is not, or null. */
export async function installed(program: string, ...packages: string[]): Promise<string | null> {
  if (await isThere(program)) return null;
  if (process.getuid?.() !== 0) return `${program} is not installed, and only root can install it`;
  try {
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { maxBuffer: 1 << 26 });
    return null;
  } catch (error) {
    return `${program} cannot be installed: ${messageOf(error).slice(0, 300)}`;
  }
}

const isThere = (program: string): Promise<boolean> =>
  run('sh', ['-c', 'command -v "$0"', program]).then(
    () => true,
    () => false,
  );
