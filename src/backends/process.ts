import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Fault, internalFault, messageOf, operatorFault } from '../domain/errors.ts';
import type { BackendMessage, RunnerMessage } from '../ports/backend.ts';
import { parseBackendMessage } from './messages.ts';

/** A backend's process, spoken to by the protocol of ports/backend.ts. */
export type BackendProcess = {
  readonly pid: number;
  send(message: RunnerMessage): void;
  /**
   * The next message. @throws Fault when the backend reports an error, ends, sends something else than the protocol,
   * or the deadline has passed.
   */
  next(): Promise<BackendMessage>;
  /** Asks the process to end, then kills it and all its children. May be called twice. */
  stop(): Promise<void>;
};

export type BackendCommand = {
  command: string;
  args: readonly string[];
  environment: Record<string, string>;
  /** Folder the process starts in. */
  folder: string;
  /** File that takes what the process writes to standard error, up to a limit. */
  logFile: string;
  /** Longest life of the process, in seconds. */
  deadlineSeconds: number;
  signal: AbortSignal;
};

const LOG_BYTES = 10 * 1024 * 1024;
const LINE_BYTES = 1024 * 1024;
/** Messages that may wait to be read: a backend that floods is ended. */
const QUEUE_LENGTH = 10_000;
/** How long a backend may take to end by itself, in milliseconds. */
const GRACE_MILLISECONDS = 2_000;

/** Starts a backend in a process group of its own. */
export async function startBackend(command: BackendCommand): Promise<BackendProcess> {
  command.signal.throwIfAborted();
  const child = spawn(command.command, command.args, {
    cwd: command.folder,
    env: command.environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const queue = messageQueue();
  const log = cappedLog(command.logFile);
  child.stderr.on('data', log.write);
  readLines(child.stdout, (line) => {
    try {
      queue.push(parseBackendMessage(line));
    } catch (error) {
      queue.fail(error);
      kill('SIGKILL');
    }
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('close', (code, signal) => queue.fail(endFault(code, signal, log.lastWords())));
  child.stdin.on('error', () => {}); // A backend that has ended closes its input; next() tells.
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) =>
      reject(operatorFault(`The backend cannot be started: ${messageOf(error)}.`, { code: 'backend-not-started', cause: error })),
    );
  });
  const pid = child.pid;
  if (pid === undefined) throw internalFault('The backend has no process id.', { code: 'backend-without-pid' });

  function kill(signal: NodeJS.Signals): void {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // The group has ended already.
    }
  }
  const deadline = setTimeout(() => {
    queue.fail(
      operatorFault(`The backend took longer than ${command.deadlineSeconds} s.`, {
        code: 'backend-deadline',
        mend: "Raise run.deadlineSeconds in the policy, or see the bundle's log.txt for what it was doing.",
      }),
    );
    kill('SIGKILL');
  }, command.deadlineSeconds * 1000);
  const onAbort = () => {
    queue.fail(command.signal.reason);
    kill('SIGKILL');
  };
  command.signal.addEventListener('abort', onAbort, { once: true });

  let stopping: Promise<void> | null = null;
  const stop = async () => {
    clearTimeout(deadline);
    command.signal.removeEventListener('abort', onAbort);
    if (child.exitCode === null && child.signalCode === null) child.stdin.end(`${JSON.stringify({ type: 'shutdown' })}\n`);
    const grace = setTimeout(() => kill('SIGKILL'), GRACE_MILLISECONDS);
    await ended;
    clearTimeout(grace);
    kill('SIGKILL'); // Whatever the backend started in its group ends with it.
    await log.close();
  };
  return {
    pid,
    send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    next: async () => {
      const message = await queue.next();
      if (message.type !== 'error') return message;
      throw new Fault(message.kind, message.message, { code: message.code, ...(message.mend === null ? {} : { mend: message.mend }) });
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function endFault(code: number | null, signal: NodeJS.Signals | null, lastWords: string): Fault {
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return operatorFault(`The backend ended ${how} before it was done.`, {
    code: 'backend-ended',
    mend: `${lastWords === '' ? 'It said nothing.' : `Its last words: ${lastWords}`}\nA SIGKILL that nobody sent is most often a lack of memory.`,
  });
}

type MessageQueue = { push(message: BackendMessage): void; fail(reason: unknown): void; next(): Promise<BackendMessage> };

function messageQueue(): MessageQueue {
  const messages: BackendMessage[] = [];
  let failure: { reason: unknown } | null = null;
  let wake: (() => void) | null = null;
  const ring = () => {
    wake?.();
    wake = null;
  };
  return {
    push(message) {
      if (messages.length >= QUEUE_LENGTH)
        failure ??= { reason: internalFault('The backend floods its output.', { code: 'backend-flood' }) };
      else messages.push(message);
      ring();
    },
    fail(reason) {
      failure ??= { reason };
      ring();
    },
    async next() {
      while (messages.length === 0) {
        if (failure !== null) throw failure.reason;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const message = messages.shift();
      if (message === undefined) throw internalFault('The message queue is empty.', { code: 'queue-empty' });
      return message;
    },
  };
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(line);
    if (rest.length > LINE_BYTES) {
      rest = '';
      onLine('a line without end');
    }
  });
}

/** How much of a backend's last words a message repeats, in bytes. */
const LAST_WORDS_BYTES = 600;

function cappedLog(file: string): { write(chunk: Buffer): void; lastWords(): string; close(): Promise<void> } {
  const stream = createWriteStream(file);
  let failure: unknown = null;
  stream.on('error', (error) => {
    failure = error;
  });
  let left = LOG_BYTES;
  let tail = Buffer.alloc(0);
  return {
    write(chunk) {
      tail = Buffer.concat([tail, chunk]).subarray(-LAST_WORDS_BYTES);
      if (left <= 0 || failure !== null) return;
      stream.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) stream.write('\n[the log ends here: it reached its limit]\n');
    },
    lastWords: () => tail.toString('utf8').trim(),
    async close() {
      stream.end();
      await finished(stream).catch((error: unknown) => {
        throw operatorFault(`The backend's log cannot be written: ${messageOf(error)}.`, { code: 'log-not-written', cause: error });
      });
    },
  };
}
