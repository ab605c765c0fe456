import { Worker } from 'node:worker_threads';

/** A call that takes longer than this, in seconds, will not come back: drivers hang where a GPU has failed. */
const LONGEST_CALL_SECONDS = 8;
/** As above, while the library is opened: without persistence mode the driver wakes every GPU then. */
const LONGEST_OPENING_SECONDS = 30;

/** Exit code of a fault of the environment. */
const EXIT_CODE = 2;

const MESSAGE = `error[nvml-hang]: The NVIDIA driver does not answer. No figure was made.
  help: Look into the kernel log for Xid messages (dmesg), then reset the GPU or restart the machine.
`;

/**
 * Runs on a thread of its own, for a call that hangs holds the main thread with all its timers. Counts its own waking-ups
 * and no time, so that a machine that was asleep is not blamed. The process ends by C's _exit: every gentler way needs
 * the main thread. The backend ends as its input closes. koffi is loaded when it is needed alone: a thread that is ended
 * while it loads an addon takes the process along.
 */
const WATCH = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const calls = new Int32Array(workerData.shared);
for (let last = 0, waited = 0; ; ) {
  Atomics.wait(calls, 1, 0, 1000);
  const now = Atomics.load(calls, 0);
  waited = now === last && now % 2 === 1 ? waited + 1 : 0;
  last = now;
  if (waited < Atomics.load(calls, 2)) continue;
  try {
    writeSync(2, workerData.message);
  } finally {
    require(workerData.koffiFile).load(null).func('_exit', 'void', ['int'])(workerData.exitCode);
  }
}
`;

export type Watchdog = {
  /** Gives the same call, watched. */
  watch<Arguments extends unknown[], Answer>(call: (...args: Arguments) => Answer): (...args: Arguments) => Answer;
  /** From here on a call may take 8 s and no longer 30. */
  opened(): void;
  stop(): void;
};

/** Starts the watch over calls into a C library that may never return: then the process ends with a message and exit code 2. */
export function startWatchdog(koffiFile: string): Watchdog {
  // Place 0 counts up at the begin and at the end of every call, and so is odd during one; place 1 is only slept on;
  // place 2 has the seconds that a call may take.
  const shared = new SharedArrayBuffer(12);
  const calls = new Int32Array(shared);
  calls[2] = LONGEST_OPENING_SECONDS;
  const worker = new Worker(WATCH, {
    eval: true,
    workerData: { shared, koffiFile, message: MESSAGE, exitCode: EXIT_CODE },
  });
  worker.unref();
  return {
    watch:
      (call) =>
      (...args) => {
        Atomics.add(calls, 0, 1);
        try {
          return call(...args);
        } finally {
          Atomics.add(calls, 0, 1);
        }
      },
    opened: () => void Atomics.store(calls, 2, LONGEST_CALL_SECONDS),
    stop: () => void worker.terminate(),
  };
}
