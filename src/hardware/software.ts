import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** git's version; null where no git answers. */
export async function gitVersion(): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['--version'], { timeout: 10_000 });
    return stdout.match(/\d+(?:\.\d+)+/)?.[0] ?? null;
  } catch {
    return null; // None that answers: the finding says so.
  }
}

/** Whether the machine shows RAPL counters, readable or not. */
export const raplPresent = (powercapFolder: string): boolean => existsSync(`${powercapFolder}/intel-rapl:0`);
