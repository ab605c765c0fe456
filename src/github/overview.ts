import { operatorFault } from '../domain/errors.ts';
import type { OpenPullRequest } from '../domain/pull-request/changed-files.ts';
import type { OrderComment } from '../domain/pull-request/earlier-order.ts';
import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { FoundComment } from '../domain/pull-request/own-comment.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';
import { hasOwnRocket, REACTIONS, type ReactionGroups } from './reaction.ts';

/** A file in the tree of the pull request's head. */
export type TreeFile = { sha: string; mode: number; bytes: number };

/** Everything that one question tells of a pull request. */
export type Overview = {
  /** The newest commit, which may be newer than the event's. */
  headSha: string;
  /** The account that the token acts as. */
  ownId: number;
  comments: (FoundComment & OrderComment)[];
  /** Where to go on looking for comments; null where these are all. */
  moreComments: string | null;
  /** Id of the account that opened the pull request; null where it is gone. */
  authorId: number | null;
  /** The newest 100 open pull requests, with the first files of each. */
  open: OpenPullRequest[];
  /** Text of the policy on the default branch; null where there is none. */
  policy: string | null;
  /** The asked files at the event's head, by path; those that are not there are left out. */
  tree: Map<string, TreeFile>;
};

const WHO = '... on Bot { databaseId } ... on User { databaseId }';
const COMMENT = `fullDatabaseId body lastEditedAt author { ${WHO} }`;

/**
 * Asks for the account of the token, and for the pull request with its comments, the oldest 100 and the newest: between them a
 * stranger can write as many as he likes. The repository stays open.
 */
export const COMMENTS = `viewer { databaseId }
  repository(owner: $owner, name: $repository) {
    pullRequest(number: $number) {
      headRefOid
      author { ${WHO} }
      comments(first: 100) { totalCount pageInfo { endCursor } nodes { ${COMMENT} ${REACTIONS} } }
      newest: comments(last: 100) { nodes { ${COMMENT} ${REACTIONS} } }
    }`;

/** Folders are given as variables: a path is a stranger's text, and never becomes part of the question. */
const question = (folders: readonly string[]): string => `query (
  $owner: String!, $repository: String!, $number: Int!, $policy: String!${folders.map((_, index) => `, $folder${index}: String!`).join('')}
) {
  ${COMMENTS}
    policy: object(expression: $policy) { ... on Blob { text isTruncated } }
    pullRequests(states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number files(first: 20) { nodes { path } } }
    }
    ${folders.map((_, index) => `folder${index}: object(expression: $folder${index}) { ...Folder }`).join('\n    ')}
  }
}
${folders.length === 0 ? '' : 'fragment Folder on Tree { entries { name mode oid size } }'}`;

type CommentNode = {
  fullDatabaseId: string;
  body: string;
  lastEditedAt: string | null;
  author: { databaseId?: number } | null;
  reactionGroups?: ReactionGroups;
};

export type CommentsAnswer = {
  viewer: { databaseId: number };
  repository: {
    pullRequest: {
      headRefOid: string;
      author: { databaseId?: number } | null;
      comments: { totalCount: number; pageInfo: { endCursor: string | null }; nodes: CommentNode[] };
      newest: { nodes: CommentNode[] };
    };
  };
};

type Entry = { name: string; mode: number; oid: string; size: number };
type OverviewAnswer = CommentsAnswer & {
  repository: {
    policy: { text?: string | null; isTruncated?: boolean } | null;
    pullRequests: { nodes: { number: number; files: { nodes: { path: string }[] } | null }[] };
    [folder: `folder${number}`]: { entries?: Entry[] } | null;
  };
};

