import { Fault } from '../domain/errors.ts';
import { cpuSpeeds, gpuSpeeds, type Speeds } from '../domain/estimate/speeds.ts';
import { type Policy, policyOfRepository } from '../domain/policy.ts';
import { submissionsAllowed } from '../domain/pull-request/allotment.ts';
import { duplicatesOf, sortChangedFiles } from '../domain/pull-request/changed-files.ts';
import { earlierOrder } from '../domain/pull-request/earlier-order.ts';
import type { PullRequestAt } from '../domain/pull-request/event.ts';
import { suggestedChange } from '../domain/pull-request/suggested-change.ts';
import type { PullRequestValidation } from '../domain/pull-request/validation.ts';
import type { GitHub } from '../github/client.ts';
import { askOverview, type Overview } from '../github/overview.ts';
import { type ListedFiles, listChangedFiles, pullRequestFiles } from '../github/pull-request-files.ts';
import type { ModelCatalogue } from '../ports/hub.ts';
import type { FewFilesReader } from '../ports/results-store.ts';
import { type EstimatedFile, estimateFiles, remembering } from './estimate.ts';
import type { RunsChoice } from './plan.ts';
import { type PublishedNear, readPublishedNear } from './published-results.ts';
import { type ValidatedFile, validateSubmissions } from './validate.ts';

/** Submissions of one pull request that are read, whatever the policy says. */
const MOST_SUBMISSIONS = 50;

/** A pull request's files, and all that one question tells of it. */
export type LookedUp = { listed: ListedFiles; overview: Overview };

/** Lists what a pull request changes, and looks up all that judging it needs but for the submissions themselves. */
export async function lookUpPullRequest(github: GitHub, at: PullRequestAt): Promise<LookedUp> {
  const listed = await listChangedFiles(github, at);
  const { submissions } = sortChangedFiles(listed.files, { maxSubmissions: MOST_SUBMISSIONS, complete: listed.complete });
  return { listed, overview: await askOverview(github, at, submissions) };
}

export type JudgeRequest = {
  at: PullRequestAt;
  github: GitHub;
  catalogue: ModelCatalogue;
  /** Reads the results repository; null where none is named. */
  results: FewFilesReader | null;
  /** Folder that the policy's relative paths start from. */
  policyFolder: string;
  /** Runs in place of the policy's; null for those. */
  runs: RunsChoice | null;
  /** Tells what could not be looked up, though the submissions were judged. */
  warn(text: string): void;
};

/** What was found about the submissions, the policy it was held against, and the texts that were read. */
export type Judged = { validation: PullRequestValidation; policy: Policy; files: readonly ValidatedFile[] };

/**
 * Judges the submissions of a pull request at one commit: nothing is checked out, every file is read by the SHA of its blob.
 * @throws Fault of the operator where GitHub cannot be asked, or the policy cannot be read
 */
export async function judgeSubmissions(request: JudgeRequest, { listed, overview }: LookedUp): Promise<Judged> {
  const { at, github, policyFolder, runs } = request;
  const policy = policyOfRepository(overview.policy);
  const maxSubmissions = Math.min(submissionsAllowed(policy, overview.authorId), MOST_SUBMISSIONS);
  const { submissions: paths, removed, faults } = sortChangedFiles(listed.files, { maxSubmissions, complete: listed.complete });
  const toValidate = { root: '.', files: paths, policy, source: pullRequestFiles(github, at, overview.tree) };
  const { hubTrouble, files, published, estimated } = await withOrWithoutHub(remembering(request.catalogue), async (catalogue) => {
    const found = await validateSubmissions({ ...toValidate, catalogue });
    const near = await publishedNear(request, found);
    const targets = { policy, policyFolder, targetOf: (backend: string) => targetOf(backend, policy), runs };
    const estimates = await estimateFiles(found, { ...targets, catalogue, history: near?.history ?? null });
    return { files: found, published: near, estimated: estimates };
  });
  const duplicates = duplicatesOf(paths, overview.open, at.number);
  const submissions = files.map((file) => ({
    path: file.path,
    faults: faultsOf(file, policy),
    understood: understoodOf(estimated.find((one) => one.file === file)),
    duplicates: duplicates.get(file.path) ?? [],
    published: published?.sameAs(file) ?? [],
  }));
  const isOrdered = earlierOrder(overview.comments, at.headSha) !== null;
  return { validation: { headSha: at.headSha, submissions, removed, faults, isOrdered, hubTrouble }, policy, files };
}

/** What is published helps to tell times and duplicates; without it a submission is judged all the same. */
async function publishedNear({ results, warn }: JudgeRequest, files: readonly ValidatedFile[]): Promise<PublishedNear | null> {
  if (results === null || files.every(({ submission }) => submission === null)) return null;
  try {
    return await readPublishedNear(results, files);
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    warn(`${thrown.message} ${thrown.mend ?? ''} Times and duplicates are told without it.`);
    return null;
  }
}

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
