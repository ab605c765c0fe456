import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { FoundComment } from '../domain/pull-request/own-comment.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';
import { COMMENTS, type CommentsAnswer, commentsOf, policyText } from './overview.ts';

/** A pull request as it is now, and its submissions as they were at the commit that was ordered. */
export type OrderedPullRequest = {
  state: 'open' | 'closed' | 'merged';
  /** The newest commit. */
  headSha: string;
  /** The account that the token acts as. */
  ownId: number;
  comments: FoundComment[];
  /** Text of the policy on the default branch; null where there is none. */
  policy: string | null;
  /** SHA of the file at each path, at the ordered commit; those that are not there are left out. */
  blobs: Map<string, string>;
};

type Answer = CommentsAnswer & {
  repository: {
    pullRequest: { state: 'OPEN' | 'CLOSED' | 'MERGED' };
    policy: { text?: string | null; isTruncated?: boolean } | null;
    [blob: `blob${number}`]: { oid?: string } | null;
  };
};

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** Paths are given as variables: a path is a stranger's text, and never becomes part of the question. */
const question = (count: number): string => {
  const each = <Text>(text: (index: number) => Text) => Array.from({ length: count }, (_, index) => text(index));
  return `query (
  $owner: String!, $repository: String!, $number: Int!, $policy: String!${each((index) => `, $blob${index}: String!`).join('')}
) {
  ${COMMENTS}
    pullRequest(number: $number) { state }
    policy: object(expression: $policy) { ... on Blob { text isTruncated } }
    ${each((index) => `blob${index}: object(expression: $blob${index}) { ... on Blob { oid } }`).join('\n    ')}
  }
}`;
};

/** Asks, in one request, for all of the submissions repository that a report needs. */
export async function askOrderedPullRequest(github: GitHub, at: PullRequestAt, paths: readonly string[]): Promise<OrderedPullRequest> {
  const { owner, repository, number, headSha } = at;
  const expressions = paths.map((path, index): [string, string] => [`blob${index}`, `${headSha}:${path}`]);
  const variables = { owner, repository, number, policy: 'HEAD:policy.yaml', ...Object.fromEntries(expressions) };
  const answer = await github.graphql<Answer>(question(paths.length), variables).catch((thrown: unknown) => {
    throw githubFault(thrown, 'look the pull request up');
  });
  const { pullRequest, policy } = answer.repository;
  const blobs = paths.flatMap((path, index): [string, string][] => {
    const oid = answer.repository[`blob${index}`]?.oid;
    return oid === undefined ? [] : [[path, oid]];
  });
  return {
    state: STATES[pullRequest.state],
    headSha: pullRequest.headRefOid,
    ownId: answer.viewer.databaseId,
    comments: commentsOf(answer),
    policy: policyText(policy),
    blobs: new Map(blobs),
  };
}
