import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Fault, internalFault, operatorFault } from '../domain/errors.ts';
import type { BackendMessage, RunnerMessage } from '../ports/backend.ts';
import type { SandboxedCommand } from '../ports/sandbox.ts';
import { type BoundsWatch, watchBounds } from './bounds-watch.ts';
import { type Life, lifeOf, within } from './child-life.ts';
import { endLeftovers, RUN_VARIABLE } from './leftovers.ts';
import { messageQueue } from './message-queue.ts';
import { parseBackendMessage } from './messages.ts';
import { type CappedLog, cappedLog, readLines } from './output.ts';

/** A backend's process, spoken to by the protocol of ports/backend.ts. */
export type BackendProcess = {
  /** The program that does the work, also where a sandbox started it. */
  readonly pid: number;
  send(message: RunnerMessage): void;
  /**
   * The next message. @throws Fault when the backend reports an error, ends, sends something else than the protocol,
   * floods its output, takes more than its bounds, or the deadline has passed.
   */
  next(): Promise<BackendMessage>;
  /**
   * Asks the process to end, then kills it and all its children, wherever they have gone. May be called twice.
   * @throws Fault of the operator where a process stays or the log cannot be written
   */
  stop(): Promise<void>;
};

export type BackendCommand = Pick<SandboxedCommand, 'command' | 'args' | 'environment' | 'folder'> &
  Partial<Pick<SandboxedCommand, 'watch' | 'programPid' | 'cleanUp'>> & {
    /** File that takes what the process writes to standard error, up to a limit. */
    logFile: string;
    /** Longest life of the process, in seconds. */
    deadlineSeconds: number;
    signal: AbortSignal;
  };

/** Messages that may wait to be read: a backend that floods is ended. */
const QUEUE_LENGTH = 10_000;
/** How long a backend may take to end by itself, in milliseconds. */
const GRACE_MILLISECONDS = 2_000;
/** The longest time that a timer can wait. */
const TIMER_MILLISECONDS = 2 ** 31 - 1;

/**
 * Starts a backend in a process group of its own.
 * @throws Fault of the operator, code backend-not-started, where the command cannot be run
 */
export async function startBackend(command: BackendCommand): Promise<BackendProcess> {
  command.signal.throwIfAborted();
  const mark = randomBytes(16).toString('hex');
  const child = spawn(command.command, command.args, {
    cwd: command.folder,
    env: { ...command.environment, [RUN_VARIABLE]: mark },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const life = lifeOf(child);
  const queue = messageQueue(QUEUE_LENGTH);
  const end = (reason: unknown) => {
    queue.fail(reason);
    life.kill();
    child.stdout.destroy();
  };
  const log = cappedLog(command.logFile, (fault) => {
    end(fault);
    child.stderr.destroy();
  });
  child.stderr.on('data', log.write);
  child.stdin.on('error', () => {}); // A backend that has ended closes its input; next() tells.
  readLines(
    child.stdout,
    (line) => {
      try {
        if (!queue.push(parseBackendMessage(line))) end(internalFault('The backend floods its output.', { code: 'backend-flood' }));
      } catch (error) {
        end(error);
      }
    },
    end,
  );
  void life.ended.then(({ code, signal }) => queue.fail(endFault(code, signal, log.lastWords())));
  const onAbort = () => end(command.signal.reason);
  command.signal.addEventListener('abort', onAbort, { once: true });
  const deadline = setTimeout(
    () => end(deadlineFault(command.deadlineSeconds)),
    Math.min(command.deadlineSeconds * 1000, TIMER_MILLISECONDS),
  );
  let watch: BoundsWatch | null = null;
  const quiet = () => {
    clearTimeout(deadline);
    command.signal.removeEventListener('abort', onAbort);
    watch?.stop();
  };
  const clear = async () => {
    quiet();
    await clearAway({ life, log, command, mark, seen: watch?.seen ?? new Map() });
  };
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    if (life.alive()) child.stdin.end(`${JSON.stringify({ type: 'shutdown' })}\n`);
    quiet();
    await within(life.exited, GRACE_MILLISECONDS);
    await clear();
  };
  const stopOnce = () => {
    stopping ??= stop();
    return stopping;
  };
  let pid: number;
  try {
    const started = await life.started;
    if (command.watch != null) watch = watchBounds(started, command.watch, end);
    pid = (await command.programPid?.(started)) ?? started;
  } catch (error) {
    stopping = clear();
    await stopping;
    throw error;
  }
  return {
    pid,
    send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    next: async () => {
      const message = await queue.next();
      if (message.type !== 'error') return message;
      throw new Fault(message.kind, message.message, { code: message.code, ...(message.mend === null ? {} : { mend: message.mend }) });
    },
    stop: stopOnce,
  };
}

type Remains = { life: Life; log: CappedLog; command: BackendCommand; mark: string; seen: ReadonlyMap<number, string> };

async function clearAway({ life, log, command, mark, seen }: Remains): Promise<void> {
  try {
    life.kill();
    if (life.alive()) await life.exited;
    await command.cleanUp?.();
  } finally {
    try {
      await endLeftovers(mark, seen);
    } finally {
      await life.hangUp();
      await log.close();
    }
  }
}

const deadlineFault = (seconds: number): Fault =>
  operatorFault(`The backend took longer than ${seconds} s.`, {
    code: 'backend-deadline',
    mend: "Raise run.deadlineSeconds in the policy, or see the bundle's log.txt for what it was doing.",
  });

function endFault(code: number | null, signal: NodeJS.Signals | null, lastWords: string): Fault {
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return operatorFault(`The backend ended ${how} before it was done.`, {
    code: 'backend-ended',
    mend: `${lastWords === '' ? 'It said nothing.' : `Its last words: ${lastWords}`}\nA SIGKILL that nobody sent is most often a lack of memory.`,
  });
}
