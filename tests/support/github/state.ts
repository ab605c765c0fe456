import { type Account, STRANGER } from './accounts.ts';
import { now } from './clock.ts';
import { type Change, GITHUB } from './git-folder.ts';
import {
  commitTo,
  type LoopbackComment,
  type LoopbackFile,
  type LoopbackPullRequest,
  type LoopbackRepository,
  type LoopbackRun,
} from './repository.ts';

export { commitTo, emptyRepository } from './repository.ts';
export type { LoopbackPullRequest, LoopbackRepository };

/** A file as a submitter pushes it. */
export type PushedFile = {
  path: string;
  content: string | Uint8Array;
  /** What the push does to it; by default a file is added. One that is not there before is put onto the default branch first. */
  status?: LoopbackFile['status'];
  mode?: number;
};

/** Pushes a commit to a pull request of a fork, which is opened with the first; a later one takes the place of the one before. */
export function push(
  repository: LoopbackRepository,
  number: number,
  files: readonly PushedFile[],
  { author = STRANGER }: { author?: Account } = {},
): LoopbackPullRequest {
  const { git, pullRequests } = repository;
  const known = pullRequests.find((one) => one.number === number);
  const baseSha = baseFor(repository, files);
  const head = git.commit({
    parents: [baseSha],
    changes: files.flatMap(changesOf),
    message: `Change ${number}, push ${repository.nextId()}`,
    author: { name: author.login, email: `${author.login}@example.org` },
  });
  git.point(`refs/pull/${number}/head`, head);
  const changed = { headSha: head, baseSha, files: changedFiles(repository, { from: baseSha, to: head, files }), updatedAt: now() };
  if (known !== undefined) return Object.assign(known, changed);
  const opened: LoopbackPullRequest = {
    number,
    title: `Change ${number}`,
    body: null,
    author,
    from: author.login,
    headBranch: `change-${number}`,
    state: 'open',
    draft: false,
    locked: false,
    merged: null,
    createdAt: now(),
    closedAt: null,
    ...changed,
  };
  pullRequests.push(opened);
  return opened;
}

const formerPath = (path: string): string => `${path}.former`;

function changesOf({ path, content, status = 'added', mode }: PushedFile): Change[] {
  if (status === 'removed') return [{ path, removed: true }];
  const written = { path, bytes: Buffer.from(content), ...(mode === undefined ? {} : { mode }) };
  return status === 'renamed' ? [{ path: formerPath(path), removed: true }, written] : [written];
}

/** The commit of the default branch that a change of these files can start from. */
function baseFor(repository: LoopbackRepository, files: readonly PushedFile[]): string {
  const tip = repository.git.commitOf(`refs/heads/${repository.defaultBranch}`);
  const needed = files.flatMap(({ path, status = 'added', content }): [string, string | Uint8Array][] => {
    if (status === 'added') return [];
    if (status === 'renamed') return [[formerPath(path), content]];
    return [[path, 'before\n']];
  });
  const missing = tip === null ? needed : needed.filter(([path]) => repository.git.resolve(`${tip}:${path}`) === null);
  if (tip !== null && missing.length === 0) return tip;
  return commitTo(repository, { files: { ...(tip === null ? { 'README.md': '# Submissions\n' } : {}), ...Object.fromEntries(missing) } });
}

/** The files that differ between two commits, as GitHub lists them. */
function changedFiles(
  { git }: LoopbackRepository,
  { from, to, files }: { from: string; to: string; files: readonly PushedFile[] },
): LoopbackFile[] {
  const renamed = new Set(files.filter(({ status }) => status === 'renamed').map(({ path }) => path));
  const former = new Set([...renamed].map(formerPath));
  const before = new Map(git.files(from).map(({ path, sha }) => [path, sha]));
  const after = new Map(git.files(to).map(({ path, sha, mode }) => [path, { sha, mode }]));
  const gone = [...before].filter(([path]) => !after.has(path) && !former.has(path));
  const differing = [...after].filter(([path, { sha }]) => before.get(path) !== sha);
  const all = [
    ...gone.map(([path, sha]): LoopbackFile => ({ path, status: 'removed', sha })),
    ...differing.map(([path, { sha }]): LoopbackFile => {
      if (renamed.has(path)) return { path, status: 'renamed', sha, previousPath: formerPath(path) };
      return { path, status: before.has(path) ? 'modified' : 'added', sha };
    }),
  ];
  const order = files.map(({ path }) => path);
  return all.sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path));
}

/**
 * Merges a pull request into the default branch, as a maintainer does by the button: all of it in one commit, or as a merge.
 * @param changes what the maintainer changes on the way: the merged files are then not those of the head
 */
export function mergePullRequest(
  repository: LoopbackRepository,
  pullRequest: LoopbackPullRequest,
  { by, method = 'squash', changes = {} }: { by: Account; method?: 'squash' | 'merge'; changes?: Record<string, string | null> },
): string {
  const { git, defaultBranch } = repository;
  const reference = `refs/heads/${defaultBranch}`;
  const tip = git.commitOf(reference);
  if (tip === null || pullRequest.state !== 'open') throw new Error('Only an open pull request can be merged.');
  const { files, headSha, number, title } = pullRequest;
  const modes = new Map(git.files(headSha).map(({ path, mode }) => [path, Number.parseInt(mode, 8)]));
  const merged = files.flatMap(({ path, status, sha, previousPath }): Change[] => {
    if (status === 'removed') return [{ path, removed: true }];
    const written = { path, sha, mode: modes.get(path) ?? 0o100644 };
    return previousPath === undefined ? [written] : [{ path: previousPath, removed: true }, written];
  });
  const others = Object.entries(changes).map(
    ([path, text]): Change => (text === null ? { path, removed: true } : { path, bytes: Buffer.from(text) }),
  );
  const sha = git.commit({
    parents: method === 'merge' ? [tip, headSha] : [tip],
    changes: [...merged, ...others],
    message: `${title} (#${number})`,
    author: { name: by.login, email: `${by.login}@example.org` },
    committer: GITHUB,
  });
  git.point(reference, sha);
  Object.assign(pullRequest, { merged: { sha, by, at: now() } });
  closePullRequest(pullRequest);
  return sha;
}

/** Closes a pull request; one that is not merged can be opened again. */
export function closePullRequest(pullRequest: LoopbackPullRequest): void {
  Object.assign(pullRequest, { state: 'closed', closedAt: now(), updatedAt: now() });
}

/** Writes a comment below a pull request, as somebody in a browser does. */
export function comment(
  repository: LoopbackRepository,
  { number }: Pick<LoopbackPullRequest, 'number'>,
  { author, body, association }: { author: Account; body: string; association?: string },
): LoopbackComment {
  const written = {
    id: repository.nextId(),
    pullRequest: number,
    author,
    body,
    createdAt: now(),
    ...(association === undefined ? {} : { association }),
  };
  repository.comments.push(written);
  return written;
}

/** Starts a run of a workflow, as an event does. */
export function startRun(
  repository: LoopbackRepository,
  given: Partial<LoopbackRun> & Pick<LoopbackRun, 'path' | 'event' | 'actor'>,
): LoopbackRun {
  const id = repository.nextId();
  const run: LoopbackRun = {
    id,
    name: given.path,
    status: 'in_progress',
    conclusion: null,
    headSha: repository.git.commitOf('HEAD') ?? '',
    headBranch: repository.defaultBranch,
    title: `Run ${id}`,
    attempt: 1,
    createdAt: now(),
    jobs: [],
    ...given,
  };
  repository.runs.push(run);
  return run;
}
