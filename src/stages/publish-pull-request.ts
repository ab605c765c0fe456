import { candidateBranch } from '../domain/pull-request/candidate.ts';
import type { ClosedEvent } from '../domain/pull-request/closed-event.ts';
import { type FoundComment, ownComment } from '../domain/pull-request/own-comment.ts';
import type { PullRequestPublication } from '../domain/pull-request/publication.ts';
import type { GitHub } from '../github/client.ts';
import { saveComment } from '../github/comment.ts';
import { askPullRequestState } from '../github/pull-request-state.ts';
import { type PublicationPlace, publicationComment } from '../render/publication-comment.ts';
import { PULL_REQUEST_MARKER } from '../render/validation-comment.ts';
import { addedRecords, removeCandidate } from './candidate.ts';
import { publishMerged } from './publish-merged.ts';
import { defaultBranch, type RemoteResults, remoteBranch, remoteSnapshot } from './remote-store.ts';
import { unlessForbidden } from './unless-forbidden.ts';

export type PublishPullRequestRequest = {
  event: ClosedEvent;
  /** The submissions repository. */
  github: GitHub;
  results: RemoteResults;
  /** A folder of this process alone. */
  scratch: string;
  builderVersion: string;
  now: Date;
  /** Tells what could not be done, though the outcome stands. */
  warn(text: string): void;
};

export type ClosedOutcome = { publication: PullRequestPublication; place: PublicationPlace };

/**
 * Ends the way of a closed pull request: what was staged is published where it was merged as it was measured, and removed where it
 * was not merged. Doing it again changes nothing.
 * @throws Fault of the operator where GitHub, or the results repository, does not allow it; a rerun goes on from there
 */
export async function publishPullRequest(request: PublishPullRequestRequest): Promise<ClosedOutcome> {
  const { event, results } = request;
  const branch = await defaultBranch(results);
  const place: PublicationPlace = {
    submissions: `${event.owner}/${event.repository}`,
    pullRequest: event.number,
    results: `${results.owner}/${results.repository}`,
    resultsUrl: results.url,
    branch: branch ?? 'main',
  };
  const { publication, known } =
    event.merged === null ? await cleanUp(request, branch) : await publishMerged({ ...request, merged: event.merged, branch });
  // A pull request about another matter gets no word, unless the bot has spoken there before.
  const isSilent = publication.outcome === 'nothing' && publication.withdrawals.length === 0 && known === null;
  if (isSilent) return { publication, place };
  await unlessForbidden(
    () => saveComment(request.github, { event, marker: PULL_REQUEST_MARKER, body: publicationComment(publication, place), known }),
    request.warn,
  );
  return { publication, place };
}

export type Told = {
  publication: PullRequestPublication;
  /** The bot's comment as it was found. */
  known: FoundComment | null;
};

const NOTHING: PullRequestPublication = { outcome: 'nothing', submissions: [], withdrawals: [], candidate: 'none' };

/** Removes what was prepared for a pull request that was closed without a merge. */
async function cleanUp({ event, github, results }: PublishPullRequestRequest, branch: string | null): Promise<Told> {
  const { state, ownId, comments } = await askPullRequestState(github, event, { at: event.headSha, paths: [] });
  // Somebody has opened it again meanwhile: what is prepared is still wanted.
  if (state !== 'CLOSED') return { publication: NOTHING, known: null };
  const known = ownComment(comments, { authorId: ownId, marker: PULL_REQUEST_MARKER });
  const name = candidateBranch(event.number);
  const candidate = branch === null ? null : await remoteSnapshot(results, name);
  if (branch !== null && candidate !== null) {
    const main = await remoteBranch(results, branch).snapshot();
    await removeCandidate(results, { branch: name, added: await addedRecords(candidate, main), main });
  }
  const outcome = candidate === null && known === null ? 'nothing' : 'cleaned-up';
  return { publication: { ...NOTHING, outcome, candidate: candidate === null ? 'none' : 'removed' }, known };
}
