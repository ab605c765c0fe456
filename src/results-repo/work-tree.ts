import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import type { Changes } from '../ports/results-store.ts';
import { type Git, gitFailed } from './git.ts';
import { waitForLock } from './locks.ts';
import { findBehind, findStale, isOwned, onDisk } from './stale.ts';
import { filesOf } from './trees.ts';
import { announce, forgetAbandoned, readUnfinished } from './unfinished.ts';

/** Tries before a work tree that others keep changing is left to them. */
const TRIES = 20;

/** Paths that a message names. */
const NAMED = 10;

export type WorkTree = {
  git: Git;
  /** Where this program keeps its notes, below the git folder. */
  workshop: string;
  head: () => Promise<string | null>;
};

/**
 * Brings the work tree's unfinished files up to the head: those that this program itself left, and no others.
 * @throws Fault of the operator, code work-tree-edited, where somebody has edited what publishing would write
 */
export async function settle(tree: WorkTree): Promise<void> {
  const finish: (() => Promise<void>)[] = [];
  const outcome = await rounds(tree, async (commit) => {
    const stale = await findStale(tree.git, commit, await readUnfinished(tree.workshop));
    // What was found holds for one head: with another, everything is looked at again.
    if ((await tree.head()) !== commit) return 'again';
    const edited = stale.foreign.filter(isOwned);
    if (edited.length > 0) throw workTreeEdited(tree.git.folder, edited);
    if (stale.ours.length === 0) return 'done';
    finish.push(await announce(tree.workshop, { old: commit, new: commit, paths: stale.ours }));
    await restore(tree.git, commit, stale.ours);
    return 'again';
  });
  if (outcome === 'unfinished') return;
  for (const one of finish) await one();
  await forgetAbandoned(tree.workshop);
}

/**
 * Brings given paths up to the head after a commit. Safe beside other processes doing the same: each goes on until what it sees is
 * what the newest head says. What somebody edits meanwhile is left to them.
 * @returns whether it came to an end; otherwise others commit faster than files are written, and the next who writes goes on
 */
export async function bringUp(tree: WorkTree, paths: readonly string[]): Promise<'done' | 'unfinished'> {
  return rounds(tree, async (commit) => {
    const behind = await findBehind(tree.git, commit, { paths, unfinished: await readUnfinished(tree.workshop) });
    const restored = behind.length === 0 ? 'restored' : await restore(tree.git, commit, behind);
    // Who writes an older version after this looks again, as here, and is the one to put the newest back.
    return restored === 'restored' && (await tree.head()) === commit ? 'done' : 'again';
  });
}

/** Rounds on the newest head until one says that it is done. Where there is no head there is nothing to do. */
async function rounds({ git, head }: WorkTree, round: (commit: string) => Promise<'done' | 'again'>): Promise<'done' | 'unfinished'> {
  for (let left = TRIES; left > 0; left -= 1) {
    const outcome = await waitForLock(git, async () => {
      const commit = await head();
      return commit === null ? 'done' : round(commit);
    });
    if (outcome === 'done') return 'done';
  }
  return 'unfinished';
}

/** Writes files as a commit has them, and holds the index meanwhile. Missed where another process has changed one since it was looked at. */
async function restore(git: Git, commit: string, paths: readonly string[]): Promise<'restored' | 'missed'> {
  const args = ['restore', `--source=${commit}`, '--staged', '--worktree', '--no-overlay', '--pathspec-from-file=-', '--pathspec-file-nul'];
  const answer = await git.ask(args, { input: paths.join('\0') });
  if (answer.status === 0) return 'restored';
  // Another process has brought the path up between our look and our hand: the next look tells.
  if (answer.stderr.includes('did not match any file')) return 'missed';
  throw gitFailed(git.folder, args, answer);
}

/** Files of nobody's commit that lie where these changes would be written, with other bytes. */
export async function inTheWay(git: Git, expected: string | null, changes: Changes): Promise<string[]> {
  const tracked: ReadonlyMap<string, unknown> = expected === null ? new Map() : await filesOf(git, expected);
  const found: string[] = [];
  for (const [path, bytes] of changes) {
    if (bytes === null || tracked.has(path)) continue;
    const file = await onDisk(git.folder, path);
    if (file !== 'missing' && (file === 'other' || !Buffer.from(bytes).equals(file))) found.push(path);
  }
  return found;
}

/** The fault of a work tree that holds somebody's own changes where publishing writes. */
export function workTreeEdited(folder: string, paths: readonly string[]) {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return operatorFault(
    `${folder} holds changes that no publication made: ${paths.slice(0, NAMED).join(', ')}${more}. Nothing was written.`,
    {
      code: 'work-tree-edited',
      mend: 'Commit them there, move them away, or put the published state back with: git restore --source=HEAD --staged --worktree PATH',
    },
  );
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
