import type { KnownOperation } from './description.ts';
import type { LoopbackCheckRun, LoopbackComment, LoopbackRepository } from './state.ts';
import { type Grants, may, NOT_ACCESSIBLE, type Token } from './tokens.ts';

export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

type Request = {
  repository: LoopbackRepository;
  token: Token;
  operation: KnownOperation;
  query: URLSearchParams;
  body: unknown;
  url: string;
};

const NEEDS: Readonly<Record<string, [keyof Grants, 'read' | 'write']>> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': ['pull-requests', 'read'],
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': ['contents', 'read'],
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': ['pull-requests', 'write'],
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': ['pull-requests', 'write'],
  'POST /repos/{owner}/{repo}/check-runs': ['checks', 'write'],
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': ['checks', 'write'],
};

const ANSWERS: Readonly<Record<string, (request: Request) => Answer>> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': listFiles,
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': getBlob,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': createComment,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': changeComment,
  'POST /repos/{owner}/{repo}/check-runs': createCheckRun,
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': changeCheckRun,
};

export const refusal = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

/** Answers a request that fits the description, as the token's grants allow. */
export function answerRest(request: Request): Answer {
  const { operation, token, repository } = request;
  const { owner, repo } = operation.parameters;
  if (owner !== repository.owner || repo !== repository.name) return refusal(404, 'Not Found');
  const [permission, access] = NEEDS[operation.name] ?? ['contents', 'write'];
  if (!may(token, permission, access)) return refusal(403, NOT_ACCESSIBLE);
  return ANSWERS[operation.name]?.(request) ?? refusal(404, 'Not Found');
}

const numberIn = ({ operation }: Request, name: string): number => Number(operation.parameters[name]);

function listFiles(request: Request): Answer {
  const { repository, query, url } = request;
  const pullRequest = repository.pullRequests.find(({ number }) => number === numberIn(request, 'pull_number'));
  if (pullRequest === undefined) return refusal(404, 'Not Found');
  const perPage = Math.min(100, Number(query.get('per_page') ?? 30));
  const page = Number(query.get('page') ?? 1);
  const { files, headSha } = pullRequest;
  const body = files.slice((page - 1) * perPage, page * perPage).map(({ path, status, sha }) => ({
    sha,
    filename: path,
    status,
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: `${url}/blob/${headSha}`,
    raw_url: `${url}/raw/${headSha}`,
    contents_url: `${url}/contents?ref=${headSha}`,
    patch: '@@ -0,0 +1 @@',
  }));
  const next = page * perPage < files.length ? { link: `<${url}?page=${page + 1}>; rel="next"` } : undefined;
  return { status: 200, body, ...(next === undefined ? {} : { headers: next }) };
}

function getBlob({ repository, operation, url }: Request): Answer {
  const sha = operation.parameters.file_sha ?? '';
  const bytes = repository.blobs.get(sha);
  if (bytes === undefined) return refusal(404, 'Not Found');
  // GitHub breaks the lines of base64.
  const content = Buffer.from(bytes).toString('base64').replace(/.{60}/g, '$&\n');
  return { status: 200, body: { sha, node_id: 'B_1', size: bytes.length, url, content, encoding: 'base64' } };
}

const TIME = '2026-01-01T00:00:00Z';

const shown = ({ id, body, author }: LoopbackComment, url: string) => ({
  id,
  node_id: `IC_${id}`,
  url,
  html_url: url,
  issue_url: url,
  body,
  user: author === null ? null : userOf(author, url),
  created_at: TIME,
  updated_at: TIME,
});

const userOf = ({ id, login }: { id: number; login: string }, url: string) => ({
  id,
  login,
  node_id: `U_${id}`,
  type: 'Bot',
  site_admin: false,
  gravatar_id: '',
  ...Object.fromEntries(
    ['avatar', 'events', 'followers', 'following', 'gists', 'html', 'organizations', 'received_events', 'repos', 'starred', 'subscriptions']
      .map((part) => [`${part}_url`, url])
      .concat([['url', url]]),
  ),
});

/** Characters that GitHub takes in one comment. */
const LONGEST_COMMENT = 65_536;

function createComment(request: Request): Answer {
  const { repository, token, body, url } = request;
  const pullRequest = repository.pullRequests.find(({ number }) => number === numberIn(request, 'issue_number'));
  if (pullRequest === undefined) return refusal(404, 'Not Found');
  if (pullRequest.locked) return refusal(403, 'Unable to create comment because issue is locked.');
  const text = (body as { body: string }).body;
  if (text.length > LONGEST_COMMENT) return refusal(422, 'Validation Failed');
  const author = { id: token.id, login: token.login };
  const comment = { id: 1000 + repository.comments.length, pullRequest: pullRequest.number, author, body: text };
  repository.comments.push(comment);
  return { status: 201, body: shown(comment, url) };
}

function changeComment(request: Request): Answer {
  const { repository, body, url } = request;
  const comment = repository.comments.find(({ id }) => id === numberIn(request, 'comment_id'));
  if (comment === undefined) return refusal(404, 'Not Found');
  const text = (body as { body: string }).body;
  if (text.length > LONGEST_COMMENT) return refusal(422, 'Validation Failed');
  comment.body = text;
  return { status: 200, body: shown(comment, url) };
}

type Written = {
  name: string;
  head_sha: string;
  conclusion: string;
  output: { title: string; summary: string; annotations: LoopbackCheckRun['annotations'] };
};

function createCheckRun({ repository, body, url }: Request): Answer {
  const { name, head_sha: headSha, conclusion, output } = body as Written;
  if (!repository.trees.has(headSha)) return refusal(422, `No commit found for SHA: ${headSha}`);
  const { title, summary, annotations } = output;
  const checkRun = { id: 500 + repository.checkRuns.length, name, headSha, conclusion, title, summary, annotations: [...annotations] };
  repository.checkRuns.push(checkRun);
  return { status: 201, body: checkRunShown(checkRun, url) };
}

function changeCheckRun(request: Request): Answer {
  const { repository, body, url } = request;
  const checkRun = repository.checkRuns.find(({ id }) => id === numberIn(request, 'check_run_id'));
  if (checkRun === undefined) return refusal(404, 'Not Found');
  checkRun.annotations.push(...(body as Written).output.annotations);
  return { status: 200, body: checkRunShown(checkRun, url) };
}

const checkRunShown = ({ id, name, headSha, conclusion, title, summary, annotations }: LoopbackCheckRun, url: string) => ({
  id,
  node_id: `CR_${id}`,
  head_sha: headSha,
  external_id: '',
  name,
  url,
  html_url: url,
  details_url: url,
  status: 'completed',
  conclusion,
  started_at: TIME,
  completed_at: TIME,
  check_suite: null,
  app: null,
  pull_requests: [],
  output: { title, summary, text: null, annotations_count: annotations.length, annotations_url: url },
});
