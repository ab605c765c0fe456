import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RepositoryName } from '../github/app-token.ts';
import { type GitHub, openGitHub, type TimeLimit, timer } from '../github/client.ts';
import { commitOnBranch } from '../github/commit-on-branch.ts';
import { askDefaultBranch } from '../github/results-repository.ts';
import type { ResultsStore, Snapshot } from '../ports/results-store.ts';
import { openRemoteClone, type RemoteClone } from '../results-repo/remote-clone.ts';

export type RemoteAccess = RepositoryName & {
  token: string;
  /** As GITHUB_API_URL and GITHUB_SERVER_URL tell them. */
  apiUrl: string;
  serverUrl: string;
  /** A folder of this process alone, which somebody else removes. */
  folder: string;
  /** How pauses pass; a timer where left out. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** How time limits of requests pass; a timer where left out. */
  timeLimit?: TimeLimit;
  /** A transfer by git that takes longer is given up; ten minutes where left out. */
  transferMilliseconds?: number;
};

/** A results repository on GitHub. */
export type RemoteResults = RepositoryName & {
  /** For people, as in https://github.com/octo/results. */
  url: string;
  github: GitHub;
  /** The same, with the time that uploads take. */
  uploads: GitHub;
  clone: RemoteClone;
  wait: (milliseconds: number) => Promise<unknown>;
  timeLimit: TimeLimit;
};

/** A commit of several megabytes takes its time. */
const ANSWER_MILLISECONDS = 60_000;
const UPLOAD_MILLISECONDS = 600_000;

/** Opens a results repository on GitHub. Nothing is asked and nothing written yet. */
export async function openRemoteResults(access: RemoteAccess): Promise<RemoteResults> {
  const { owner, repository, token, apiUrl, serverUrl, folder, wait = sleep, timeLimit = timer, transferMilliseconds } = access;
  const url = `${serverUrl.replace(/\/+$/, '')}/${owner}/${repository}`;
  const transfer = transferMilliseconds === undefined ? {} : { timeoutMilliseconds: transferMilliseconds };
  return {
    owner,
    repository,
    url,
    wait,
    timeLimit,
    github: openGitHub({ token, apiUrl, wait, timeLimit, timeoutMilliseconds: ANSWER_MILLISECONDS }),
    uploads: openGitHub({ token, apiUrl, wait, timeLimit, timeoutMilliseconds: UPLOAD_MILLISECONDS }),
    clone: await openRemoteClone({ url, token, folder: join(folder, 'results.git'), wait, ...transfer }),
  };
}

/** Shortest and longest bound of a pause of one who has lost to another publisher, in milliseconds. */
const PAUSE = { shortest: 1000, longest: 60_000 } as const;

/**
 * One branch of a results repository as a store: read by git, committed to by the API. Whoever has lost to another publisher reads
 * again after a pause, the longer the more often it has lost and the longer a try takes: of many at once only one succeeds.
 */
export function remoteBranch(results: RemoteResults, branch: string): ResultsStore {
  const { url, github, clone, wait, owner, repository } = results;
  let lost = 0;
  let began = 0;
  let tryMilliseconds = 0;
  return {
    place: url,
    async snapshot() {
      const bound = Math.min(Math.max(tryMilliseconds * 2 ** (lost + 1), PAUSE.shortest), PAUSE.longest);
      if (lost > 0) await wait(Math.round(Math.random() * bound));
      began = performance.now();
      return clone.snapshot(await clone.fetch(branch));
    },
    async commit({ expected, message, changes }) {
      // A branch without a commit cannot be committed to in this way; beginResults() makes the first one.
      if (expected === null) return { kind: 'conflict' };
      const outcome = await commitOnBranch(github, { repository: { owner, repository }, branch, expected, message, changes }, wait);
      lost = outcome.kind === 'conflict' ? lost + 1 : 0;
      tryMilliseconds = performance.now() - began;
      return outcome;
    },
  };
}

/** The newest files of a branch, or null where there is no such branch. */
export async function remoteSnapshot({ clone }: RemoteResults, branch: string): Promise<Snapshot | null> {
  const commit = await clone.fetch(branch);
  return commit === null ? null : clone.snapshot(commit);
}

/** The default branch; null for a repository without a commit. */
export const defaultBranch = ({ github, owner, repository }: RemoteResults): Promise<string | null> =>
  askDefaultBranch(github, { owner, repository });
