import { inRepository, listed, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { commitFacts, shownCommit, shownFacts } from '../commits.ts';

const READ = [['contents', 'read']] as const;

const LETTERS: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', T: 'changed' };

/** The files between two commits, with how many lines differ. */
function filesBetween({ repository, origin }: RepositoryRequest, from: string, to: string) {
  const listedFiles = repository.git.git(['diff-tree', '-r', '-z', '--no-renames', from, to]);
  return [...listedFiles.matchAll(/:\d+ \d+ (\w+) (\w+) ([A-Z])\0([^\0]+)\0/g)].map(
    ([, before = '', after = '', letter = '', path = '']) => ({
      sha: letter === 'D' ? before : after,
      filename: path,
      status: LETTERS[letter] ?? 'modified',
      additions: letter === 'D' ? 0 : 1,
      deletions: letter === 'A' ? 0 : 1,
      changes: 1,
      blob_url: origin,
      raw_url: origin,
      contents_url: origin,
    }),
  );
}

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/commits': inRepository(READ, (request) => {
    const { repository, query, origin } = request;
    const tip = repository.git.commitOf(query.get('sha') ?? repository.defaultBranch);
    if (tip === null) return query.has('sha') ? missing() : refusal(409, 'Git Repository is empty.');
    const facts = commitFacts(repository, [tip, '--', ...(query.has('path') ? [query.get('path') ?? ''] : [])]);
    return listed(request, facts, (one) => shownFacts(repository, origin, one).commit);
  }),
  'GET /repos/{owner}/{repo}/commits/{ref}': inRepository(READ, (request) => {
    const sha = request.repository.git.commitOf(request.parameters.ref ?? '');
    if (sha === null) return refusal(422, `No commit found for SHA: ${request.parameters.ref}`);
    const [parent] = commitFacts(request.repository, ['-1', sha])[0]?.parents ?? [];
    const files = parent === undefined ? [] : filesBetween(request, parent, sha);
    return { status: 200, body: { ...shownCommit(request, sha).commit, files } };
  }),
  'GET /repos/{owner}/{repo}/compare/{basehead}': inRepository(READ, (request) => {
    const { repository, parameters, url, origin } = request;
    const { git } = repository;
    const [base, head] = (parameters.basehead ?? '').split('...').map((name) => git.commitOf(name));
    if (base === undefined || base === null || head === undefined || head === null) return missing();
    const from = git.git(['merge-base', base, head]).trim();
    const ahead = commitFacts(repository, [`${base}..${head}`]).toReversed();
    const behind = commitFacts(repository, [`${head}..${base}`]).length;
    const status = ahead.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
    return {
      status: 200,
      body: {
        url,
        html_url: `${origin}/${repository.owner}/${repository.name}/compare/${parameters.basehead}`,
        status,
        ahead_by: ahead.length,
        behind_by: behind,
        total_commits: ahead.length,
        base_commit: shownCommit(request, base).commit,
        merge_base_commit: shownCommit(request, from).commit,
        commits: ahead.map((one) => shownFacts(repository, origin, one).commit),
        files: filesBetween(request, from, head),
      },
    };
  }),
};
