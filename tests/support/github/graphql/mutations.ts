import type { World } from '../answer.ts';
import { now } from '../clock.ts';
import { commitBy } from '../commits.ts';
import { type Change, NO_OBJECT } from '../git-folder.ts';
import { followBranch } from '../own-branches.ts';
import { fullNameOf, type LoopbackPullRequest, type LoopbackRepository } from '../repository.ts';
import { maySee } from '../rest.ts';
import { ruleFault } from '../rules.ts';
import type { Token } from '../tokens.ts';
import { commitFor, partsOf, refFor } from './objects.ts';
import { pullRequestFor } from './pull-request.ts';
import { Refusal } from './refusal.ts';
import { demand } from './repository.ts';

/** Bytes that one commit may carry, as they are in the request. */
export const LARGEST_COMMIT = 5 * 1024 * 1024;

type CommitInput = {
  branch: { repositoryNameWithOwner?: string | null; branchName?: string | null; id?: string | null };
  expectedHeadOid: string;
  message: { headline: string; body?: string | null };
  fileChanges?: { additions?: { path: string; contents: string }[] | null; deletions?: { path: string }[] | null } | null;
  clientMutationId?: string | null;
};

const WRITE = [['contents', 'write']] as const;

/** The changes that a token can ask for. */
export function mutations(world: World, token: Token) {
  const writable = (fits: (repository: LoopbackRepository) => boolean, what: string): LoopbackRepository => {
    const repository = world.repositories.find((one) => fits(one) && maySee(token, one));
    if (repository === undefined) throw new Refusal('NOT_FOUND', `Could not resolve to a ${what}.`);
    demand(repository, token, WRITE);
    return repository;
  };
  const ofRef = (refId: string) => {
    const [kind, id, name = ''] = partsOf(refId);
    const repository = writable((one) => kind === 'Ref' && String(one.id) === id, `node with the global id of '${refId}'`);
    const sha = repository.git.commitOf(name);
    if (sha === null) throw new Refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${refId}'`);
    return { repository, name, sha };
  };
  const obey = (repository: LoopbackRepository, reference: string, change: Parameters<typeof ruleFault>[3]['change']) => {
    const fault = ruleFault(world, repository, token, { reference, change });
    if (fault !== null) throw new Refusal('UNPROCESSABLE', fault);
  };
  return {
    createCommitOnBranch({ input }: { input: CommitInput }) {
      const { branch, clientMutationId } = input;
      const place = branch.id ? ofRef(branch.id) : null;
      const named = branch.repositoryNameWithOwner ?? '';
      const repository = place?.repository ?? writable((one) => fullNameOf(one) === named, `Repository with the name '${named}'`);
      const reference = place?.name ?? `refs/heads/${(branch.branchName ?? '').replace(/^refs\/heads\//, '')}`;
      obey(repository, reference, 'update');
      const sha = commitOnBranch({ repository, token, reference, input });
      followBranch(repository, reference);
      return { clientMutationId, commit: () => commitFor(repository, sha), ref: () => refFor(repository, reference, sha) };
    },
    createRef({
      input: { repositoryId, name, oid, clientMutationId },
    }: {
      input: { repositoryId: string; name: string; oid: string; clientMutationId?: string | null };
    }) {
      const [kind, id] = partsOf(repositoryId);
      const repository = writable((one) => kind === 'Repository' && String(one.id) === id, `node with the global id of '${repositoryId}'`);
      if (!name.startsWith('refs/')) throw new Refusal('UNPROCESSABLE', 'Ref name must be fully qualified');
      if (repository.git.typeOf(oid) === null) throw new Refusal('UNPROCESSABLE', `Object does not exist: ${oid}`);
      obey(repository, name, 'creation');
      if (repository.git.resolve(name) !== null || !repository.git.move(name, { from: NO_OBJECT, to: oid })) {
        throw new Refusal('UNPROCESSABLE', `A ref named "${name}" already exists in the repository.`);
      }
      return { clientMutationId, ref: refFor(repository, name, oid) };
    },
    updateRef({
      input: { refId, oid, force, clientMutationId },
    }: {
      input: { refId: string; oid: string; force?: boolean | null; clientMutationId?: string | null };
    }) {
      const { repository, name, sha } = ofRef(refId);
      const { git } = repository;
      if (git.typeOf(oid) === null) throw new Refusal('UNPROCESSABLE', `Object does not exist: ${oid}`);
      const isForward = git.git(['rev-list', '--count', `${oid}..${sha}`]).trim() === '0';
      if (force !== true && !isForward) throw new Refusal('UNPROCESSABLE', 'Update is not a fast forward');
      obey(repository, name, isForward ? 'update' : 'non_fast_forward');
      if (!git.move(name, { from: sha, to: oid })) throw new Refusal('STALE_DATA', 'The reference has moved. Pull and try again.');
      followBranch(repository, name);
      return { clientMutationId, ref: refFor(repository, name, oid) };
    },
    createPullRequest({ input }: { input: NewPullRequest }) {
      const [kind, id] = partsOf(input.repositoryId);
      const what = `node with the global id of '${input.repositoryId}'`;
      const repository = world.repositories.find((one) => kind === 'Repository' && String(one.id) === id && maySee(token, one));
      if (repository === undefined) throw new Refusal('NOT_FOUND', `Could not resolve to a ${what}.`);
      demand(repository, token, [['pull-requests', 'write']]);
      const opened = openBetween(repository, token, input);
      return { clientMutationId: input.clientMutationId, pullRequest: () => pullRequestFor(repository, opened, token.id) };
    },
    deleteRef({ input: { refId, clientMutationId } }: { input: { refId: string; clientMutationId?: string | null } }) {
      const { repository, name, sha } = ofRef(refId);
      obey(repository, name, 'deletion');
      repository.git.git(['update-ref', '-d', name, sha]);
      followBranch(repository, name);
      return { clientMutationId };
    },
  };
}

