import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { messageOf, operatorFault } from '../../domain/errors.ts';

/** What is used of koffi: opening a C library and describing its functions. */
export type Koffi = Pick<typeof import('koffi'), 'load'>;

/**
 * Loads koffi, which calls C libraries from JavaScript. A bundle brings koffi's native files of its own
 * (koffi-<system>-<processor>.node beside it), for an action has no node_modules; the sources, and bundles on other
 * platforms, take the installed package.
 * @returns koffi, and the file that it was loaded from
 * @throws Fault of the operator, code nvml-binding, where neither can be loaded
 */
export function loadKoffi(here: string = import.meta.url): { koffi: Koffi; file: string } {
  const require = createRequire(here);
  const shipped = fileURLToPath(new URL(`./koffi-${process.platform}-${process.arch}.node`, here));
  try {
    // The native file alone: koffi's own JavaScript only looks for it and adds what was deprecated.
    const file = existsSync(shipped) ? shipped : require.resolve('koffi');
    return { koffi: require(file) as Koffi, file };
  } catch (cause) {
    throw operatorFault(`The native part of koffi cannot be loaded on ${process.platform} ${process.arch}: ${messageOf(cause)}.`, {
      code: 'nvml-binding',
      mend: 'Use Linux with glibc on x64 or arm64, or run: npm install koffi',
      cause,
    });
  }
}
