import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who has the turn tells so this often, in milliseconds. */
const SIGN_OF_LIFE_MILLISECONDS = 2000;

/** Who has given no sign of life for so long has the turn no more. */
const SILENCE_MILLISECONDS = 15_000;

/** After this long one goes without a turn: nothing but time is lost by that. */
const PATIENCE_MILLISECONDS = 600_000;

/**
 * Waits for the turn among the processes that publish to one repository. It is advice: the compare-and-swap on the branch decides who
 * publishes, with a turn or without, and a turn that two have at once costs one of them another try.
 * @param workshop a folder below the git folder
 */
export async function turnIn(workshop: string): Promise<AsyncDisposable> {
  const file = join(workshop, 'turn');
  const holder = `${process.pid} ${hostname()} ${randomBytes(8).toString('hex')}`;
  await mkdir(workshop, { recursive: true });
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await take(file, holder))) {
    if (performance.now() > end) return { [Symbol.asyncDispose]: async () => {} };
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await pause(20 + 40 * Math.random());
  }
  const sign = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), SIGN_OF_LIFE_MILLISECONDS).unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(sign);
      if ((await holderOf(file)) === holder) await rm(file, { force: true });
    },
  };
}

async function take(file: string, holder: string): Promise<boolean> {
  try {
    await writeFile(file, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const holderOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** Whether who has the turn is dead, as far as this machine can tell, or silent. */
async function isAbandoned(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (found === null) return false;
  if (Date.now() - found.mtimeMs > SILENCE_MILLISECONDS) return true;
  const [id = '', host] = (await holderOf(file)).split(' ');
  return host === hostname() && !isRunning(Number(id));
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
