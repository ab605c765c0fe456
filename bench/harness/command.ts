import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/**
 * Runs a command to its end.
 * @param meet is given the process before anything is read of it
 * @returns wall time in seconds
 * @throws Error with the end of what it said, where it fails
 */
export async function timed(
  [command, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  meet: (child: ChildProcessWithoutNullStreams) => void = () => {},
): Promise<number> {
  const start = performance.now();
  const child = spawn(command, args, { env });
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk).slice(-8000);
  };
  child.stderr.on('data', keep);
  child.stdout.on('data', keep);
  // A program that ends early leaves nobody to read.
  child.stdin.on('error', () => {});
  meet(child);
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${said}`);
  return (performance.now() - start) / 1000;
}
