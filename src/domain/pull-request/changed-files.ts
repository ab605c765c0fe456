import { quoted } from '../submission/hostile-characters.ts';
import { pullRequestFault } from './checks.ts';

/** A file that a pull request changes, as GitHub lists it. */
export type ChangedFile = {
  path: string;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
};

/** What is wrong with a pull request as a whole. */
export type PullRequestFault = { code: string; message: string; mend: string };

/** A pull request's files by what they mean to this bot. */
export type SortedFiles = {
  /** Paths of submissions to validate, in GitHub's order. */
  submissions: string[];
  /** Paths of submissions that it takes out, where it does nothing else. */
  removed: string[];
  faults: PullRequestFault[];
};

/** Meant as submissions, though the folder may be written in another way: the path's own check says how. The folder's README is none. */
const MEANT = /^submissions?\/(?!README\.md$)/i;

/** Names in one sentence; nobody reads more. */
const NAMED = 5;

/**
 * Sorts the files of a pull request. One without any submission has no fault: it is another matter.
 * @param complete whether these are all of its files
 */
export function sortChangedFiles(files: readonly ChangedFile[], limits: { maxSubmissions: number; complete: boolean }): SortedFiles {
  const meant = files.filter(({ path }) => MEANT.test(path));
  if (meant.length === 0) return { submissions: [], removed: [], faults: [] };
  const withStatus = (...wanted: ChangedFile['status'][]) => meant.filter(({ status }) => wanted.includes(status)).map(({ path }) => path);
  const submissions = withStatus('added', 'modified', 'changed', 'copied');
  const faults: PullRequestFault[] = [];
  const other = files.filter(({ path }) => !MEANT.test(path)).map(({ path }) => path);
  if (other.length > 0) {
    const message = `It changes ${named(other)}, outside of submissions/.`;
    faults.push(pullRequestFault('P-files-other', message));
  }
  const renamed = withStatus('renamed');
  if (renamed.length > 0) {
    const message = `It renames a file to ${named(renamed)}.`;
    faults.push(pullRequestFault('P-file-renamed', message));
  }
  const removed = withStatus('removed');
  const isRemovalAlone = removed.length === files.length;
  if (removed.length > 0 && !isRemovalAlone) {
    const message = `It removes ${named(removed)}.`;
    faults.push(pullRequestFault('P-file-removed', message));
  }
  if (!limits.complete) {
    const message = 'It changes more files than are listed for one pull request.';
    faults.push(pullRequestFault('P-files-too-many', message));
  }
  if (submissions.length > limits.maxSubmissions) {
    const most = limits.maxSubmissions === 1 ? 'one submission' : `${limits.maxSubmissions} submissions`;
    const message = `It holds ${submissions.length} submissions; one pull request takes ${most}.`;
    faults.push(pullRequestFault('P-submissions-too-many', message));
  }
  return { submissions: submissions.slice(0, limits.maxSubmissions), removed: isRemovalAlone ? removed : [], faults };
}

function named(paths: readonly string[]): string {
  const shown = paths.slice(0, NAMED).map(quoted).join(', ');
  return paths.length > NAMED ? `${shown} and ${paths.length - NAMED} more` : shown;
}

/** Another open pull request, and the files it changes. */
export type OpenPullRequest = { number: number; paths: string[] };

/** Numbers of other open pull requests that change the same file, by its path. Paths that differ in case alone are the same. */
export function duplicatesOf(paths: readonly string[], open: readonly OpenPullRequest[], own: number): Map<string, number[]> {
  const found = paths.map((path): [string, number[]] => {
    const same = (other: string) => other.toLowerCase() === path.toLowerCase();
    return [path, open.filter(({ number, paths: theirs }) => number !== own && theirs.some(same)).map(({ number }) => number)];
  });
  return new Map(found.filter(([, numbers]) => numbers.length > 0));
}
