import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';

/** What one git command said. */
export type GitAnswer = { status: number; stdout: Buffer; stderr: string };

/** Runs git in one folder. */
export type Git = {
  readonly folder: string;
  /** How long a lock of another git is waited for. Git holds its locks for milliseconds. */
  readonly lockPatienceMilliseconds: number;
  /** Standard output as text; anything but exit status 0 is a Fault of the operator, code git-failed. */
  text(args: readonly string[], options?: GitOptions): Promise<string>;
  /** The answer whatever the exit status. */
  ask(args: readonly string[], options?: GitOptions): Promise<GitAnswer>;
  /** A running git with open pipes, for reading: it ends when its standard input does. */
  open(args: readonly string[]): ChildProcess;
};

type GitOptions = {
  input?: string | Uint8Array;
  /** Extra environment, as in GIT_INDEX_FILE. */
  env?: Readonly<Record<string, string>>;
  /** When it is ended with everything that it has started; never where left out. Its status is -1 then. */
  timeoutMilliseconds?: number;
};

/** Whatever the machine's settings say: no hooks, no filters, no signing prompt, no watcher, no gc in the background. */
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.autocrlf=false',
  'core.attributesFile=/dev/null',
  'core.fsmonitor=false',
  'core.fsync=committed,reference',
  'commit.gpgSign=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.detachedHead=false',
  'advice.graftFileDeprecated=false',
].flatMap((setting) => ['-c', setting]);

/**
 * Git in a folder that is the top of its own work tree; a repository around the folder is never looked at.
 * Every command runs in a process group of its own: a signal to ours, even SIGKILL, lets it finish and remove its locks.
 */
export function gitIn(folder: string, lockPatienceMilliseconds = 15_000): Git {
  const at = resolve(folder);
  const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawn('git', [...SETTINGS, ...args], {
      cwd: at,
      env: { ...environment(), GIT_CEILING_DIRECTORIES: dirname(at), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });

  const ask = async (args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> => {
    const child = start(args, options.env);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A git that ends before it has read everything closes the pipe; its status and its words tell why.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const timer = options.timeoutMilliseconds === undefined ? undefined : setTimeout(endGroup, options.timeoutMilliseconds, child.pid);
    const [status] = await once(child, 'close')
      .catch((cause: unknown) => {
        throw noGit(at, cause);
      })
      .finally(() => clearTimeout(timer));
    return { status: typeof status === 'number' ? status : -1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') };
  };

  const text = async (args: readonly string[], options: GitOptions = {}): Promise<string> => {
    const answer = await ask(args, options);
    if (answer.status !== 0) throw gitFailed(at, args, answer);
    return answer.stdout.toString('utf8');
  };

  return { folder: at, lockPatienceMilliseconds, ask, text, open: (args) => start(args) };
}

/** Ends a git and its helpers, which are of its process group. */
function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** A git command that failed for a reason nobody foresaw. */
export const gitFailed = (folder: string, args: readonly string[], answer: Pick<GitAnswer, 'status' | 'stderr'>) =>
  operatorFault(`git ${args[0]} failed in ${folder} with status ${answer.status}: ${answer.stderr.trim() || 'it said nothing'}`, {
    code: 'git-failed',
    mend: 'Read what git says; `git status` and `git fsck` in that folder tell more.',
  });

const noGit = (folder: string, cause: unknown) =>
  operatorFault(`git could not be started in ${folder}.`, {
    code: 'git-missing',
    mend: 'Install git, and see that the folder exists.',
    cause,
  });

/**
 * The caller's environment without its GIT_ variables (a hook sets GIT_DIR and GIT_INDEX_FILE), in plain English, never asking
 * anything. Replacements and grafts, which show another history than the one that was pushed, play no part.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
  };
}
