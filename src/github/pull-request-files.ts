import type { ChangedFile } from '../domain/pull-request/changed-files.ts';
import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { FoundFile, SubmissionFiles } from '../ports/submission-files.ts';
import { readBlob } from './blob.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';
import type { TreeFile } from './overview.ts';

/** Files in one answer, the most there can be, and answers that are read. A submission changes one file. */
const PER_PAGE = 100;
const MOST_PAGES = 3;

export type ListedFiles = { files: ChangedFile[]; complete: boolean };

/** The files that a pull request changes, the first 300 of them. */
export async function listChangedFiles(github: GitHub, { owner, repository, number }: PullRequestAt): Promise<ListedFiles> {
  const files: ChangedFile[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, headers } = await github
      .request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        owner,
        repo: repository,
        pull_number: number,
        per_page: PER_PAGE,
        page,
      })
      .catch((thrown: unknown) => {
        throw githubFault(thrown, 'list the files of the pull request');
      });
    files.push(...data.map(({ filename, status }) => ({ path: filename, status })));
    if (!/rel="next"/.test(headers.link ?? '')) return { files, complete: true };
  }
  return { files, complete: false };
}

/** Modes of git: a plain file, one that is executable, a symbolic link. */
const PLAIN = 0o100644;
const LINK = 0o120000;

const ROOT = '/pull-request';

/**
 * Submissions of a pull request, read by the SHA of their blobs: nothing is checked out. Only plain files are fetched, and
 * only within the limit; the bytes are those of the SHA or none.
 */
export function pullRequestFiles(github: GitHub, event: PullRequestAt, tree: ReadonlyMap<string, TreeFile>): SubmissionFiles {
  return {
    resolve: (path) => (path.startsWith('/') ? path : path === '.' ? ROOT : `${ROOT}/${path}`),
    list: async () => null,
    async read(path, { limit }): Promise<FoundFile> {
      const file = tree.get(path.slice(ROOT.length + 1));
      if (file === undefined) return { kind: 'missing' };
      if (file.mode === LINK) return { kind: 'symlink' };
      if (file.mode !== PLAIN) return { kind: 'not a file' };
      if (file.bytes > limit) return { kind: 'too large', bytes: file.bytes };
      return { kind: 'read', bytes: await readBlob(github, event, file.sha, 'a file of the pull request') };
    },
  };
}
