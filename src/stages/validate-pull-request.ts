import { Fault, operatorFault } from '../domain/errors.ts';
import { cpuSpeeds, gpuSpeeds, type Speeds } from '../domain/estimate/speeds.ts';
import { defaultPolicy, type Policy, policyFromText } from '../domain/policy.ts';
import { duplicatesOf, sortChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequestEvent } from '../domain/pull-request/event.ts';
import { ownComment } from '../domain/pull-request/own-comment.ts';
import { suggestedChange } from '../domain/pull-request/suggested-change.ts';
import { type PullRequestValidation, validationVerdict } from '../domain/pull-request/validation.ts';
import { type Annotation, putCheckRun } from '../github/check-run.ts';
import type { GitHub } from '../github/client.ts';
import { saveComment } from '../github/comment.ts';
import { askOverview, type Overview } from '../github/overview.ts';
import { listChangedFiles, pullRequestFiles } from '../github/pull-request-files.ts';
import type { ModelCatalogue } from '../ports/hub.ts';
import {
  faultText,
  type Place,
  PULL_REQUEST_MARKER,
  validationCheckSummary,
  validationComment,
  validationTitle,
} from '../render/validation-comment.ts';
import { type EstimatedFile, estimateFiles, remembering } from './estimate.ts';
import { type ValidatedFile, validateSubmissions } from './validate.ts';

/** Name of the check on the pull request's commit. */
const CHECK_NAME = 'AI Energy Score: submission';

/** Submissions of one pull request that are read, whatever the policy says. */
const MOST_SUBMISSIONS = 50;

const CONCLUSIONS = { ready: 'success', faulty: 'failure', unknown: 'neutral', nothing: 'neutral' } as const;

export type ValidatePullRequestRequest = {
  event: PullRequestEvent;
  github: GitHub;
  catalogue: ModelCatalogue;
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
  const listed = await listChangedFiles(github, event);
  const { submissions: paths } = sortChangedFiles(listed.files, { maxSubmissions: MOST_SUBMISSIONS, complete: listed.complete });
  const overview = await askOverview(github, event, paths);
  if (overview.headSha !== event.headSha) return null;
  const validation = await judge(request, listed, overview);
  const known = ownComment(overview.comments, { authorId: overview.ownId, marker: PULL_REQUEST_MARKER });
  // A pull request about another matter gets no word, unless an earlier commit of it got one.
  if (validationVerdict(validation) !== 'nothing' || known !== null) {
    const body = validationComment(validation, request.place);
    await unlessForbidden(() => saveComment(github, { event, marker: PULL_REQUEST_MARKER, body, known }), warn);
  }
  await unlessForbidden(() => putCheckRun(github, event, checkRun(validation, request.place)), warn);
  return validation;
}

/** What was found counts though it may not be told where it should be. */
async function unlessForbidden(act: () => Promise<void>, warn: (text: string) => void): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== 'github-forbidden') throw thrown;
    warn(`${thrown.message} ${thrown.mend ?? ''} The job summary holds the outcome.`);
  }
}

async function judge(
  { event, github, catalogue: asked, policyFolder }: ValidatePullRequestRequest,
  { files, complete }: Awaited<ReturnType<typeof listChangedFiles>>,
  overview: Overview,
): Promise<PullRequestValidation> {
  const policy = policyOf(overview);
  const maxSubmissions = Math.min(policy.limits.maxSubmissions, MOST_SUBMISSIONS);
  const { submissions: paths, faults } = sortChangedFiles(files, { maxSubmissions, complete });
  const catalogue = remembering(asked);
  const request = { root: '.', files: paths, policy, source: pullRequestFiles(github, event, overview.tree) };
  const targets = { policy, policyFolder, history: null, targetOf: (backend: string) => targetOf(backend, policy), runs: null };
  const { validated, estimated, hubTrouble } = await withOrWithoutHub(catalogue, async (hub) => {
    const found = await validateSubmissions({ ...request, catalogue: hub });
    return { validated: found, estimated: await estimateFiles(found, { ...targets, catalogue: hub }) };
  });
  const duplicates = duplicatesOf(paths, overview.open, event.number);
  const submissions = validated.map((file) => ({
    path: file.path,
    faults: faultsOf(file, policy),
    understood: understoodOf(estimated.find((one) => one.file === file)),
    duplicates: duplicates.get(file.path) ?? [],
  }));
  return { headSha: event.headSha, submissions, faults, hubTrouble };
}

const policyOf = ({ policy }: Overview): Policy =>
  policy === null ? defaultPolicy() : policyFromText(policy, 'policy.yaml', operatorFault);

const USUAL_GPU = 'NVIDIA H100 80GB HBM3';

/** Where a submission would run: on the GPU of the official board; nothing is known of a processor but that it is one. */
function targetOf(backend: string, policy: Policy): { speeds: Speeds; profile: string } {
  if (backend === 'embedded') return { speeds: cpuSpeeds('a processor, taken for one of 16 cores', 16), profile: '' };
  return { speeds: gpuSpeeds(policy.official.gpus[0] ?? USUAL_GPU), profile: '' };
}

/** What the files tell by themselves is told at once, also while the Hub does not answer. */
async function withOrWithoutHub<Found>(
  catalogue: ModelCatalogue,
  ask: (catalogue: ModelCatalogue | null) => Promise<Found>,
): Promise<Found & { hubTrouble: string | null }> {
  try {
    return { ...(await ask(catalogue)), hubTrouble: null };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || !thrown.code.startsWith('hub-')) throw thrown;
    return { ...(await ask(null)), hubTrouble: thrown.message };
  }
}

const faultsOf = ({ path, source, errors }: ValidatedFile, policy: Policy) =>
  errors.map((fault) => ({ ...fault, change: suggestedChange(fault, { path, source, errors, policy }) }));

function understoodOf(estimated: EstimatedFile | undefined) {
  if (estimated === undefined) return null;
  const { file, ...understood } = estimated;
  return { ...understood, variant: file.location?.variant ?? null };
}

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
