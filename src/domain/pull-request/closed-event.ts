import { operatorFault } from '../errors.ts';
import type { PullRequestAt } from './event.ts';

/** What the event of a closed pull request tells: all of it GitHub's own word. */
export type ClosedEvent = PullRequestAt & {
  repositoryId: number;
  /** Null where it was closed without a merge. */
  merged: {
    /** The commit that the merge made on the base branch. */
    commit: string;
    base: string;
    defaultBranch: string;
    /** Who merged it. */
    by: string;
  } | null;
};

const NAME = /^[\w.-]{1,100}$/;
const SHA = /^[0-9a-f]{40}$/;

/**
 * Reads the payload of a pull_request_target event of the type closed.
 * @throws Fault of the operator, code event-unexpected
 */
export function readClosedEvent(name: string, payload: unknown): ClosedEvent {
  const { action, number, pull_request: told, repository: written } = fields(payload);
  if (name !== 'pull_request_target' || action !== 'closed') throw unexpected(`The event is ${name || 'not told'}, ${String(action)}.`);
  const [pullRequest, place] = [fields(told), fields(written)];
  const at = {
    owner: String(fields(place.owner).login),
    repository: String(place.name),
    number: Number(number),
    headSha: String(fields(pullRequest.head).sha),
    repositoryId: Number(place.id),
  };
  if (!NAME.test(at.owner) || !NAME.test(at.repository) || !isId(at.repositoryId))
    throw unexpected('The event does not tell its repository.');
  if (!isId(at.number) || !SHA.test(at.headSha)) throw unexpected('The event does not tell the number and the commit of its pull request.');
  if (pullRequest.merged !== true) return { ...at, merged: null };
  const merged = {
    commit: String(pullRequest.merge_commit_sha),
    base: String(fields(pullRequest.base).ref),
    defaultBranch: String(place.default_branch),
    by: String(fields(pullRequest.merged_by).login ?? 'nobody'),
  };
  if (!SHA.test(merged.commit)) throw unexpected('The event does not tell the commit of the merge.');
  return { ...at, merged };
}

const isId = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const unexpected = (message: string) =>
  operatorFault(message, {
    code: 'event-unexpected',
    mend: 'Run this action on pull_request_target, type closed; docs/bot.md has the workflow.',
  });
