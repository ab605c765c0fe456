import { counted, inRepository, listed, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { now } from '../clock.ts';
import type { LoopbackAnnotation, LoopbackCheckRun } from '../repository.ts';

const READ = [['checks', 'read']] as const;
const WRITE = [['checks', 'write']] as const;

type Written = {
  name?: string;
  head_sha?: string;
  status?: string;
  conclusion?: string;
  details_url?: string;
  external_id?: string;
  started_at?: string;
  completed_at?: string;
  output?: { title?: string; summary?: string; text?: string; annotations?: LoopbackAnnotation[] };
};

const found = ({ repository, parameters }: RepositoryRequest) =>
  repository.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));

const shown = (
  {
    id,
    name,
    headSha,
    status,
    conclusion,
    title,
    summary,
    text,
    detailsUrl,
    externalId,
    annotations,
    startedAt,
    completedAt,
  }: LoopbackCheckRun,
  url: string,
) => ({
  id,
  head_sha: headSha,
  external_id: externalId,
  name,
  url,
  html_url: url,
  details_url: detailsUrl ?? url,
  status,
  conclusion,
  started_at: startedAt,
  completed_at: completedAt,
  check_suite: null,
  app: null,
  pull_requests: [],
  output: { title, summary, text, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
});

/** What a request says of a check run; the annotations are added to those before. */
function applied(checkRun: LoopbackCheckRun, { name, status, conclusion, details_url, external_id, completed_at, output }: Written): void {
  if (name !== undefined) checkRun.name = name;
  if (details_url !== undefined) checkRun.detailsUrl = details_url;
  if (external_id !== undefined) checkRun.externalId = external_id;
  if (status !== undefined) checkRun.status = status;
  if (conclusion !== undefined) Object.assign(checkRun, { conclusion, status: 'completed', completedAt: completed_at ?? now() });
  if (output === undefined) return;
  if (output.title !== undefined) checkRun.title = output.title;
  if (output.summary !== undefined) checkRun.summary = output.summary;
  if (output.text !== undefined) checkRun.text = output.text;
  checkRun.annotations.push(...(output.annotations ?? []));
}

export const operations: Operations = {
  'POST /repos/{owner}/{repo}/check-runs': inRepository(WRITE, ({ repository, body, url }) => {
    const written = body as Written & { name: string; head_sha: string };
    if (repository.git.commitOf(written.head_sha) !== written.head_sha) return refusal(422, `No commit found for SHA: ${written.head_sha}`);
    const checkRun: LoopbackCheckRun = {
      id: repository.nextId(),
      name: written.name,
      headSha: written.head_sha,
      status: 'queued',
      conclusion: null,
      title: '',
      summary: '',
      text: null,
      detailsUrl: null,
      externalId: '',
      annotations: [],
      startedAt: written.started_at ?? now(),
      completedAt: null,
    };
    applied(checkRun, written);
    repository.checkRuns.push(checkRun);
    return { status: 201, body: shown(checkRun, `${url}/${checkRun.id}`) };
  }),
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': inRepository(WRITE, (request) => {
    const checkRun = found(request);
    if (checkRun === undefined) return missing();
    applied(checkRun, request.body as Written);
    return { status: 200, body: shown(checkRun, request.url) };
  }),
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': inRepository(READ, (request) => {
    const checkRun = found(request);
    return checkRun === undefined ? missing() : { status: 200, body: shown(checkRun, request.url) };
  }),
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': inRepository(READ, (request) => {
    const checkRun = found(request);
    return checkRun === undefined ? missing() : listed(request, checkRun.annotations);
  }),
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': inRepository(READ, (request) => {
    const { repository, parameters, query, url } = request;
    const commit = repository.git.commitOf(parameters.ref ?? '');
    const all = repository.checkRuns.filter(({ headSha, name }) => headSha === commit && (query.get('check_name') ?? name) === name);
    const newest = new Map(all.map((checkRun): [string, LoopbackCheckRun] => [checkRun.name, checkRun]));
    const of = query.get('filter') === 'all' ? all : [...newest.values()];
    return counted(request, 'check_runs', of, (one) => shown(one, url));
  }),
};
