import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { operatorFault } from '../domain/errors.ts';

/** A benchmark's hold on its checkpoint; nobody else writes there until it is released. */
export type CheckpointLock = { release(): Promise<void> };

/** Who holds a lock. */
type Holder = {
  pid: number;
  /** When the process started, in the kernel's ticks, so that a later process with the same id is told apart; null where that is not told. */
  started: string | null;
  /** Where process ids mean the same: machine, boot, PID namespace. */
  place: string;
  token: string;
  /** Its last sign of life, UTC. */
  aliveAt: string;
};

export type LockOptions = {
  /** Time between two signs of life. */
  beatMilliseconds: number;
  /** A holder at another place that has given no sign of life for so long is taken to be lost. */
  lostMilliseconds: number;
};

const USUAL: LockOptions = { beatMilliseconds: 30_000, lostMilliseconds: 180_000 };

/**
 * Takes the lock of a checkpoint folder: the file beside it, named as it with .lock. The lock of a process that has ended is
 * taken over; that of a process at another place (a container or a machine that shares the folder) once it is silent.
 * @throws Fault of the operator, code checkpoint-in-use, naming who holds it; what the file system says where the file cannot be made
 */
export async function lockCheckpoint(folder: string, options: LockOptions = USUAL): Promise<CheckpointLock> {
  const file = `${folder}.lock`;
  const own = { pid: process.pid, started: startOf(process.pid), place: placeOfProcess(), token: randomUUID() };
  const text = () => `${JSON.stringify({ ...own, aliveAt: new Date().toISOString() } satisfies Holder)}\n`;
  while (!(await created(file, text()))) {
    const found = await holderOf(file);
    if (found === 'none') continue;
    if (found === 'unreadable' ? !(await isOld(file, options)) : isAlive(found, own.place, options)) throw inUse(file, found);
    await takeAway(file, found);
  }
  let renewed = Promise.resolve();
  const beat = setInterval(() => {
    renewed = renewed.then(() => renew(file, own.token, text()));
  }, options.beatMilliseconds);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await renewed;
      if (tokenOf(await holderOf(file)) === own.token) await rm(file, { force: true });
    },
  };
}

/** Makes the file with its whole text in one step, unless there is one: whoever is killed here leaves no lock without a name in it. */
async function created(file: string, text: string): Promise<boolean> {
  const whole = `${file}.${randomUUID().slice(0, 8)}`;
  try {
    await writeFile(whole, text);
    await link(whole, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(whole, { force: true });
  }
}

async function holderOf(file: string): Promise<Holder | 'none' | 'unreadable'> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => (cause.code === 'ENOENT' ? null : ''));
  if (text === null) return 'none';
  try {
    const { pid, started, place, token, aliveAt } = JSON.parse(text) as Record<keyof Holder, unknown>;
    const isWhole = typeof pid === 'number' && typeof place === 'string' && typeof token === 'string' && typeof aliveAt === 'string';
    return isWhole ? { pid, started: typeof started === 'string' ? started : null, place, token, aliveAt } : 'unreadable';
  } catch {
    return 'unreadable'; // It is being written, or its writer was killed in the middle.
  }
}

const tokenOf = (found: Holder | 'none' | 'unreadable'): string | null => (typeof found === 'string' ? null : found.token);

async function isOld(file: string, { lostMilliseconds }: LockOptions): Promise<boolean> {
  const stats = await stat(file).catch(() => null);
  return stats === null || Date.now() - stats.mtimeMs > lostMilliseconds;
}

function isAlive(holder: Holder, here: string, { lostMilliseconds }: LockOptions): boolean {
  if (holder.place !== here) return Date.now() - Date.parse(holder.aliveAt) <= lostMilliseconds;
  return runs(holder.pid) && (holder.started === null || startOf(holder.pid) === holder.started);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // It runs, as another user.
  }
}

/**
 * Takes a lost holder's file away. Where two do so at once, the slower one has the quicker one's new lock in hand:
 * it is put back.
 */
async function takeAway(file: string, lost: Holder | 'unreadable'): Promise<void> {
  const aside = `${file}.${randomUUID().slice(0, 8)}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false, // Somebody else was quicker.
  );
  if (!moved) return;
  const taken = tokenOf(await holderOf(aside));
  if (taken !== null && taken !== tokenOf(lost)) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

/** Gives a sign of life, unless the lock was taken over meanwhile. */
async function renew(file: string, token: string, text: string): Promise<void> {
  if (tokenOf(await holderOf(file)) !== token) return;
  // A sign that is not written counts as silence, which is what the others should see.
  await writeFile(`${file}.new`, text)
    .then(() => rename(`${file}.new`, file))
    .catch(() => {});
}

/** When a process started, field 22 of /proc/<pid>/stat; null where that is not told. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function placeOfProcess(): string {
  const told = (read: () => string) => {
    try {
      return read().trim();
    } catch {
      return ''; // Not a Linux: the machine's name has to do.
    }
  };
  const boot = told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  return [hostname(), boot, told(() => readlinkSync('/proc/self/ns/pid'))].filter((part) => part !== '').join(' ');
}

function inUse(file: string, found: Holder | 'unreadable') {
  const who =
    found === 'unreadable' ? 'somebody' : `process ${found.pid} on ${found.place.split(' ')[0]} (last sign of life ${found.aliveAt})`;
  return operatorFault(`Another benchmark of this submission writes to the same output folder: ${who} holds ${file}.`, {
    code: 'checkpoint-in-use',
    mend: 'Wait for it to end, or name another folder with --out. If it does not run any more, delete that file; nothing is lost.',
  });
}
