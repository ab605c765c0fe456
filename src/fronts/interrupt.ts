import { operatorFault } from '../domain/errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that ends cleanly when the process is asked to end: the signal aborts the work, which stops its backend
 * and removes its half files. A second signal ends the process at once.
 */
export async function interruptible<Outcome>(work: (signal: AbortSignal) => Promise<Outcome>): Promise<Outcome> {
  const controller = new AbortController();
  const interrupt = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(operatorFault(`Interrupted by ${name}; no half result was left behind.`, { code: 'interrupted' }));
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
}