/** Asks, in one request, for all that validation wants to know besides the submissions themselves. */
export async function askOverview(github: GitHub, event: PullRequestAt, paths: readonly string[]): Promise<Overview> {
  const folders = [...new Set(paths.map(folderOf))];
  const expressions = folders.map((folder, index) => [`folder${index}`, `${event.headSha}:${folder}`]);
  const { owner, repository, number } = event;
  const variables = { owner, repository, number, policy: 'HEAD:policy.yaml', ...Object.fromEntries(expressions) };
  const answer = await github.graphql<OverviewAnswer>(question(folders), variables).catch((thrown: unknown) => {
    throw githubFault(thrown, 'look the pull request up');
  });
  const { policy, pullRequests, pullRequest } = answer.repository;
  const entries = folders.flatMap((folder, index) =>
    (answer.repository[`folder${index}`]?.entries ?? []).map(({ name, mode, oid, size }): [string, TreeFile] => [
      `${folder}/${name}`,
      { sha: oid, mode, bytes: size },
    ]),
  );
  return {
    headSha: pullRequest.headRefOid,
    ownId: answer.viewer.databaseId,
    comments: commentsOf(answer),
    moreComments: moreCommentsOf(answer),
    authorId: pullRequest.author?.databaseId ?? null,
    open: pullRequests.nodes.map(({ number: theirs, files }) => ({
      number: theirs,
      paths: (files?.nodes ?? []).map(({ path }) => path),
    })),
    policy: policyText(policy),
    tree: new Map(entries.filter(([path]) => paths.includes(path))),
  };
}

/** A policy that is there but cannot be read whole is never passed over for the default one. */
export function policyText(policy: { text?: string | null; isTruncated?: boolean } | null): string | null {
  if (policy === null) return null;
  if (typeof policy.text === 'string' && policy.isTruncated === false) return policy.text;
  throw operatorFault('policy.yaml on the default branch is too large, or no text.', {
    code: 'policy-unreadable',
    mend: 'Make it a text file of less than 500 kB.',
  });
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** The comments of a pull request and the account that the token acts as. */
export async function askComments(github: GitHub, event: PullRequestAt): Promise<Pick<Overview, 'ownId' | 'comments' | 'moreComments'>> {
  const { owner, repository, number } = event;
  const text = `query ($owner: String!, $repository: String!, $number: Int!) { ${COMMENTS} } }`;
  const answer = await github.graphql<CommentsAnswer>(text, { owner, repository, number }).catch((thrown: unknown) => {
    throw githubFault(thrown, 'read the comments');
  });
  return { ownId: answer.viewer.databaseId, comments: commentsOf(answer), moreComments: moreCommentsOf(answer) };
}

/** The comments of an answer, each once, the oldest first. */
export function commentsOf({ repository }: CommentsAnswer): Overview['comments'] {
  const { comments, newest } = repository.pullRequest;
  return [...new Map([...comments.nodes, ...newest.nodes].map((node) => [node.fullDatabaseId, commentOf(node)])).values()];
}

const commentOf = ({ fullDatabaseId, body, lastEditedAt, author, reactionGroups }: CommentNode): Overview['comments'][number] => ({
  id: Number(fullDatabaseId),
  authorId: author?.databaseId ?? null,
  body,
  isEdited: lastEditedAt !== null,
  hasOwnRocket: hasOwnRocket(reactionGroups),
});

function moreCommentsOf(answer: CommentsAnswer): string | null {
  const { totalCount, pageInfo } = answer.repository.pullRequest.comments;
  return totalCount > commentsOf(answer).length ? pageInfo.endCursor : null;
}

type MoreAnswer = { repository: { pullRequest: { comments: { nodes: CommentNode[] } } } };

/** The 100 comments that follow a place. */
export async function askMoreComments(github: GitHub, at: PullRequestAt, after: string): Promise<FoundComment[]> {
  const { owner, repository, number } = at;
  const text = `query ($owner: String!, $repository: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $repository) {
    pullRequest(number: $number) { comments(first: 100, after: $after) { nodes { ${COMMENT} } } }
  }
}`;
  const answer = await github.graphql<MoreAnswer>(text, { owner, repository, number, after }).catch((thrown: unknown) => {
    throw githubFault(thrown, 'read the comments');
  });
  return answer.repository.pullRequest.comments.nodes.map(commentOf);
}
