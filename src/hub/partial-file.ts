import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pauseFor, type Wait } from './patient-fetch.ts';

/** A partial that nobody has written to for so long has no writer, whatever its name says, in milliseconds. */
const ABANDONED_MILLISECONDS = 600_000;

/** How often a process looks whether another has finished, in milliseconds. */
const LOOK_MILLISECONDS = 1000;

/** Ending of partial downloads, the same as in the cache of the Hub's Python library. */
const ENDING = '.incomplete';

/** A partial download that this process alone writes to. */
export type OwnPartial = {
  file: string;
  /** Leaves it to be continued, under the name that anybody may take. */
  release(): Promise<void>;
  discard(): Promise<void>;
};

export type PartialPlace = { blobsFolder: string; digest: string; wait: Wait; signal: AbortSignal | undefined };

/**
 * Takes the partial download of a digest for this process. Its name tells the writer: <digest>.<host>.<process>.<random>
 * while somebody writes, <digest> alone where nobody does. Taking is renaming, which only one process can do.
 * @returns null where another process has completed the file meanwhile
 */
export async function takePartial(place: PartialPlace): Promise<OwnPartial | null> {
  const { blobsFolder, digest, wait, signal } = place;
  const own = join(blobsFolder, `${digest}.${host()}.${process.pid}.${randomBytes(4).toString('hex')}${ENDING}`);
  for (;;) {
    if (await exists(join(blobsFolder, digest))) return null;
    const others = await partialsOf(blobsFolder, digest);
    for (const name of others) {
      if ((await isFree(blobsFolder, name)) && (await renamed(join(blobsFolder, name), own))) return partial(own, place);
    }
    const writers = await Promise.all(others.map((name) => exists(join(blobsFolder, name))));
    if (!writers.includes(true)) {
      await writeFile(own, '', { flag: 'wx' });
      return partial(own, place);
    }
    await pauseFor(wait, LOOK_MILLISECONDS, signal);
  }
}

/** Removes what was left of a download that is whole now, as far as nobody writes to it. */
export async function sweepPartials(blobsFolder: string, digest: string): Promise<void> {
  for (const name of await partialsOf(blobsFolder, digest)) {
    if (await isFree(blobsFolder, name)) await rm(join(blobsFolder, name), { force: true });
  }
}

async function partialsOf(blobsFolder: string, digest: string): Promise<string[]> {
  return (await readdir(blobsFolder)).filter((name) => name.startsWith(`${digest}.`) && name.endsWith(ENDING));
}

/** Bytes that lie there of a download that somebody may continue. */
export async function partialBytes(blobsFolder: string, digest: string): Promise<number> {
  const size = (await stat(join(blobsFolder, `${digest}${ENDING}`)).catch(() => null))?.size;
  return size ?? 0;
}

function partial(file: string, { blobsFolder, digest }: PartialPlace): OwnPartial {
  return {
    file,
    release: async () => void (await renamed(file, join(blobsFolder, `${digest}${ENDING}`))),
    discard: () => rm(file, { force: true }),
  };
}

/** Whether nobody writes to a partial: it has no writer's name, or its writer has ended. */
async function isFree(folder: string, name: string): Promise<boolean> {
  const [, writerHost, writer] = name.slice(0, -ENDING.length).split('.');
  if (writerHost === undefined) return true;
  const changed = (await stat(join(folder, name)).catch(() => null))?.mtimeMs;
  if (changed === undefined) return false;
  return Date.now() - changed > ABANDONED_MILLISECONDS || (writerHost === host() && !isAlive(Number(writer)));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it lives, and is somebody else's.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** This machine's name without the dots that part the names of partials. */
const host = (): string => hostname().replace(/[^A-Za-z0-9-]/g, '-');

/** Renames, unless another process has been faster. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
