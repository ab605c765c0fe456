import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of the examples under a policy that takes a second instead of ten. */
export type QuickExamples = {
  root: string;
  /** Path of an example's submission. */
  submission(model: string, task?: string): string;
  /** A path beside the root, for repositories and output. */
  beside(name: string): string;
  [Symbol.asyncDispose](): Promise<void>;
};

const QUICK = { runs: 2, minimumPhaseSeconds: 0.25, warmUpMaximumSeconds: 0.2 };

export async function quickExamples(): Promise<QuickExamples> {
  const folder = await mkdtemp(join(tmpdir(), 'quick-examples-'));
  const root = join(folder, 'examples');
  await cp('examples', root, { recursive: true });
  const policyFile = join(root, 'policy.yaml');
  let policy = await readFile(policyFile, 'utf8');
  for (const [field, value] of Object.entries(QUICK)) {
    const line = new RegExp(`^(  ${field}: ).*$`, 'm');
    if (!line.test(policy)) throw new Error(`examples/policy.yaml has no ${field} to quicken`);
    policy = policy.replace(line, `$1${value}`);
  }
  await writeFile(policyFile, policy);
  // Backends start in a scratch folder of their own: here it lies where processesIn finds them.
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = join(root, 'tmp');
  await mkdir(process.env.TMPDIR);
  return {
    root,
    submission: (model, task = 'text-generation') => join(root, 'submissions/ai-energy-score-examples', model, `${task}.yaml`),
    beside: (name) => join(folder, name),
    async [Symbol.asyncDispose]() {
      if (temporary === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = temporary;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

const CLI = resolve('src/fronts/cli.ts');

/** Starts the command line from its sources. */
export function startCli(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    printed.stderr += text;
  });
  const ended = new Promise<Ended>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => done({ code, signal, ...printed }));
  });
  return { child, ended, printed };
}

/** Runs the command line to its end. */
export const runCli = (args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> =>
  startCli(args, options).ended;

/** Processes (Linux) that run in a folder or below it: backends start in a scratch folder below it. */
export async function processesIn(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const cwd = await readlink(`/proc/${entry}/cwd`).catch(() => '');
    if (cwd.startsWith(folder)) found.push(Number(entry));
  }
  return found;
}
