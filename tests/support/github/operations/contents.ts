import { type Answer, inRepository, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { brokenBase64, bytesAnswer, wantsBytes } from '../bytes.ts';
import { commitBy, shownCommit } from '../commits.ts';
import { NO_OBJECT, type TreeEntry } from '../git-folder.ts';
import { ruleFault } from '../rules.ts';

const READ = [['contents', 'read']] as const;
const WRITE = [['contents', 'write']] as const;

/** GitHub gives larger files as bytes only, up to a hundred times this. */
const LARGEST_AS_JSON = 1024 * 1024;

function shown({ url }: RepositoryRequest, { path, type, sha, bytes }: TreeEntry) {
  const links = { url, git_url: url, html_url: url, download_url: type === 'blob' ? url : null };
  const _links = { self: url, git: url, html: url };
  return { type: type === 'blob' ? 'file' : 'dir', name: path.slice(path.lastIndexOf('/') + 1), path, sha, size: bytes, ...links, _links };
}

function fileShown(request: RepositoryRequest, entry: TreeEntry): Answer {
  const bytes = request.repository.git.read(entry.sha);
  if (wantsBytes(request)) return bytesAnswer(bytes);
  const small = bytes.length <= LARGEST_AS_JSON;
  return {
    status: 200,
    body: { ...shown(request, entry), content: small ? brokenBase64(bytes) : '', encoding: small ? 'base64' : 'none' },
  };
}

type Write = { message: string; content?: string; sha?: string; branch?: string };

/** The branch of a write, its tip, and the file that is there now. */
function placeOf({ repository, parameters, body }: RepositoryRequest) {
  const { branch = repository.defaultBranch } = body as Write;
  const reference = `refs/heads/${branch}`;
  const tip = repository.git.commitOf(reference);
  return { branch, reference, tip, known: tip === null ? null : repository.git.resolve(`${tip}:${parameters.path}`) };
}

function write(request: RepositoryRequest, change: { removed: true } | { bytes: Uint8Array }): Answer {
  const { repository, parameters, body } = request;
  const { path = '' } = parameters;
  const { message, sha } = body as Write;
  const { branch, reference, tip, known } = placeOf(request);
  const isFirst = repository.git.references('refs/heads').length === 0;
  if (tip === null && !(isFirst && branch === repository.defaultBranch)) return refusal(404, `Branch ${branch} not found`);
  if (known === null && 'removed' in change) return missing();
  if (known !== null && sha === undefined) return refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (sha !== undefined && sha !== known) return refusal(409, `${path} does not match ${sha}`);
  const ruled = ruleFault(request.world, repository, request.token, { reference, change: tip === null ? 'creation' : 'update' });
  if (ruled !== null) return refusal(409, ruled);
  const to = commitBy(request, { parents: tip === null ? [] : [tip], changes: [{ path, ...change }], message });
  if (!repository.git.move(reference, { from: tip ?? NO_OBJECT, to })) return refusal(409, `is at ${tip} but expected another commit`);
  const now = repository.git.resolve(`${to}:${path}`);
  const entry = now === null ? null : { path, mode: '100644', type: 'blob' as const, sha: now, bytes: repository.git.read(now).length };
  return {
    status: known === null ? 201 : 200,
    body: { content: entry === null ? null : shown(request, entry), commit: shownCommit(request, to).commitObject },
  };
}

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/contents/{path}': inRepository(READ, (request) => {
    const { repository, parameters, query } = request;
    const commit = repository.git.commitOf(query.get('ref') ?? repository.defaultBranch);
    if (commit === null)
      return query.has('ref') ? refusal(404, `No commit found for the ref ${query.get('ref')}`) : refusal(404, 'This repository is empty.');
    const path = (parameters.path ?? '').replace(/\/+$/, '');
    const sha = repository.git.resolve(`${commit}:${path}`);
    if (sha === null) return missing();
    if (repository.git.typeOf(sha) === 'tree') {
      const entries = repository.git.tree(sha).map((entry) => ({ ...entry, path: `${path}/${entry.path}` }));
      return { status: 200, body: entries.map((entry) => shown(request, entry)) };
    }
    return fileShown(request, { path, mode: '100644', type: 'blob', sha, bytes: repository.git.read(sha).length });
  }),
  'PUT /repos/{owner}/{repo}/contents/{path}': inRepository(WRITE, (request) =>
    write(request, { bytes: Buffer.from((request.body as Write).content ?? '', 'base64') }),
  ),
  'DELETE /repos/{owner}/{repo}/contents/{path}': inRepository(WRITE, (request) => write(request, { removed: true })),
};
