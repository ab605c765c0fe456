import { type Answer, missing, type RepositoryRequest, type RestRequest, refusal } from './answer.ts';
import { jwtFault } from './app.ts';
import { OPERATIONS } from './operations.ts';
import { fullNameOf, type LoopbackRepository } from './repository.ts';
import { isFor, may, type Need, NOT_ACCESSIBLE, type Token } from './tokens.ts';

/** Answers a request that fits the description, as whoever makes it is allowed. */
export function answerRest(name: string, request: RestRequest, secret: string): Answer {
  const { world } = request;
  const operation = OPERATIONS.get(name);
  if (operation === undefined) return missing();
  if (operation.of === 'app') {
    const wrong = jwtFault(secret, world.app);
    return wrong !== null || world.app === null
      ? refusal(401, wrong ?? 'Bad credentials')
      : operation.answer({ ...request, app: world.app });
  }
  const token = world.tokens[secret];
  if (token === undefined) return refusal(401, 'Bad credentials');
  if (operation.of === 'account') {
    if (!operation.needs.every((need) => may(token, need))) return refusal(403, NOT_ACCESSIBLE);
    return operation.answer({ ...request, token });
  }
  const repository = visible(world.repositories, token, request.parameters);
  if (repository === null) return missing();
  if (!permitted(repository, token, operation.needs)) return refusal(403, NOT_ACCESSIBLE);
  return operation.answer({ ...request, repository, token } satisfies RepositoryRequest);
}

/** The repository of a path, if the token sees it: private ones of others are as good as not there. */
function visible(
  repositories: readonly LoopbackRepository[],
  token: Token,
  { owner, repo }: Record<string, string>,
): LoopbackRepository | null {
  const found = repositories.find((one) => one.owner === owner && one.name === repo);
  return found !== undefined && maySee(token, found) ? found : null;
}

/** Whether a token sees a repository at all. */
export const maySee = (token: Token, repository: LoopbackRepository): boolean =>
  !repository.private || isFor(token, fullNameOf(repository));

/** Whether a token may do one of these things: where it holds no grants, it reads what is public. */
export function permitted(repository: LoopbackRepository, token: Token, needs: readonly Need[]): boolean {
  if (isFor(token, fullNameOf(repository))) return needs.some((need) => may(token, need));
  return needs.some(([permission, access]) => access === 'read' && PUBLIC.has(permission));
}

/** What everybody may read of a public repository. */
const PUBLIC: ReadonlySet<string> = new Set(['actions', 'checks', 'contents', 'issues', 'metadata', 'pull-requests', 'statuses']);
