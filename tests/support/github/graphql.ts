import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import type { LoopbackPullRequest, LoopbackRepository } from './state.ts';
import { BOT, may, NOT_ACCESSIBLE, type Token } from './tokens.ts';

let schema: GraphQLSchema | undefined;

class Forbidden extends Error {
  readonly type = 'FORBIDDEN';
}

/** Answers a question by GitHub's published schema: names, types and arguments that it does not know are refused. */
export async function answerGraphql(repository: LoopbackRepository, token: Token, question: { query: string; variables: object }) {
  schema ??= buildSchema(published.idl, { assumeValid: true });
  const rootValue = {
    viewer: { databaseId: token.id, login: token.login },
    repository({ owner, name }: { owner: string; name: string }) {
      return owner === repository.owner && name === repository.name ? repositoryFor(repository, token) : null;
    },
  };
  const { query: source, variables: variableValues } = question;
  const { data, errors } = await graphql({ schema, source, rootValue, variableValues: { ...variableValues } });
  if (errors === undefined) return { data };
  const told = errors.map(({ message, path, originalError }) => ({ type: (originalError as Forbidden | undefined)?.type, path, message }));
  return { data: data ?? null, errors: told };
}

const first = <Item>(items: readonly Item[], count: number) => ({ nodes: items.slice(0, count) });

function repositoryFor(repository: LoopbackRepository, token: Token) {
  const needs = (permission: 'contents' | 'pull-requests') => {
    if (!may(token, permission, 'read')) throw new Forbidden(NOT_ACCESSIBLE);
  };
  return {
    object({ expression }: { expression: string }) {
      needs('contents');
      return objectAt(repository, expression);
    },
    pullRequest({ number }: { number: number }) {
      needs('pull-requests');
      const found = repository.pullRequests.find((one) => one.number === number);
      return found === undefined ? null : pullRequestFor(repository, found);
    },
    pullRequests({ first: count }: { first: number }) {
      needs('pull-requests');
      const newest = repository.pullRequests.toSorted((one, other) => other.number - one.number);
      return first(
        newest.map((one) => pullRequestFor(repository, one)),
        count,
      );
    },
  };
}

function pullRequestFor(repository: LoopbackRepository, { number, headSha, files }: LoopbackPullRequest) {
  const comments = repository.comments
    .filter(({ pullRequest }) => pullRequest === number)
    .map(({ id, body, author }) => ({
      databaseId: id,
      body,
      author: author === null ? null : { __typename: author.id === BOT.id ? 'Bot' : 'User', databaseId: author.id, login: author.login },
    }));
  return {
    number,
    headRefOid: headSha,
    comments: ({ first: count }: { first: number }) => first(comments, count),
    files: ({ first: count }: { first: number }) => first(files, count),
  };
}

function objectAt(repository: LoopbackRepository, expression: string) {
  const [commit = '', path = ''] = expression.split(/:(.*)/s);
  if (expression === 'HEAD:policy.yaml') {
    return repository.policy === null ? null : { __typename: 'Blob', text: repository.policy, isTruncated: false };
  }
  const inFolder = [...(repository.trees.get(commit) ?? [])].filter(([file]) => file.startsWith(`${path}/`));
  if (inFolder.length === 0) return null;
  const entries = inFolder
    .map(([file, { sha, mode, bytes }]) => ({ name: file.slice(path.length + 1), oid: sha, mode, size: bytes }))
    .filter(({ name }) => !name.includes('/'));
  return { __typename: 'Tree', entries };
}
