import { createHash } from 'node:crypto';

/** A file at a commit. */
type CommittedFile = { sha: string; mode: number; bytes: number };

export type LoopbackPullRequest = {
  number: number;
  headSha: string;
  /** Owner of the fork it comes from. */
  from: string;
  locked: boolean;
  files: { path: string; status: 'added' | 'removed' | 'modified' | 'renamed'; sha: string }[];
};

export type LoopbackComment = { id: number; pullRequest: number; author: { id: number; login: string } | null; body: string };

export type LoopbackCheckRun = {
  id: number;
  name: string;
  headSha: string;
  conclusion: string;
  title: string;
  summary: string;
  annotations: { path: string; start_line: number; message: string; title?: string }[];
};

/** A repository in memory. */
export type LoopbackRepository = {
  owner: string;
  name: string;
  /** policy.yaml on the default branch. */
  policy: string | null;
  pullRequests: LoopbackPullRequest[];
  comments: LoopbackComment[];
  checkRuns: LoopbackCheckRun[];
  blobs: Map<string, Uint8Array>;
  /** Files of each commit, by path. */
  trees: Map<string, Map<string, CommittedFile>>;
};

export const emptyRepository = (owner: string, name: string): LoopbackRepository => ({
  owner,
  name,
  policy: null,
  pullRequests: [],
  comments: [],
  checkRuns: [],
  blobs: new Map(),
  trees: new Map(),
});

/** A file as a submitter pushes it. */
export type PushedFile = {
  path: string;
  content: string | Uint8Array;
  status?: LoopbackPullRequest['files'][number]['status'];
  mode?: number;
};

/** Pushes a commit to a pull request of a fork, which is opened with the first. */
export function push(repository: LoopbackRepository, number: number, files: readonly PushedFile[]): LoopbackPullRequest {
  const committed = files.map(({ path, content, status = 'added' as const, mode = 0o100644 }) => {
    const bytes = Buffer.from(content);
    const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    repository.blobs.set(sha, bytes);
    return { path, status, sha, mode, bytes: bytes.length };
  });
  const headSha = createHash('sha1').update(`${number} ${repository.trees.size}`).digest('hex');
  const present = committed.filter(({ status }) => status !== 'removed');
  repository.trees.set(headSha, new Map(present.map(({ path, sha, mode, bytes }) => [path, { sha, mode, bytes }])));
  const changed = { headSha, files: committed.map(({ path, status, sha }) => ({ path, status, sha })) };
  const known = repository.pullRequests.find((one) => one.number === number);
  if (known !== undefined) return Object.assign(known, changed);
  const opened = { number, from: 'stranger', locked: false, ...changed };
  repository.pullRequests.push(opened);
  return opened;
}
