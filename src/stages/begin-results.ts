import { operatorFault } from '../domain/errors.ts';
import { policyFromText } from '../domain/policy.ts';
import { commitOnBranch } from '../github/commit-on-branch.ts';
import { makeFirstCommit } from '../github/results-repository.ts';
import { FIRST_MESSAGE, firstFiles } from '../results-repo/init.ts';
import { MARKER, POLICY } from '../results-repo/recognise.ts';
import { defaultBranch, type RemoteResults, remoteBranch } from './remote-store.ts';

/** Tries on a head that others keep moving; nobody commits to a repository that is just begun. */
const TRIES = 5;

/** The policy of a results repository that is begun without one. */
const PLAIN_POLICY = 'schemaVersion: 1\nname: AI Energy Score\n';

/**
 * The default branch of a results repository. An empty one is begun first, as `publish` begins one on this machine: marker, policy,
 * README. One whose beginning was cut off is completed; any other repository is left as it is.
 * @param policyText the policy that a new one gets; null takes the plain one
 * @throws Fault of the operator: policy-yaml, policy-schema, and those of GitHub
 */
export async function beginResults(results: RemoteResults, policyText: string | null): Promise<string> {
  const known = await defaultBranch(results);
  const text = policyText ?? PLAIN_POLICY;
  const files = firstFiles(text);
  if (known !== null && !(await isHalfBegun(results, known))) return known;
  policyFromText(text, POLICY, operatorFault);
  const { github, owner, repository } = results;
  const bytes = files.get(MARKER) as Uint8Array;
  const first = { path: MARKER, bytes, message: FIRST_MESSAGE.trim() };
  const branch = known ?? (await makeFirstCommit(github, { owner, repository }, first));
  await complete(results, branch, files);
  return branch;
}

/** The marker comes first and the rest follows in one commit: a repository with the marker alone was cut off between them. */
async function isHalfBegun(results: RemoteResults, branch: string): Promise<boolean> {
  const paths = await (await remoteBranch(results, branch).snapshot()).list();
  return paths.length === 1 && paths[0] === MARKER;
}

async function complete(results: RemoteResults, branch: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const { github, owner, repository, wait } = results;
  for (let left = TRIES; left > 0; left -= 1) {
    const { commit, list } = await remoteBranch(results, branch).snapshot();
    const present = new Set(await list());
    // Another job begins the same repository at the same time, or somebody has put files of their own there.
    if (commit === null || present.has(POLICY)) return;
    const changes = new Map([...files].filter(([path]) => !present.has(path)));
    const request = { repository: { owner, repository }, branch, expected: commit, message: FIRST_MESSAGE, changes };
    if ((await commitOnBranch(github, request, wait)).kind === 'committed') return;
  }
}
