import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { Fault, operatorFault } from '../domain/errors.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { ResultsStore } from '../ports/results-store.ts';
import { folderSnapshot } from '../results-repo/folder.ts';
import { openGitStore } from '../results-repo/git-store.ts';
import { initGitStore } from '../results-repo/init.ts';
import { POLICY, recognise } from '../results-repo/recognise.ts';
import { repositoryOf } from './checking.ts';
import { readTextFile } from './files.ts';
import { readPolicy } from './submissions-folder.ts';

/** The results repository that `score` uses where the operator names none: in the current directory. */
export const DEFAULT_RESULTS = 'energy-results';

/** A results repository that is only read: nothing in it changes. */
export type ReadResults = Pick<ResultsStore, 'place' | 'snapshot'> & { readonly policy: Policy };

/** A results repository that takes publications. */
export type OpenResults = ResultsStore & { readonly policy: Policy };

/**
 * Opens a results repository for reading: a git repository at its last commit, or a plain folder with results/ as it lies there.
 * @throws Fault of the operator: usage, not-a-results-repository, and those of openGitStore
 */
export async function readResults(folder: string): Promise<ReadResults> {
  const place = namedFolder(folder);
  if (!existsSync(place)) throw noResults(`There is no folder ${folder}.`);
  if (existsSync(join(place, '.git'))) {
    const store = await openGitStore(place);
    return { place: store.place, snapshot: store.snapshot, policy: await policyOf(store) };
  }
  if (!existsSync(join(place, 'results'))) throw noResults(`${folder} is no results repository: it has no folder results/.`);
  return { place, snapshot: async () => folderSnapshot(place), policy: await policyInFolder(place) };
}

/** The results repository that a record's file lies in, opened for reading; null where it lies in none. */
export async function resultsAround(file: string): Promise<ReadResults | null> {
  const folder = repositoryOf(file);
  if (folder === null) return null;
  return readResults(folder).catch((thrown: unknown) => {
    if (thrown instanceof Fault && thrown.code === 'not-a-results-repository') return null;
    throw thrown;
  });
}

/** The policy that lies in a folder; the default one where none does. */
export async function policyInFolder(folder: string): Promise<Policy> {
  const file = join(folder, POLICY);
  return existsSync(file) ? readPolicy(file) : defaultPolicy();
}

/**
 * Opens a results repository for publishing, made first with the given policy where the folder is missing or empty.
 * @throws Fault of the operator: usage, and those of initGitStore
 */
export async function openResults(folder: string, policyFile: string | null): Promise<OpenResults> {
  const place = namedFolder(folder);
  const policyText = policyFile === null ? stringify({ schemaVersion: 1, name: 'AI Energy Score' }) : await checkedText(policyFile);
  await makeFolder(place);
  const store = await initGitStore(place, { policyText });
  return { ...store, policy: await policyOf(store) };
}

/** A policy's text, once it is known to fit its schema. */
async function checkedText(policyFile: string): Promise<string> {
  await readPolicy(policyFile);
  return readTextFile(policyFile, 'policy');
}

/** The policy that holds: that of the last commit, whatever somebody is editing. */
async function policyOf(store: ResultsStore): Promise<Policy> {
  const { read } = await store.snapshot();
  return recognise(store.place, read);
}

/** The folder that the operator names. @throws Fault of the operator, code usage, for an empty name or a file's */
export function namedFolder(folder: string): string {
  if (folder === '')
    throw operatorFault('The name of the results repository is empty.', { code: 'usage', mend: 'Name a folder with --repo.' });
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw operatorFault(`A results repository is a folder; ${folder} is a file.`, { code: 'usage', mend: 'Name a folder with --repo.' });
  }
  return resolve(folder);
}

const noResults = (message: string) =>
  operatorFault(message, { code: 'not-a-results-repository', mend: 'Name a results repository; score and publish make one.' });
