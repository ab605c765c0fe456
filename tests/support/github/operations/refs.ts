import { type Answer, inRepository, listed, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { NO_OBJECT } from '../git-folder.ts';
import { followBranch } from '../own-branches.ts';
import { fullNameOf } from '../repository.ts';
import { ruleFault } from '../rules.ts';

const READ = [['contents', 'read']] as const;
const WRITE = [['contents', 'write']] as const;

/** What GitHub says where there is no commit at all. */
const emptied = ({ repository }: RepositoryRequest): Answer | null =>
  repository.git.references('refs/heads').length === 0 ? refusal(409, 'Git Repository is empty.') : null;

const named = ({ parameters }: RepositoryRequest): string => `refs/${parameters.ref}`;

function shown({ repository, origin }: RepositoryRequest, name: string, sha: string) {
  const url = `${origin}/repos/${fullNameOf(repository)}/git`;
  const type = repository.git.typeOf(sha) ?? 'commit';
  return { ref: name, url: `${url}/${name}`, object: { sha, type, url: `${url}/${type}s/${sha}` } };
}

const wellFormed = (name: string): boolean => /^refs\/[^/]+\/(?!.*\.\.)[^\s~^:?*[\\]+$/.test(name) && !/[/.]$/.test(name);

/** What the rules say against a change; null where they say nothing. */
function against(
  { world, repository, token }: RepositoryRequest,
  reference: string,
  change: Parameters<typeof ruleFault>[3]['change'],
): Answer | null {
  const fault = ruleFault(world, repository, token, { reference, change });
  return fault === null ? null : refusal(422, fault);
}

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/git/ref/{ref}': inRepository(READ, (request) => {
    const sha = request.repository.git.references(named(request)).find(({ name }) => name === named(request))?.sha;
    return emptied(request) ?? (sha === undefined ? missing() : { status: 200, body: shown(request, named(request), sha) });
  }),
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': inRepository(READ, (request) => {
    const all = request.repository.git.references('refs');
    const matching = all.filter(({ name }) => name.startsWith(named(request)));
    return emptied(request) ?? listed(request, matching, ({ name, sha }) => shown(request, name, sha));
  }),
  'POST /repos/{owner}/{repo}/git/refs': inRepository(WRITE, (request) => {
    const { ref, sha } = request.body as { ref: string; sha: string };
    const { git } = request.repository;
    const empty = emptied(request);
    if (empty !== null) return empty;
    if (!wellFormed(ref)) return refusal(422, `${ref} is not a valid ref name.`);
    if (!/^[0-9a-f]{40}$/.test(sha) || git.typeOf(sha) === null) return refusal(422, 'Object does not exist');
    const ruled = against(request, ref, 'creation');
    if (ruled !== null) return ruled;
    if (git.resolve(ref) !== null || !git.move(ref, { from: NO_OBJECT, to: sha })) return refusal(422, 'Reference already exists');
    return { status: 201, body: shown(request, ref, sha) };
  }),
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': inRepository(WRITE, (request) => {
    const { sha, force = false } = request.body as { sha: string; force?: boolean };
    const { git } = request.repository;
    const from = git.commitOf(named(request));
    if (from === null) return refusal(422, 'Reference does not exist');
    if (git.typeOf(sha) === null) return refusal(422, 'Object does not exist');
    const isForward = git.git(['rev-list', '--count', `${sha}..${from}`]).trim() === '0';
    if (!force && !isForward) return refusal(422, 'Update is not a fast forward');
    const ruled = against(request, named(request), isForward ? 'update' : 'non_fast_forward');
    if (ruled !== null) return ruled;
    if (!git.move(named(request), { from, to: sha })) return refusal(409, 'Reference cannot be updated');
    followBranch(request.repository, named(request));
    return { status: 200, body: shown(request, named(request), sha) };
  }),
  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': inRepository(WRITE, (request) => {
    const { git } = request.repository;
    const from = git.commitOf(named(request));
    if (from === null) return refusal(422, 'Reference does not exist');
    if (named(request) === `refs/heads/${request.repository.defaultBranch}`) return refusal(422, 'Cannot delete the default branch');
    const ruled = against(request, named(request), 'deletion');
    if (ruled !== null) return ruled;
    git.git(['update-ref', '-d', named(request), from]);
    followBranch(request.repository, named(request));
    return { status: 204 };
  }),
};
