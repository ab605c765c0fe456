import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import type { CommitOutcome, ResultsStore } from '../ports/results-store.ts';
import { type Git, gitFailed, gitIn } from './git.ts';
import { gitSnapshot } from './git-snapshot.ts';
import { waitForLock } from './locks.ts';
import { readObject } from './objects.ts';
import { recognise } from './recognise.ts';
import { readCommit } from './trees.ts';
import { turnIn } from './turns.ts';
import { announce } from './unfinished.ts';
import { awaitIndex, bringUp, inTheWay, settle, type WorkTree, workTreeEdited } from './work-tree.ts';
import { clearBenches, writeCommit } from './write-commit.ts';

/** Where commits are prepared and unfinished work is noted, below the git folder. */
const WORKSHOP = 'ai-energy-score';

export type StoreOptions = {
  /** How long a lock of another git is waited for. */
  lockPatienceMilliseconds?: number;
};

/** A git repository that was found, whatever it holds. */
export type FoundRepository = { git: Git; gitFolder: string; tree: WorkTree };

/**
 * Opens a local, non-bare git repository as results repository. Opening and reading write nothing: whatever lies in the work tree
 * stays, and plays no part. A commit first finishes what this program itself left unfinished, and refuses where somebody has
 * edited what it would write.
 * @throws Fault of the operator: git-missing, not-a-results-repository, policy-yaml, policy-schema, git-bare; from commit also
 * git-detached, git-locked, work-tree-edited
 */
export async function openGitStore(folder: string, options: StoreOptions = {}): Promise<ResultsStore> {
  const found = await findRepository(folder, options);
  const { git, tree } = found;
  const head = await tree.head();
  if (head === null) {
    throw operatorFault(`${git.folder} is no results repository: it has no commit.`, {
      code: 'not-a-results-repository',
      mend: 'Name a results repository; score and publish make one.',
    });
  }
  await recognise(git.folder, async (path) => {
    return (await readObject(git, `${head}:${path}`))?.bytes ?? null;
  });
  return storeIn(found);
}

/** A found repository as store, without a look at what it holds. */
export function storeIn({ git, gitFolder, tree }: FoundRepository): ResultsStore {
  return {
    place: git.folder,
    turn: () => turnIn(tree.workshop),
    async snapshot() {
      return gitSnapshot(git, await tree.head());
    },
    async commit({ expected, message, changes }) {
      const branch = await checkedOutBranch({ git, gitFolder });
      if ((await tree.head()) !== expected) return { kind: 'conflict' };
      await awaitIndex(git, gitFolder);
      await clearBenches(tree.workshop);
      await settle(tree);
      const obstacles = await inTheWay(git, expected, changes);
      // Another publication's new files are in nobody's way: its commit has moved the head.
      if ((await tree.head()) !== expected) return { kind: 'conflict' };
      if (obstacles.length > 0) throw workTreeEdited(git.folder, obstacles);
      const commit = await writeCommit(git, tree.workshop, { expected, message, changes });
      const paths = [...changes.keys()];
      const finish = await announce(tree.workshop, { old: expected, new: commit, paths });
      const outcome = await swapHead(git, { branch, commit, expected, head: tree.head });
      if (outcome.kind === 'conflict' || (await bringUp(tree, paths)) === 'done') await finish();
      return outcome;
    },
  };
}

/** The folder must be the top of a repository of its own: a project around it is not taken for the results repository. */
export async function findRepository(folder: string, options: StoreOptions = {}): Promise<FoundRepository> {
  const at = await realpath(resolve(folder)).catch(() => {
    throw operatorFault(`There is no folder ${folder}.`, {
      code: 'not-a-results-repository',
      mend: 'Name a results repository that exists.',
    });
  });
  const git = gitIn(at, options.lockPatienceMilliseconds);
  const answer = await git.ask(['rev-parse', '--absolute-git-dir', '--is-bare-repository']);
  if (answer.status !== 0) {
    throw operatorFault(`${at} is not the top of a git repository: ${answer.stderr.trim()}`, {
      code: 'not-a-results-repository',
      mend: 'Name the top folder of a results repository, or make one.',
    });
  }
  const [gitFolder, bare] = answer.stdout.toString('utf8').trim().split('\n');
  if (gitFolder === undefined || bare !== 'false') {
    throw operatorFault(`${at} is a bare git repository; a results repository has its files beside it.`, {
      code: 'git-bare',
      mend: 'Clone it and name the clone.',
    });
  }
  const head = async () => (await readCommit(git, 'HEAD'))?.id ?? null;
  return { git, gitFolder, tree: { git, workshop: join(gitFolder, WORKSHOP), head } };
}

/**
 * The branch that a commit would move.
 * @throws Fault of the operator, code git-detached
 */
export async function checkedOutBranch({ git, gitFolder }: Pick<FoundRepository, 'git' | 'gitFolder'>): Promise<string> {
  const branch = (await branchInFile(gitFolder)) ?? (await branchByGit(git));
  if (branch !== null) return branch;
  throw operatorFault(`${git.folder} has no branch checked out, so a commit would belong to none.`, {
    code: 'git-detached',
    mend: 'Check a branch out there, as in: git switch main',
  });
}

/** The branch as git's own file says it; null where git keeps it elsewhere, which it marks so, or where there is none. */
async function branchInFile(gitFolder: string): Promise<string | null> {
  const text = await readFile(join(gitFolder, 'HEAD'), 'utf8').catch(() => '');
  const branch = /^ref: (refs\/heads\/[^\s]+)\n?$/.exec(text)?.[1];
  return branch === undefined || branch.startsWith('refs/heads/.') ? null : branch;
}

async function branchByGit(git: Git): Promise<string | null> {
  const answer = await git.ask(['symbolic-ref', '--quiet', 'HEAD']);
  const branch = answer.stdout.toString('utf8').trim();
  return answer.status === 0 && branch.startsWith('refs/heads/') ? branch : null;
}

/** Compare-and-swap on the branch: it moves from `expected` to the commit, or not at all. */
async function swapHead(
  git: Git,
  swap: { branch: string; commit: string; expected: string | null; head: () => Promise<string | null> },
): Promise<CommitOutcome> {
  const args = ['update-ref', '-m', 'ai-energy-score', swap.branch, swap.commit, swap.expected ?? '0'.repeat(swap.commit.length)];
  return waitForLock(git, async () => {
    const answer = await git.ask(args);
    if (answer.status === 0) return { kind: 'committed', commit: swap.commit };
    if ((await swap.head()) !== swap.expected) return { kind: 'conflict' };
    throw gitFailed(git.folder, args, answer);
  });
}
