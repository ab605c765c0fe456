import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { ResultsStore } from '../ports/results-store.ts';
import { initGitStore } from '../results-repo/git-store.ts';
import { readPolicy } from './submissions-folder.ts';

/** The results repository that `score` uses where the operator names none: in the current directory. */
export const DEFAULT_RESULTS = 'energy-results';

const POLICY = 'policy.yaml';

/** The policy of a results repository; the default one where it has none. */
export async function policyOfFolder(folder: string): Promise<Policy> {
  const file = join(folder, POLICY);
  return existsSync(file) ? readPolicy(file) : defaultPolicy();
}

/** Opens a results repository, made first with the given policy where the folder is missing or empty. */
export async function openResults(folder: string, policyFile: string | null): Promise<ResultsStore> {
  const policyText = policyFile === null ? stringify({ schemaVersion: 1, name: 'AI Energy Score' }) : await readFile(policyFile, 'utf8');
  return initGitStore(folder, { policyText });
}
