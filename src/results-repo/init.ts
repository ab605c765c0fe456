import { randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import type { ResultsStore } from '../ports/results-store.ts';
import { gitIn } from './git.ts';
import { checkedOutBranch, type FoundRepository, findRepository, openGitStore, storeIn } from './git-store.ts';
import { MARKER, MARKER_TEXT, POLICY } from './recognise.ts';
import { settle } from './work-tree.ts';

/**
 * Opens a folder as results repository for writing. A missing or empty folder is made one: branch main, one commit with the policy,
 * the marker, a README and a .gitignore. One that is there keeps its policy; what a killed process left unfinished in its work tree
 * is finished. Several processes may do it at the same time, and any of them may be killed.
 * @param folder the folder above it must be there
 * @throws Fault of the operator: folder-not-empty where the folder holds other files, git-detached, work-tree-edited, and those of
 * openGitStore
 */
export async function initGitStore(folder: string, { policyText }: { policyText: string }): Promise<ResultsStore> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const at = await realpath(resolve(folder));
  if (!(await readdir(at)).includes('.git')) {
    await refuseForeignFiles(at);
    await placeGitFolder(at);
  }
  const found = await findRepository(at);
  await checkedOutBranch(found);
  if ((await found.tree.head()) === null) await commitFirst(found, policyText);
  const store = await openGitStore(at);
  await settle(found.tree);
  return store;
}

async function commitFirst(found: FoundRepository, policyText: string): Promise<void> {
  await refuseForeignFiles(found.git.folder);
  // A conflict means that another process has made the same repository meanwhile: good.
  await storeIn(found).commit({ expected: null, message: FIRST_MESSAGE, changes: firstFiles(policyText) });
}

/** What the first commit of a results repository says of itself. */
export const FIRST_MESSAGE = 'Begin a results repository\n';

/** Everything that a new results repository has. */
export function firstFiles(policyText: string): Map<string, Uint8Array> {
  const files = { [MARKER]: MARKER_TEXT, [POLICY]: policyText, 'README.md': FIRST_README, '.gitignore': IGNORED };
  return new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

async function refuseForeignFiles(folder: string): Promise<void> {
  const names = await readdir(folder);
  const foreign = names.filter((name) => name !== '.git');
  if (foreign.length === 0) return;
  // Another process has made the repository between our look and this one.
  if (names.includes('.git') && (await (await findRepository(folder)).tree.head()) !== null) return;
  throw operatorFault(`${folder} holds files already (${foreign.slice(0, 3).join(', ')}), but no commit of a results repository.`, {
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

/** Bundles lie beside the records, but are too big for git. */
const IGNORED = 'bundles/\n';

const FIRST_README = `# Results

Energy of AI models' inference, in Wh per 1,000 queries. Each file below \`results/\` is one measurement and never changes; \`ledger/\`
says what each is worth today; \`leaderboard/\` and the tables below are computed from both. \`policy.yaml\` holds the rules.

<!-- leaderboard:begin -->
<!-- leaderboard:end -->
`;
