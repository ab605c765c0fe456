import { randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import type { Changes, CommitOutcome, ResultsStore } from '../ports/results-store.ts';
import { type Git, gitFailed, gitIn } from './git.ts';
import { gitSnapshot } from './git-snapshot.ts';
import { waitForLock } from './locks.ts';
import { awaitIndex, bringUp } from './work-tree.ts';

/** Who commits where the repository's own settings name nobody. */
const COMMITTER = { name: 'AI Energy Score', email: 'noreply@ai-energy-score.invalid' };

/** Where commits are prepared, below the git folder. */
const WORKSHOP = 'ai-energy-score';

/** Leftovers of a killed process are cleared after this long. */
const LEFTOVER_MILLISECONDS = 3_600_000;

/**
 * Opens a local, non-bare git repository as results repository, on the branch that is checked out. Heals the work tree first,
 * should an earlier process have been killed between its commit and the files.
 * @throws Fault of the operator: git-missing, not-a-results-repository, git-bare, git-detached, git-locked
 */
export async function openGitStore(folder: string, options: { lockPatienceMilliseconds?: number } = {}): Promise<ResultsStore> {
  const { git, gitFolder } = await findRepository(folder, options.lockPatienceMilliseconds);
  const branch = await checkedOutBranch(git);
  const workshop = join(gitFolder, WORKSHOP);
  await clearLeftovers(workshop);
  await bringUp(git, []);
  const head = async () => {
    const answer = await git.ask(['rev-parse', '--verify', '--quiet', `${branch}^{commit}`]);
    return answer.status === 0 ? answer.stdout.toString('utf8').trim() : null;
  };

  return {
    place: git.folder,
    async snapshot() {
      return gitSnapshot(git, await head());
    },
    async commit({ expected, message, changes }) {
      if ((await head()) !== expected) return { kind: 'conflict' };
      await awaitIndex(git, gitFolder);
      const commit = await writeCommit(git, workshop, { expected, message, changes });
      const outcome = await swapHead(git, { branch, commit, expected, head });
      if (outcome.kind === 'committed') await bringUp(git, [...changes.keys()]);
      return outcome;
    },
  };
}

/** The folder must be the top of a repository of its own: a project around it is not taken for the results repository. */
async function findRepository(folder: string, patience: number | undefined): Promise<{ git: Git; gitFolder: string }> {
  const at = await realpath(resolve(folder)).catch(() => {
    throw operatorFault(`There is no folder ${folder}.`, {
      code: 'not-a-results-repository',
      mend: 'Name a results repository that exists.',
    });
  });
  const git = gitIn(at, patience);
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
  return { git, gitFolder };
}

async function checkedOutBranch(git: Git): Promise<string> {
  const answer = await git.ask(['symbolic-ref', '--quiet', 'HEAD']);
  const branch = answer.stdout.toString('utf8').trim();
  if (answer.status === 0 && branch.startsWith('refs/heads/')) return branch;
  throw operatorFault(`${git.folder} has no branch checked out, so a commit would belong to none.`, {
    code: 'git-detached',
    mend: 'Check a branch out there, as in: git switch main',
  });
}

/** Writes blobs, tree and commit beside everything: until the branch moves, nobody sees them. */
async function writeCommit(
  git: Git,
  workshop: string,
  request: { expected: string | null; message: string; changes: Changes },
): Promise<string> {
  const bench = join(workshop, randomBytes(8).toString('hex'));
  await mkdir(bench, { recursive: true });
  try {
    const env = { GIT_INDEX_FILE: join(bench, 'index') };
    await git.text(request.expected === null ? ['read-tree', '--empty'] : ['read-tree', request.expected], { env });
    const lines = await writeBlobs(git, bench, request.changes);
    await git.text(['update-index', '-z', '--add', '--index-info'], { env, input: lines });
    const tree = (await git.text(['write-tree'], { env })).trim();
    const parents = request.expected === null ? [] : ['-p', request.expected];
    const made = await git.text(['commit-tree', tree, ...parents, '-F', '-'], { env: await committer(git), input: request.message });
    return made.trim();
  } finally {
    await rm(bench, { recursive: true, force: true });
  }
}

/** Writes the changed files' contents into the object store, byte for byte, and gives the lines that put them into an index. */
async function writeBlobs(git: Git, bench: string, changes: Changes): Promise<string> {
  const written = [...changes].filter((change): change is [string, Uint8Array] => change[1] !== null);
  const deleted = [...changes].filter(([, bytes]) => bytes === null).map(([path]) => `0 ${'0'.repeat(40)}\t${path}\0`);
  const files = await Promise.all(
    written.map(async ([, bytes], index) => {
      const file = join(bench, String(index));
      await writeFile(file, bytes);
      return file;
    }),
  );
  const objects = await git.text(['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    input: files.map((file) => `${file}\n`).join(''),
  });
  const ids = objects.split('\n');
  return [...deleted, ...written.map(([path], index) => `100644 ${ids[index]}\t${path}\0`)].join('');
}

/** The repository's own user.name and user.email, else this program's. */
async function committer(git: Git): Promise<Record<string, string>> {
  const own = async (key: string) => {
    const answer = await git.ask(['config', '--local', '--get', key]);
    return answer.status === 0 ? answer.stdout.toString('utf8').trim() : '';
  };
  const name = (await own('user.name')) || COMMITTER.name;
  const email = (await own('user.email')) || COMMITTER.email;
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
}

/** Compare-and-swap on the branch: it moves from `expected` to the commit, or not at all. */
async function swapHead(
  git: Git,
  swap: { branch: string; commit: string; expected: string | null; head: () => Promise<string | null> },
): Promise<CommitOutcome> {
  const args = ['update-ref', '-m', 'ai-energy-score', swap.branch, swap.commit, swap.expected ?? '0'.repeat(40)];
  return waitForLock(git, async () => {
    const answer = await git.ask(args);
    if (answer.status === 0) return { kind: 'committed', commit: swap.commit };
    if ((await swap.head()) !== swap.expected) return { kind: 'conflict' };
    throw gitFailed(git.folder, args, answer);
  });
}

async function clearLeftovers(workshop: string): Promise<void> {
  const names = await readdir(workshop).catch(() => []);
  for (const name of names) {
    const path = join(workshop, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > LEFTOVER_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Makes a folder a results repository: branch main, one commit with the policy, a README and a .gitignore. A folder that is one
 * already stays as it is. Several processes may do it at the same time, and any of them may be killed.
 * @throws Fault of the operator, code folder-not-empty, where the folder holds other files
 */
export async function initGitStore(folder: string, { policyText }: { policyText: string }): Promise<ResultsStore> {
  await mkdir(folder, { recursive: true });
  const at = await realpath(resolve(folder));
  const first = new Map(Object.entries({ 'policy.yaml': policyText, 'README.md': FIRST_README, '.gitignore': IGNORED }));
  const git = gitIn(at);
  if (!(await readdir(at)).includes('.git')) {
    await refuseForeignFiles(at);
    await placeGitFolder(at);
  }
  const store = await openGitStore(at);
  if ((await store.snapshot()).commit === null) {
    await refuseForeignFiles(at);
    const changes = new Map([...first].map(([path, text]) => [path, new TextEncoder().encode(text)]));
    // A conflict means that another process has made the same repository meanwhile: good.
    await store.commit({ expected: null, message: 'Begin a results repository\n', changes });
    return store;
  }
  await bringUp(git, await neverCheckedOut(git, [...first.keys()]));
  return store;
}

async function refuseForeignFiles(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== '.git');
  if (names.length === 0) return;
  throw operatorFault(`${folder} holds files already (${names.slice(0, 3).join(', ')}), but no commit of a results repository.`, {
    code: 'folder-not-empty',
    mend: 'Name an empty folder, or one that is not there yet.',
  });
}

/** Prepares the git folder aside and moves it in whole, so that nobody ever finds half of one. */
async function placeGitFolder(folder: string): Promise<void> {
  const aside = `${folder}.${randomBytes(6).toString('hex')}.new`;
  await mkdir(aside);
  try {
    await gitIn(aside).text(['init', '--quiet', '--template=', '-b', 'main']);
    await rename(join(aside, '.git'), join(folder, '.git')).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Paths of the head that are neither in the index nor on the disk: a process was killed before it had written them. */
async function neverCheckedOut(git: Git, paths: readonly string[]): Promise<string[]> {
  const known = new Set((await git.text(['ls-files', '-z', '--', ...paths])).split('\0'));
  const there = new Set(await readdir(git.folder));
  return paths.filter((path) => !known.has(path) && !there.has(path));
}

/** Bundles lie beside the records, but are too big for git. */
const IGNORED = 'bundles/\n';

const FIRST_README = `# Results

Energy of AI models' inference, in Wh per 1,000 queries. Each file below \`results/\` is one measurement and never changes; \`ledger/\`
says what each is worth today; \`leaderboard/\` and the tables below are computed from both. \`policy.yaml\` holds the rules.

<!-- leaderboard:begin -->
<!-- leaderboard:end -->
`;
