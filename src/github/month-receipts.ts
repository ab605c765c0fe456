import { monthOf, type ReceiptComment } from '../domain/pull-request/receipt.ts';
import type { RepositoryPlace } from './blob.ts';
import type { GitHub } from './client.ts';
import { askOlderComments } from './conversation.ts';
import { githubFault } from './faults.ts';

/** Requests that one count may take. */
const MOST_REQUESTS = 120;

export type MonthRequest = {
  /** Ids of the accounts whose pull requests count. */
  members: readonly number[];
  /** As in 2026-11, UTC. */
  month: string;
};

/**
 * Every comment of a month on the pull requests that some accounts have opened.
 * @returns null where that would take too many requests: it is then not known
 */
export async function askMonthComments(github: GitHub, place: RepositoryPlace, request: MonthRequest): Promise<ReceiptComment[] | null> {
  const budget = { left: MOST_REQUESTS };
  const numbers = await pullRequestsOf(github, place, request, budget);
  if (numbers === null) return null;
  const found: ReceiptComment[] = [];
  for (const number of numbers) {
    for (let before: string | null | undefined; before !== null; ) {
      if (budget.left-- <= 0) return null;
      const page = await askOlderComments(github, place, { number, before: before ?? null });
      found.push(...page.comments);
      const isPast = page.comments.some(({ createdAt }) => monthOf(createdAt) < request.month);
      before = isPast ? null : page.before;
    }
  }
  return found;
}

type Answer = {
  repository: {
    pullRequests: {
      pageInfo: { endCursor: string | null; hasNextPage: boolean };
      nodes: { number: number; updatedAt: string; author: { databaseId?: number } | null }[];
    };
  };
};

const QUESTION = `query ($owner: String!, $repository: String!, $after: String) {
  repository(owner: $owner, name: $repository) {
    pullRequests(first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { endCursor hasNextPage }
      nodes { number updatedAt author { ... on Bot { databaseId } ... on User { databaseId } } }
    }
  }
}`;

/** Pull requests of the accounts on which something happened since the month began: a new comment is such a thing. */
async function pullRequestsOf(
  github: GitHub,
  place: RepositoryPlace,
  { members, month }: MonthRequest,
  budget: { left: number },
): Promise<number[] | null> {
  const numbers: number[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    if (budget.left-- <= 0) return null;
    const answer = await github.graphql<Answer>(QUESTION, { ...place, after: after ?? null }).catch((thrown: unknown) => {
      throw githubFault(thrown, 'list the pull requests of the month');
    });
    const { nodes, pageInfo } = answer.repository.pullRequests;
    const current = nodes.filter(({ updatedAt }) => monthOf(updatedAt) >= month);
    numbers.push(...current.filter(({ author }) => members.includes(author?.databaseId ?? 0)).map(({ number }) => number));
    after = pageInfo.hasNextPage && current.length === nodes.length ? pageInfo.endCursor : null;
  }
  return numbers;
}
