import { fileURLToPath } from 'node:url';
import type { BackendCommand } from './process.ts';

/** Variables of this process's environment that a backend gets to see. No token, no home folder. */
const PASSED_ON = ['PATH', 'TMPDIR', 'LANG', 'LC_ALL', 'OMP_NUM_THREADS', 'AI_ENERGY_SCORE_MODULES'] as const;

/** How to start the embedded backend: the same Node.js, from the sources or from dist/, wherever this code lies. */
export function embeddedCommand(): Pick<BackendCommand, 'command' | 'args' | 'environment'> {
  const here = import.meta.url;
  const program = here.endsWith('.ts') ? new URL('./embedded/main.ts', here) : new URL('./embedded-backend.js', here);
  return { command: process.execPath, args: ['--no-warnings', fileURLToPath(program)], environment: allowedEnvironment(process.env) };
}

/** The part of an environment that a backend gets to see. */
export function allowedEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(PASSED_ON.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])));
}
