import { type Account, BOT, isBot, permissionOf } from '../accounts.ts';
import { forAccount, inRepository, listed, type Operations, refusal } from '../answer.ts';
import type { LoopbackRepository } from '../repository.ts';
import { shownAccount } from '../shown.ts';

const READ = [['metadata', 'read']] as const;

/** Everybody that a repository has heard of. */
function accountsOf({ pullRequests, comments }: LoopbackRepository): Account[] {
  return [...pullRequests.map(({ author }) => author), ...comments.flatMap(({ author }) => (author === null ? [] : [author]))];
}

export const operations: Operations = {
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': inRepository(READ, ({ repository, parameters }) => {
    const { username = '' } = parameters;
    const login = username.toLowerCase();
    const role = [...repository.collaborators].find(([name]) => name.toLowerCase() === login)?.[1];
    const known = accountsOf(repository).find((account) => account.login.toLowerCase() === login);
    if ((role === undefined && known === undefined) || isBot({ id: 0, login })) return refusal(404, `${username} is not a user`);
    const permission = role === undefined ? (repository.private ? 'none' : 'read') : permissionOf(role);
    const user = { ...shownAccount(known ?? { id: 500 + login.length, login: username }), role_name: role ?? permission };
    return { status: 200, body: { permission, role_name: role ?? permission, user } };
  }),
  'GET /repos/{owner}/{repo}/collaborators': inRepository([['administration', 'read']], (request) => {
    const { repository } = request;
    return listed(request, [...repository.collaborators], ([login, role]) => ({ login, role_name: role, type: 'User' }));
  }),
  'GET /user': forAccount([], ({ token }) =>
    token.id === BOT.id
      ? refusal(403, 'Resource not accessible by integration')
      : { status: 200, body: shownAccount({ id: token.id, login: token.login }) },
  ),
  'GET /rate_limit': forAccount([], () => ({ status: 200, body: {} })),
};
