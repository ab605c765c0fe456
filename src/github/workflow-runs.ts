import type { RepositoryPlace } from './blob.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';

/** What a run is in as long as there is something to end. */
const UNDER_WAY = ['in_progress', 'queued', 'waiting', 'pending', 'requested'] as const;

/** Runs of one state that are looked at. */
const PER_PAGE = 100;

export type RunsRequest = {
  /** File name of the workflow. */
  workflow: string;
  /** The run's name, which the workflow itself sets. */
  title: string;
};

/** Ids of the runs of a workflow that are under way and have a name. */
export async function listRunsUnderWay(
  github: GitHub,
  { owner, repository: repo }: RepositoryPlace,
  { workflow, title }: RunsRequest,
): Promise<number[]> {
  const ids = new Set<number>();
  for (const status of UNDER_WAY) {
    const asked = { owner, repo, workflow_id: workflow, event: 'issue_comment', status, per_page: PER_PAGE };
    const { data } = await github
      .request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', asked)
      .catch((thrown: unknown) => {
        throw githubFault(thrown, 'list the runs of this workflow');
      });
    for (const { id, display_title: named } of data.workflow_runs) if (named === title) ids.add(Number(id));
  }
  return [...ids];
}

/**
 * Ends a run.
 * @returns false where it has ended by itself
 * @throws Fault of the operator, code github-forbidden where the token may not
 */
export async function cancelRun(github: GitHub, { owner, repository: repo }: RepositoryPlace, runId: number): Promise<boolean> {
  try {
    await github.request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', { owner, repo, run_id: runId });
    return true;
  } catch (thrown) {
    if ([404, 409].includes(Number((thrown as { status?: unknown }).status))) return false;
    throw githubFault(thrown, 'end a run');
  }
}
