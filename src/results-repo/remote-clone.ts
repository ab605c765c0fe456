import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { operatorFault } from '../domain/errors.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import type { Snapshot } from '../ports/results-store.ts';
import { type GitAnswer, gitFailed, gitIn } from './git.ts';
import { gitSnapshot } from './git-snapshot.ts';

export type RemoteRequest = {
  /** The repository's address, as in https://github.com/octo/results. It holds no secret. */
  url: string;
  /** Null for a repository that everybody may read. */
  token: string | null;
  /** Where its objects are kept meanwhile: a folder of this process alone. */
  folder: string;
  /** How pauses pass. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** A fetch that takes longer is given up; ten minutes where left out. */
  timeoutMilliseconds?: number;
};

/** A repository elsewhere, of which commits are fetched to be read. Nothing is ever checked out or pushed. */
export type RemoteClone = {
  /** The newest commit of a branch with everything in it; null where there is no such branch. */
  fetch(branch: string): Promise<string | null>;
  /** The files of a fetched commit. */
  snapshot(commit: string | null): Snapshot;
};

/** Pauses before the second, third and fourth try, in milliseconds. */
const PAUSES = [1000, 4000, 10_000] as const;

/** What git says where a branch, or every branch, is missing. */
const NO_BRANCH = /couldn't find remote ref/i;

/** What git says where another try would say the same. */
const REFUSED = /authentication failed|could not read (?:username|password)|returned error: 40[0134]|repository .* not found/i;

/** Transfers slower than this, in bytes a second, for that many seconds are given up: the other side has gone. */
const SLOWEST = { bytes: '1', seconds: '60' } as const;

/**
 * Opens a repository for reading, by git itself: as many results as there are take one transfer.
 * @throws Fault of the operator: git-missing; from fetch: results-refused, results-unreachable
 */
export async function openRemoteClone(request: RemoteRequest): Promise<RemoteClone> {
  const { url, folder, wait = sleep, timeoutMilliseconds = 600_000 } = request;
  await mkdir(folder, { recursive: true });
  const git = gitIn(folder);
  await git.text(['init', '--quiet', '--bare', '--template=', '.']);
  const env = configuration(request);

  const fetchOnce = (branch: string): Promise<GitAnswer> => {
    // Of the history nothing is read, so that a repository's age costs nothing.
    const args = ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head', url, `+refs/heads/${branch}:${localRef(branch)}`];
    return git.ask(args, { env, timeoutMilliseconds });
  };

  return {
    snapshot: (commit) => gitSnapshot(git, commit),
    async fetch(branch) {
      for (let turn = 0; ; turn += 1) {
        const answer = await fetchOnce(branch);
        if (answer.status === 0) return (await git.text(['rev-parse', '--verify', `${localRef(branch)}^{commit}`])).trim();
        if (NO_BRANCH.test(answer.stderr)) return null;
        if (REFUSED.test(answer.stderr)) throw refused(url, answer);
        const pause = PAUSES[turn];
        if (pause === undefined) throw unreachable(url, answer);
        await wait(Math.round(pause * (0.5 + Math.random())));
      }
    },
  };
}

const localRef = (branch: string): string => `refs/remotes/origin/${branch}`;

/**
 * Settings that git reads from its environment. A token stands neither among the arguments, which every process of the machine
 * can see, nor in the address, in a file or in what git prints; it is sent to this address alone, and along no redirect.
 */
function configuration({ url, token }: RemoteRequest): Record<string, string> {
  const settings: [string, string][] = [
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', SLOWEST.bytes],
    ['http.lowSpeedTime', SLOWEST.seconds],
    ['credential.helper', ''],
    ['protocol.allow', 'never'],
    [`protocol.${new URL(url).protocol.slice(0, -1)}.allow`, 'always'],
    ['fetch.fsckObjects', 'true'],
  ];
  if (token !== null) settings.push([`http.${url}.extraHeader`, `Authorization: Basic ${basicCredentials(token)}`]);
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(settings.length), GIT_ASKPASS: 'true' };
}

/** A token as git sends it: a secret as well. */
export const basicCredentials = (token: string): string => Buffer.from(`x-access-token:${token}`).toString('base64');

const wordsOf = ({ stderr }: GitAnswer): string => visible(stderr.trim()).slice(0, 300).replace(/\.$/, '') || 'git said nothing';

const refused = (url: string, answer: GitAnswer) =>
  operatorFault(`${url} cannot be read: ${wordsOf(answer)}.`, {
    code: 'results-refused',
    mend: 'Check the input results-repository, and that the App or the token may read that repository.',
    cause: gitFailed(url, ['fetch'], answer),
  });

const unreachable = (url: string, answer: GitAnswer) =>
  operatorFault(`${url} cannot be read now: ${wordsOf(answer)}.`, {
    code: 'results-unreachable',
    mend: 'Check the network of the runner, and rerun the job; https://www.githubstatus.com tells of trouble.',
    cause: gitFailed(url, ['fetch'], answer),
  });
