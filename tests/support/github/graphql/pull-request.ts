import { type Account, isBot } from '../accounts.ts';
import { fullNameOf, type LoopbackComment, type LoopbackPullRequest, type LoopbackRepository } from '../repository.ts';
import { associationOf } from '../shown.ts';
import { connection, type PageArguments } from './connection.ts';
import { commitFor, idOf } from './objects.ts';

const CHANGES: Readonly<Record<string, string>> = { added: 'ADDED', removed: 'DELETED', modified: 'MODIFIED', renamed: 'RENAMED' };

const REACTIONS: Readonly<Record<string, string>> = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  confused: 'CONFUSED',
  heart: 'HEART',
  hooray: 'HOORAY',
  rocket: 'ROCKET',
  eyes: 'EYES',
};

/** An account where GraphQL shows who acted: names of bots come without their ending there. */
const actorFor = (account: Account | null) =>
  account === null
    ? null
    : {
        __typename: isBot(account) ? 'Bot' : 'User',
        id: idOf('Account', account.id),
        databaseId: account.id,
        login: account.login.replace(/\[bot\]$/, ''),
      };

/** @param viewer id of the account that asks */
export function pullRequestFor(repository: LoopbackRepository, pullRequest: LoopbackPullRequest, viewer: number) {
  const { number, title, body, author, from, headBranch, headSha, baseSha, files, draft, locked, merged } = pullRequest;
  const name = fullNameOf(repository);
  return {
    __typename: 'PullRequest',
    id: idOf('PullRequest', repository.id, number),
    databaseId: 9000 + number,
    number,
    title,
    body: body ?? '',
    url: `https://loopback.invalid/${name}/pull/${number}`,
    state: merged === null ? pullRequest.state.toUpperCase() : 'MERGED',
    closed: pullRequest.state === 'closed',
    isDraft: draft,
    locked,
    isCrossRepository: from !== repository.owner,
    merged: merged !== null,
    mergedAt: merged?.at ?? null,
    mergedBy: actorFor(merged?.by ?? null),
    mergeCommit: () => (merged === null ? null : commitFor(repository, merged.sha)),
    mergeable: 'MERGEABLE',
    author: actorFor(author),
    authorAssociation: associationOf(repository, author),
    createdAt: pullRequest.createdAt,
    updatedAt: pullRequest.updatedAt,
    closedAt: pullRequest.closedAt,
    headRefName: headBranch,
    headRefOid: headSha,
    baseRefName: repository.defaultBranch,
    baseRefOid: baseSha,
    headRepository: from === null ? null : { name: repository.name, nameWithOwner: `${from}/${repository.name}`, isFork: true },
    headRepositoryOwner: from === null ? null : { __typename: 'User', login: from },
    changedFiles: files.length,
    comments: (page: PageArguments) =>
      connection(
        'comments',
        repository.comments.filter((comment) => comment.pullRequest === number),
        page,
        (comment) => commentFor(repository, comment, viewer),
      ),
    files: (page: PageArguments) =>
      connection('files', files, page, ({ path, status }) => ({ path, changeType: CHANGES[status], additions: 1, deletions: 0 })),
    commits: (page: PageArguments) =>
      connection('commits', [headSha], page, (sha) => ({
        id: idOf('PullRequestCommit', repository.id, sha),
        commit: commitFor(repository, sha),
      })),
  };
}

function commentFor(
  repository: LoopbackRepository,
  { id, pullRequest, author, body, association, edited, createdAt = '2026-01-01T00:00:00Z' }: LoopbackComment,
  viewer: number,
) {
  const reactions = repository.reactions.filter(({ comment }) => comment === id);
  return {
    __typename: 'IssueComment',
    id: idOf('IssueComment', repository.id, id),
    databaseId: id,
    fullDatabaseId: String(id),
    body,
    author: actorFor(author),
    authorAssociation: association ?? associationOf(repository, author),
    createdAt,
    updatedAt: edited?.at ?? createdAt,
    lastEditedAt: edited?.at ?? null,
    editor: actorFor(edited?.by ?? null),
    includesCreatedEdit: edited !== undefined,
    isMinimized: false,
    reactionGroups: Object.entries(REACTIONS).map(([name, content]) => ({
      content,
      viewerHasReacted: reactions.some((one) => one.content === name && one.by.id === viewer),
    })),
    url: `https://loopback.invalid/${fullNameOf(repository)}/pull/${pullRequest}#issuecomment-${id}`,
    reactions: ({ content, ...page }: PageArguments & { content?: string | null }) =>
      connection(
        'reactions',
        reactions.filter((one) => (content ?? REACTIONS[one.content]) === REACTIONS[one.content]),
        page,
        (one) => ({ content: REACTIONS[one.content], createdAt: one.createdAt, user: isBot(one.by) ? null : actorFor(one.by) }),
      ),
  };
}
