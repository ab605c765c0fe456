import { operatorFault } from '../errors.ts';

/** A pull request at one of its commits. All of it is GitHub's own word, none of it the submitter's. */
export type PullRequestAt = {
  owner: string;
  repository: string;
  number: number;
  /** The commit that is meant: 40 hexadecimal digits. */
  headSha: string;
};

/** What an event tells of the pull request that it is about. */
export type PullRequestEvent = PullRequestAt & { action: 'opened' | 'synchronize' | 'reopened' };

const ACTIONS = ['opened', 'synchronize', 'reopened'] as const;

const NAME = /^[\w.-]{1,100}$/;
const SHA = /^[0-9a-f]{40}$/;

/**
 * Reads the payload of a pull_request_target event.
 * @param name the event's name
 * @throws Fault of the operator, code event-unexpected, for any other event or a payload without the pull request
 */
export function readPullRequestEvent(name: string, payload: unknown): PullRequestEvent {
  if (name !== 'pull_request_target') throw unexpected(`The event is ${name || 'not told'}.`);
  const { action: told, number, pull_request: pullRequest, repository: written } = fields(payload);
  const action = ACTIONS.find((known) => known === told);
  if (action === undefined) throw unexpected(`The pull request was ${String(told)}.`);
  const [headSha, owner, repository] = [
    fields(fields(pullRequest).head).sha,
    fields(fields(written).owner).login,
    fields(written).name,
  ].map(String) as [string, string, string];
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1 || !SHA.test(headSha)) {
    throw unexpected('The event does not tell the number and the commit of its pull request.');
  }
  if (!NAME.test(owner) || !NAME.test(repository)) throw unexpected('The event does not tell its repository.');
  return { action, owner, repository, number, headSha };
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const unexpected = (message: string) =>
  operatorFault(message, {
    code: 'event-unexpected',
    mend: `Run this action on pull_request_target, types ${ACTIONS.join(', ')}; docs/bot.md has the workflow.`,
  });
