import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import { type Git, gitFailed } from './git.ts';
import { waitForLock } from './locks.ts';

/** What this program alone writes. Everything else in a work tree belongs to people and is left as it is. */
const OWNED = ['results', 'ledger', 'leaderboard', 'README.md'] as const;

/** Tries before a work tree that others keep changing is left to them. */
const TRIES = 20;

/**
 * Brings index and files up to the head, for the owned paths and those given. Safe beside other processes doing the same: each goes on
 * until what it sees is what the newest head says.
 */
export async function bringUp(git: Git, alsoPaths: readonly string[]): Promise<void> {
  const others = alsoPaths.filter((path) => !OWNED.some((owned) => path === owned || path.startsWith(`${owned}/`)));
  await waitForLock(git, async () => {
    for (let left = TRIES; left > 0; left -= 1) {
      const head = await git.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
      if (head.status !== 0) return;
      const commit = head.stdout.toString('utf8').trim();
      const stale = await stalePaths(git, commit, [...OWNED, ...others]);
      if (stale.length === 0) return;
      await restore(git, commit, stale);
    }
    // Others commit faster than files are written: the last of them leaves the work tree as its commit says.
  });
}

/** Paths whose index entry or file differs from the commit's. */
async function stalePaths(git: Git, commit: string, paths: readonly string[]): Promise<string[]> {
  const diff = (args: readonly string[]) => git.text(['diff-index', '-z', '--name-only', ...args, commit, '--', ...paths]);
  const [index, files] = [await diff(['--cached']), await diff([])];
  return [...new Set(`${index}${files}`.split('\0'))].filter((path) => path !== '');
}

async function restore(git: Git, commit: string, paths: readonly string[]): Promise<void> {
  const args = ['restore', `--source=${commit}`, '--staged', '--worktree', '--no-overlay', '--pathspec-from-file=-', '--pathspec-file-nul'];
  const answer = await git.ask(args, { input: paths.join('\0') });
  if (answer.status === 0) return;
  // Another process has brought the path up between our look and our hand: the next look tells.
  if (answer.stderr.includes('did not match any file')) return;
  throw gitFailed(git.folder, args, answer);
}

/**
 * Waits until nobody holds the index, so that a lock of a dead process is told before a commit and not after it.
 * @throws Fault of the operator, code git-locked
 */
export async function awaitIndex(git: Git, gitFolder: string): Promise<void> {
  const lock = join(gitFolder, 'index.lock');
  await waitForLock(git, async () => {
    const free = await access(lock).then(
      () => false,
      () => true,
    );
    if (!free) throw operatorFault(`Unable to create '${lock}': File exists.`, { code: 'git-failed' });
  });
}
