import type { PullRequestEvent } from '../domain/pull-request/event.ts';
import type { FoundComment } from '../domain/pull-request/own-comment.ts';
import { type PullRequestValidation, validationVerdict } from '../domain/pull-request/validation.ts';
import { type Annotation, putCheckRun } from '../github/check-run.ts';
import type { GitHub } from '../github/client.ts';
import { saveComment } from '../github/comment.ts';
import { findOwnComment } from '../github/find-comment.ts';
import type { ModelCatalogue } from '../ports/hub.ts';
import type { FewFilesReader } from '../ports/results-store.ts';
import {
  faultText,
  type Place,
  PULL_REQUEST_MARKER,
  validationCheckSummary,
  validationComment,
  validationTitle,
} from '../render/validation-comment.ts';
import { judgeSubmissions, lookUpPullRequest } from './judge-submissions.ts';
import { unlessForbidden } from './unless-forbidden.ts';

/** Name of the check on the pull request's commit. */
const CHECK_NAME = 'AI Energy Score: submission';

const CONCLUSIONS = { ready: 'success', faulty: 'failure', unknown: 'neutral', removal: 'neutral', nothing: 'neutral' } as const;

export type ValidatePullRequestRequest = {
  event: PullRequestEvent;
  github: GitHub;
  catalogue: ModelCatalogue;
  /** Reads the results repository, where one is named. */
  results?: FewFilesReader;
  place: Place;
  /** Folder that the policy's relative paths start from. */
  policyFolder: string;
  /** Tells what could not be done, though the pull request was validated. */
  warn(text: string): void;
};

/**
 * Validates what a pull request submits, and tells it there: the one comment, and a check on the commit. Whoever may not
 * write either is warned; the outcome stands all the same.
 * @returns null where a newer commit has come, whose own event will tell all
 * @throws Fault of the operator where GitHub cannot be asked
 */
export async function validatePullRequest(request: ValidatePullRequestRequest): Promise<PullRequestValidation | null> {
  const { event, github, warn } = request;
  const lookedUp = await lookUpPullRequest(github, event);
  const { overview } = lookedUp;
  if (overview.headSha !== event.headSha) return null;
  const { validation } = await judgeSubmissions({ ...request, at: event, results: request.results ?? null, runs: null }, lookedUp);
  const known = await findOwnComment(github, event, overview, PULL_REQUEST_MARKER);
  // A pull request about another matter gets no word, unless an earlier commit of it got one.
  const isSilent = validationVerdict(validation) === 'nothing' && known === null;
  if (!isSilent && !isFurther(event, validation, known)) {
    const body = validationComment(validation, request.place);
    await unlessForbidden(() => saveComment(github, { event, marker: PULL_REQUEST_MARKER, body, known }), warn);
  }
  await unlessForbidden(() => putCheckRun(github, event, checkRun(validation, request.place)), warn);
  return validation;
}

/**
 * Whether the comment tells more of this very commit already: that it was approved, measured or staged. A rerun of this job must not
 * take that away. A pull request that was closed meanwhile begins anew.
 */
const isFurther = (event: PullRequestEvent, { isOrdered }: PullRequestValidation, known: FoundComment | null): boolean =>
  isOrdered && event.action !== 'reopened' && known?.body.includes(event.headSha) === true;

function checkRun(validation: PullRequestValidation, place: Place) {
  return {
    name: CHECK_NAME,
    conclusion: CONCLUSIONS[validationVerdict(validation)],
    title: validationTitle(validation),
    summary: validationCheckSummary(validation, place),
    annotations: validation.submissions.flatMap(({ path, faults }) =>
      faults.map((fault): Annotation => ({ path, line: fault.line, title: fault.code, message: faultText(fault) })),
    ),
  };
}
