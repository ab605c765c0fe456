import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A change of the work tree that a process has begun: the files below may stand as they were in any commit since `old`, until
 * the process, or the next one that writes, has brought them up to the head.
 */
export type Unfinished = {
  /** The commit before, or null for the first. */
  old: string | null;
  new: string;
  paths: readonly string[];
};

/** A process that died this long ago has no git left that could still move the branch. */
const ABANDONED_MILLISECONDS = 600_000;

const folderOf = (workshop: string): string => join(workshop, 'unfinished');

/** Writes down what is about to change, before anything does. Gives the function that takes it back once it is done. */
export async function announce(workshop: string, work: Unfinished): Promise<() => Promise<void>> {
  const folder = folderOf(workshop);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${randomBytes(8).toString('hex')}.json`);
  const handle = await open(`${file}.new`, 'w');
  try {
    await handle.writeFile(JSON.stringify(work));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  return () => rm(file, { force: true });
}

/** What other processes have begun, whether they live or not. A note that cannot be read vouches for nothing. */
export async function readUnfinished(workshop: string): Promise<Unfinished[]> {
  const folder = folderOf(workshop);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return texts.flatMap((text) => workIn(text) ?? []);
}

/** Forgets what was begun long ago; only for a work tree that was found to be what the head says. */
export async function forgetAbandoned(workshop: string): Promise<void> {
  const folder = folderOf(workshop);
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_MILLISECONDS) await rm(join(folder, name), { force: true });
  }
}

function workIn(text: string): Unfinished | null {
  try {
    const work: Partial<Unfinished> | null = JSON.parse(text);
    if (!isCommit(work?.new) || !(work.old === null || isCommit(work.old))) return null;
    if (!Array.isArray(work.paths) || !work.paths.every((path) => typeof path === 'string')) return null;
    return { old: work.old, new: work.new, paths: work.paths };
  } catch {
    return null;
  }
}

const isCommit = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
