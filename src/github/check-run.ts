import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';

/** A sentence at a line of a file, plain text. */
export type Annotation = {
  path: string;
  line: number;
  title: string;
  message: string;
  /** A failure where left out. */
  level?: 'failure' | 'warning';
};

export type CheckRun = {
  name: string;
  conclusion: 'success' | 'failure' | 'neutral';
  title: string;
  /** Markdown, at most 65,535 characters. */
  summary: string;
  annotations: readonly Annotation[];
};

/** Annotations that one request takes. */
const AT_ONCE = 50;

/**
 * Puts a finished check on the commit. Annotations beyond the first 50 follow in requests of their own.
 * @throws Fault of the operator, code github-forbidden where the token may not write checks
 */
export async function putCheckRun(github: GitHub, { owner, repository: repo, headSha }: PullRequestAt, check: CheckRun): Promise<void> {
  const { name, conclusion, title, summary } = check;
  const output = (from: number) => ({ title, summary, annotations: check.annotations.slice(from, from + AT_ONCE).map(written) });
  try {
    const created = await github.request('POST /repos/{owner}/{repo}/check-runs', {
      owner,
      repo,
      name,
      head_sha: headSha,
      status: 'completed',
      conclusion,
      output: output(0),
    });
    for (let from = AT_ONCE; from < check.annotations.length; from += AT_ONCE) {
      const at = { owner, repo, check_run_id: created.data.id };
      await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { ...at, output: output(from) });
    }
  } catch (thrown) {
    throw githubFault(thrown, 'put a check on the commit');
  }
}

const written = ({ path, line, title, message, level = 'failure' }: Annotation) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message,
});
