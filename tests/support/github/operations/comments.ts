import { type Answer, inRepository, listed, missing, type Operations, type RepositoryRequest, refusal } from '../answer.ts';
import { now } from '../clock.ts';
import type { LoopbackComment, LoopbackRepository } from '../repository.ts';
import { fullNameOf } from '../repository.ts';
import { associationOf, shownAccount } from '../shown.ts';

const READ = [
  ['pull-requests', 'read'],
  ['issues', 'read'],
] as const;
const WRITE = [
  ['pull-requests', 'write'],
  ['issues', 'write'],
] as const;

/** Characters that GitHub takes in one comment. */
const LONGEST_COMMENT = 65_536;

const shown = (
  repository: LoopbackRepository,
  { id, pullRequest, author, body, association, createdAt, edited }: LoopbackComment,
  origin: string,
) => {
  const url = `${origin}/repos/${fullNameOf(repository)}/issues`;
  return {
    id,
    url: `${url}/comments/${id}`,
    html_url: `${origin}/${fullNameOf(repository)}/pull/${pullRequest}#issuecomment-${id}`,
    issue_url: `${url}/${pullRequest}`,
    body,
    user: shownAccount(author),
    author_association: association ?? associationOf(repository, author),
    ...(createdAt === undefined ? {} : { created_at: createdAt, updated_at: edited?.at ?? createdAt }),
  };
};

const found = ({ repository, parameters }: RepositoryRequest): LoopbackComment | undefined =>
  repository.comments.find(({ id }) => id === Number(parameters.comment_id));

const textOf = ({ body }: RepositoryRequest): string => (body as { body: string }).body;

/** What is wrong with the text of a comment; null where nothing is. */
const textFault = (text: string): Answer | null =>
  text.trim() === '' || text.length > LONGEST_COMMENT ? refusal(422, 'Validation Failed') : null;

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': inRepository(READ, (request) => {
    const { repository, parameters, origin } = request;
    if (!repository.pullRequests.some(({ number }) => number === Number(parameters.issue_number))) return missing();
    const below = repository.comments.filter(({ pullRequest }) => pullRequest === Number(parameters.issue_number));
    return listed(request, below, (one) => shown(repository, one, origin));
  }),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': inRepository(WRITE, (request) => {
    const { repository, token, parameters, origin } = request;
    const pullRequest = repository.pullRequests.find(({ number }) => number === Number(parameters.issue_number));
    if (pullRequest === undefined) return missing();
    if (pullRequest.locked) return refusal(403, 'Unable to create comment because issue is locked.');
    const wrong = textFault(textOf(request));
    if (wrong !== null) return wrong;
    const comment: LoopbackComment = {
      id: repository.nextId(),
      pullRequest: pullRequest.number,
      author: { id: token.id, login: token.login },
      body: textOf(request),
      createdAt: now(),
    };
    repository.comments.push(comment);
    return { status: 201, body: shown(repository, comment, origin) };
  }),
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': inRepository(READ, (request) => {
    const comment = found(request);
    return comment === undefined ? missing() : { status: 200, body: shown(request.repository, comment, request.origin) };
  }),
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': inRepository(WRITE, (request) => {
    const comment = found(request);
    if (comment === undefined) return missing();
    const { repository, token, origin } = request;
    const wrong = textFault(textOf(request));
    if (wrong !== null) return wrong;
    comment.body = textOf(request);
    comment.edited = { at: now(), by: { id: token.id, login: token.login } };
    return { status: 200, body: shown(repository, comment, origin) };
  }),
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': inRepository(WRITE, (request) => {
    const comment = found(request);
    if (comment === undefined) return missing();
    request.repository.comments.splice(request.repository.comments.indexOf(comment), 1);
    return { status: 204 };
  }),
};
