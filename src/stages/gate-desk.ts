import { Fault } from '../domain/errors.ts';
import type { PullRequestFault } from '../domain/pull-request/changed-files.ts';
import type { CommentEvent } from '../domain/pull-request/comment-event.ts';
import type { PullRequestAt } from '../domain/pull-request/event.ts';
import type { OrderedRun } from '../domain/pull-request/matrix.ts';
import type { GitHub } from '../github/client.ts';
import type { Conversation } from '../github/conversation.ts';
import { type Reaction, react } from '../github/reaction.ts';
import type { ModelCatalogue } from '../ports/hub.ts';
import type { FewFilesReader } from '../ports/results-store.ts';

/** The workflow run that the gate is part of. */
export type GateRun = {
  id: number;
  attempt: number;
  /** File name of its workflow; null where the runner does not tell it. */
  workflow: string | null;
  /** Where runs are shown, without an id at the end. */
  runsUrl: string;
};

export type GateRequest = {
  event: CommentEvent;
  github: GitHub;
  catalogue: ModelCatalogue;
  /** Reads the results repository; null where none is named. */
  results: FewFilesReader | null;
  /** Folder that the policy's relative paths start from. */
  policyFolder: string;
  run: GateRun;
  /** Draws 128 random bits, 32 hexadecimal digits. */
  drawNonce(): string;
  /** Tells what could not be done, though the command was carried out. */
  warn(text: string): void;
};

/** What became of a comment. Only one of them starts anything. */
export type GateOutcome =
  | { kind: 'ignored'; why: string }
  | { kind: 'denied' }
  | { kind: 'answered' }
  | { kind: 'refused'; fault: PullRequestFault }
  | { kind: 'cancelled'; runs: number }
  | { kind: 'ordered'; orders: readonly OrderedRun[]; comment: string };

/** A request, and the conversation that its comment belongs to. */
export type Desk = GateRequest & { conversation: Conversation };

/** The pull request of a command at its newest commit. */
export const pullRequestAt = ({ event, conversation }: Pick<Desk, 'event' | 'conversation'>): PullRequestAt => ({
  owner: event.owner,
  repository: event.repository,
  number: event.number,
  headSha: conversation.headSha,
});

/** Reacts to the command's comment. A reaction that is forbidden, as in a locked conversation, is not worth failing for. */
export async function reactTo({ github, event, warn }: GateRequest, content: Reaction): Promise<void> {
  try {
    await react(github, event, { commentId: event.comment.id, content });
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== 'github-forbidden') throw thrown;
    warn(`${thrown.message} ${thrown.mend ?? ''}`);
  }
}
