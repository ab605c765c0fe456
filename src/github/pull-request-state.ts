import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { FoundComment } from '../domain/pull-request/own-comment.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';
import { COMMENTS, type CommentsAnswer, commentsOf } from './overview.ts';

/** A pull request as it stands now. */
export type PullRequestState = {
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  /** The newest commit. */
  headSha: string;
  /** The account that the token acts as. */
  ownId: number;
  comments: FoundComment[];
  /** The asked files, by path; those that are not there, or are no plain text, are left out. */
  files: Map<string, { blob: string; text: string }>;
};

type Answer = CommentsAnswer & {
  repository: {
    standing: { state: PullRequestState['state'] };
    [file: `file${number}`]: { oid?: string; text?: string | null; isTruncated?: boolean } | null;
  };
};

/** Paths are given as variables: a path is a stranger's text, and never becomes part of the question. */
const question = (count: number): string => {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return `query ($owner: String!, $repository: String!, $number: Int!${numbers.map((index) => `, $file${index}: String!`).join('')}) {
  ${COMMENTS}
    standing: pullRequest(number: $number) { state }
    ${numbers.map((index) => `file${index}: object(expression: $file${index}) { ... on Blob { oid text isTruncated } }`).join('\n    ')}
  }
}`;
};

/**
 * Asks, in one request, how a pull request stands, what its comments are, and what files are at a commit.
 * @param at the commit that the files are read at
 */
export async function askPullRequestState(
  github: GitHub,
  { owner, repository, number }: PullRequestAt,
  { at, paths }: { at: string; paths: readonly string[] },
): Promise<PullRequestState> {
  const expressions = paths.map((path, index) => [`file${index}`, `${at}:${path}`]);
  const variables = { owner, repository, number, ...Object.fromEntries(expressions) };
  const answer = await github.graphql<Answer>(question(paths.length), variables).catch((thrown: unknown) => {
    throw githubFault(thrown, 'look the pull request up');
  });
  const files = paths.flatMap((path, index): [string, { blob: string; text: string }][] => {
    const file = answer.repository[`file${index}`];
    if (file?.oid === undefined || typeof file.text !== 'string' || file.isTruncated !== false) return [];
    return [[path, { blob: file.oid, text: file.text }]];
  });
  return {
    state: answer.repository.standing.state,
    headSha: answer.repository.pullRequest.headRefOid,
    ownId: answer.viewer.databaseId,
    comments: commentsOf(answer),
    files: new Map(files),
  };
}
