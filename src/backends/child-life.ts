import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf, operatorFault } from '../domain/errors.ts';

/** How long the output of a process that has ended may stay open, in milliseconds: a child of it may hold it for ever. */
const LAST_WORDS_MILLISECONDS = 500;

type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** The life of a child process and of the process group that it leads. */
export type Life = {
  /** Its process id. @throws Fault where it cannot be started */
  started: Promise<number>;
  /** It is gone; a child of it may still hold its output. */
  exited: Promise<void>;
  /** It is gone and all that it wrote has been read, but for what others would write in its name. */
  ended: Promise<Exit>;
  alive(): boolean;
  kill(): void;
  /** Stops listening to whoever still holds its output. */
  hangUp(): Promise<void>;
};

/** @param child leads a process group of its own and has just been spawned */
export function lifeOf(child: ChildProcessWithoutNullStreams): Life {
  const killGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exit = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => {
      killGroup(); // Whatever the backend started in its group ends with it.
      resolve({ code, signal });
    }),
  );
  const started = new Promise<number>((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid as number));
    child.once('error', (error) =>
      reject(operatorFault(`The backend cannot be started: ${messageOf(error)}.`, { code: 'backend-not-started', cause: error })),
    );
  });
  const alive = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    started,
    exited: exit.then(() => {}),
    ended: exit.then(async (how) => {
      await within(closed, LAST_WORDS_MILLISECONDS);
      return how;
    }),
    alive,
    kill: () => {
      if (alive()) killGroup();
    },
    async hangUp() {
      if (child.pid === undefined) return;
      await within(closed, LAST_WORDS_MILLISECONDS);
      child.stdout.destroy();
      child.stderr.destroy();
      await closed;
    },
  };
}

/** Waits for something, but no longer than this. */
export async function within(awaited: Promise<unknown>, milliseconds: number): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  await Promise.race([awaited, pause(milliseconds, undefined, { signal }).catch(() => {})]);
  controller.abort();
}
