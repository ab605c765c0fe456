import { inRepository, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { brokenBase64, bytesAnswer, wantsBytes } from '../bytes.ts';
import { commitBy, shownCommit } from '../commits.ts';
import type { Change, GitFolder, TreeEntry } from '../git-folder.ts';

const READ = [['contents', 'read']] as const;
const WRITE = [['contents', 'write']] as const;

const ofType = ({ repository }: RepositoryRequest, sha: string, type: string): boolean =>
  /^[0-9a-f]{40}$/.test(sha) && repository.git.typeOf(sha) === type;

/** Everything below a tree: folders, and what is in them. */
const treesBelow = (git: GitFolder, sha: string): TreeEntry[] =>
  git
    .tree(sha)
    .flatMap((entry) =>
      entry.type === 'tree'
        ? [entry, ...treesBelow(git, entry.sha).map((one) => ({ ...one, path: `${entry.path}/${one.path}` }))]
        : [entry],
    );

type NewTree = { base_tree?: string; tree: { path: string; mode?: string; sha?: string | null; content?: string }[] };

function changeOf({ path, mode = '100644', sha, content }: NewTree['tree'][number]): Change {
  if (sha === null) return { path, removed: true };
  if (sha !== undefined) return { path, sha, mode: Number.parseInt(mode, 8) };
  return { path, bytes: Buffer.from(content ?? ''), mode: Number.parseInt(mode, 8) };
}

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': inRepository(READ, (request) => {
    const { repository, parameters, url } = request;
    const { file_sha: sha = '' } = parameters;
    if (!ofType(request, sha, 'blob')) return missing();
    const bytes = repository.git.read(sha);
    if (wantsBytes(request)) return bytesAnswer(bytes);
    return { status: 200, body: { sha, size: bytes.length, url, content: brokenBase64(bytes), encoding: 'base64' } };
  }),
  'POST /repos/{owner}/{repo}/git/blobs': inRepository(WRITE, ({ repository, body, url }) => {
    const { content, encoding = 'utf-8' } = body as { content: string; encoding?: string };
    const sha = repository.git.write(Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
    return { status: 201, body: { sha, url: `${url}/${sha}` } };
  }),
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': inRepository(READ, ({ repository, parameters, query, url }) => {
    const sha = repository.git.treeOf(parameters.tree_sha ?? '');
    if (sha === null) return missing();
    const tree = query.has('recursive') ? treesBelow(repository.git, sha) : repository.git.tree(sha);
    const shown = tree.map(({ path, mode, type, sha: of, bytes }) => ({
      path,
      mode,
      type,
      sha: of,
      ...(type === 'blob' ? { size: bytes } : {}),
    }));
    return { status: 200, body: { sha, url, tree: shown, truncated: false } };
  }),
  'POST /repos/{owner}/{repo}/git/trees': inRepository(WRITE, ({ repository, body, url }) => {
    const { base_tree: base, tree } = body as NewTree;
    const { git } = repository;
    const from = base === undefined ? null : git.treeOf(base);
    if (base !== undefined && from === null) return refusal(422, 'Tree SHA does not exist');
    const sha = git.writeTree(from, tree.map(changeOf));
    const entries = git.tree(sha).map(({ path, mode, type, sha: of }) => ({ path, mode, type, sha: of }));
    return { status: 201, body: { sha, url: `${url}/${sha}`, tree: entries, truncated: false } };
  }),
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': inRepository(READ, (request) => {
    const { commit_sha: sha = '' } = request.parameters;
    return ofType(request, sha, 'commit') ? { status: 200, body: shownCommit(request, sha).commitObject } : missing();
  }),
  'POST /repos/{owner}/{repo}/git/commits': inRepository(WRITE, (request) => {
    const { message, tree, parents = [] } = request.body as { message: string; tree: string; parents?: string[] };
    if (!ofType(request, tree, 'tree')) return refusal(422, 'Tree SHA does not exist');
    if (!parents.every((parent) => ofType(request, parent, 'commit'))) return refusal(422, 'Parent SHA does not exist');
    const sha = commitBy(request, { parents, changes: [{ path: '', sha: tree, mode: 0o040000 }], message });
    return { status: 201, body: shownCommit(request, sha).commitObject };
  }),
};
