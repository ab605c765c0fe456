import { commitFacts, isSigned } from '../commits.ts';
import type { TreeEntry } from '../git-folder.ts';
import { fullNameOf, type LoopbackRepository } from '../repository.ts';
import { connection, type PageArguments } from './connection.ts';

/** Bytes of a file's text in one answer; what is longer is cut off. */
const LONGEST_TEXT = 512_000;

/** Names of things in GraphQL: what they are, and which. */
export const idOf = (...parts: (string | number)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a name; none where it is no name of ours. */
export function partsOf(id: string): string[] {
  try {
    return (JSON.parse(Buffer.from(id, 'base64url').toString()) as unknown[]).map(String);
  } catch {
    return [];
  }
}

/** What an expression such as HEAD:policy.yaml means; null where there is nothing. */
export function objectAt(repository: LoopbackRepository, expression: string) {
  const sha = repository.git.resolve(expression);
  return sha === null ? null : objectFor(repository, sha);
}

function objectFor(repository: LoopbackRepository, sha: string): object | null {
  const type = repository.git.typeOf(sha);
  if (type === 'blob') return blobFor(repository, sha);
  if (type === 'tree') return treeFor(repository, sha);
  if (type === 'commit') return commitFor(repository, sha);
  return null;
}

function blobFor({ git, id }: LoopbackRepository, sha: string) {
  const bytes = git.read(sha);
  const isBinary = bytes.subarray(0, 8000).includes(0);
  return {
    __typename: 'Blob',
    id: idOf('Blob', id, sha),
    oid: sha,
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > LONGEST_TEXT,
    text: isBinary ? null : bytes.subarray(0, LONGEST_TEXT).toString(),
  };
}

const treeFor = (repository: LoopbackRepository, sha: string) => ({
  __typename: 'Tree',
  id: idOf('Tree', repository.id, sha),
  oid: sha,
  entries: repository.git.tree(sha).map((entry) => entryFor(repository, entry)),
});

const entryFor = (repository: LoopbackRepository, { path, mode, type, sha, bytes }: TreeEntry) => ({
  name: path,
  path,
  mode: Number.parseInt(mode, 8),
  type,
  oid: sha,
  size: bytes,
  object: () => objectFor(repository, sha),
});

export function commitFor(repository: LoopbackRepository, sha: string) {
  const [facts] = commitFacts(repository, ['-1', sha]);
  if (facts === undefined) return null;
  const { message, tree, parents, author, committer } = facts;
  return {
    __typename: 'Commit',
    id: idOf('Commit', repository.id, sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    message,
    messageHeadline: message.split('\n')[0],
    messageBody: message.split('\n').slice(2).join('\n'),
    authoredDate: author.date,
    committedDate: committer.date,
    url: `https://loopback.invalid/${fullNameOf(repository)}/commit/${sha}`,
    author: { name: author.name, email: author.email, date: author.date },
    committer: { name: committer.name, email: committer.email, date: committer.date },
    signature: isSigned(facts) ? { __typename: 'GpgSignature', isValid: true, wasSignedByGitHub: true, state: 'VALID' } : null,
    tree: () => treeFor(repository, tree),
    parents: (page: PageArguments) => connection('parents', parents, page, (parent) => commitFor(repository, parent)),
    file({ path }: { path: string }) {
      const of = repository.git.files(sha).find((entry) => entry.path === path);
      return of === undefined ? null : entryFor(repository, { ...of, type: 'blob', bytes: repository.git.read(of.sha).length });
    },
    history({ path, ...page }: PageArguments & { path?: string | null }) {
      const all = commitFacts(repository, [sha, '--', ...(path ? [path] : [])]);
      return connection('history', all, page, (one) => commitFor(repository, one.sha));
    },
  };
}

export const refFor = (repository: LoopbackRepository, name: string, sha: string) => ({
  __typename: 'Ref',
  id: idOf('Ref', repository.id, name),
  name: name.replace(/^refs\/(heads|tags)\//, ''),
  prefix: /^refs\/[^/]+\//.exec(name)?.[0] ?? 'refs/',
  target: () => objectFor(repository, sha),
});

/** The reference of a full or a short name; null where there is none. */
export function refNamed(repository: LoopbackRepository, given: string) {
  const names = given.startsWith('refs/') ? [given] : [`refs/heads/${given}`, `refs/tags/${given}`];
  for (const name of names) {
    const sha = repository.git.references(name).find((one) => one.name === name)?.sha;
    if (sha !== undefined) return refFor(repository, name, sha);
  }
  return null;
}
