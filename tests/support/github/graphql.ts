import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, type GraphQLSchema, graphql, parse } from 'graphql';
import { isBot } from './accounts.ts';
import type { World } from './answer.ts';
import { mutations } from './graphql/mutations.ts';
import { Refusal } from './graphql/refusal.ts';
import { repositoryFor } from './graphql/repository.ts';
import { fullNameOf } from './repository.ts';
import { maySee } from './rest.ts';
import type { Token } from './tokens.ts';

let schema: GraphQLSchema | undefined;

/** Names of the changes that a question asks for; none where it only asks. */
export function changesIn(query: string): string[] {
  const operations = parse(query).definitions.filter((one) => one.kind === 'OperationDefinition' && one.operation === 'mutation');
  const chosen = operations.flatMap((one) => ('selectionSet' in one ? (one.selectionSet?.selections ?? []) : []));
  return chosen.flatMap((one) => (one.kind === 'Field' ? [one.name.value] : []));
}

export type GraphqlAnswer = { data?: unknown; errors?: { type: string | undefined; path: unknown; message: string }[] };

/**
 * Answers a question by GitHub's published schema: names, types and arguments that it does not know are refused, with an
 * error that has no type.
 */
export async function answerGraphql(world: World, token: Token, question: { query: string; variables?: object }): Promise<GraphqlAnswer> {
  schema ??= buildSchema(published.idl, { assumeValid: true });
  const rootValue = {
    viewer: { __typename: 'User', databaseId: token.id, login: token.login, isViewer: !isBot(token) },
    rateLimit: { limit: 5000, remaining: 4999, cost: 1, used: 1, nodeCount: 1, resetAt: new Date(Date.now() + 3_600_000).toISOString() },
    repository({ owner, name }: { owner: string; name: string }) {
      const found = world.repositories.find((one) => fullNameOf(one) === `${owner}/${name}` && maySee(token, one));
      if (found === undefined) throw new Refusal('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      return repositoryFor(found, token);
    },
    ...mutations(world, token),
  };
  const { query: source, variables } = question;
  const { data, errors } = await graphql({ schema, source, rootValue, variableValues: { ...variables } });
  if (errors === undefined) return { data };
  const told = errors.map(({ message, path, originalError }) => ({ type: (originalError as Refusal | undefined)?.type, path, message }));
  return { data: data ?? null, errors: told };
}
