import { inRepository, listed, missing, type Operations } from '../answer.ts';
import { now } from '../clock.ts';
import type { LoopbackReaction } from '../repository.ts';
import { shownAccount } from '../shown.ts';

const READ = [
  ['pull-requests', 'read'],
  ['issues', 'read'],
] as const;
const WRITE = [
  ['pull-requests', 'write'],
  ['issues', 'write'],
] as const;

const shown = ({ id, by, content, createdAt }: LoopbackReaction) => ({ id, user: shownAccount(by), content, created_at: createdAt });

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': inRepository(READ, (request) => {
    const { repository, parameters, query } = request;
    const id = Number(parameters.comment_id);
    if (!repository.comments.some((comment) => comment.id === id)) return missing();
    const of = repository.reactions.filter(({ comment, content }) => comment === id && (query.get('content') ?? content) === content);
    return listed(request, of, shown);
  }),
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': inRepository(WRITE, ({ repository, parameters, token, body }) => {
    const comment = Number(parameters.comment_id);
    if (!repository.comments.some(({ id }) => id === comment)) return missing();
    const { content } = body as { content: string };
    const known = repository.reactions.find((one) => one.comment === comment && one.content === content && one.by.id === token.id);
    if (known !== undefined) return { status: 200, body: shown(known) };
    const reaction = { id: repository.nextId(), comment, content, by: { id: token.id, login: token.login }, createdAt: now() };
    repository.reactions.push(reaction);
    return { status: 201, body: shown(reaction) };
  }),
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}': inRepository(WRITE, ({ repository, parameters }) => {
    const index = repository.reactions.findIndex(({ id }) => id === Number(parameters.reaction_id));
    if (index < 0) return missing();
    repository.reactions.splice(index, 1);
    return { status: 204 };
  }),
};
