import { execFile } from 'node:child_process';

/** What a short command did. */
export type Ran = { ok: boolean; output: string /** Why it failed, as far as it said. */; complaint: string };

/**
 * Runs a short command without input. It never throws: a command that cannot be found, takes too long or fails says so.
 * @param milliseconds after which it is killed
 */
export function runQuietly(
  command: string,
  args: readonly string[],
  { environment, milliseconds }: { environment: Readonly<Record<string, string>>; milliseconds: number },
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { env: { ...environment }, timeout: milliseconds, killSignal: 'SIGKILL', encoding: 'utf8' } as const;
    const child = execFile(command, [...args], options, (error, stdout, stderr) => {
      const late = error?.killed === true ? `no answer within ${milliseconds / 1000} s` : null;
      const complaint = late ?? (stderr.trim().slice(-600) || (error?.message ?? ''));
      resolve({ ok: error === null, output: stdout, complaint: error === null ? '' : complaint });
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end();
  });
}

/** Variables that a tool of the operator may need to be found and to find its server. None of them reaches the model. */
export function toolEnvironment(environment: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])));
}