type NewPullRequest = {
  repositoryId: string;
  baseRefName: string;
  headRefName: string;
  title: string;
  body?: string | null;
  clientMutationId?: string | null;
};

/** Opens a pull request between two branches of one repository. */
function openBetween(repository: LoopbackRepository, token: Token, input: NewPullRequest): LoopbackPullRequest {
  const { git, pullRequests, owner } = repository;
  const [headSha, baseSha] = [git.commitOf(`refs/heads/${input.headRefName}`), git.commitOf(`refs/heads/${input.baseRefName}`)];
  if (headSha === null || baseSha === null || headSha === baseSha) throw new Refusal('UNPROCESSABLE', 'No commits between the branches');
  if (pullRequests.some(({ headBranch, from, state }) => headBranch === input.headRefName && from === owner && state === 'open')) {
    throw new Refusal('UNPROCESSABLE', `A pull request already exists for ${owner}:${input.headRefName}.`);
  }
  const opened: LoopbackPullRequest = {
    number: repository.nextId(),
    title: input.title,
    body: input.body ?? null,
    author: { id: token.id, login: token.login },
    from: owner,
    headBranch: input.headRefName,
    headSha,
    baseSha,
    files: [],
    state: 'open',
    draft: false,
    locked: false,
    merged: null,
    createdAt: now(),
    updatedAt: now(),
    closedAt: null,
  };
  pullRequests.push(opened);
  return opened;
}

type Place = { repository: LoopbackRepository; token: Token; reference: string; input: CommitInput };

/** Commits onto a branch that stands where it is expected to; gives the new commit. */
function commitOnBranch({ repository, token, reference, input }: Place): string {
  const { git } = repository;
  const { expectedHeadOid: from, message, fileChanges } = input;
  const additions = fileChanges?.additions ?? [];
  const deletions = fileChanges?.deletions ?? [];
  const bytes = additions.reduce((sum, { contents }) => sum + contents.length, 0);
  if (bytes > LARGEST_COMMIT) throw new Refusal('UNPROCESSABLE', 'The commit is too large.');
  const tip = git.commitOf(reference);
  if (tip === null) throw new Refusal('NOT_FOUND', `Could not resolve to a Ref with the name '${reference}'.`);
  const stale = new Refusal('STALE_DATA', `Expected branch to point to "${from}" but it did not.  Pull and try again.`);
  if (tip !== from) throw stale;
  const files = new Set(git.files(from).map(({ path }) => path));
  if (deletions.some(({ path }) => !files.has(path))) {
    throw new Refusal('UNPROCESSABLE', `A path was requested for deletion which does not exist as of commit oid \`${from}\``);
  }
  const wrong = additions.find(({ path }) => path === '' || path.split('/').some((part) => ['', '.', '..', '.git'].includes(part)));
  if (wrong !== undefined) throw new Refusal('UNPROCESSABLE', `path contains a malformed path component: ${wrong.path}`);
  const changes: Change[] = [
    ...deletions.map(({ path }) => ({ path, removed: true as const })),
    ...additions.map(({ path, contents }) => ({ path, bytes: Buffer.from(contents, 'base64') })),
  ];
  const text = message.body ? `${message.headline}\n\n${message.body}` : message.headline;
  const to = commitBy({ repository, token }, { parents: [from], changes, message: text });
  if (!git.move(reference, { from, to })) throw stale;
  return to;
}
