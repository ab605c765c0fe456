import type { Account } from '../domain/pull-request/comment-event.ts';
import type { OrderComment } from '../domain/pull-request/earlier-order.ts';
import type { FoundComment } from '../domain/pull-request/own-comment.ts';
import type { ReceiptComment } from '../domain/pull-request/receipt.ts';
import type { RepositoryPlace } from './blob.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';
import { hasOwnRocket, REACTIONS, type ReactionGroups } from './reaction.ts';

/** A comment with all that a command needs to know of it. */
type ConversationComment = FoundComment & ReceiptComment & OrderComment;

/** A pull request as it stands now, with its comments. */
export type Conversation = {
  repositoryId: number;
  state: 'open' | 'closed' | 'merged';
  isDraft: boolean;
  isLocked: boolean;
  /** The newest commit. */
  headSha: string;
  /** Who opened it; null where the account is gone. */
  author: Account | null;
  /** The account that the token acts as. */
  ownId: number;
  /** The oldest 100 comments and the newest 100. */
  comments: ConversationComment[];
  /** Whether these are all comments. */
  isComplete: boolean;
};

const COMMENT = `fullDatabaseId body createdAt lastEditedAt
  author { ... on Bot { databaseId } ... on User { databaseId } }`;

type CommentNode = {
  fullDatabaseId: string;
  body: string;
  createdAt: string;
  lastEditedAt: string | null;
  author: { databaseId?: number } | null;
  reactionGroups?: ReactionGroups;
};

const QUESTION = `query ($owner: String!, $repository: String!, $number: Int!) {
  viewer { databaseId }
  repository(owner: $owner, name: $repository) {
    databaseId
    pullRequest(number: $number) {
      state isDraft locked headRefOid
      author { login ... on Bot { databaseId } ... on User { databaseId } }
      comments(first: 100) { totalCount nodes { ${COMMENT} ${REACTIONS} } }
      newest: comments(last: 100) { nodes { ${COMMENT} ${REACTIONS} } }
    }
  }
}`;

type Answer = {
  viewer: { databaseId: number };
  repository: {
    databaseId: number;
    pullRequest: {
      state: 'OPEN' | 'CLOSED' | 'MERGED';
      isDraft: boolean;
      locked: boolean;
      headRefOid: string;
      author: { login: string; databaseId?: number } | null;
      comments: { totalCount: number; nodes: CommentNode[] };
      newest: { nodes: CommentNode[] };
    };
  };
};

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** Asks how a pull request stands, and what was said there. */
export async function askConversation(github: GitHub, place: RepositoryPlace, number: number): Promise<Conversation> {
  const { viewer, repository } = await github.graphql<Answer>(QUESTION, { ...place, number }).catch((thrown: unknown) => {
    throw githubFault(thrown, 'look the pull request up');
  });
  const { pullRequest } = repository;
  const { author, comments, newest } = pullRequest;
  const nodes = new Map([...comments.nodes, ...newest.nodes].map((node) => [node.fullDatabaseId, commentOf(node)]));
  return {
    repositoryId: repository.databaseId,
    state: STATES[pullRequest.state],
    isDraft: pullRequest.isDraft,
    isLocked: pullRequest.locked,
    headSha: pullRequest.headRefOid,
    author: author?.databaseId === undefined ? null : { id: author.databaseId, login: author.login },
    ownId: viewer.databaseId,
    comments: [...nodes.values()],
    isComplete: nodes.size >= comments.totalCount,
  };
}

const commentOf = ({ fullDatabaseId, body, createdAt, lastEditedAt, author, reactionGroups }: CommentNode): ConversationComment => ({
  id: Number(fullDatabaseId),
  authorId: author?.databaseId ?? null,
  body,
  createdAt,
  isEdited: lastEditedAt !== null,
  hasOwnRocket: hasOwnRocket(reactionGroups),
});

type OlderAnswer = {
  repository: {
    pullRequest: { comments: { pageInfo: { startCursor: string | null; hasPreviousPage: boolean }; nodes: CommentNode[] } };
  };
};

/** 100 comments before a place, the newest where there is none, and the place to go on from; null where there are no others. */
export async function askOlderComments(
  github: GitHub,
  place: RepositoryPlace,
  { number, before }: { number: number; before: string | null },
): Promise<{ comments: ReceiptComment[]; before: string | null }> {
  const text = `query ($owner: String!, $repository: String!, $number: Int!, $before: String) {
  repository(owner: $owner, name: $repository) {
    pullRequest(number: $number) {
      comments(last: 100, before: $before) { pageInfo { startCursor hasPreviousPage } nodes { ${COMMENT} } }
    }
  }
}`;
  const answer = await github.graphql<OlderAnswer>(text, { ...place, number, before }).catch((thrown: unknown) => {
    throw githubFault(thrown, 'read the comments');
  });
  const { nodes, pageInfo } = answer.repository.pullRequest.comments;
  return { comments: nodes.map(commentOf), before: pageInfo.hasPreviousPage ? pageInfo.startCursor : null };
}
