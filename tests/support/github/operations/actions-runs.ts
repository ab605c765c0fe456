import { type Answer, counted, inRepository, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { now } from '../clock.ts';
import { fullNameOf, type LoopbackRun } from '../repository.ts';
import { shownAccount, shownRepository } from '../shown.ts';

const READ = [['actions', 'read']] as const;
const WRITE = [['actions', 'write']] as const;

const found = ({ repository, parameters }: RepositoryRequest): LoopbackRun | undefined =>
  repository.runs.find(({ id }) => id === Number(parameters.run_id));

function shown({ repository, origin }: RepositoryRequest, run: LoopbackRun) {
  const url = `${origin}/repos/${fullNameOf(repository)}/actions/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    display_title: run.title,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    run_number: run.id,
    run_attempt: run.attempt,
    actor: shownAccount(run.actor),
    triggering_actor: shownAccount(run.actor),
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    url,
    html_url: `${origin}/${fullNameOf(repository)}/actions/runs/${run.id}`,
    repository: shownRepository(repository, origin),
    head_repository: shownRepository(repository, origin),
    pull_requests: [],
  };
}

function chosen({ repository, query }: RepositoryRequest, file: string | null = null): LoopbackRun[] {
  const [status, event, sha, actor] = ['status', 'event', 'head_sha', 'actor'].map((name) => query.get(name));
  const since = /^>=?(.+)$/.exec(query.get('created') ?? '')?.[1];
  return repository.runs
    .filter((run) => !status || run.status === status || run.conclusion === status)
    .filter((run) => (!event || run.event === event) && (!sha || run.headSha === sha) && (!actor || run.actor.login === actor))
    .filter((run) => (file === null || run.path.endsWith(`/${file}`)) && (since === undefined || run.createdAt >= since))
    .toReversed();
}

function cancelled(request: RepositoryRequest): Answer {
  const run = found(request);
  if (run === undefined) return missing();
  if (run.status === 'completed') return refusal(409, 'Cannot cancel a workflow run that is completed.');
  Object.assign(run, { status: 'completed', conclusion: 'cancelled' });
  for (const job of run.jobs) {
    if (job.status !== 'completed') Object.assign(job, { status: 'completed', conclusion: 'cancelled', completedAt: now() });
  }
  return { status: 202, body: {} };
}

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/actions/runs': inRepository(READ, (request) =>
    counted(request, 'workflow_runs', chosen(request), (run) => shown(request, run)),
  ),
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': inRepository(READ, (request) =>
    counted(request, 'workflow_runs', chosen(request, request.parameters.workflow_id), (run) => shown(request, run)),
  ),
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}': inRepository(READ, (request) => {
    const run = found(request);
    return run === undefined ? missing() : { status: 200, body: shown(request, run) };
  }),
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs': inRepository(READ, (request) => {
    const run = found(request);
    if (run === undefined) return missing();
    return counted(request, 'jobs', run.jobs, ({ startedAt, completedAt, ...job }) => ({
      ...job,
      run_id: run.id,
      head_sha: run.headSha,
      started_at: startedAt,
      completed_at: completedAt,
    }));
  }),
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts': inRepository(READ, (request) =>
    found(request) === undefined ? missing() : counted(request, 'artifacts', []),
  ),
  'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel': inRepository(WRITE, cancelled),
  'POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel': inRepository(WRITE, cancelled),
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': inRepository(WRITE, ({ repository, parameters, body }) => {
    const { ref, inputs = {} } = body as { ref: string; inputs?: object };
    if (repository.git.commitOf(ref) === null) return refusal(422, `No ref found for: ${ref}`);
    repository.dispatches.push({ workflow: parameters.workflow_id ?? '', ref, inputs });
    return { status: 204 };
  }),
};
