import { watch } from 'node:fs';

/** Inputs of a build: whatever else changes, the pages stay as they are. */
const INPUTS = /^(results|ledger|editions|bundles)([\\/]|$)|^policy\.yaml$/;

/** Changes come in bursts: one write makes several, and a publication writes several files. */
const QUIET_MILLISECONDS = 150;

/** Calls back when the inputs of a results repository have changed and nothing more has for a moment. One call at a time. */
export function watchInputs(folder: string, changed: () => Promise<void>): Disposable {
  let timer: NodeJS.Timeout | null = null;
  let running = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || !INPUTS.test(name)) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed);
    }, QUIET_MILLISECONDS);
  });
  return {
    [Symbol.dispose]: () => {
      if (timer !== null) clearTimeout(timer);
      watcher.close();
    },
  };
}
