import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { type Account, isBot } from './accounts.ts';
import { fullNameOf, type LoopbackComment, type LoopbackPullRequest, type LoopbackRepository } from './repository.ts';
import { associationOf, shownAccount, shownPullRequest, shownRepository } from './shown.ts';

/** An event as a runner gets it: its name, and what it says. */
export type Event = { name: string; payload: object };

type Json = { [key: string]: unknown };

/** Where an event says that things are; the actions read no address out of it. */
const ORIGIN = 'https://github.com';

/** A published example of an event with everything in it that the loopback GitHub knows better. */
function example(name: string, action: string, known: Json): object {
  const published = examples as unknown as { name: string; examples: Json[] }[];
  const all = published.find((one) => one.name === name)?.examples ?? [];
  const like = all.find((one) => one.action === action);
  if (like === undefined) throw new Error(`There is no example of ${name}, ${action}.`);
  return merged({ ...like, action }, known);
}

/** One object with what another says in its place; lists and null are taken as they are. */
function merged(base: Json, over: Json): Json {
  const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(over).map(([key, value]) => [
    key,
    isObject(value) && isObject(base[key]) ? merged(base[key], value) : value,
  ]);
  return { ...base, ...Object.fromEntries(entries) };
}

type PullRequestAction = 'opened' | 'synchronize' | 'reopened' | 'closed' | 'labeled';

/** What happens in a repository when a pull request is opened, changed or closed. */
export function pullRequestEvent(
  repository: LoopbackRepository,
  pullRequest: LoopbackPullRequest,
  { action = 'opened', sender = pullRequest.author }: { action?: PullRequestAction; sender?: Account } = {},
): Event {
  const { number, merged: done } = pullRequest;
  const payload = example('pull_request', action, {
    number,
    pull_request: {
      ...shownPullRequest(repository, pullRequest, ORIGIN),
      merged: done !== null,
      merged_by: shownAccount(done?.by ?? null),
    },
    repository: shownRepository(repository, ORIGIN),
    sender: shownAccount(sender),
  });
  return { name: 'pull_request_target', payload };
}

type CommentOptions = {
  action?: 'created' | 'edited' | 'deleted';
  sender?: Account;
  /** What stood there before an edit. */
  before?: string;
  /** Whether it is about an issue that is no pull request. */
  about?: 'pull request' | 'issue';
};

/** What happens in a repository when somebody comments. */
export function commentEvent(
  repository: LoopbackRepository,
  { id, pullRequest: number, author, body, association, createdAt, edited }: LoopbackComment,
  { action = 'created', sender, before, about = 'pull request' }: CommentOptions = {},
): Event {
  const pullRequest = repository.pullRequests.find((one) => one.number === number);
  const url = `${ORIGIN}/${fullNameOf(repository)}/pull/${number}`;
  const links = {
    url: `${ORIGIN}/repos/${fullNameOf(repository)}/pulls/${number}`,
    html_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
  };
  const payload = example('issue_comment', action, {
    issue: {
      number,
      title: pullRequest?.title ?? 'An issue',
      body: pullRequest?.body ?? null,
      state: pullRequest?.state ?? 'open',
      locked: pullRequest?.locked ?? false,
      user: shownAccount(pullRequest?.author ?? author),
      ...(about === 'issue' ? {} : { pull_request: { ...links, merged_at: pullRequest?.merged?.at ?? null } }),
    },
    comment: {
      id,
      body,
      user: shownAccount(author),
      author_association: association ?? associationOf(repository, author),
      html_url: `${url}#issuecomment-${id}`,
      ...(createdAt === undefined ? {} : { created_at: createdAt, updated_at: edited?.at ?? createdAt }),
      performed_via_github_app: author !== null && isBot(author) ? { id: 15_368, slug: 'github-actions' } : null,
    },
    ...(action === 'edited' ? { changes: { body: { from: before ?? 'Something else.' } } } : {}),
    repository: shownRepository(repository, ORIGIN),
    sender: shownAccount(sender ?? author),
  });
  return { name: 'issue_comment', payload };
}

/** Writes an event where a runner does; gives the variables that tell an action of it. */
export async function writeEvent(folder: string, { name, payload }: Event): Promise<NodeJS.ProcessEnv> {
  const file = join(await mkdtemp(join(folder, 'event-')), 'event.json');
  await writeFile(file, JSON.stringify(payload));
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file };
}
