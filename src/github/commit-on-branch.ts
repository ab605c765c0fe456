import { setTimeout as sleep } from 'node:timers/promises';
import { operatorFault } from '../domain/errors.ts';
import type { Changes, CommitOutcome } from '../ports/results-store.ts';
import type { RepositoryName } from './app-token.ts';
import type { GitHub } from './client.ts';
import { githubFault, statusOf } from './faults.ts';
import { readBranch } from './refs.ts';

export type BranchCommit = {
  repository: RepositoryName;
  branch: string;
  /** The commit that the branch has to point to. */
  expected: string;
  /** A headline, and more after a blank line. */
  message: string;
  changes: Changes;
};

/** Bytes of base64 that GitHub is known to take in one commit. */
const MOST_BYTES = 5_000_000;

/** Files that a message names. */
const NAMED = 3;

/** Tries while nobody knows why GitHub refuses. */
const TRIES = 4;

/** Commits on a branch that are looked through for one whose answer was lost. */
const LOOKED_THROUGH = 50;

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

const HISTORY = `query ($owner: String!, $repository: String!, $ref: String!) {
  repository(owner: $owner, name: $repository) {
    ref(qualifiedName: $ref) {
      target {
        ... on Commit { history(first: ${LOOKED_THROUGH}) { nodes { oid message parents(first: 2) { nodes { oid } } } } }
      }
    }
  }
}`;

type PastCommit = { oid: string; message: string; parents: { nodes: { oid: string }[] } };
type HistoryAnswer = { repository: { ref: { target: { history?: { nodes: PastCommit[] } } | null } | null } | null };

/**
 * Commits on the head of a branch, which GitHub signs. Where the answer is lost, the branch tells whether it was done.
 * @param wait how pauses pass
 * @returns a conflict where the branch does not point to the expected commit: nothing was written then
 * @throws Fault of the operator: commit-too-large, branch-protected, branch-missing, and those of githubFault
 */
export async function commitOnBranch(
  github: GitHub,
  commit: BranchCommit,
  wait: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<CommitOutcome> {
  const input = inputOf(commit);
  for (let turn = 1; ; turn += 1) {
    try {
      const answer = await github.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(COMMIT, { input });
      return { kind: 'committed', commit: answer.createCommitOnBranch.commit.oid };
    } catch (thrown) {
      const outcome = await outcomeAfter(github, commit, thrown);
      if (outcome !== null) return outcome;
      if (turn === TRIES) throw githubFault(thrown, `commit to ${nameOf(commit)}`);
    }
    await wait(Math.round(1000 * turn * (0.5 + Math.random())));
  }
}

const nameOf = ({ repository: { owner, repository }, branch }: BranchCommit): string => `${owner}/${repository}, branch ${branch}`;

/** What became of a commit that failed; null where it is worth another try. */
async function outcomeAfter(github: GitHub, commit: BranchCommit, thrown: unknown): Promise<CommitOutcome | null> {
  refuseProtected(commit, thrown);
  const fault = githubFault(thrown, `commit to ${nameOf(commit)}`);
  if (['github-forbidden', 'github-unauthorised', 'github-rate-limited'].includes(fault.code)) throw fault;
  const head = await readBranch(github, commit.repository, commit.branch);
  if (head === null) {
    throw operatorFault(`There is no ${nameOf(commit)}.`, {
      code: 'branch-missing',
      mend: 'Rerun the job; see whether somebody deletes branches there.',
      cause: thrown,
    });
  }
  if (head !== commit.expected) {
    const made = await madeBefore(github, commit);
    return made === null ? { kind: 'conflict' } : { kind: 'committed', commit: made };
  }
  // The branch stands where it stood: either nothing happened, or GitHub refuses for good.
  if (statusOf(thrown) >= 500 || isStale(thrown)) return null;
  throw fault;
}

/** Words by which GitHub tells that another commit came first, or that it is just moving the branch. */
function isStale(thrown: unknown): boolean {
  const errors = (thrown as { errors?: { type?: string; message?: string }[] }).errors ?? [];
  return errors.some(
    ({ type, message = '' }) => type === 'STALE_DATA' || /expected branch to point|reference update|is at [0-9a-f]{40}/i.test(message),
  );
}

function refuseProtected(commit: BranchCommit, thrown: unknown): void {
  const words = String((thrown as { message?: unknown }).message);
  if (!/rule violation|protected branch|required status check|must be made through a pull request/i.test(words)) return;
  throw operatorFault(`A rule of the repository forbids to commit to ${nameOf(commit)}.`, {
    code: 'branch-protected',
    mend: "Put the App on the ruleset's bypass list; docs/bot.md has the rules.",
    cause: thrown,
  });
}

/** The commit on the expected one with this message, where the branch has it: no other commit can be both. */
async function madeBefore(github: GitHub, { repository, branch, expected, message }: BranchCommit): Promise<string | null> {
  const variables = { ...repository, ref: `refs/heads/${branch}` };
  const answer = await github.graphql<HistoryAnswer>(HISTORY, variables).catch((thrown: unknown) => {
    throw githubFault(thrown, `read the history of ${branch}`);
  });
  const past = answer.repository?.ref?.target?.history?.nodes ?? [];
  const own = past.find((one) => one.parents.nodes[0]?.oid === expected && one.message.trim() === message.trim());
  return own?.oid ?? null;
}

function inputOf(commit: BranchCommit): object {
  const { repository, branch, expected, message, changes } = commit;
  const [headline = '', ...body] = message.trim().split('\n\n');
  const additions = [...changes].flatMap(([path, bytes]) =>
    bytes === null ? [] : [{ path, contents: Buffer.from(bytes).toString('base64') }],
  );
  const deletions = [...changes].flatMap(([path, bytes]) => (bytes === null ? [{ path }] : []));
  refuseTooLarge(commit, additions);
  return {
    branch: { repositoryNameWithOwner: `${repository.owner}/${repository.repository}`, branchName: branch },
    message: { headline, body: body.join('\n\n') },
    expectedHeadOid: expected,
    fileChanges: { additions, deletions },
  };
}

function refuseTooLarge(commit: BranchCommit, additions: readonly { path: string; contents: string }[]): void {
  const bytes = additions.reduce((sum, { contents }) => sum + contents.length, 0);
  if (bytes <= MOST_BYTES) return;
  const largest = additions.toSorted((one, other) => other.contents.length - one.contents.length).slice(0, NAMED);
  const named = largest.map(({ path, contents }) => `${path} (${megabytes(contents.length)})`);
  throw operatorFault(
    `A commit to ${nameOf(commit)} would take ${megabytes(bytes)}, and GitHub takes ${megabytes(MOST_BYTES)}: ${named.join(', ')}.`,
    {
      code: 'commit-too-large',
      mend: 'Publish from a clone: ai-energy-score publish RESULT --repo DIR, then git push.',
    },
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
