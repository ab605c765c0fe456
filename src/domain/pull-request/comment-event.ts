import { operatorFault } from '../errors.ts';

/** An account, by what cannot change hands and by what people know. */
export type Account = { id: number; login: string };

/** A comment that a person wrote on a pull request, as GitHub tells it when it was created. */
export type CommentEvent = {
  owner: string;
  repository: string;
  repositoryId: number;
  /** The pull request's number. */
  number: number;
  comment: { id: number; body: string; author: Account };
};

/** What an event is about: a comment to read, or why it is none. */
export type ReadCommentEvent = { kind: 'comment'; event: CommentEvent } | { kind: 'ignored'; why: string };

const NAME = /^[\w.-]{1,100}$/;
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,98}$/;

/**
 * Reads the payload of an issue_comment event. Only what a person has just written on a pull request counts: nothing of edited and
 * deleted comments, of issues, of bots and Apps.
 * @param name the event's name
 * @throws Fault of the operator, code event-unexpected, for another event or a payload that tells too little
 */
export function readCommentEvent(name: string, payload: unknown): ReadCommentEvent {
  if (name !== 'issue_comment') throw unexpected(`The event is ${name || 'not told'}.`);
  const { action, issue: told, comment: said, sender, repository: written } = fields(payload);
  if (action !== 'created') return ignored(`The comment was ${action === 'edited' || action === 'deleted' ? action : 'not created'}.`);
  const [issue, comment, place] = [fields(told), fields(said), fields(written)];
  if (typeof issue.pull_request !== 'object' || issue.pull_request === null) return ignored('It is a comment on an issue.');
  const author = fields(comment.user);
  const bot = author.type !== 'User' || String(author.login).endsWith('[bot]');
  if (bot || (comment.performed_via_github_app ?? null) !== null) return ignored('The comment was not written by a person.');
  if (fields(sender).id !== author.id) return ignored('Somebody else sent the comment than the one who wrote it.');
  return { kind: 'comment', event: eventFrom({ issue, comment, author, place }) };
}

type Told = Record<'issue' | 'comment' | 'author' | 'place', Record<string, unknown>>;

function eventFrom({ issue, comment, author, place }: Told): CommentEvent {
  const [owner, repository, login] = [fields(place.owner).login, place.name, author.login].map(String) as [string, string, string];
  if (!NAME.test(owner) || !NAME.test(repository)) throw unexpected('The event does not tell its repository.');
  if (!LOGIN.test(login) || typeof comment.body !== 'string') throw unexpected('The event does not tell the comment and who wrote it.');
  return {
    owner,
    repository,
    repositoryId: idIn(place.id),
    number: idIn(issue.number),
    comment: { id: idIn(comment.id), body: comment.body, author: { id: idIn(author.id), login } },
  };
}

function idIn(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  throw unexpected('The event does not tell its ids.');
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const ignored = (why: string): ReadCommentEvent => ({ kind: 'ignored', why });

const unexpected = (message: string) =>
  operatorFault(message, {
    code: 'event-unexpected',
    mend: 'Run this action on issue_comment, type created; docs/bot.md has the workflow.',
  });
